/**
 * The information resource with its disclosure, catalogue entry, interface, storage and sharing (arts 22 to 24, 26 to 28), for hosts with
 * tables of their own: plain functions on plain data, no Effect, no storage. Facts that come from outside are decoded by
 * `@banfa/core/resource/decode`.
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
import type { Resource } from "./Resource.ts"
import { subject } from "./subject.ts"

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
export type { Brought, FacilityKind, Instrument, InstrumentKind, Plan, Surroundings } from "../verdict/Surroundings.ts"
export type { Context, Gate, Interval, Note, Ruling, Verdict } from "../verdict/Verdict.ts"
export { type Element, elements, missingElements } from "./art24.ts"
export { caseAt, effective } from "./caseAt.ts"
export type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export { type Forerunner, lifecycle, type Position } from "./Lifecycle.ts"
export type {
  Assignment,
  Classification,
  Declaration,
  Falsity,
  Fee,
  Integrated,
  Interface,
  InternalSharing,
  Judgement,
  Listing,
  Location,
  Opening,
  Placement,
  Resource,
  Said,
  SharingDecision,
  SharingRequest,
  StorageException,
  Turn
} from "./Resource.ts"
export { type SharingForerunner, type SharingPosition, type SharingTag, sharingLifecycle } from "./sharingLifecycle.ts"
export {
  type ExceptionPosition,
  type ExceptionTag,
  exceptionLifecycle,
  type StorageForerunner,
  type StoragePosition,
  type StorageTag,
  storageLifecycle
} from "./storageLifecycle.ts"
export { subject } from "./subject.ts"

/** The answer to *what does every norm say about this case?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What every norm says about a resource during the day asked. A norm that does not apply says nothing. */
export const verdicts = (r: Resource, ctx: Context): Findings => ({
  verdicts: evaluate(subject, r, ctx),
  basis: basisOf(ctx)
})

/** What is still owed on a resource, and by whom. */
export const duties = (r: Resource, ctx: Context): Duties => dutiesOf(subject, r, ctx)

/** What acts done together on a day would do to a resource; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (r: Resource, acts: Event | ReadonlyArray<Event>, ctx: Context, since: Resource = r): Advice =>
  adviseOn(subject, r, acts, ctx, since)

/**
 * The exact last day on which a resource reads as it does now if nobody acts. An instrument that takes force and a facility that goes in or
 * out of service are acts too, of other cases: ask again after them.
 */
export const quietUntil = (r: Resource, ctx: Context): CivilDate | undefined => quietUntilOf(subject, r, ctx)

/** Where a resource stands: what a sentence gives to somebody, and what ends or takes another's, moves it only where it can be theirs. */
export const position = (r: Resource, ctx: Context): Position => subject.position(r, ctx) as Position
