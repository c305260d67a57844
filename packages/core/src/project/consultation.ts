/** What the rules of art. 10 share: the decision of a round, its requests, and the opinions that answer them. */

import { received } from "../verdict/addressing.ts"
import { silence } from "../verdict/Coverage.ts"
import { perDecision } from "../verdict/decisions.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import { commencement } from "../verdict/Rule.ts"
import type { Context, Note } from "../verdict/Verdict.ts"
import { askedIn, decidedIn, holdsAt } from "./authorities.ts"
import type { Application, Decision, Opinion, OpinionRequest } from "./Project.ts"
import type { View } from "./Rule.ts"

/** The decision of a round; where nothing was stated, what the silence of the record means. */
export const decisionOf = (a: Application, p: View<never>): Fact<Decision> =>
  a.decision === undefined ? silence(p.coverage, "decision", known(a.applied) ? a.applied.on : undefined) : a.decision

/** The round as the first decision has it before it that came on or after an act; as the last one has, where none did. */
export const awaiting = (act: Act, a: Application): Application => {
  const views = perDecision(a)
  return views.find(({ decision }) => !known(decision) || decision.on >= act.on) ?? (views.at(-1) as Application)
}

/** Whether the record of requests and opinions of a round is complete. */
export const heardAll = (a: Application, p: View<never>): boolean =>
  silence(p.coverage, "consultation", known(a.applied) ? a.applied.on : undefined) === null

/** A round still under examination when the Measures took force is examined under them from that day (A36b); one over by then is not judged. */
export const examined = (act: Act, over: Fact<Act>): Act => {
  if (known(over) && over.on < commencement) return over
  return act.on < commencement ? { ...act, on: commencement } : act
}

/** Which informatization authority is asked: the one of the same level, or always the provincial one (A10c). */
export const askedRole = (ctx: Context): "info.any" | "info.provincial" =>
  ctx.profile.readings.A10c === "province" ? "info.provincial" : "info.any"

/** Whether a request asks the right authority about this scheme, or the fact without which that cannot be told (A10c, A31e). */
export const counts = (r: OpinionRequest, a: Application, p: View<"applications">, ctx: Context): boolean | string => {
  const region = decidedIn(ctx, a, p)
  if (holdsAt(ctx, r.by, "investment.any", region, r.on) === false) return false
  const addressed = holdsAt(ctx, r.to, askedRole(ctx), region, r.on)
  if (addressed === false) return false
  const since = ctx.profile.readings.A31e === "anew" ? newer(a, r) : []
  if (since.some((s) => s.material === true)) return false
  if (addressed === undefined) return "opinionRequest.to"
  return since.some((s) => s.material === undefined) ? "material" : true
}

/** Why a request counts for none of the authority that has to be asked, or why that cannot be told. */
export const uncounted = (
  r: OpinionRequest,
  a: Application,
  p: View<"applications">,
  ctx: Context
): Note | undefined => {
  const region = decidedIn(ctx, a, p)
  if (holdsAt(ctx, r.by, "investment.any", region, r.on) === false) return "other-body"
  const role = askedRole(ctx)
  const addressed = received(holdsAt(ctx, r.to, role, region, r.on), r.to, role, r.on, ctx)
  return addressed === true ? "earlier-scheme" : addressed
}

/** Versions of the scheme that came after an act and not after the decision. */
export const newer = (a: Application, act: Act): Application["schemes"] =>
  a.schemes.filter((s) => s.on > act.on && !(known(a.decision) && s.on > a.decision.on))

/**
 * Whether an opinion is one of the informatization authority that has to be asked: of another body it is none. Not stated who gave it:
 * whoever was asked. `undefined`: it cannot be told.
 */
export const ofAuthority = (o: Opinion, a: Application, p: View<"applications">, ctx: Context): boolean | undefined => {
  if (o.by === undefined) return true
  const request = a.requests.find((r) => r.id === o.request)
  const region = request === undefined ? decidedIn(ctx, a, p) : askedIn(ctx, request, a, p)
  return holdsAt(ctx, o.by, askedRole(ctx), region, o.on)
}

/** The opinions of a round that have to be before the decision-maker: of the right authority, on a request that asked it, if on any. */
export const referredTo = (a: Application, p: View<"applications">, ctx: Context): ReadonlyArray<Opinion> =>
  a.opinions.filter((o) => {
    const request = a.requests.find((r) => r.id === o.request)
    return ofAuthority(o, a, p, ctx) !== false && (request === undefined || counts(request, a, p, ctx) !== false)
  })
