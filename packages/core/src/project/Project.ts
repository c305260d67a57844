/**
 * An e-government project from scheme to retirement, with its investment tracks and its assessments (arts 9 to 12, 29 to 33).
 * State is dated facts, each filed under the instance that its event names: folding commutes, so a fact recorded late
 * needs no replay of order. What nobody stated has no value here; what silence means is asked of the coverage (`verdict/Coverage`).
 *
 * Not modelled: mixed funding by share, more than one completion of a project, who sits on an acceptance, its township.
 */

import type { Assessment } from "../assessment/Assessment.ts"
import type { Amount } from "../civil/Amount.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Quarter } from "../civil/Quarter.ts"
import type { Period } from "../profile/Parameter.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import { type Decided, decisionsOn, perDecision } from "../verdict/decisions.ts"
import type { Act, Fact } from "../verdict/Fact.ts"
import type { Move } from "../verdict/position.ts"
import type { Dated } from "../verdict/stated.ts"
import type { Event, RecordSlice } from "./Event.ts"

/** The form of a fact that an event of this kind states. */
export type Said<T extends Event["_tag"], K extends string> = {
  readonly [P in K]: P extends keyof Extract<Event, { readonly _tag: T }>
    ? Extract<Event, { readonly _tag: T }>[P]
    : never
}

