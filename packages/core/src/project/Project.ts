/**
 * An e-government project from scheme to retirement, with its investment tracks and its assessments (arts 9 to 12, 29 to 33).
 * State is dated facts, each filed under the instance that its event names, and a position: folding commutes, so a fact recorded late
 * needs no replay of order. What nobody stated has no value here; what silence means is asked of the coverage (`verdict/Coverage`).
 *
 * Not modelled: mixed funding by share, more than one completion of a project, who sits on an acceptance.
 */

import type { Assessment } from "../assessment/Assessment.ts"
import type { Amount } from "../civil/Amount.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Quarter } from "../civil/Quarter.ts"
import type { Period } from "../profile/Parameter.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import type { Event, RecordSlice } from "./Event.ts"
import type { Position } from "./Lifecycle.ts"

/** The form of a fact that an event of this kind states. */
type Said<T extends Event["_tag"], K extends string> = {
  readonly [P in K]: P extends keyof Extract<Event, { readonly _tag: T }>
    ? Extract<Event, { readonly _tag: T }>[P]
    : never
}

/** A version of the plan or scheme submitted to the informatization authority. @article 31 */
interface Scheme extends Act, Said<"SchemeSubmitted", "what" | "to" | "material"> {
  readonly id: string
}
/** A request for the informatization authority's opinion. @article 10 */
export interface OpinionRequest extends Act, Said<"OpinionRequested", "to"> {
  readonly id: string
  readonly instance: string
}
/** One version of an opinion. @article 10 */
export interface Opinion extends Act, Said<"OpinionGiven", "conclusion" | "conditions" | "plan" | "assessment"> {
  readonly id: string
  readonly request: string
}
/** The decision on establishment. @article 9 @article 10 */
export interface Decision
  extends Act,
    Said<"Approved", "considered" | "planItem" | "deviation" | "builder" | "funding" | "aims" | "ranking"> {
  readonly approved: boolean
}
/** One round of establishment, from the application to its decision, return or withdrawal; each is judged by its own acts. */
export interface Application {
  readonly id: string
  readonly instance: string
  readonly applied?: Fact<Act & Said<"Applied", "to">>
  /** The former application that this one follows. */
  readonly former?: Fact<Act & { readonly of: Fact<string> }>
  readonly schemes: ReadonlyArray<Scheme>
  readonly requests: ReadonlyArray<OpinionRequest>
  readonly opinions: ReadonlyArray<Opinion>
  readonly decision?: Fact<Decision>
  /** Withdrawal, or return for revision. */
  readonly ended?: Fact<Act>
}
/** The report on one quarter: every receipt and every copy of it, with their recipients, and the figures with their corrections. @article 12 */
export interface Report {
  readonly id: Quarter
  readonly quarter: number
  readonly receipts: ReadonlyArray<Act & Said<"ProgressReported", "to" | "amount">>
  readonly copies: ReadonlyArray<Act & Said<"ReportCopied", "to">>
  readonly corrections: ReadonlyArray<Act & Said<"ProgressCorrected", "amount" | "reason">>
}
/** An annual investment budget with money for the project. @article 11 */
export interface Budget {
  readonly id: string
  readonly instance: string
  readonly issued?: Fact<
    Act & Said<"BudgetIssued", "year" | "fiscal" | "planItem" | "deviation" | "amount" | "considered">
  >
  readonly copies: ReadonlyArray<Act & Said<"BudgetCopied", "to">>
}
/** One acceptance of the completed project: each application for it ends in a decision of its own. @article 32 */
export interface Acceptance {
  readonly id: string
  readonly instance: string
  readonly applied?: Fact<Act>
  readonly decision?: Fact<Act & Said<"AcceptancePassed", "considered"> & { readonly passed: boolean }>
}
/** An inspection, an appraisal or a measure of improvement for which an application result is a reference. @article 33 */
export interface Review extends Act, Said<"ReviewHeld", "purpose" | "considered"> {
  readonly id: string
  readonly instance: string
}
/** Something that turns on and off on days. */
export interface Switch extends Act {
  readonly id: string
  readonly on: CivilDate
  readonly to: boolean
}
/** A timetable of the provincial investment authority for key projects. @article 12 */
export interface IssuedTimetable extends Act, Said<"TimetableIssued", "until" | "document"> {
  readonly id: string
  readonly due: Period
}
/** What a project was to cost and when it was to be finished, at one of its establishments: none is ever overwritten. */
export interface Baseline extends Act {
  readonly id: string
  readonly amount: Amount | undefined
  readonly completeBy: CivilDate | undefined
}
/** What a person judged about a norm that only a person can judge. */
export interface Judgement extends Act, Said<"Judged", "outcome" | "reason"> {
  readonly id: string
  readonly norm: NormId
  readonly instance: string
}

