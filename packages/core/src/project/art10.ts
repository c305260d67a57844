import { silence } from "../verdict/Coverage.ts"
import { type Act, type Fact, known, latest } from "../verdict/Fact.ts"
import { owed, within } from "../verdict/owed.ts"
import { commencement } from "../verdict/Rule.ts"
import { breached, fulfilled, notApplicable, pending, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { measuringPlans } from "./art09.ts"
import { decidedIn, holdsAt } from "./authorities.ts"
import type { Application, Decision, Opinion, OpinionRequest } from "./Project.ts"
import { each, perApplication, type View } from "./Rule.ts"

/** The decision of a round; where nothing was stated, what the silence of the record means. */
const decisionOf = (a: Application, p: View<never>): Fact<Decision> =>
  a.decision === undefined ? silence(p.coverage, "decision", known(a.applied) ? a.applied.on : undefined) : a.decision

/** Whether the record of requests and opinions of a round is complete. */
const heardAll = (a: Application, p: View<never>): boolean =>
  silence(p.coverage, "consultation", known(a.applied) ? a.applied.on : undefined) === null

/** A round still under examination when the Measures took force is examined under them from that day (A36b); one over by then is not judged. */
const examined = (act: Act, over: Fact<Act>): Act => {
  if (known(over) && over.on < commencement) return over
  return act.on < commencement ? { ...act, on: commencement } : act
}

/** Whether a request asks the right authority: true, false, or `undefined` when that cannot be told (A10c, A31e). */
const counts = (r: OpinionRequest, a: Application, p: View<never>, ctx: Context): boolean | undefined => {
  const role = ctx.profile.readings.A10c === "province" ? "info.provincial" : "info.any"
  const region = decidedIn(ctx, a, p)
  if (holdsAt(ctx, r.by, "investment.any", region, r.on) === false) return false
  const addressed = holdsAt(ctx, r.to, role, region, r.on)
  if (addressed !== true || ctx.profile.readings.A31e === "counts") return addressed
  let answer: boolean | undefined = true
  for (const s of newer(a, r)) {
    if (s.material === true) return false
    if (s.material === undefined) answer = undefined
  }
  return answer
}

/** Versions of the scheme that came after an act and not after the decision. */
const newer = (a: Application, act: Act): Application["schemes"] =>
  a.schemes.filter((s) => s.on > act.on && !(known(a.decision) && s.on > a.decision.on))

/** 投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见 */
export const N10_1 = perApplication("N10.1", [], (a, p, ctx) => {
  const decision = decisionOf(a, p)
  const { applied, ended } = a
  if (!known(applied) && !known(decision)) {
    return applied === undefined && silence(p.coverage, "application", undefined) === undefined
      ? undetermined("application")
      : notApplicable
  }
  const trigger = known(applied) ? examined(applied, known(decision) ? decision : ended) : (decision as Decision)
  let asked: OpinionRequest | undefined
  let doubt: string | undefined = heardAll(a, p) ? undefined : "opinionRequest"
  for (const r of a.requests) {
    if (known(decision) && r.on > decision.on) continue
    const answer = counts(r, a, p, ctx)
    if (answer === undefined) doubt = "opinionRequest.to"
    else if (answer && (asked === undefined || r.on < asked.on)) asked = r
  }
  const due = within(ctx, "opinionRequest.within", trigger.on, p.region)
  const request = asked ?? (doubt === undefined ? null : undefined)
  const note = asked !== undefined && newer(a, asked).length > 0 ? "earlier-scheme" : undefined
  const returned = known(ended) && !(known(decision) && decision.on <= ended.on) ? ended : undefined
  const timely = owed(ctx, trigger, request, { ...due, undated: "Pending", note }, doubt ?? "opinionRequest", returned)
  if (!known(decision) || timely.status === "Breached") return timely
  if (asked !== undefined) return timely.status === "NotApplicable" ? fulfilled(trigger, asked, note) : timely
  return doubt === undefined ? breached(trigger, decision) : undetermined(doubt, decision)
})

/** 以信息化主管部门的意见作为审批的参考依据 */
export const N10_2 = perApplication(
  "N10.2",
  [],
  (a, p, ctx): Ruling<"Pending" | "Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
    const decision = decisionOf(a, p)
    const opinion = latest(a.opinions, known(decision) ? decision.on : undefined)
    if (!known(decision)) {
      if (opinion === undefined || known(a.ended)) return notApplicable
      return decision === undefined ? undetermined("decision", opinion) : pending(opinion)
    }
    const { A10a, A10e } = ctx.profile.readings
    const unanswered = a.requests.find(
      (r) => r.on <= decision.on && !a.opinions.some((o) => o.request === r.id && o.on <= decision.on)
    )
    const waiting = A10e === "wait" && unanswered !== undefined
    if (opinion === undefined) {
      if (!heardAll(a, p)) return undetermined("opinion", decision)
      if (unanswered === undefined) return notApplicable
      return {
        ...ruling("NotApplicable", unanswered, decision, undefined, undefined, undefined, "asked-unanswered"),
        ...(waiting ? { gate: "unmet", bars: true } : {})
      }
    }
    const referred = reference(opinion, decision, A10a === "veto" && decision.approved)
    return waiting && referred.bars === undefined ? { ...referred, gate: "unmet", bars: true } : referred
  }
)

