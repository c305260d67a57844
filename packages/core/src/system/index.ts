/**
 * The application system of an organ (arts 14, 16, 18, 19), for hosts with tables of their own: plain functions on plain data, no Effect, no
 * storage. Facts that come from outside are decoded by `@banfa/core/system/decode`; answers are put into words by
 * `@banfa/core/system/explain`.
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
import type { System } from "./System.ts"
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
export type { Dated, Turn } from "../verdict/stated.ts"
export type { Context, Gate, Interval, Note, Ruling, Verdict } from "../verdict/Verdict.ts"
export { caseAt, effective } from "./caseAt.ts"
export type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export { type Forerunner, lifecycle, type Position } from "./Lifecycle.ts"
export type {
  Build,
  Check,
  ConfirmedError,
  Cycle,
  Maintenance,
  Network,
  Reach,
  Said,
  SecurityUse,
  System
} from "./System.ts"
export { subject } from "./subject.ts"

/** The answer to *what does every norm say about this system?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What every norm says about a system during the day asked. A norm that does not apply says nothing. */
export const verdicts = (s: System, ctx: Context): Findings => ({
  verdicts: evaluate(subject, s, ctx),
  basis: basisOf(ctx)
})

/** What is still owed on a system, and by whom. */
export const duties = (s: System, ctx: Context): Duties => dutiesOf(subject, s, ctx)

/** What acts done together on a day would do to a system; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (s: System, acts: Event | ReadonlyArray<Event>, ctx: Context, since: System = s): Advice =>
  adviseOn(subject, s, acts, ctx, since)

/** The exact last day on which a system reads as it does now if nobody acts and no facility or instrument changes. */
export const quietUntil = (s: System, ctx: Context): CivilDate | undefined => quietUntilOf(subject, s, ctx)

/** Where a system stands: what a sentence gives to somebody, and what ends or takes another's, moves it only where it can be theirs. */
export const position = (s: System, ctx: Context): Position => subject.position(s, ctx) as Position
