import type { Assessment, Result } from "../assessment/Assessment.ts"
import { received } from "../verdict/addressing.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, byDay, type Fact, known } from "../verdict/Fact.ts"
import { type Due, owed, simultaneous, within } from "../verdict/owed.ts"
import { firstReceived, owedOf, type Received } from "../verdict/Received.ts"
import { breached, lapsed, notApplicable, pending, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Note, Ruling } from "../verdict/Verdict.ts"
import { assessedAll, type Candidate, exAnte, newerSchemes } from "./assessing.ts"
import { ofProjectLevel } from "./authorities.ts"
import { decisionOf, examined, referredTo } from "./consultation.ts"
import type { Application, Decision } from "./Project.ts"
import { perAssessment } from "./perAssessment.ts"
import { perApplication, perDecision, type View } from "./Rule.ts"
import { awaited, departs, referred } from "./reference.ts"

/** 事前评估是电子政务项目在立项前进行的效果评估 */
export const N31_1 = perAssessment("N31.1", [], (x, p) => {
  const { cancelled, issued, planned, started } = x
  if (!known(planned) || planned.type !== "ex-ante") return notApplicable
  const { application } = planned
  const rounds = known(application) ? p.applications.filter(({ id }) => id === application) : p.applications
  // A round of which nothing is on record yet has no decision on record either.
  const decisions =
    rounds.length === 0 ? [silence(p.coverage, "decision", undefined)] : rounds.map((a) => decisionOf(a, p))
  if (!known(issued)) {
    if (known(cancelled)) return lapsed(planned)
    const late = known(started) && decisions.some((decision) => after(started, decision) === true)
    return { ...pending(planned), gate: late ? "unmet" : "met" }
  }
  const [late, ...others] = decisions.map((decision) => after(issued, decision))
  if (others.some((other) => other !== late)) return undetermined("assessment.application", issued)
  if (late === undefined) return undetermined("decision", issued)
  return ruling(late ? "DoesNotQualify" : "Qualifies", planned, issued)
})

/** Whether an act came after a decision; `undefined` where nobody knows whether there is one. */
const after = (act: Act, decision: Fact<Decision>): boolean | undefined =>
  decision === undefined ? undefined : known(decision) && act.on > decision.on

type Submitted = Application["schemes"][number]

/** The first submission that counts: to the authority of the project's level, of a plan or a scheme, or of both (A31a, A31d). */
const submission = (a: Application, p: View<"applications">, ctx: Context, since: Act): Received => {
  const { A31a, A31d } = ctx.profile.readings
  const silent = silence(p.coverage, "submission", since.on)
  // What versions are called says nothing about their order.
  const schemes = a.schemes.toSorted(byDay)
  const first = (kind: "plan" | "scheme" | "either"): Received =>
    firstReceived(schemes, silent, "submission", (scheme) => {
      if (A31a === "same-act" && scheme.on < since.on) return "not-jointly"
      const is = contains(scheme, kind)
      if (is === false) return "part-of-documents"
      const to = received(ofProjectLevel(ctx, scheme.to, a, p, scheme.on), scheme.to, "info.any", scheme.on, ctx)
      return to === true && is === undefined ? undefined : to
    })
  if (A31d === "either") return first("either")
  const plan = first("plan")
  const scheme = first("scheme")
  if (!known(plan.act)) return plan
  return !known(scheme.act) || scheme.act.on > plan.act.on ? scheme : plan
}

const contains = ({ what }: Submitted, kind: "plan" | "scheme" | "either"): boolean | undefined =>
  what === undefined
    ? kind === "either"
      ? true
      : undefined
    : known(what) && (kind === "either" || what === kind || what === "both")

/** By when the documents are owed (A31a). */
const submissionDue = (applied: Act, p: View<never>, ctx: Context): Due => {
  switch (ctx.profile.readings.A31a) {
    case "same-day":
      return simultaneous(ctx, "exAnteSubmission.graceDays", applied.on, p.region)
    case "same-act":
      return { on: applied.on }
    case "before-decision":
      return { undated: "Pending" }
  }
}

/** 行政机关在申请电子政务项目立项时，应同时将建设规划或建设方案提交信息化主管部门进行评估 */
export const N31_2 = perApplication("N31.2", [], (a, p, ctx) => {
  const { applied, ended } = a
  if (!known(applied)) {
    return applied === undefined && silence(p.coverage, "application", undefined) === undefined
      ? undetermined("application")
      : notApplicable
  }
  const decision = decisionOf(a, p)
  const over = known(ended) && !(known(decision) && decision.on <= ended.on) ? ended : undefined
  const submitted = submission(a, p, ctx, applied)
  const due = submissionDue(applied, p, ctx)
  if (known(decision) && over === undefined) {
    const { act } = submitted
    if (act === undefined) return owedOf(ctx, applied, { ...submitted, otherwise: undefined }, due)
    if (act === null || act === "n/a" || act.on > decision.on) {
      const late = known(act) ? "after-the-decision" : undefined
      return submitted.doubt === undefined
        ? breached(applied, decision, submitted.note ?? late)
        : undetermined(submitted.doubt, applied)
    }
  }
  return owedOf(ctx, applied, submitted, due, over)
})

