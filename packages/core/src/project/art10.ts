import { silence } from "../verdict/Coverage.ts"
import { type Act, type Fact, known, latest } from "../verdict/Fact.ts"
import { type Due, owed, within } from "../verdict/owed.ts"
import { commencement } from "../verdict/Rule.ts"
import { breached, fulfilled, notApplicable, pending, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Interval, Ruling } from "../verdict/Verdict.ts"
import { measuringPlans } from "./art09.ts"
import { askedIn, decidedIn, holdsAt } from "./authorities.ts"
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

/** Whether a request asks the right authority about this scheme, or the fact without which that cannot be told (A10c, A31e). */
const counts = (r: OpinionRequest, a: Application, p: View<"applications">, ctx: Context): boolean | string => {
  const role = ctx.profile.readings.A10c === "province" ? "info.provincial" : "info.any"
  const region = decidedIn(ctx, a, p)
  if (holdsAt(ctx, r.by, "investment.any", region, r.on) === false) return false
  const addressed = holdsAt(ctx, r.to, role, region, r.on)
  if (addressed === false) return false
  const since = ctx.profile.readings.A31e === "anew" ? newer(a, r) : []
  if (since.some((s) => s.material === true)) return false
  if (addressed === undefined) return "opinionRequest.to"
  return since.some((s) => s.material === undefined) ? "material" : true
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
  const returned = known(ended) && !(known(decision) && decision.on <= ended.on) ? ended : undefined
  const over = known(decision) ? decision : returned
  let asked: OpinionRequest | undefined
  let doubt: string | undefined = heardAll(a, p) ? undefined : "opinionRequest"
  let doubtful: OpinionRequest | undefined
  for (const r of a.requests) {
    if (over !== undefined && r.on > over.on) continue
    const answer = counts(r, a, p, ctx)
    if (typeof answer === "string") {
      doubt = answer
      if (doubtful === undefined || r.on < doubtful.on) doubtful = r
    } else if (answer && (asked === undefined || r.on < asked.on)) asked = r
  }
  const due = within(ctx, "opinionRequest.within", trigger.on, p.region)
  const request = asked ?? (doubt === undefined ? null : undefined)
  const note = asked !== undefined && newer(a, asked).length > 0 ? "earlier-scheme" : undefined
  const timely = owed(
    ctx,
    trigger,
    request,
    { ...due, undated: "Pending", note: due.note ?? note },
    doubt ?? "opinionRequest",
    returned
  )
  if (
    timely.status === "FulfilledLate" &&
    doubt !== undefined &&
    doubtful !== undefined &&
    doubtful.on <= (due.on ?? "")
  ) {
    return undetermined(doubt, trigger)
  }
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

type Answered = Ruling<
  | "Pending"
  | "DueUnspecified"
  | "Overdue"
  | "Fulfilled"
  | "FulfilledLate"
  | "Breached"
  | "Undetermined"
  | "NotApplicable"
>

/** The earlier of two ends of a round. */
const endOf = (decision: Fact<Decision>, ended: Fact<Act>): Act | undefined =>
  known(decision) ? (known(ended) && ended.on < decision.on ? ended : decision) : known(ended) ? ended : undefined

/** What one request for an opinion came to, where it asked the right authority. */
const answered = (request: OpinionRequest, a: Application, p: View<"applications">, ctx: Context): Answered => {
  const ended = endOf(decisionOf(a, p), a.ended)
  const due = within(ctx, "opinion.within", request.on, p.region)
  const replies = a.opinions.filter((o) => o.request === request.id && (ended === undefined || o.on <= ended.on))
  const reply = latest(replies)
  if (reply === undefined) {
    const silent = heardAll(a, p) ? null : undefined
    const deemed = ctx.profile.readings.A10b === "deemed" && silent === null && ended === undefined
    return deemed && due.on !== undefined && ctx.asOf > due.on
      ? ruling("Fulfilled", request, undefined, due.on, due.entry, undefined, "deemed-consent")
      : owed(ctx, request, silent, due, "opinion", ended)
  }
  const said = content(reply, p, ctx)
  const gate = gates[said.is]
  const intervals = replaced(replies, p, ctx)
  if (said.is === "unknown") return { ...undetermined(said.missing ?? "opinion", request), act: reply, gate, intervals }
  if (said.is === "incomplete") {
    return { ...breached(request, reply, "opinion-not-explicit"), due: due.on, entry: due.entry, gate, intervals }
  }
  return { ...timely(request, replies, due, p, ctx), gate, intervals }
}

const after = (o: Opinion, other: Opinion): boolean =>
  o.on > other.on || (o.on === other.on && (o.ref ?? "") > (other.ref ?? ""))

const firstAfter = (replies: ReadonlyArray<Opinion>, since: Opinion | undefined): Opinion | undefined => {
  let first: Opinion | undefined
  for (const o of replies) {
    if ((since === undefined || after(o, since)) && (first === undefined || after(first, o))) first = o
  }
  return first
}

/** The evasive replies of which another took the place: what was not as provided stays on record. */
const replaced = (
  replies: ReadonlyArray<Opinion>,
  p: View<never>,
  ctx: Context
): ReadonlyArray<Interval> | undefined => {
  const evasive = replies.filter((o) => content(o, p, ctx).is === "incomplete")
  const others = replies.filter((o) => !evasive.includes(o))
  const intervals = evasive.flatMap((o): ReadonlyArray<Interval> => {
    const next = firstAfter(others, o)
    return next === undefined ? [] : [{ status: "Breached", from: o.on, until: next.on, act: o }]
  })
  return intervals.length === 0 ? undefined : intervals
}

/** The latest reply is explicit: the first explicit one since the last evasive one decides the time, and revising it keeps the time. */
const timely = (
  request: OpinionRequest,
  replies: ReadonlyArray<Opinion>,
  due: Due,
  p: View<never>,
  ctx: Context
): Answered => {
  const said = (is: Content): ReadonlyArray<Opinion> => replies.filter((o) => content(o, p, ctx).is === is)
  const last = latest(said("incomplete"))
  const explicit = owed(ctx, request, firstAfter(said("complete"), last) ?? null, due, "opinion")
  if (explicit.status === "FulfilledLate") {
    const doubtful = firstAfter(said("unknown"), last)
    if (doubtful !== undefined && doubtful.on <= (due.on ?? "")) {
      return undetermined(content(doubtful, p, ctx).missing ?? "opinion", request)
    }
  }
  return last === undefined ? explicit : { ...explicit, note: "replaced-reply" }
}

/** Of a request whose addressee is not known nobody can tell whether it set the duty to answer off (A10c). */
const addressed = (request: OpinionRequest, a: Application, p: View<"applications">, ctx: Context): Answered => {
  const role = ctx.profile.readings.A10c === "province" ? "info.provincial" : "info.any"
  const right = holdsAt(ctx, request.to, role, askedIn(ctx, request, a, p), request.on)
  if (right === false) return notApplicable
  const r = answered(request, a, p, ctx)
  if (right === true || r.status === "NotApplicable") return r
  return { ...undetermined("opinionRequest.to", request), act: r.act, gate: r.gate }
}

/** 信息化主管部门应当根据电子政务发展规划和项目评估情况对电子政务项目给出明确意见 */
export const N10_3 = each("N10.3", ["applications"], (p, ctx, ruled) => {
  for (const a of p.applications)
    for (const request of a.requests) ruled(request.instance, addressed(request, a, p, ctx))
})