/** The opening of a record, with what it states of the whole project. @article 2 @article 4 */
export interface Opening extends Act, Said<"Drafted", "organ" | "work"> {}
/** A version (`id`) of the plan or scheme submitted to the informatization authority, and where what it plans will stand. @article 18 @article 31 */
export interface Scheme
  extends Dated,
    Said<"SchemeSubmitted", "what" | "to" | "material" | "crossDept" | "crossRegion" | "network"> {
  readonly id: string
}
/** A request (`id`) for the informatization authority's opinion; verdicts name it by `instance`. @article 10 */
export interface OpinionRequest extends Act, Said<"OpinionRequested", "to"> {
  readonly id: string
  readonly instance: string
}
/** One version (`id`) of an opinion, given on a `request`. @article 10 */
export interface Opinion extends Act, Said<"OpinionGiven", "conclusion" | "conditions" | "plan" | "assessment"> {
  readonly id: string
  readonly request: string
}
/** The decision on establishment. @article 9 @article 10 */
export interface Decision
  extends Act,
    Said<"Approved", "considered" | "planItem" | "deviation" | "builder" | "funding" | "aims" | "ranking"> {
  /** Approved or rejected. */
  readonly approved: boolean
}
/** One round of establishment, from the application to its decision, return or withdrawal; each is judged by its own acts. */
export interface Application extends Decided<Decision> {
  /** Id of the application. */
  readonly id: string
  /** By which verdicts name it: `application/A1`; as a further decision has it before it, `decision/` and the id of that decision. */
  readonly instance: string
  /** The application itself. */
  readonly applied?: Fact<Act & Said<"Applied", "to">>
  /** The former application that this one follows. */
  readonly former?: Fact<Act & { readonly of: Fact<string> }>
  /** Every version of the plan or scheme that was submitted. */
  readonly schemes: ReadonlyArray<Scheme>
  /** Every request for an opinion. */
  readonly requests: ReadonlyArray<OpinionRequest>
  /** Every version of every opinion. */
  readonly opinions: ReadonlyArray<Opinion>
  /** Withdrawal, or return for revision. */
  readonly ended?: Fact<Act>
}
/** The report on one quarter: every receipt and every copy of it, with their recipients, and the figures with their corrections. @article 12 */
export interface Report {
  /** The quarter reported on. */
  readonly id: Quarter
  /** Its number, as `quarterNumber` counts. */
  readonly quarter: number
  /** Reports that were made. */
  readonly receipts: ReadonlyArray<Act & Said<"ProgressReported", "to" | "amount">>
  /** Copies that were sent. */
  readonly copies: ReadonlyArray<Act & Said<"ReportCopied", "to">>
  /** Corrections of the figure. */
  readonly corrections: ReadonlyArray<Act & Said<"ProgressCorrected", "amount" | "reason">>
}
/** An annual investment budget with money for the project. @article 11 */
export interface Budget {
  /** Id of the budget. */
  readonly id: string
  /** By which verdicts name it: `budget/B1`. */
  readonly instance: string
  /** When it was issued, with its year, whether its money is fiscal, and what was considered. */
  readonly issued?: Fact<
    Act & Said<"BudgetIssued", "year" | "fiscal" | "planItem" | "deviation" | "amount" | "considered">
  >
  /** Copies that were sent. */
  readonly copies: ReadonlyArray<Act & Said<"BudgetCopied", "to">>
}
/** An application for acceptance: what it says of the finished system. @article 18 @article 19 */
export interface AcceptanceRequest extends Dated, Said<"AcceptanceApplied", "security" | "against" | "network"> {}
/** Whether an acceptance was passed, and what was considered. @article 32 */
export interface Accepted extends Act, Said<"AcceptancePassed", "considered"> {
  /** Passed, or failed. */
  readonly passed: boolean
}
/** One acceptance of the completed project: each application for it ends in a decision of its own. @article 32 */
export interface Acceptance extends Decided<Accepted> {
  /** Id of the acceptance. */
  readonly id: string
  /** By which verdicts name it: `acceptance/C1`; as a further decision has it before it, `decision/` and the id of that decision. */
  readonly instance: string
  /** The application for it. */
  readonly applied?: Fact<AcceptanceRequest>
}
/** An inspection, an appraisal or a measure of improvement for which an application result is a reference. @article 33 */
export interface Review extends Act, Said<"ReviewHeld", "purpose" | "considered"> {
  /** Id of the review. */
  readonly id: string
  /** By which verdicts name it: `review/V1`. */
  readonly instance: string
}
/** Something that turns on (`to`: true) and off on days; `id` sorts the turns by day and sequence. */
export interface Switch extends Act {
  readonly id: string
  readonly on: CivilDate
  readonly to: boolean
}
/** A timetable of the provincial investment authority for key projects. @article 12 */
export interface IssuedTimetable extends Act, Said<"TimetableIssued", "until" | "document"> {
  /** Id of the timetable. */
  readonly id: string
  /** How long after the last day of a quarter its report is due. */
  readonly due: Period
}
/** What a project was to cost and when it was to be finished, at one of its establishments: none is ever overwritten. */
export interface Baseline extends Act {
  /** Sorts the baselines by day. */
  readonly id: string
  /** What it was to cost; `undefined` where nobody stated it. */
  readonly amount: Amount | undefined
  /** The day by which it was to be finished. */
  readonly completeBy: CivilDate | undefined
}
/** What a person judged about a norm that only a person can judge. */
export interface Judgement extends Act, Said<"Judged", "outcome" | "reason"> {
  /** Id of the judgement. */
  readonly id: string
  /** The norm judged. */
  readonly norm: NormId
  /** The instance judged, as verdicts name it. */
  readonly instance: string
}

