/** What a request for an opinion came to: whether a reply says what art. 10 asks of it, and when it did. */
import { type Act, type Fact, known, later, latest } from "../verdict/Fact.ts"
import { type Due, measured, type Owed, owed, within } from "../verdict/owed.ts"
import { breached, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Interval, Ruling } from "../verdict/Verdict.ts"
import { measuringPlans } from "./art09.ts"
import type { Answer } from "./assessing.ts"
import { decisionOf, heardAll, ofAuthority } from "./consultation.ts"
import type { Application, Decision, Opinion, OpinionRequest } from "./Project.ts"
import type { View } from "./Rule.ts"

/** 明确意见, on plan and assessment: whether a reply says what art. 10 asks of it (A10d, A31c, A09b), or the fact without which that cannot be told. */
const explicit = (o: Opinion, p: View<never>, ctx: Context): Answer => {
  const { A10d, A31c } = ctx.profile.readings
  const { assessment, conclusion, conditions } = o
  if (conclusion === "support-with-conditions") {
    if (A10d === "binary" || conditions === null || conditions === "n/a") return false
  } else if (conclusion !== undefined && conclusion !== "support" && conclusion !== "not-support") return false
  const plans = measuringPlans(p, ctx, o)
  const planned =
    plans?.length === 0 || o.plan === undefined
      ? undefined
      : known(o.plan) && (plans === undefined || plans.some((plan) => plan.id === o.plan))
  if (planned === false) return false
  if (A31c === "two-roles" && assessment !== undefined && !known(assessment)) return false
  if (conclusion === undefined) return "conclusion"
  if (conclusion === "support-with-conditions" && conditions === undefined) return "conditions"
  if (plans?.length !== 0 && (o.plan === undefined || plans === undefined))
    return o.plan === undefined ? "basis.plan" : "plansInForce"
  return A31c === "two-roles" && assessment === undefined ? "basis.assessment" : true
}

/** The earlier of two ends of a round. */
const endOf = (decision: Fact<Decision>, ended: Fact<Act>): Act | undefined =>
  known(decision) ? (known(ended) && ended.on < decision.on ? ended : decision) : known(ended) ? ended : undefined

/** What one request for an opinion came to, where it asked the right authority. */
export const answered = (
  request: OpinionRequest,
  a: Application,
  p: View<"applications">,
  ctx: Context
): Ruling<Owed> => {
  const ended = endOf(decisionOf(a, p), a.ended)
  const due = within(ctx, "opinion.within", request.on, p.region)
  const replies = a.opinions.filter(
    (o) =>
      o.request === request.id &&
      o.on >= request.on &&
      (ended === undefined || o.on <= ended.on) &&
      ofAuthority(o, a, p, ctx) !== false
  )
  const reply = latest(replies)
  if (reply === undefined) {
    const over = ended !== undefined && ended.on < request.on
    const silent = over || heardAll(a, p) ? null : undefined
    const deemed = ctx.profile.readings.A10b === "deemed" && silent === null && ended === undefined
    return deemed && due.on !== undefined && ctx.asOf > due.on
      ? ruling("Fulfilled", request, undefined, due.on, due.entry, undefined, "deemed-consent")
      : owed(ctx, request, silent, due, "opinion", ended)
  }
  const sure = replies.filter((o) => ofAuthority(o, a, p, ctx) === true)
  const intervals = replaced(sure, replies, p, ctx)
  if (!sure.includes(reply)) return { ...undetermined("opinion.by", request), act: reply, intervals }
  const said = explicit(reply, p, ctx)
  if (typeof said === "string") return { ...undetermined(said, request), act: reply, gate: "unknown", intervals }
  if (!said)
    return {
      ...breached(request, reply, "opinion-not-explicit"),
      due: due.on,
      entry: due.entry,
      gate: "unmet",
      intervals
    }
  // A reply of somebody outside the directory may count or not: the status is known only where the best and the worst case agree.
  const timed = (counts: (o: Opinion) => boolean): Ruling<Owed> =>
    timely(
      request,
      replies.filter((o) => sure.includes(o) || counts(o)),
      due,
      p,
      ctx
    )
  const evasive = (o: Opinion): boolean => explicit(o, p, ctx) === false
  const worst = timed(evasive)
  const best = timed((o) => !evasive(o))
  if (best.status !== worst.status)
    return { ...undetermined("opinion.by", request), act: reply, entry: due.entry, gate: "met", intervals }
  return { ...worst, gate: "met", intervals, ...(intervals === undefined ? {} : { note: "replaced-reply" }) }
}

const firstAfter = (replies: ReadonlyArray<Opinion>, since: Opinion | undefined): Opinion | undefined => {
  let first: Opinion | undefined
  for (const o of replies) {
    if ((since === undefined || later(o, since)) && (first === undefined || later(first, o))) first = o
  }
  return first
}

/** The evasive replies of the authority of which another took the place: what was not as provided stays on record. */
const replaced = (
  sure: ReadonlyArray<Opinion>,
  replies: ReadonlyArray<Opinion>,
  p: View<never>,
  ctx: Context
): ReadonlyArray<Interval> | undefined => {
  const evasive = sure.filter((o) => explicit(o, p, ctx) === false)
  const others = replies.filter((o) => explicit(o, p, ctx) !== false)
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
): Ruling<Owed> => {
  const said = (o: Opinion): Answer => explicit(o, p, ctx)
  const last = latest(replies.filter((o) => said(o) === false))
  const first = firstAfter(
    replies.filter((o) => said(o) === true),
    last
  )
  const ruled = measured(ctx, request, first ?? null, due)
  if (ruled.status === "FulfilledLate" && due.on !== undefined) {
    const next = firstAfter(replies, last)
    const missing = next !== undefined && next.on <= due.on && said(next)
    if (typeof missing === "string") return { ...undetermined(missing, request), entry: due.entry }
  }
  return ruled
}
