/** What a plan rests on and with whom it was made (根据、会同): stated when it is submitted, and judged by the last submission before the decision. */
import { jointly } from "../agency/jointly.ts"
import { type Act, type Fact, known, latest } from "../verdict/Fact.ts"
import { type Owed, owed } from "../verdict/owed.ts"
import { breached, fulfilled, undetermined } from "../verdict/ruling.ts"
import type { Context, Gate, Interval, Ruling } from "../verdict/Verdict.ts"
import type { RecordSlice } from "./Event.ts"
import { firstApproval, firstOf, type PlanVersion, type Submission } from "./PlanVersion.ts"
import { silent, triggerOf, type View } from "./Rule.ts"

/** Whether a submission says what a norm asks of it, or the fact without which that cannot be told. */
export type Answer = boolean | string

/** What several answers come to when all of them are needed: one that fails decides, then one that is not known. */
export const all = (...answers: ReadonlyArray<Answer>): Answer =>
  answers.includes(false) ? false : (answers.find((answer) => typeof answer === "string") ?? true)

/** The slices that the making of a plan is read from. */
export const makingSlices = ["submissions", "decisions", "implemented", "withdrawn", "repealed"] as const
/** The case as these rules see it. */
export type Making = View<(typeof makingSlices)[number]>

/** The act from which on a plan is what it is: its approval, or its implementation where that came first. */
export const settled = (p: Pick<PlanVersion, "decisions" | "implemented">): Act | undefined =>
  firstOf(firstApproval(p), p.implemented)

/** The end of a plan before it was put into force. */
export const givenUp = ({ repealed, withdrawn }: Pick<PlanVersion, "repealed" | "withdrawn">): Act | undefined =>
  firstOf(withdrawn, repealed)

/** The submission that a plan rests on: the last one before the act that settled it; if all came later, the last of them. */
export const restingOn = <A extends Act>(submissions: ReadonlyArray<A>, over: Act | undefined): A | undefined =>
  latest(submissions, over?.on) ?? latest(submissions)

/** What a norm about the making of a plan asks, and where the record tells. */
export interface Asked<A extends Act> {
  /** Every submission of the plan. */
  readonly submissions: ReadonlyArray<A>
  /** The slice of the record that holds them. */
  readonly slice: RecordSlice
  /** The particular that is missing where the plan went on without a submission on record. */
  readonly particular: string
  /** Whether a submission says what is asked. */
  readonly says: (submission: A) => Answer
}

/**
 * A plan in drafting is no plan yet: it is owed, on no day. Once submitted it is judged by what it then states. A returned plan can be
 * submitted anew with what it lacked; how it stood until then stays on record.
 */
export const made = <A extends Act>(
  { particular, says, slice, submissions }: Asked<A>,
  p: Pick<Making, "decisions" | "implemented" | "withdrawn" | "repealed"> & View<never>,
  ctx: Context,
  trigger: Act
): Ruling<Owed> => {
  const over = settled(p)
  const last = restingOn(submissions, over)
  if (last === undefined) {
    if (over !== undefined) return { ...undetermined(particular, trigger), act: over }
    return owed(ctx, trigger, silent(p, slice), {}, slice, givenUp(p))
  }
  const answer = says(last)
  const intervals = lacked(submissions, last, says)
  if (typeof answer === "string") return { ...undetermined(answer, trigger), act: last, intervals }
  return { ...(answer ? fulfilled(trigger, last) : breached(trigger, last)), intervals }
}

/** How long submissions stood that lacked what one after them says; that a later one lacks it again undoes nothing. */
export const lacked = <A extends Act>(
  submissions: ReadonlyArray<A>,
  last: A,
  says: (submission: A) => Answer
): ReadonlyArray<Interval> | undefined => {
  const right = submissions.slice(0, submissions.indexOf(last) + 1).findLastIndex((one) => says(one) === true)
  const intervals = submissions.slice(0, Math.max(0, right)).flatMap((one, i): ReadonlyArray<Interval> => {
    const until = (submissions[i + 1] as A).on
    return until === one.on || says(one) !== false ? [] : [{ status: "Breached", from: one.on, until, act: one }]
  })
  return intervals.length === 0 ? undefined : intervals
}

const list = (said: Fact<ReadonlyArray<string>>): ReadonlyArray<string> | null | undefined =>
  said === "n/a" ? null : said

/** 会同有关部门: whether a submission names departments that drafted the plan with the one that leads; under A06 = joint, that signed it. */
export const together = (
  { coDrafters, signed }: Submission,
  { organ }: Pick<PlanVersion, "organ">,
  ctx: Context
): Answer => {
  const { A06 } = ctx.profile.readings
  const answer = jointly({ by: organ, with: list(coDrafters), signed: list(signed) }, [], A06)
  return answer ?? (A06 === "joint" ? "signed" : "coDrafters")
}

/**
 * A plan that somebody has to lead and to make together with others. One led by another body is not as provided at once; `gate` is what
 * the guard of the competence asks. @article 3 @article 4
 */
export const ledJointly = (
  lead: boolean | undefined,
  gate: Gate,
  p: Making,
  ctx: Context,
  begun: Act
): Ruling<Owed> => {
  const trigger = triggerOf(begun, settled(p))
  if (lead === false) return { ...breached(trigger, begun, "other-body"), gate }
  const { submissions } = p
  const says = (s: Submission): Answer => together(s, p, ctx)
  const joint = made({ submissions, slice: "submission", particular: "coDrafters", says }, p, ctx, trigger)
  return lead === undefined && joint.status !== "Breached"
    ? { ...undetermined("organ", trigger), gate }
    : { ...joint, gate }
}

/** Whether a stated list holds something; a list that was stated to be none holds nothing. */
export const holds = <A extends string>(said: Fact<ReadonlyArray<A>>, one: A): boolean =>
  known(said) && said.includes(one)
