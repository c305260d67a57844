/**
 * The record of an administrative organ (arts 3, 4, 13, 15, 20, 21, 35), for hosts with tables of their own: plain functions on plain data, no Effect, no
 * storage. Facts that come from outside are decoded by `@banfa/core/organ/decode`; answers are put into words by
 * `@banfa/core/organ/explain`.
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
import type { Organ } from "./Organ.ts"
import { subject } from "./subject.ts"

export type { Milestones, ProgressTrack } from "../profile/Parameter.ts"
export type { Advice, Outcome, Reason } from "../verdict/Advice.ts"
export type { Answer, Basis, Force } from "../verdict/Basis.ts"
export type { Coverage } from "../verdict/Coverage.ts"
export type { Change } from "../verdict/compare.ts"
export { context, emptyDirectory, type Question } from "../verdict/context.ts"
export type { Duties, Duty } from "../verdict/Duty.ts"
export type { Act, Fact } from "../verdict/Fact.ts"
export type { Judging } from "../verdict/judged.ts"
export type { Row, Strength } from "../verdict/Lifecycle.ts"
export type { ActEvent, Bearer, Subject } from "../verdict/Subject.ts"
export type { Brought, FacilityKind, Instrument, InstrumentKind, Plan, Surroundings } from "../verdict/Surroundings.ts"
export type { Dated, Turn } from "../verdict/stated.ts"
export type { Context, Gate, Interval, Note, Ruling, Verdict } from "../verdict/Verdict.ts"
export { caseAt, effective } from "./caseAt.ts"
export type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export { type Forerunner, lifecycle, type Position } from "./Lifecycle.ts"
export type {
  Appraisal,
  Coordination,
  Holdings,
  Information,
  Link,
  Organ,
  Portal,
  Progress,
  Said,
  Site
} from "./Organ.ts"
export { subject } from "./subject.ts"

/** The answer to *what does every norm say about this organ?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What every norm says about an organ during the day asked. A norm that does not apply says nothing. */
export const verdicts = (o: Organ, ctx: Context): Findings => ({
  verdicts: evaluate(subject, o, ctx),
  basis: basisOf(ctx)
})

/** What is still owed on the record of an organ, and by whom. */
export const duties = (o: Organ, ctx: Context): Duties => dutiesOf(subject, o, ctx)

/** What acts done together on a day would do to the record of an organ; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (o: Organ, acts: Event | ReadonlyArray<Event>, ctx: Context, since: Organ = o): Advice =>
  adviseOn(subject, o, acts, ctx, since)

/**
 * The exact last day on which the record of an organ reads as it does now if nobody acts. Whether it is the informatization authority of its
 * region (arts 3, 4) can change earlier, on a day of the directory.
 */
export const quietUntil = (o: Organ, ctx: Context): CivilDate | undefined => quietUntilOf(subject, o, ctx)