/** The case of one project as of a day, as then known. */
export interface Project {
  /** Id of the project. */
  readonly id: string
  /** Code of its region; `undefined` until the record is opened. */
  readonly region: string | undefined
  /** Id of the responsible organ. */
  readonly organ: string | undefined
  /** The opening of the record. */
  readonly opened?: Fact<Opening>
  /** The project that this one takes up. */
  readonly former?: Fact<string>
  /** The acts that lead somewhere, in their order: together they say where it stands. */
  readonly moves: ReadonlyArray<Move<Event>>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** The rounds of establishment, by id. */
  readonly applications: ReadonlyArray<Application>
  /** The annual budgets with money for it. */
  readonly budgets: ReadonlyArray<Budget>
  /** The quarterly reports, in the order of quarters. */
  readonly reports: ReadonlyArray<Report>
  /** When it was on the provincial key list. */
  readonly keyList: ReadonlyArray<Switch>
  /** When it was a key provincial-level e-government project, which is not said to be the key list of art. 12. @article 3 */
  readonly designations: ReadonlyArray<Switch>
  /** How its implementation was coordinated as a key provincial-level project. @article 3 */
  readonly coordinations: ReadonlyArray<Act>
  /** How its implementation was supervised. @article 4 */
  readonly supervisions: ReadonlyArray<Act>
  /** Timetables issued for it. */
  readonly timetables: ReadonlyArray<IssuedTimetable>
  /** When the works were suspended. */
  readonly pauses: ReadonlyArray<Switch>
  /** Every entry of the investment that was filed, by whomever. */
  readonly filings: ReadonlyArray<Act>
  /** The start of construction. */
  readonly started?: Fact<Act>
  /** The completion of construction. */
  readonly completed?: Fact<Act>
  /** Every report on the completed project, by whomever. @article 32 */
  readonly completionReports: ReadonlyArray<Act & Said<"CompletionReported", "to" | "onBehalfOf">>
  /** The acceptances that were applied for or decided. */
  readonly acceptances: ReadonlyArray<Acceptance>
  /** On with trial or regular operation, off with retirement. @article 33 */
  readonly operation: ReadonlyArray<Switch>
  /** The inspections, appraisals and improvements that a result is a reference for. */
  readonly reviews: ReadonlyArray<Review>
  /** The assessments of the project, by id. */
  readonly assessments: ReadonlyArray<Assessment>
  /** The end of its operation. */
  readonly retired?: Fact<Act & Said<"Retired", "interfaces">>
  /** The end of the project before its time. */
  readonly cancelled?: Fact<Act>
  /** Final settlement or cancellation. */
  readonly settled?: Fact<Act>
  /** What each establishment promised. */
  readonly baselines: ReadonlyArray<Baseline>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judgement>
}

/** A case of which nothing has been said yet. */
export const unopened = (id: string): Project => ({
  id,
  region: undefined,
  organ: undefined,
  moves: [],
  coverage: undefined,
  applications: [],
  budgets: [],
  reports: [],
  keyList: [],
  designations: [],
  coordinations: [],
  supervisions: [],
  timetables: [],
  pauses: [],
  filings: [],
  baselines: [],
  judgements: [],
  completionReports: [],
  acceptances: [],
  operation: [],
  reviews: [],
  assessments: []
})

/** The round that a verdict is about, as the decision has it before it of which the verdict speaks. */
export const roundNamed = (p: Pick<Project, "applications">, instance: string): Application | undefined =>
  p.applications.flatMap(perDecision).find((a) => a.instance === instance) ??
  p.applications.find((a) => a.requests.some((r) => r.instance === instance))

/** The earliest approval of establishment. */
export const firstApproval = (p: Pick<Project, "applications">): Decision | undefined => {
  let first: Decision | undefined
  for (const decision of p.applications.flatMap(decisionsOn)) {
    if (decision.approved && (first === undefined || decision.on < first.on)) first = decision
  }
  return first
}

/** The latest approval not after a day: who approved, whom it names as construction unit. */
export const approvalOn = (p: Pick<Project, "applications">, on: CivilDate): Decision | undefined => {
  let last: Decision | undefined
  for (const decision of p.applications.flatMap(decisionsOn)) {
    if (decision.approved && decision.on <= on && (last === undefined || decision.on > last.on)) last = decision
  }
  return last
}

/** The earliest acceptance that was passed. @article 32 */
export const passedAcceptance = ({ acceptances }: Pick<Project, "acceptances">): Act | undefined => {
  let first: Act | undefined
  for (const decision of acceptances.flatMap(decisionsOn))
    if (decision.passed && (first === undefined || decision.on < first.on)) first = decision
  return first
}

/** What a switch stood at on a day: the last turn up to it, in the order of day and reference. */
export const switchedOn = (switches: ReadonlyArray<Switch>, on: CivilDate): boolean => {
  let state = false
  for (const s of switches) {
    if (s.on > on) break
    state = s.to
  }
  return state
}
