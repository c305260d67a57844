/**
 * What the province builds for everybody (arts 17, 25): the network platform, the security infrastructure, the data centre, for hosts with
 * tables of their own: plain functions on plain data, no Effect, no storage. Facts that come from outside are decoded by
 * `@banfa/core/facility/decode`; answers are put into words by `@banfa/core/facility/explain`.
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
import type { Facility } from "./Facility.ts"
import type { Position } from "./Lifecycle.ts"
import { subject } from "./subject.ts"

export { context, emptyDirectory, type Question } from "../verdict/context.ts"
export type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export type { AccessRequest, Facility, Judgement, Said, Turn } from "./Facility.ts"
export { inService } from "./inService.ts"
export { type Forerunner, lifecycle, type Position } from "./Lifecycle.ts"
export { type Served, type Service, serviceOn } from "./service.ts"
export { subject } from "./subject.ts"

/** The answer to *what does every norm say about this facility?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What stands of the record of a facility on a day, as known at an instant. */
export const effective = (events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): ReadonlyArray<Event> =>
  standingAt(events, subject.opens, asOf, knownAt)

/** The facility as of a day, as known at an instant. */
export const caseAt = (id: string, events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): Facility =>
  caseOf(subject, id, events, asOf, knownAt)

/** What every norm says about a facility during the day asked. A norm that does not apply says nothing. */
export const verdicts = (x: Facility, ctx: Context): Findings => ({
  verdicts: evaluate(subject, x, ctx),
  basis: basisOf(ctx)
})

/** What is still owed on a facility, and by whom. */
export const duties = (x: Facility, ctx: Context): Duties => dutiesOf(subject, x, ctx)

/** What acts done together on a day would do to a facility; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (x: Facility, acts: Event | ReadonlyArray<Event>, ctx: Context, since: Facility = x): Advice =>
  adviseOn(subject, x, acts, ctx, since)

/** The exact last day on which a facility reads as it does now if nobody acts. */
export const quietUntil = (x: Facility, ctx: Context): CivilDate | undefined => quietUntilOf(subject, x, ctx)

/** Where a facility stands: what a sentence gives to somebody, and what ends or takes another's, moves it only where it can be theirs. */
export const position = (x: Facility, ctx: Context): Position => subject.position(x, ctx) as Position
