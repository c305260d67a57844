/**
 * What is issued separately (arts 3, 19, 23, 34): standards, security norms, the exchange catalogue, the exchange agreement, the assessment
 * standards, for hosts with tables of their own: plain functions on plain data, no Effect, no storage. Facts that come from outside are decoded
 * by `@banfa/core/standard/decode`; answers are put into words by `@banfa/core/standard/explain`.
 *
 * @module
 */
import type { CivilDate } from "../civil/CivilDate.ts"
import { type Advice, advise as adviseOn } from "../verdict/Advice.ts"
import { type Answer, basisOf } from "../verdict/Basis.ts"
import { type Duties, duties as dutiesOf, quietUntil as quietUntilOf } from "../verdict/Duty.ts"
import { caseAt as caseOf, standingAt } from "../verdict/record.ts"
import { evaluate } from "../verdict/Subject.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import type { Event } from "./Event.ts"
import type { Instrument } from "./Instrument.ts"
import type { Position } from "./Lifecycle.ts"
import { subject } from "./subject.ts"

export { context, emptyDirectory, type Question } from "../verdict/context.ts"
export type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export type { Instrument, Issue, Judgement, Said } from "./Instrument.ts"
export { instrumentsInForce, isInForce } from "./inForce.ts"
export { type Forerunner, lifecycle, type Position } from "./Lifecycle.ts"
export { owedInstruments } from "./population.ts"
export { subject } from "./subject.ts"

/** The answer to *what does every norm say about this instrument?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What stands of the record of an instrument on a day, as known at an instant. */
export const effective = (events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): ReadonlyArray<Event> =>
  standingAt(events, subject.opens, asOf, knownAt)

/** The instrument as of a day, as known at an instant. */
export const caseAt = (id: string, events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): Instrument =>
  caseOf(subject, id, events, asOf, knownAt)

/** What every norm says about an instrument during the day asked. A norm that does not apply says nothing. */
export const verdicts = (x: Instrument, ctx: Context): Findings => ({
  verdicts: evaluate(subject, x, ctx),
  basis: basisOf(ctx)
})

/** What is still owed on an instrument that is being drafted, and by whom. What no case provides at all is told by `owedInstruments`. */
export const duties = (x: Instrument, ctx: Context): Duties => dutiesOf(subject, x, ctx)

/** What acts done together on a day would do to an instrument; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (
  x: Instrument,
  acts: Event | ReadonlyArray<Event>,
  ctx: Context,
  since: Instrument = x
): Advice => adviseOn(subject, x, acts, ctx, since)

/** The exact last day on which an instrument reads as it does now if nobody acts. */
export const quietUntil = (x: Instrument, ctx: Context): CivilDate | undefined => quietUntilOf(subject, x, ctx)

/** Where an instrument stands: what a sentence gives to somebody, and what ends or takes another's, moves it only where it can be theirs. */
export const position = (x: Instrument, ctx: Context): Position => subject.position(x, ctx) as Position
