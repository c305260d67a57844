/**
 * What arts 29 to 33 say about one project, in one function, as a good programmer would write it who knows that the record is complete and
 * says who acted, that nobody took anybody's place, that every open question is read as by default, and that no day is fixed for them. The
 * same verdict objects in the same order as the library's.
 */
import type { Context, Project, Verdict } from "@banfa/core/project"
import { type Act, approvedIn, decidedIn, owing, type Said, said, verdict } from "./byHand.ts"

type Assessment = Project["assessments"][number]

/** The result of an assessment that counts. */
interface Result {
  readonly of: Assessment
  readonly act: Exclude<Assessment["issued"], null | undefined | "n/a">
}

interface Deciding extends Act {
  readonly considered?: Said<ReadonlyArray<string>>
}

const contentItems = [
  "feasibility",
  "effectiveness",
  "resource-integration",
  "information-sharing",
  "openness",
  "approval-reform"
]
const conflicts = new Set(["designs", "builds", "supplies", "supervises", "affiliated"])

const departing = (conclusion: Result["act"]["conclusion"], favours: boolean): boolean =>
  favours ? conclusion === "not-support" : conclusion === "support" || conclusion === "support-with-conditions"

const byDay = (a: Act, b: Act): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

/** The verdicts of arts 29 to 33. */
export const assessmentsByHand = (p: Project, ctx: Context): Array<Verdict> => {
  const { asOf, directory } = ctx
  const { acceptances, applications, assessments, budgets, id, operation, organ, region, reviews } = p
  const owed = owing(id, asOf)
  const level = approvedIn(p, ctx)
  const completed = said(p.completed) ? p.completed : undefined
  const over = said(p.cancelled) || said(p.retired)

  const authority = (agency: Said<string>, where: string | undefined, on: Act["on"]): boolean =>
    said(agency) && where !== undefined && directory.holds(agency, "info.any", where, on) === true

  const operating = (on: Act["on"]): boolean => operation.findLast((s) => s.on <= on)?.to === true

  /** What a decision made of a result before it. */
  const referred = (
    norm: Verdict["norm"],
    instance: string,
    result: Result,
    decision: Deciding,
    note?: Verdict["note"]
  ): Verdict => {
    const { considered } = decision
    if (considered === undefined)
      return verdict(norm, id, instance, "Undetermined", result.act, undefined, undefined, "considered")
    return said(considered) && considered.includes(result.of.id)
      ? verdict(norm, id, instance, "Fulfilled", result.act, decision, note)
      : verdict(norm, id, instance, "Discretionary", result.act, decision, "not-considered")
  }

  const n291: Array<Verdict> = []
  const n301: Array<Verdict> = []
  const n302: Array<Verdict> = []
  const n303: Array<Verdict> = []
  const n304: Array<Verdict> = []
  const n311: Array<Verdict> = []
  const n321: Array<Verdict> = []
  const n323: Array<Verdict> = []
  const n331: Array<Verdict> = []
  const n332: Array<Verdict> = []
  const results = { "ex-ante": [] as Array<Result>, "ex-post": [] as Array<Result>, application: [] as Array<Result> }
  let exPostHeld = false
  let lastApplication = ""
  for (const x of assessments) {
    const { cancelled, engaged, instance, issued, planned, reports, started } = x
    if (!said(planned)) continue
    const { type } = planned
    const round = type === "ex-ante" ? applications.find((a) => a.id === planned.application) : undefined
    const where = round === undefined ? level : decidedIn(round, p, ctx)
    const early = round !== undefined && !(said(round.applied) && planned.on >= round.applied.on)
    const organized = authority(planned.by, where, planned.on) || (early && authority(planned.by, region, planned.on))
    const result = said(issued) ? issued : undefined
    const rightly =
      result?.by === undefined ||
      authority(result.by, where, result.on) ||
      (said(engaged) && engaged.assessor === result.by)

    if (!organized) {
      n291.push({ ...verdict("N29.1", id, instance, "NotApplicable", planned, undefined, "other-body"), gate: "unmet" })
      continue
    }
    if (rightly) n291.push(verdict("N29.1", id, instance, "Fulfilled", planned, planned))
    else n291.push(verdict("N29.1", id, instance, "Fulfilled", planned, result, "issued-by-another"))

    n301.push(verdict("N30.1", id, instance, "Qualifies", planned, planned))
    if (said(engaged)) {
      const { executor, interests, reason } = engaged
      if (interests === undefined) {
        const unknown = verdict("N30.2", id, instance, "Undetermined", engaged, undefined, undefined, "interests")
        n302.push({ ...unknown, gate: "unknown" })
      } else if (said(interests) && interests.some((interest) => conflicts.has(interest))) {
        const flagged = verdict("N30.2", id, instance, "Flagged", engaged, engaged, "conflict-of-interest")
        n302.push({ ...flagged, gate: "unmet" })
      }
      if (executor === "third-party") n303.push(verdict("N30.3", id, instance, "Fulfilled", engaged, engaged))
      else {
        const note = said(reason) ? undefined : "reason-missing"
        n303.push(verdict("N30.3", id, instance, "PresumptionDefeated", engaged, engaged, note))
      }
    }
    const report = reports.at(-1)
    const own = result !== undefined && (report === undefined || (result.items !== undefined && result.on >= report.on))
    const content = own ? result : report
    const trigger = said(engaged) ? engaged : planned
    if (content === undefined) {
      if (said(cancelled)) n304.push(verdict("N30.4", id, instance, "NotApplicable", trigger, undefined, "lapsed"))
      else if (said(engaged)) n304.push(verdict("N30.4", id, instance, "Pending", engaged))
    } else if (content.items === undefined)
      n304.push(verdict("N30.4", id, instance, "Undetermined", trigger, undefined, undefined, "items"))
    else {
      const { items, omitted } = content
      const covered = contentItems.every(
        (item) =>
          (said(items) && items.includes(item)) ||
          (said(omitted) && omitted.some((o) => o.item === item && said(o.reason)))
      )
      if (covered) n304.push(verdict("N30.4", id, instance, "Fulfilled", trigger, content))
      else n304.push(verdict("N30.4", id, instance, "DueUnspecified", trigger, content, "content-item-missing"))
    }

    const coming = (norm: Verdict["norm"]): Verdict =>
      said(cancelled)
        ? verdict(norm, id, instance, "NotApplicable", planned, undefined, "lapsed")
        : verdict(norm, id, instance, "Pending", planned)
    if (type === "ex-ante") {
      const decision = round?.decision
      if (result !== undefined) {
        const after = said(decision) && result.on > decision.on
        n311.push(verdict("N31.1", id, instance, after ? "DoesNotQualify" : "Qualifies", planned, result))
        if (rightly) results[type].push({ of: x, act: result })
      } else {
        const late = said(started) && said(decision) && started.on > decision.on
        const gate = said(cancelled) ? undefined : late ? "unmet" : "met"
        n311.push({ ...coming("N31.1"), gate })
      }
      continue
    }
    const exPost = type === "ex-post"
    const [definition, power, took, held] = exPost
      ? (["N32.1", "N32.3", n321, n323] as const)
      : (["N33.1", "N33.2", n331, n332] as const)
    if (!said(started)) {
      took.push(coming(definition))
      continue
    }
    const timely = exPost ? completed !== undefined && started.on >= completed.on : operating(started.on)
    took.push(verdict(definition, id, instance, timely ? "Qualifies" : "DoesNotQualify", started, started))
    if (!timely) continue
    if (exPost) exPostHeld = true
    else if (started.on > lastApplication) lastApplication = started.on
    const others = planned.with ?? started.with
    if (others === undefined)
      held.push(verdict(power, id, instance, "Undetermined", started, undefined, undefined, "coOrganizers"))
    else if (others.some((one) => one !== planned.by))
      held.push(verdict(power, id, instance, "Fulfilled", started, started))
    else held.push(verdict(power, id, instance, "Discretionary", started, started, "no-co-organizer"))
    if (result !== undefined && rightly) results[type].push({ of: x, act: result })
  }
  for (const list of Object.values(results)) list.sort((a, b) => byDay(a.act, b.act))

  const n312: Array<Verdict> = []
  const n313: Array<Verdict> = []
  const n314: Array<Verdict> = []
  for (const a of applications) {
    const { applied, ended, instance, schemes } = a
    const where = decidedIn(a, p, ctx)
    const decision = said(a.decision) ? a.decision : undefined
    const trigger = said(applied) ? applied : decision
    if (trigger === undefined) continue
    let submitted: Act | null = null
    let note: Verdict["note"]
    for (const s of schemes.toSorted(byDay)) {
      if (s.what === null || s.what === "n/a") note ??= "part-of-documents"
      else if (authority(s.to, where, s.on) || (s.on < trigger.on && authority(s.to, region, s.on))) {
        submitted = s
        note = undefined
        break
      } else note ??= "other-recipient"
    }
    const first = said(ended) && !(decision !== undefined && decision.on <= ended.on) ? ended : undefined
    if (said(applied)) {
      if (decision !== undefined && first === undefined && (submitted === null || submitted.on > decision.on))
        n312.push(verdict("N31.2", id, instance, "Breached", applied, decision, note))
      else n312.push(owed("N31.2", instance, applied, submitted, applied.on, undefined, undefined, note, first))
    }

    const assessed = results["ex-ante"].filter(
      ({ act, of }) =>
        said(of.planned) && of.planned.application === a.id && !(decision !== undefined && act.on > decision.on)
    )
    const done = assessed[0]
    const over = decision ?? (said(ended) ? ended : undefined)
    if (done !== undefined && (over === undefined || done.act.on <= over.on)) {
      const started = said(done.of.started) ? done.of.started : undefined
      const base = schemes.find((s) => s.id === started?.scheme) ?? started ?? done.act
      const newer = schemes.some((s) => s.on > base.on && !(decision !== undefined && s.on > decision.on))
      n313.push(verdict("N31.3", id, instance, "Fulfilled", trigger, done.act, newer ? "earlier-scheme" : undefined))
    } else if (decision?.approved === true) {
      const blamed = submitted !== null && submitted.on <= decision.on
      const status = blamed ? "Breached" : "NotApplicable"
      const remark = blamed ? "no-assessment" : "nothing-submitted"
      n313.push({ ...verdict("N31.3", id, instance, status, trigger, decision, remark), gate: "unmet" })
    } else if (over !== undefined)
      n313.push(verdict("N31.3", id, instance, "NotApplicable", trigger, undefined, "lapsed"))
    else n313.push(verdict("N31.3", id, instance, "Pending", trigger))

    const opinion = assessed.at(-1)
    if (opinion === undefined) continue
    if (decision === undefined) {
      if (!said(ended)) n314.push(verdict("N31.4", id, instance, "Pending", opinion.act))
      continue
    }
    const { conclusion } = opinion.act
    const departs = departing(conclusion, decision.approved)
    n314.push(referred("N31.4", instance, opinion, decision, departs ? "departs-from-opinion" : undefined))
  }
  const out = n291.concat(n301, n302, n303, n304, n311, n312, n313, n314, n321)

  let passed: Act | undefined
  for (const { decision } of acceptances)
    if (said(decision) && decision.passed && (passed === undefined || decision.on < passed.on)) passed = decision
  if (completed !== undefined) {
    let report: Act | null = null
    let note: Verdict["note"]
    for (const r of p.completionReports) {
      if (r.on < completed.on) note ??= "before-completion"
      else if (!authority(r.to, level, r.on)) note ??= "other-recipient"
      else if (r.by !== organ && !(said(r.onBehalfOf) && r.onBehalfOf === organ)) note ??= "other-body"
      else {
        report = r
        note = undefined
        break
      }
    }
    out.push(owed("N32.2", "", completed, report, undefined, undefined, passed?.on, note))
    if (!exPostHeld) out.push(verdict("N32.3", id, "", "Discretionary", completed))
  }
  out.push(...n323)

  /** The decisions that ought to look at the results of a kind, in turn, and the result that none has looked at yet. */
  const refer = (
    norm: Verdict["norm"],
    found: ReadonlyArray<Result>,
    uses: ReadonlyArray<{ readonly instance: string; readonly decision: Deciding; readonly favours?: boolean }>,
    none: boolean
  ): void => {
    let last = ""
    for (const { decision, favours, instance } of uses) {
      const result = found.findLast(({ act }) => act.on <= decision.on)
      if (result === undefined) continue
      if (decision.on > last) last = decision.on
      const departs = favours !== undefined && departing(result.act.conclusion, favours)
      out.push(referred(norm, instance, result, decision, departs ? "departs-from-result" : undefined))
    }
    const waiting = none ? undefined : found.at(-1)
    if (waiting !== undefined && waiting.act.on > last)
      out.push(verdict(norm, id, waiting.of.instance, "Pending", waiting.act))
  }
  const accepting = acceptances.flatMap(({ decision, instance }) =>
    said(decision) ? [{ instance, decision, favours: decision.passed }] : []
  )
  const fiscal = budgets.flatMap(({ instance, issued }) =>
    said(issued) && issued.fiscal === true ? [{ instance, decision: issued, favours: true }] : []
  )
  refer("N32.4", results["ex-post"], accepting, over || passed !== undefined)
  refer("N32.5", results["ex-post"], fiscal, over)

  out.push(...n331)
  let begun: Act | undefined
  for (const s of operation) begun = s.to ? (begun ?? s) : undefined
  if (begun !== undefined && lastApplication <= begun.on) out.push(verdict("N33.2", id, "", "Discretionary", begun))
  out.push(...n332)
  const reviewing = reviews.map((review) => ({ instance: review.instance, decision: review }))
  refer("N33.3", results.application, [...reviewing, ...fiscal], over)
  return out
}