/** When an ex-ante assessment counts as done: with its result, or as soon as it has begun (A31b). */
const done = (ctx: Context): ((x: Assessment) => Fact<Act>) =>
  ctx.profile.readings.A31b === "started" ? (x) => x.started ?? x.issued : (x) => x.issued

const first = (found: ReadonlyArray<Candidate>, sure: boolean): Candidate | undefined =>
  found.find(({ counts }) => (counts === true) === sure)

/** 信息化主管部门应当对拟立项项目组织事前评估 */
export const N31_3 = perDecision("N31.3", ["assessments"], (a, p, ctx) => {
  const decision = decisionOf(a, p)
  const { applied, ended } = a
  if (!known(applied) && !known(decision)) {
    return applied === undefined && silence(p.coverage, "application", undefined) === undefined
      ? undetermined("application")
      : notApplicable
  }
  const trigger = known(applied) ? examined(applied, known(decision) ? decision : ended) : (decision as Decision)
  const over = known(decision) ? decision : known(ended) ? ended : undefined
  const found = exAnte(a, p, ctx, done(ctx)).filter(({ act }) => over === undefined || act.on <= over.on)
  const sure = first(found, true)
  const doubtful = first(found, false)
  const doubt = typeof doubtful?.counts === "string" ? doubtful.counts : assessedAll(a, p) ? undefined : "assessment"
  const due = { undated: "Pending", ...within(ctx, "exAnte.within", trigger.on, p.region) } as const
  const approved = known(decision) && decision.approved ? decision : undefined
  if (sure !== undefined) {
    const earlier = newerSchemes(sure.assessment, a).length > 0 ? "earlier-scheme" : undefined
    const late = due.on !== undefined && sure.act.on > due.on
    if (late && doubt !== undefined && (doubtful === undefined || doubtful.act.on <= due.on)) {
      return { ...undetermined(doubt, trigger), entry: due.entry, gate: "met" }
    }
    return owed(ctx, trigger, sure.act, { ...due, note: due.note ?? earlier }, "assessment", over)
  }
  if (approved === undefined)
    return owed(ctx, trigger, doubt === undefined ? null : undefined, due, doubt ?? "assessment", over)
  const gate = ctx.profile.readings.A31b === "notice" ? "met" : doubt === undefined ? "unmet" : "unknown"
  return { ...without(a, p, ctx, trigger, approved, doubt), gate }
})

/** Approved with no ex-ante assessment on record: whoever failed, the approval was barred; whether it is the authority's failure depends. */
const without = (
  a: Application,
  p: View<"applications">,
  ctx: Context,
  trigger: Act,
  approved: Decision,
  doubt: string | undefined
): Ruling<"Breached" | "NotApplicable" | "Undetermined"> => {
  if (doubt !== undefined) return undetermined(doubt, trigger)
  const submitted = submission(a, p, ctx, trigger)
  if (known(submitted.act) && submitted.act.on <= approved.on) return breached(trigger, approved, "no-assessment")
  if (submitted.doubt !== undefined) return undetermined(submitted.doubt, trigger, "no-assessment")
  return ruling("NotApplicable", trigger, approved, undefined, undefined, undefined, "nothing-submitted")
}

/** 评估意见作为投资主管部门审批立项的参考依据 */
export const N31_4 = perDecision(
  "N31.4",
  ["assessments"],
  (a, p, ctx): Ruling<"Pending" | "Fulfilled" | "Discretionary" | "Breached" | "Undetermined" | "NotApplicable"> => {
    const decision = decisionOf(a, p)
    const results = exAnte(a, p, ctx, ({ issued }) => issued)
    const opinion = results.at(-1)
    if (opinion === undefined)
      return known(decision) && !assessedAll(a, p) ? undetermined("assessment", decision) : notApplicable
    if (!known(decision)) {
      if (known(a.ended)) return notApplicable
      return decision === undefined
        ? undetermined("decision", opinion.act)
        : awaited(results.findLast(({ counts }) => counts === true) ?? opinion)
    }
    const { A10a, A31c } = ctx.profile.readings
    const { conclusion } = opinion.act
    const veto = A10a === "veto" && decision.approved && (conclusion === "not-support" || conclusion === undefined)
    if (veto) {
      const missing = opinion.counts !== true ? opinion.counts : conclusion === undefined ? "conclusion" : undefined
      const ruled = missing === undefined ? breached(opinion.act, decision) : undetermined(missing, opinion.act)
      return { ...ruled, bars: true }
    }
    const note = ({ conclusion: said }: Result): Note | undefined =>
      departs(said, decision.approved) ? "departs-from-opinion" : undefined
    const also = A31c === "same" ? referredTo(a, p, ctx).map(({ id }) => id) : []
    return referred(results, decision, { also, note })
  }
)
