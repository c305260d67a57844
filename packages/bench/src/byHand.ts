/**
 * What arts 9 to 12 say about one project, in one function, as a good programmer would write it who knows that the record is complete, that
 * the project began under the Measures and has no issued timetable of its own, that every open question is read as by default, and which
 * days are fixed. The same verdict objects in the same order as the library's.
 */
import { addDays, type CivilDate, quarterAt, quarterIndex } from "@banfa/core/civil"
import type { Entry } from "@banfa/core/profile"
import type { Application, Context, Opinion, Project, Verdict } from "@banfa/core/project"

/** Something that happened on a day. */
export type Act = NonNullable<Verdict["trigger"]>
/** A fact in its four states. */
export type Said<A> = A | null | undefined | "n/a"
type Decision = Extract<Application["decision"], { readonly approved: boolean }>
type Note = Verdict["note"]

/** The entries of a profile that fix a day, each a number of calendar days in force from the beginning. */
export interface Days {
  readonly opinion?: Entry<number> | undefined
  readonly filing?: Entry<number> | undefined
  readonly report?: Entry<number> | undefined
  readonly timetable?: Entry<number> | undefined
}

/** The fact is stated and holds. */
export const said = <A>(fact: Said<A>): fact is A => fact !== undefined && fact !== null && fact !== "n/a"

/** A verdict, with everything that it does not say left out. */
export const verdict = (
  norm: Verdict["norm"],
  subject: string,
  instance: string,
  status: Verdict["status"],
  trigger: Act | undefined,
  act?: Act,
  note?: Note,
  missing?: string,
  due?: CivilDate,
  entry?: Entry,
  limit?: CivilDate,
  stands?: CivilDate
): Verdict => ({
  norm,
  subject,
  instance,
  status,
  trigger,
  act,
  due,
  limit,
  entry,
  missing,
  note,
  stands,
  gate: undefined,
  bars: undefined,
  intervals: undefined
})

/** Somebody must act after something: by a day that is fixed, or with no more than a limit. */
export const owing =
  (id: string, asOf: CivilDate) =>
  (
    norm: Verdict["norm"],
    instance: string,
    trigger: Act,
    act: Act | null,
    due: CivilDate | undefined,
    entry: Entry | undefined,
    limit: CivilDate | undefined,
    note?: Note,
    ended?: Act
  ): Verdict => {
    const last = due ?? limit
    const late = (on: CivilDate): boolean => last !== undefined && on > last
    const certain = due === undefined ? limit : undefined
    if (act !== null && (ended === undefined || act.on <= ended.on)) {
      return late(act.on)
        ? verdict(norm, id, instance, "FulfilledLate", trigger, act, note, undefined, due, entry, certain)
        : verdict(norm, id, instance, "Fulfilled", trigger, act, note, undefined, due, entry)
    }
    if (ended !== undefined) {
      return late(ended.on)
        ? verdict(norm, id, instance, "Breached", trigger, ended, note, undefined, due, entry, certain)
        : verdict(norm, id, instance, "NotApplicable", trigger, undefined, "lapsed")
    }
    if (late(asOf)) {
      const status = due === undefined ? "Breached" : "Overdue"
      return verdict(norm, id, instance, status, trigger, undefined, note, undefined, due, entry, certain)
    }
    const status = due === undefined ? "DueUnspecified" : "Pending"
    return verdict(norm, id, instance, status, trigger, undefined, note, undefined, due, entry, undefined, last)
  }

/** The region whose authorities decide a round: where the investment authority applied to sits, or the one that decided. */
export const decidedIn = (
  { applied, decision }: Application,
  { region }: Project,
  { directory }: Context
): string | undefined => {
  if (said(decision) && decision.by !== undefined) {
    const seat = directory.seat(decision.by, "investment", decision.on)
    if (seat !== null && seat !== undefined) return seat
  }
  return (said(applied) && said(applied.to) ? directory.seat(applied.to, "investment", applied.on) : null) ?? region
}

/** The region of the level that approved last. */
export const approvedIn = ({ applications, region }: Project, { directory }: Context): string | undefined => {
  let last: Decision | undefined
  for (const { decision } of applications)
    if (said(decision) && decision.approved && (last === undefined || decision.on > last.on)) last = decision
  return last?.by === undefined ? region : (directory.seat(last.by, "investment", last.on) ?? region)
}

