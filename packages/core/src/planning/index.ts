/**
 * Plans, version by version (arts 3, 4, 6 to 8), for hosts with tables of their own: plain functions on plain data, no Effect, no storage.
 * Facts that come from outside are decoded by `@banfa/core/planning/decode`; answers are put into words by `@banfa/core/planning/explain`.
 * Which plans are in force on a day, as other subjects ask it, is `plansInForce`; which organs and areas have none yet is `owing`.
 *
 * @module
 */

import type { CivilDate } from "../civil/CivilDate.ts"
import { type Advice, advise as adviseOn } from "../verdict/Advice.ts"
import { type Answer, basisOf } from "../verdict/Basis.ts"
import { type Duties, duties as dutiesOf, quietUntil as quietUntilOf } from "../verdict/Duty.ts"
import { evaluate } from "../verdict/Subject.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import type { Event } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"
import type { PlanVersion } from "./PlanVersion.ts"
import { subject } from "./subject.ts"

export type { PlanningNorm } from "../subjects.ts"
export type { Advice, Outcome, Reason } from "../verdict/Advice.ts"
export type { Answer, Basis, Force } from "../verdict/Basis.ts"
export type { Coverage } from "../verdict/Coverage.ts"
export type { Change } from "../verdict/compare.ts"
export { context, emptyDirectory, type Question } from "../verdict/context.ts"
export type { Duties, Duty } from "../verdict/Duty.ts"
export type { Act, Fact } from "../verdict/Fact.ts"
export type { Row, Strength } from "../verdict/Lifecycle.ts"
export type { Move } from "../verdict/position.ts"
export type { ActEvent, Bearer, Subject } from "../verdict/Subject.ts"
export type { Brought, Plan, Surroundings } from "../verdict/Surroundings.ts"
export type { Context, Gate, Interval, Note, Ruling, Verdict } from "../verdict/Verdict.ts"
export { caseAt, effective } from "./caseAt.ts"
export type { Event, EventOf, EventTag, Ground, Kind, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export { plansInForce } from "./inForce.ts"
export {
  departmentalLifecycle,
  type Forerunner,
  lifecycle,
  localLifecycle,
  type PlanLifecycle,
  type PlanRow,
  type Position,
  provincialLifecycle
} from "./Lifecycle.ts"
export type { Decision, Filing, Judgement, PlanVersion, Review, Said, Submission, Superseded } from "./PlanVersion.ts"
export { type Owing, owing, type Population } from "./population.ts"
export { subject } from "./subject.ts"

/** The answer to *what does every norm say about this plan?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What every norm says about a version of a plan during the day asked. A norm that does not apply says nothing. */
export const verdicts = (p: PlanVersion, ctx: Context): Findings => ({
  verdicts: evaluate(subject, p, ctx),
  basis: basisOf(ctx)
})

/** What is still owed on a version of a plan, and by whom. */
export const duties = (p: PlanVersion, ctx: Context): Duties => dutiesOf(subject, p, ctx)

/** What acts done together on a day would do to a plan; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (
  p: PlanVersion,
  acts: Event | ReadonlyArray<Event>,
  ctx: Context,
  since: PlanVersion = p
): Advice => adviseOn(subject, p, acts, ctx, since)

/** The exact last day on which a plan reads as it does now if nobody acts. */
export const quietUntil = (p: PlanVersion, ctx: Context): CivilDate | undefined => quietUntilOf(subject, p, ctx)

/** Where a plan stands: what a sentence gives to somebody, and what ends or takes another's, moves it only where it can be theirs. */
export const position = (p: PlanVersion, ctx: Context): Position => subject.position(p, ctx) as Position
