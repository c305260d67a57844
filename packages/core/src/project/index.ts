/**
 * The project, its investment and its assessments (arts 9 to 12, 29 to 33), for hosts with tables of their own: plain functions on plain data, no Effect, no storage.
 * Facts that come from outside are decoded by `@banfa/core/project/decode`; answers are put into words by `@banfa/core/explanation`.
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
import type { Project } from "./Project.ts"
import { standing } from "./standing.ts"
import { subject } from "./subject.ts"

export type {
  Assessment,
  AssessmentType,
  Content,
  Engagement,
  Of as AssessmentEventOf,
  Planned,
  Result,
  Said as AssessmentSaid
} from "../assessment/Assessment.ts"
export type { AssessmentEvent, AssessmentTag } from "../assessment/Event.ts"
export { type AssessmentForerunner, type AssessmentPosition, assessmentLifecycle } from "../assessment/Lifecycle.ts"
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
export { contentItems, interests } from "./art30.ts"
export { caseAt, effective } from "./caseAt.ts"
export type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"
export { evolve, fold } from "./evolve.ts"
export { lifecycle, type Position } from "./Lifecycle.ts"
export type {
  Acceptance,
  AcceptanceRequest,
  Accepted,
  Application,
  Baseline,
  Budget,
  Decision,
  IssuedTimetable,
  Judgement,
  Opening,
  Opinion,
  OpinionRequest,
  Project,
  Report,
  Review,
  Said,
  Scheme,
  Switch
} from "./Project.ts"
export { passedOver } from "./population.ts"
export { subject } from "./subject.ts"
export { type Variance, variance } from "./variance.ts"

/** The answer to *what does every norm say about this case?* */
export interface Findings extends Answer {
  /** In the order of the articles; local norms come last. */
  readonly verdicts: ReadonlyArray<Verdict>
}

/** What every norm says about a project during the day asked. A norm that does not apply says nothing. */
export const verdicts = (p: Project, ctx: Context): Findings => ({
  verdicts: evaluate(subject, p, ctx),
  basis: basisOf(ctx)
})

/** What is still owed on a project, and by whom. */
export const duties = (p: Project, ctx: Context): Duties => dutiesOf(subject, p, ctx)

/** What acts done together on a day would do to a project; `ctx.asOf` gives way to the day of the acts. `since` is the case on the day of their entry. */
export const advise = (p: Project, acts: Event | ReadonlyArray<Event>, ctx: Context, since: Project = p): Advice =>
  adviseOn(subject, p, acts, ctx, since)

/** The exact last day on which a project reads as it does now if nobody acts. */
export const quietUntil = (p: Project, ctx: Context): CivilDate | undefined => quietUntilOf(subject, p, ctx)

/** Where a project stands: what a sentence gives to somebody, and what ends or takes another's, moves it only where it can be theirs. */
export const position = (p: Project, ctx: Context): Position => standing(p, ctx)