/** The case of one project as of a day, as then known. */
export interface Project {
  readonly id: string
  readonly region: string | undefined
  readonly organ: string | undefined
  readonly opened?: Fact<Act>
  readonly former?: Fact<string>
  readonly position: Position
  /** The day, sequence and id of the project's own act that was last in time, and where it led. */
  readonly since: readonly [CivilDate | "", number, string, Position]
  readonly coverage: Coverage<RecordSlice> | undefined
  readonly applications: ReadonlyArray<Application>
  readonly budgets: ReadonlyArray<Budget>
  readonly reports: ReadonlyArray<Report>
  readonly keyList: ReadonlyArray<Switch>
  readonly timetables: ReadonlyArray<IssuedTimetable>
  readonly pauses: ReadonlyArray<Switch>
  /** Every entry of the investment that was filed, by whomever. */
  readonly filings: ReadonlyArray<Act>
  readonly started?: Fact<Act>
  readonly completed?: Fact<Act>
  /** Every report on the completed project, by whomever. @article 32 */
  readonly completionReports: ReadonlyArray<Act & Said<"CompletionReported", "to" | "onBehalfOf">>
  readonly acceptances: ReadonlyArray<Acceptance>
  /** On with trial or regular operation, off with retirement. @article 33 */
  readonly operation: ReadonlyArray<Switch>
  readonly reviews: ReadonlyArray<Review>
  readonly assessments: ReadonlyArray<Assessment>
  readonly retired?: Fact<Act>
  readonly cancelled?: Fact<Act>
  /** Final settlement or cancellation. */
  readonly settled?: Fact<Act>
  readonly baselines: ReadonlyArray<Baseline>
  readonly judgements: ReadonlyArray<Judgement>
}

/** A case of which nothing has been said yet. */
export const unopened = (id: string): Project => ({
  id,
  region: undefined,
  organ: undefined,
  position: "draft",
  since: ["", 0, "", "draft"],
  coverage: undefined,
  applications: [],
  budgets: [],
  reports: [],
  keyList: [],
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

/** The earliest approval of establishment. */
export const firstApproval = (p: Pick<Project, "applications">): Decision | undefined => {
  let first: Decision | undefined
  for (const { decision } of p.applications) {
    if (known(decision) && decision.approved && (first === undefined || decision.on < first.on)) first = decision
  }
  return first
}

/** The latest approval not after a day: who approved, whom it names as construction unit. */
export const approvalOn = (p: Pick<Project, "applications">, on: CivilDate): Decision | undefined => {
  let last: Decision | undefined
  for (const { decision } of p.applications) {
    if (known(decision) && decision.approved && decision.on <= on && (last === undefined || decision.on > last.on))
      last = decision
  }
  return last
}

/** The earliest acceptance that was passed. @article 32 */
export const passedAcceptance = ({ acceptances }: Pick<Project, "acceptances">): Act | undefined => {
  let first: Act | undefined
  for (const { decision } of acceptances)
    if (known(decision) && decision.passed && (first === undefined || decision.on < first.on)) first = decision
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