/** 参考依据: the opinion must have been before the decision-maker; what he then decides is his. */
const reference = (
  opinion: Opinion,
  decision: Decision,
  veto: boolean
): Ruling<"Fulfilled" | "Breached" | "Undetermined"> => {
  const { conclusion } = opinion
  if (veto && conclusion === "not-support") return { ...breached(opinion, decision), bars: true }
  if (veto && conclusion === undefined) return { ...undetermined("conclusion", opinion), bars: true }
  const { considered } = decision
  if (considered === undefined) return undetermined("considered", opinion)
  if (!known(considered) || !considered.includes(opinion.id)) return breached(opinion, decision)
  const departs = decision.approved
    ? conclusion === "not-support"
    : conclusion === "support" || conclusion === "support-with-conditions"
  return fulfilled(opinion, decision, departs ? "departs-from-opinion" : undefined)
}

type Content = "complete" | "incomplete" | "unknown"

/** 明确意见, on plan and assessment: whether a reply says what art. 10 asks of it (A10d, A31c, A09b). */
const content = (o: Opinion, p: View<never>, ctx: Context): { readonly is: Content; readonly missing?: string } => {
  const { A10d, A31c } = ctx.profile.readings
  const { assessment, conclusion, conditions } = o
  if (conclusion === "support-with-conditions") {
    if (A10d === "binary" || conditions === null || conditions === "n/a") return { is: "incomplete" }
  } else if (conclusion !== undefined && conclusion !== "support" && conclusion !== "not-support")
    return { is: "incomplete" }
  const plans = measuringPlans(p, ctx, o)
  const planned =
    plans?.length === 0 || o.plan === undefined
      ? undefined
      : known(o.plan) && (plans === undefined || plans.some((plan) => plan.id === o.plan))
  if (planned === false) return { is: "incomplete" }
  if (A31c === "two-roles" && assessment !== undefined && !known(assessment)) return { is: "incomplete" }
  if (conclusion === undefined) return { is: "unknown", missing: "conclusion" }
  if (conclusion === "support-with-conditions" && conditions === undefined)
    return { is: "unknown", missing: "conditions" }
  if (plans?.length !== 0 && (o.plan === undefined || plans === undefined)) {
    return { is: "unknown", missing: o.plan === undefined ? "basis.plan" : "plansInForce" }
  }
  if (A31c === "two-roles" && assessment === undefined) return { is: "unknown", missing: "basis.assessment" }
  return { is: "complete" }
}

const gates = { complete: "met", incomplete: "unmet", unknown: "unknown" } as const

/** What one request for an opinion came to. */
const answered = (
  request: OpinionRequest,
  a: Application,
  p: View<never>,
  ctx: Context
): Ruling<
  | "Pending"
  | "DueUnspecified"
  | "Overdue"
  | "Fulfilled"
  | "FulfilledLate"
  | "Breached"
  | "Undetermined"
  | "NotApplicable"
> => {
  const to = request.to
  const region = decidedIn(ctx, a, p)
  if (
    holdsAt(ctx, to, ctx.profile.readings.A10c === "province" ? "info.provincial" : "info.any", region, request.on) ===
    false
  )
    return notApplicable
  const decision = decisionOf(a, p)
  const ended =
    known(decision) && known(a.ended)
      ? a.ended.on < decision.on
        ? a.ended
        : decision
      : known(decision)
        ? decision
        : known(a.ended)
          ? a.ended
          : undefined
  const due = within(ctx, "opinion.within", request.on, p.region)
  const replies = a.opinions.filter((o) => o.request === request.id && (ended === undefined || o.on <= ended.on))
  const reply = latest(replies)
  if (reply === undefined) {
    const silent = heardAll(a, p) ? null : undefined
    if (
      ctx.profile.readings.A10b === "deemed" &&
      due.on !== undefined &&
      silent === null &&
      ended === undefined &&
      ctx.asOf > due.on
    ) {
      return ruling("Fulfilled", request, undefined, due.on, due.entry, undefined, "deemed-consent")
    }
    return owed(ctx, request, silent, due, "opinion", ended)
  }
  const said = content(reply, p, ctx)
  const gate = gates[said.is]
  if (said.is === "unknown") return { ...undetermined(said.missing ?? "opinion", request), act: reply, gate }
  if (said.is === "incomplete")
    return { ...breached(request, reply, "opinion-not-explicit"), due: due.on, entry: due.entry, gate }
  const before = replies.filter((o) => o !== reply && content(o, p, ctx).is === "incomplete")
  const inTime = owed(ctx, request, reply, due, "opinion")
  if (before.length === 0) return { ...inTime, gate }
  const intervals = before.map((o) => ({ status: "Breached" as const, from: o.on, until: reply.on, act: o }))
  return { ...inTime, note: "replaced-reply", gate, intervals }
}

/** 信息化主管部门应当根据电子政务发展规划和项目评估情况对电子政务项目给出明确意见 */
export const N10_3 = each("N10.3", ["applications"], (p, ctx, ruled) => {
  for (const a of p.applications)
    for (const request of a.requests) ruled(request.instance, answered(request, a, p, ctx))
})
