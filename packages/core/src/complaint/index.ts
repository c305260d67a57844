/**
 * A complaint that came in online (art. 21), for hosts with tables of their own: plain functions on plain data, no Effect, no storage. Facts
 * that come from outside are decoded by `@banfa/core/complaint/decode`; answers are put into words by `@banfa/core/complaint/explain`.
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
import type { Complaint } from "./Complaint.ts"
import type { Event } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"
import { subject } from "./subject.ts"

export type { Advice, Outcome, Reason } from "../verdict/Advice.ts"
export type { Answer, Basis, Force } from "../verdict/Basis.ts"
export type { Coverage } from "../verdict/Coverage.ts"
export type { Change } from "../verdict/compare.ts"
export { context, emptyDirectory, type Question } from "../verdict/context.ts"
export type { Duties, Duty } from "../verdict/Duty.ts"
export type { Act, Fact } from "../verdict/Fact.ts"
export type { Judging } from "../verdict/judged.ts"
export type { Row, Strength } from "../verdict/Lifecycle.ts"
export type { Move } from "../verdict/position.ts"
export type { ActEvent, Bearer, Subject } from "../verdict/Subject.ts"
export type { Brought, FacilityKind, Instrument, InstrumentKind, Plan, Surroundings } from "../verdict/Surroundings.ts"
export type { Dated } from "../verdict/stated.ts"
export type { Context, Gate, Interval, Note, Ruling, Verdict } from "../verdict/Verdict.ts"
export { type Complaint, organOn, type Redirection, type Refusal, type Said } from "./Complaint.ts"
export type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export { type Forerunner, lifecycle, type Position } from "./Lifecycle.ts"
export { subject } from "./subject.ts"

/** The answer to *what does every norm say about this complaint?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What stands of the record of a complaint on a day, as known at an instant. */
export const effective = (events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): ReadonlyArray<Event> =>
  standingAt(events, subject.opens, asOf, knownAt)

/** The complaint as of a day, as known at an instant. */
export const caseAt = (id: string, events: ReadonlyArray<Event>, asOf: CivilDate, knownAt: string): Complaint =>
  caseOf(subject, id, events, asOf, knownAt)

/** What every norm says about a complaint during the day asked. A norm that does not apply says nothing. */
export const verdicts = (c: Complaint, ctx: Context): Findings => ({
  verdicts: evaluate(subject, c, ctx),
  basis: basisOf(ctx)
})

/** What is still owed on a complaint, and by whom. */
export const duties = (c: Complaint, ctx: Context): Duties => dutiesOf(subject, c, ctx)

/** What acts done together on a day would do to a complaint; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (c: Complaint, acts: Event | ReadonlyArray<Event>, ctx: Context, since: Complaint = c): Advice =>
  adviseOn(subject, c, acts, ctx, since)

/** The exact last day on which a complaint reads as it does now if nobody acts. */
export const quietUntil = (c: Complaint, ctx: Context): CivilDate | undefined => quietUntilOf(subject, c, ctx)

/** Where a complaint stands: what a sentence gives to somebody, and what ends or takes another's, moves it only where it can be theirs. */
export const position = (c: Complaint, ctx: Context): Position => subject.position(c, ctx) as Position
