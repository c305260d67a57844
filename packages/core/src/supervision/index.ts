/**
 * Inspections (检查监督, art. 35) for hosts with tables of their own: plain functions on plain data, no Effect, no storage. Facts that come from
 * outside are decoded by `@banfa/core/supervision/decode`; answers are put into words by `@banfa/core/supervision/explain`. Which organs have
 * had no inspection within the cycle of a local document is told by `uninspected`.
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
import type { InspectionCase } from "./InspectionCase.ts"
import type { Position } from "./Lifecycle.ts"
import { subject } from "./subject.ts"

export type { Answer, Basis, Force } from "../verdict/Basis.ts"
export { context, emptyDirectory, type Question } from "../verdict/context.ts"
export { caseAt, effective } from "./caseAt.ts"
export type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export type { Finding, InspectionCase, Step, StepTag } from "./InspectionCase.ts"
export { type Forerunner, lifecycle, type Position } from "./Lifecycle.ts"
export { type Population, uninspected } from "./population.ts"
export { subject } from "./subject.ts"

/** The answer to *what does the norm say about this inspection?* */
export interface Findings extends Answer {
  /** Of the whole first, then of the opening and of each act that was not as provided; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What every norm says about an inspection during the day asked. A norm that does not apply says nothing. */
export const verdicts = (x: InspectionCase, ctx: Context): Findings => ({
  verdicts: evaluate(subject, x, ctx),
  basis: basisOf(ctx)
})

/** What is owed on an inspection, and by whom: by the Measures alone nothing, since they fix neither steps nor days; local norms may ask for something. */
export const duties = (x: InspectionCase, ctx: Context): Duties => dutiesOf(subject, x, ctx)

/** What acts done together on a day would do to an inspection; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (
  x: InspectionCase,
  acts: Event | ReadonlyArray<Event>,
  ctx: Context,
  since: InspectionCase = x
): Advice => adviseOn(subject, x, acts, ctx, since)

/** The exact last day on which an inspection reads as it does now if nobody acts. */
export const quietUntil = (x: InspectionCase, ctx: Context): CivilDate | undefined => quietUntilOf(subject, x, ctx)

/** Where an inspection stands: what a sentence gives to somebody, and what ends or takes another's, moves it only where it can be theirs. */
export const position = (x: InspectionCase, ctx: Context): Position => subject.position(x, ctx) as Position
