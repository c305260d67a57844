import { silence } from "../verdict/Coverage.ts"
import { known, latest } from "../verdict/Fact.ts"
import { type Owed, owed, within } from "../verdict/owed.ts"
import { commencement } from "../verdict/Rule.ts"
import { breached, fulfilled, notApplicable, pending, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Note, Ruling } from "../verdict/Verdict.ts"
import { askedIn, holdsAt } from "./authorities.ts"
import {
  askedRole,
  awaiting,
  counts,
  decisionOf,
  examined,
  heardAll,
  newer,
  ofAuthority,
  referredTo,
  uncounted
} from "./consultation.ts"
import type { Application, Decision, Opinion, OpinionRequest } from "./Project.ts"
import { each, perDecision, type View } from "./Rule.ts"
import { departs } from "./reference.ts"
import { answered } from "./reply.ts"

/** 投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见 */
export const N10_1 = perDecision("N10.1", [], (a, p, ctx) => {
  const decision = decisionOf(a, p)
  const { applied, ended } = a
  if (!known(applied) && !known(decision)) {
    if (known(ended) && ended.on < commencement) return notApplicable
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
  let why: Note | undefined
  for (const r of a.requests) {
    if (over !== undefined && r.on > over.on) {
      if (known(decision)) why ??= "after-the-decision"
      continue
    }
    const answer = counts(r, a, p, ctx)
    if (typeof answer === "string") {
      doubt = answer
      if (doubtful === undefined || r.on < doubtful.on) doubtful = r
    } else if (!answer) why ??= uncounted(r, a, p, ctx)
    else if (asked === undefined || r.on < asked.on) asked = r
  }
  const due = within(ctx, "opinionRequest.within", trigger.on, p.region)
  const request = asked ?? (doubt === undefined ? null : undefined)
  const unsure = doubtful && uncounted(doubtful, a, p, ctx)
  const note = asked === undefined ? why : newer(a, asked).length > 0 ? "earlier-scheme" : undefined
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
    due.on !== undefined &&
    doubt !== undefined &&
    doubtful !== undefined &&
    doubtful.on <= due.on
  ) {
    return { ...undetermined(doubt, trigger, unsure), entry: due.entry }
  }
  if (timely.status === "Undetermined" && asked === undefined) return { ...timely, note: timely.note ?? unsure }
  if (!known(decision) || timely.status === "Breached") return timely
  if (asked !== undefined) return timely.status === "NotApplicable" ? fulfilled(trigger, asked, note) : timely
  return doubt === undefined ? breached(trigger, decision, note) : undetermined(doubt, decision, unsure)
})

/** 以信息化主管部门的意见作为审批的参考依据 */
export const N10_2 = perDecision(
  "N10.2",
  [],
  (a, p, ctx): Ruling<"Pending" | "Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
    const decision = decisionOf(a, p)
    const opinions = referredTo(a, p, ctx)
    const opinion = latest(opinions, known(decision) ? decision.on : undefined)
    if (!known(decision)) {
      if (opinion === undefined || known(a.ended)) return notApplicable
      return decision === undefined ? undetermined("decision", opinion) : pending(opinion)
    }
    const { A10a, A10e } = ctx.profile.readings
    const unanswered = a.requests.filter(
      (r) =>
        r.on <= decision.on &&
        counts(r, a, p, ctx) !== false &&
        !opinions.some((o) => o.request === r.id && o.on <= decision.on)
    )
    const waiting = A10e === "wait" && unanswered.length > 0
    const gate = unanswered.some((r) => counts(r, a, p, ctx) === true) ? "unmet" : "unknown"
    if (opinion === undefined) {
      if (!heardAll(a, p)) return undetermined("opinion", decision)
      if (unanswered.length === 0) return notApplicable
      return {
        ...ruling("NotApplicable", unanswered[0], decision, undefined, undefined, undefined, "asked-unanswered"),
        ...(waiting ? { gate, bars: true } : {})
      }
    }
    const sure = latest(
      opinions.filter((o) => surely(o, a, p, ctx)),
      decision.on
    )
    const referred = weighed(opinion, sure, decision, A10a === "veto" && decision.approved)
    return waiting && referred.bars === undefined ? { ...referred, gate, bars: true } : referred
  }
)

/** Whether an opinion is known to be one that has to be referred to. */
const surely = (o: Opinion, a: Application, p: View<"applications">, ctx: Context): boolean => {
  const request = a.requests.find((r) => r.id === o.request)
  return ofAuthority(o, a, p, ctx) === true && (request === undefined || counts(request, a, p, ctx) === true)
}

/**
 * What a decision made of the latest opinion before it and of the latest that is surely the authority's: one of which nobody knows whether
 * it is the authority's takes the place of none that is.
 */
const weighed = (
  opinion: Opinion,
  sure: Opinion | undefined,
  decision: Decision,
  veto: boolean
): ReturnType<typeof reference> => {
  const said = reference(opinion, decision, veto)
  if (sure === opinion) return said
  const own = sure === undefined ? undefined : reference(sure, decision, veto)
  if (own?.status === "Breached") return own
  if (said.status === "Breached") return { ...undetermined("opinion.by", opinion), bars: said.bars }
  return own === undefined || own.note === said.note ? said : { ...said, note: undefined }
}

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
  return fulfilled(opinion, decision, departs(conclusion, decision.approved) ? "departs-from-opinion" : undefined)
}

/** Of a request whose addressee is not known nobody can tell whether it set the duty to answer off (A10c). */
const addressed = (request: OpinionRequest, a: Application, p: View<"applications">, ctx: Context): Ruling<Owed> => {
  const right = holdsAt(ctx, request.to, askedRole(ctx), askedIn(ctx, request, a, p), request.on)
  if (right === false) return notApplicable
  const r = answered(request, a, p, ctx)
  if (right === true || r.status === "NotApplicable") return r
  return { ...undetermined("opinionRequest.to", request), act: r.act, entry: r.entry, gate: r.gate }
}

/** 信息化主管部门应当根据电子政务发展规划和项目评估情况对电子政务项目给出明确意见 */
export const N10_3 = each("N10.3", ["applications"], (p, ctx, ruled) => {
  for (const a of p.applications)
    for (const request of a.requests) ruled(request.instance, addressed(request, awaiting(request, a), p, ctx))
})
