/** What a request for an opinion came to: whether a reply says what art. 10 asks of it, and when it did. */
import type { CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, type Fact, known, later, latest } from "../verdict/Fact.ts"
import { type Due, measured, type Owed, owed, within } from "../verdict/owed.ts"
import { breached, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Interval, Ruling } from "../verdict/Verdict.ts"
import { measuringPlans } from "./art09.ts"
import type { Answer } from "./assessing.ts"
import { decisionOf, heardAll, ofAuthority } from "./consultation.ts"
import type { Application, Decision, Opinion, OpinionRequest } from "./Project.ts"
import type { View } from "./Rule.ts"

/** Whether anything was submitted for assessment in a round by a day; without it there is no assessment for an opinion to rest on. */
const submittedBy = (a: Application, p: View<never>, on: CivilDate): boolean | undefined => {
  if (a.schemes.some((scheme) => scheme.on <= on)) return true
  const since = known(a.applied) ? a.applied.on : undefined
  return silence(p.coverage, "submission", since) === null ? false : undefined
}

/** Whether an opinion rests on no assessment because none was possible. */
const withoutAssessment = (o: Opinion, a: Application, p: View<never>, ctx: Context): boolean =>
  ctx.profile.readings.A31c === "two-roles" && !known(o.assessment) && submittedBy(a, p, o.on) === false

/** 明确意见, on plan and assessment: whether a reply says what art. 10 asks of it (A10d, A31c, A09b), or the fact without which that cannot be told. */
const explicit = (o: Opinion, a: Application, p: View<never>, ctx: Context): Answer => {
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
  const assessed = A31c !== "two-roles" || known(assessment) || withoutAssessment(o, a, p, ctx)
  if (!assessed && assessment !== undefined && submittedBy(a, p, o.on) === true) return false
  if (conclusion === undefined) return "conclusion"
  if (conclusion === "support-with-conditions" && conditions === undefined) return "conditions"
  if (plans?.length !== 0 && (o.plan === undefined || plans === undefined))
    return o.plan === undefined ? "basis.plan" : "plansInForce"
  if (assessed) return true
  return assessment === undefined ? "basis.assessment" : "submission"
}

/** The earlier of two ends of a round. */
const endOf = (decision: Fact<Decision>, ended: Fact<Act>): Act | undefined =>
  known(decision) ? (known(ended) && ended.on < decision.on ? ended : decision) : known(ended) ? ended : undefined

/** What a request came to if these replies count. */
const came = (
  replies: ReadonlyArray<Opinion>,
  request: OpinionRequest,
  ended: Act | undefined,
  due: Due,
  a: Application,
  p: View<"applications">,
  ctx: Context
): Ruling<Owed> => {
  const reply = latest(replies)
  if (reply === undefined) {
    const over = ended !== undefined && ended.on < request.on
    const silent = over || heardAll(a, p) ? null : undefined
    const deemed = ctx.profile.readings.A10b === "deemed" && silent === null && ended === undefined
    return deemed && due.on !== undefined && ctx.asOf > due.on
      ? ruling("Fulfilled", request, undefined, due.on, due.entry, undefined, "deemed-consent")
      : owed(ctx, request, silent, due, "opinion", ended)
  }
  const said = explicit(reply, a, p, ctx)
  if (typeof said === "string") return { ...undetermined(said, request), act: reply, gate: "unknown" }
  if (said) {
    const ruled = timely(request, replies, due, a, p, ctx)
    const note = ruled.note ?? (withoutAssessment(reply, a, p, ctx) ? "nothing-submitted" : undefined)
    return { ...ruled, note, gate: "met" }
  }
  const evasive = { ...breached(request, reply, "opinion-not-explicit"), due: due.on, entry: due.entry }
  return { ...evasive, gate: "unmet", outstanding: ended === undefined ? true : undefined }
}

/**
 * The replies that may be all that count, where of some nobody knows whether they are the authority's: those that are for sure come first. Of
 * the others each later one may be the last; of those before it either the evasive ones count or those that are not, and so does the time.
 */
const possible = (
  replies: ReadonlyArray<Opinion>,
  sure: ReadonlyArray<Opinion>,
  a: Application,
  p: View<never>,
  ctx: Context
): ReadonlyArray<ReadonlyArray<Opinion>> => {
  const unsure = replies.filter((o) => !sure.includes(o))
  if (unsure.length === 0) return [sure]
  const evasive = (o: Opinion): boolean => explicit(o, a, p, ctx) === false
  const last = latest(sure)
  const ends = [last, ...unsure.filter((o) => last === undefined || later(o, last))]
  const worlds = ends.flatMap((end) => {
    if (end === undefined) return []
    const upTo = unsure.filter((o) => o !== end && later(end, o))
    const beside = (counts: (o: Opinion) => boolean): ReadonlyArray<Opinion> => [
      ...new Set([...sure, ...upTo.filter(counts), end])
    ]
    return [beside(evasive), beside((o) => !evasive(o))]
  })
  return [sure, ...worlds]
}

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
  const sure = replies.filter((o) => ofAuthority(o, a, p, ctx) === true)
  const [surely, ...others] = possible(replies, sure, a, p, ctx).map((counted) =>
    came(counted, request, ended, due, a, p, ctx)
  ) as [Ruling<Owed>, ...ReadonlyArray<Ruling<Owed>>]
  const reply = latest(replies)
  if (reply === undefined) return surely
  const intervals = replaced(sure, replies, a, p, ctx)
  // A reply of somebody outside the directory may count or not: what is the same either way is known.
  if (others.some(({ missing, status }) => status !== surely.status || missing !== surely.missing)) {
    const gate = others.every((other) => other.gate === surely.gate) ? surely.gate : undefined
    return { ...undetermined("opinion.by", request), act: reply, entry: due.entry, intervals, gate }
  }
  const note = intervals !== undefined && surely.gate === "met" ? "replaced-reply" : surely.note
  return { ...surely, intervals, note }
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
  a: Application,
  p: View<never>,
  ctx: Context
): ReadonlyArray<Interval> | undefined => {
  const evasive = sure.filter((o) => explicit(o, a, p, ctx) === false)
  const others = replies.filter((o) => explicit(o, a, p, ctx) !== false)
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
  a: Application,
  p: View<never>,
  ctx: Context
): Ruling<Owed> => {
  const said = (o: Opinion): Answer => explicit(o, a, p, ctx)
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