/** The verdicts of arts 9 to 12. */
export const investmentByHand = (p: Project, ctx: Context, days: Days): Array<Verdict> => {
  const { asOf, directory } = ctx
  const { budgets, id, keyList, organ, region, reports } = p
  const owed = owing(id, asOf)

  /** An investment rests on an item of a plan in force, or on a recorded reason for departing from it. */
  const basis = (out: Array<Verdict>, instance: string, investment: Act & Pick<Decision, "planItem" | "deviation">) => {
    const plans = ctx.plansInForce(region, organ, investment.on)
    if (plans?.length === 0) return
    const { deviation, planItem } = investment
    let missing: string | undefined
    let note: Note
    let status: Verdict["status"] = "Undetermined"
    if (planItem === undefined) missing = "planItem"
    else if (plans === undefined) missing = "plansInForce"
    else {
      const cited = said(planItem) ? plans.find((plan) => plan.id === planItem.plan) : undefined
      if (cited !== undefined && (cited.items === undefined || (said(planItem) && cited.items.includes(planItem.item))))
        status = "Fulfilled"
      else if (deviation === undefined) missing = "deviation"
      else {
        status = said(deviation) ? "Fulfilled" : "Breached"
        note = said(deviation) ? "ground-for-deviation" : "reason-missing"
      }
    }
    const act = missing === undefined ? investment : undefined
    out.push(verdict("N9.1", id, instance, status, investment, act, note, missing))
  }

  /** What a reply lacks to be explicit: nothing (`""`), what art. 10 asks of it (`null`), or a fact that nobody knows. */
  const lacking = (o: Opinion): string | null => {
    if (o.conclusion === "support-with-conditions" ? o.conditions === null || o.conditions === "n/a" : false)
      return null
    if (o.conclusion !== undefined && o.conclusion !== "support-with-conditions")
      if (o.conclusion !== "support" && o.conclusion !== "not-support") return null
    const plans = ctx.plansInForce(region, organ, o.on)
    if (plans?.length !== 0 && o.plan !== undefined)
      if (!said(o.plan) || (plans !== undefined && !plans.some((plan) => plan.id === o.plan))) return null
    if (o.assessment !== undefined && !said(o.assessment)) return null
    if (o.conclusion === undefined) return "conclusion"
    if (o.conclusion === "support-with-conditions" && o.conditions === undefined) return "conditions"
    if (plans?.length !== 0 && o.plan === undefined) return "basis.plan"
    if (plans === undefined) return "plansInForce"
    return o.assessment === undefined ? "basis.assessment" : ""
  }

  const n91: Array<Verdict> = []
  const n92: Array<Verdict> = []
  const n101: Array<Verdict> = []
  const n102: Array<Verdict> = []
  const n103: Array<Verdict> = []
  let approval: Decision | undefined
  let approvedBy: Decision | undefined
  for (const a of p.applications) {
    const { applied, decision, ended, instance, opinions, requests } = a
    const decided = said(decision) ? decision : undefined
    const where = decidedIn(a, p, ctx)
    const entitled = ({ by, on }: Opinion): boolean =>
      by === undefined || where === undefined || directory.holds(by, "info.any", where, on) !== false
    if (decided?.approved === true) {
      if (approval === undefined || decided.on < approval.on) approval = decided
      if (approvedBy === undefined || decided.on > approvedBy.on) approvedBy = decided
      basis(n91, instance, decided)
      const judged = p.judgements.find((j) => j.norm === "N9.2" && j.instance === instance)
      n92.push(
        judged === undefined
          ? verdict("N9.2", id, instance, "Undetermined", decided, undefined, "declared-judgement", "judgement")
          : verdict(
              "N9.2",
              id,
              instance,
              judged.outcome === "fulfilled" ? "Fulfilled" : "Breached",
              decided,
              judged,
              "judged"
            )
      )
    }
    const trigger = said(applied) ? applied : decided
    if (trigger !== undefined) {
      let asked: Act | undefined
      for (const r of requests) {
        if ((decided !== undefined && r.on > decided.on) || (asked !== undefined && asked.on <= r.on)) continue
        if (r.by === undefined || !said(r.to) || where === undefined) continue
        if (directory.holds(r.by, "investment.any", where, r.on) !== true) continue
        if (directory.holds(r.to, "info.any", where, r.on) === true) asked = r
      }
      const since = asked?.on ?? ""
      const newer =
        asked !== undefined && a.schemes.some((s) => s.on > since && (decided === undefined || s.on <= decided.on))
      const note = newer ? "earlier-scheme" : undefined
      if (asked !== undefined) n101.push(verdict("N10.1", id, instance, "Fulfilled", trigger, asked, note))
      else if (decided !== undefined) n101.push(verdict("N10.1", id, instance, "Breached", trigger, decided))
      else if (said(ended)) n101.push(verdict("N10.1", id, instance, "NotApplicable", trigger, undefined, "lapsed"))
      else n101.push(verdict("N10.1", id, instance, "Pending", trigger))
    }
    const opinion = opinions.findLast((o) => (decided === undefined || o.on <= decided.on) && entitled(o))
    if (opinion !== undefined && decided !== undefined) {
      const { considered } = decided
      if (considered === undefined)
        n102.push(verdict("N10.2", id, instance, "Undetermined", opinion, undefined, undefined, "considered"))
      else if (!said(considered) || !considered.includes(opinion.id))
        n102.push(verdict("N10.2", id, instance, "Breached", opinion, decided))
      else {
        const against = opinion.conclusion === "not-support"
        const departs = decided.approved
          ? against
          : opinion.conclusion === "support" || opinion.conclusion === "support-with-conditions"
        const note = departs ? "departs-from-opinion" : undefined
        n102.push(verdict("N10.2", id, instance, "Fulfilled", opinion, decided, note))
      }
    } else if (opinion !== undefined && !said(ended)) n102.push(verdict("N10.2", id, instance, "Pending", opinion))
    for (const r of requests) {
      if (!said(r.to) || where === undefined || directory.holds(r.to, "info.any", where, r.on) !== true) continue
      const over =
        decided !== undefined && (!said(ended) || decided.on <= ended.on) ? decided : said(ended) ? ended : undefined
      const due = days.opinion === undefined ? undefined : addDays(r.on, days.opinion.value)
      let evasive: Opinion | undefined
      let explicit: Opinion | undefined
      let last: string | null | undefined
      let reply: Opinion | undefined
      const intervals: Array<NonNullable<Verdict["intervals"]>[number]> = []
      for (const o of opinions) {
        if (o.request !== r.id || o.on < r.on || (over !== undefined && o.on > over.on) || !entitled(o)) continue
        reply = o
        last = lacking(o)
        if (last === null) {
          evasive = o
          explicit = undefined
          continue
        }
        if (evasive !== undefined && explicit === undefined)
          intervals.push({ status: "Breached", from: evasive.on, until: o.on, act: evasive })
        if (last === "") explicit ??= o
      }
      if (reply === undefined || last === undefined) {
        n103.push(owed("N10.3", r.instance, r, null, due, days.opinion, undefined, undefined, over))
        continue
      }
      const gate = last === null ? "unmet" : last === "" ? "met" : "unknown"
      const replied =
        last === null
          ? verdict("N10.3", id, r.instance, "Breached", r, reply, "opinion-not-explicit", undefined, due, days.opinion)
          : last === ""
            ? owed("N10.3", r.instance, r, explicit ?? null, due, days.opinion, undefined, evasive && "replaced-reply")
            : verdict("N10.3", id, r.instance, "Undetermined", r, reply, undefined, last)
      n103.push({ ...replied, gate, intervals: intervals.length === 0 ? undefined : intervals })
    }
  }
  for (const { instance, issued } of budgets) if (said(issued)) basis(n91, instance, issued)
  const out = n91.concat(n92, n101, n102, n103)

  const where = approvedIn(p, ctx)
  let invested: Act | undefined = undefined as Act | undefined
  let begun = said(p.started) ? p.started : undefined
  let firstQuarter = begun === undefined ? Number.POSITIVE_INFINITY : quarterIndex(begun.on)
  const invest = (act: Act, quarter: number): void => {
    if (invested === undefined || act.on < invested.on) invested = act
    if (quarter < firstQuarter) {
      firstQuarter = quarter
      begun = act
    }
  }
  for (const { issued } of budgets) if (said(issued)) invest(issued, quarterIndex(issued.on))
  for (const r of reports)
    for (const receipt of r.receipts) if (said(receipt.amount) && receipt.amount !== "0.00") invest(receipt, r.quarter)

  const decided = approval === undefined || (invested !== undefined && invested.on < approval.on) ? invested : approval
  if (decided !== undefined) {
    const due = days.filing === undefined ? undefined : addDays(decided.on, days.filing.value)
    let filed: Act | null = null
    let note: Note
    for (const f of p.filings) {
      if (f.by === undefined || (where !== undefined && directory.holds(f.by, "info.any", where, f.on) === true)) {
        filed = f
        note = undefined
        break
      }
      note = "other-body"
    }
    out.push(owed("N11.1", "", decided, filed, due, days.filing, undefined, note))
  }
  for (const { copies, instance, issued } of budgets) {
    if (!said(issued) || issued.fiscal !== true) continue
    const seat = issued.by === undefined ? region : (directory.seat(issued.by, "finance", issued.on) ?? region)
    let copied: Act | null = null
    let note: Note
    for (const c of copies) {
      if (c.by !== undefined && directory.holds(c.by, "finance.any", seat ?? "", c.on) === false) note ??= "other-body"
      else if (said(c.to) && directory.holds(c.to, "info.any", seat ?? "", c.on) === true) {
        copied = c
        note = undefined
        break
      } else note ??= "other-recipient"
    }
    out.push(owed("N11.2", instance, issued, copied, issued.on, undefined, undefined, note))
  }

  const n121: Array<Verdict> = []
  const n122: Array<Verdict> = []
  const n123: Array<Verdict> = []
  if (approval === undefined && begun === undefined) return out
  const today = quarterIndex(asOf)
  const end = said(p.settled) ? Math.min(today, quarterIndex(p.settled.on)) : today
  const approved = approval === undefined ? Number.POSITIVE_INFINITY : quarterIndex(approval.on)
  const builder = approvedBy === undefined || !said(approvedBy.builder) ? organ : approvedBy.builder
  let r = 0
  let key = 0
  let listed = false
  for (let q = Math.min(approved, firstQuarter); q <= end; q++) {
    const { ends, instance, starts } = quarterAt(q)
    const trigger = q < approved ? (begun as Act) : (approval as Act)
    const ended = q < approved ? approval : undefined
    while (r < reports.length && (reports[r]?.quarter ?? 0) < q) r++
    const report = reports[r]?.quarter === q ? reports[r] : undefined
    for (let turn = keyList[key]; turn !== undefined && turn.on <= ends && turn.on <= asOf; turn = keyList[++key])
      if (turn.by === undefined || directory.holds(turn.by, "investment.provincial", "440000", turn.on) === true)
        listed = turn.to

    let received: Act | null = null
    let note: Note
    for (const x of report?.receipts ?? []) {
      const addressed =
        said(x.to) && where !== undefined && directory.holds(x.to, "investment.any", where, x.on) === true
      if (x.on >= starts && addressed && x.by === builder) {
        received = x
        note = undefined
        break
      }
      note ??= x.on < starts ? "before-period" : addressed ? "not-by-construction-unit" : "other-recipient"
    }
    let copied: Act | null = null
    let copyNote: Note
    for (const x of report?.copies ?? []) {
      if (
        x.on >= starts &&
        said(x.to) &&
        where !== undefined &&
        directory.holds(x.to, "info.any", where, x.on) === true
      ) {
        copied = x
        copyNote = undefined
        break
      }
      copyNote ??= x.on < starts ? "before-period" : "other-recipient"
    }
    if (copied === null && copyNote === undefined && received !== null) copyNote = "copy-missing"

    const displaced = listed && days.timetable !== undefined
    const entry = displaced ? days.timetable : days.report
    const due = entry === undefined ? undefined : addDays(ends, entry.value)
    const limit = due === undefined ? quarterAt(q + 1).ends : undefined
    const judge = (norm: Verdict["norm"], act: Act | null, remark: Note): Verdict =>
      asOf <= ends && act === null && due === undefined
        ? verdict(
            norm,
            id,
            instance,
            "Pending",
            trigger,
            undefined,
            remark,
            undefined,
            undefined,
            undefined,
            undefined,
            ends
          )
        : owed(norm, instance, trigger, act, due, entry, limit, remark, ended)

    n121.push(
      displaced
        ? verdict("N12.1", id, instance, "NotApplicable", trigger, undefined, "displaced", undefined, undefined, entry)
        : judge("N12.1", received, note)
    )
    n122.push(judge("N12.2", copied, copyNote))
    if (displaced) n123.push(judge("N12.3", received, note))
    else if (listed)
      n123.push(verdict("N12.3", id, instance, "Undetermined", trigger, undefined, "no-timetable", "timetable"))
  }
  return out.concat(n121, n122, n123)
}
