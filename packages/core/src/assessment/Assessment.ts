/**
 * An effect assessment from its planning to its result. It has a stream of its own and is judged in the case of the project that it
 * assesses: who organizes it, when it counts and who has to refer to it are questions about both.
 *
 * Not modelled: the marks or grades of a result, a third party that changes in the course of one engagement.
 */
import { type Act, type Fact, known, latest } from "../verdict/Fact.ts"
import type { Move } from "../verdict/position.ts"
import type { AssessmentEvent, AssessmentTag } from "./Event.ts"

/** The event of this kind. */
export type Of<T extends AssessmentTag> = Extract<AssessmentEvent, { readonly _tag: T }>
/** The particulars that an event of this kind states. */
export type Said<T extends AssessmentTag, K extends keyof Of<T>> = { readonly [P in K]: Of<T>[P] }

/** Which of the three kinds an assessment is. @article 30 */
export type AssessmentType = Of<"AssessmentPlanned">["type"]

/** By whom and for which application an assessment was set up: whoever acts here organizes it. @article 29 */
export interface Planned extends Act, Said<"AssessmentPlanned", "type" | "application" | "signed"> {}
/** Who carries an assessment out, and the interests that were declared. @article 30 */
export interface Engagement extends Act {
  /** Whether a third party carries it out, or whoever organizes it. */
  readonly executor: "third-party" | "in-house"
  /** Id of the third party; not applicable in-house. */
  readonly assessor: Fact<string>
  /** Why no third party carries it out; not applicable where one does. */
  readonly reason: Fact<string>
  /** The interests in the project that were declared, by name; an empty list declares that there is none. */
  readonly interests: Fact<ReadonlyArray<string>>
}
/** What a report covers, and what it leaves out for a reason. @article 30 */
export interface Content extends Act, Said<"AssessmentReported", "items" | "omitted"> {}
/** The opinion or result of an assessment; an ex-ante one may find conformity with the plan. @article 14 @article 31 @article 32 @article 33 */
export interface Result extends Content, Said<"AssessmentIssued", "conclusion" | "planConformity" | "against"> {}

/** One assessment as of a day, as then known. */
export interface Assessment {
  /** Unique among the assessments of the project. */
  readonly id: string
  /** `assessment/X1`. */
  readonly instance: string
  /** The acts that lead it somewhere, in their order: together they say where it stands. */
  readonly moves: ReadonlyArray<Move<AssessmentEvent>>
  /** The act that set it up. */
  readonly planned?: Fact<Planned>
  /** By whom it is carried out. */
  readonly engaged?: Fact<Engagement>
  /** Its start: by which criteria, of which version of the scheme, and which departments signed. */
  readonly started?: Fact<Act & Said<"AssessmentStarted", "criteria" | "scheme" | "signed">>
  /** Every report, those submitted again included. */
  readonly reports: ReadonlyArray<Content>
  /** Every return of a report. */
  readonly returns: ReadonlyArray<Act>
  /** The result. */
  readonly issued?: Fact<Result>
  /** That another assessment took its place, and which. */
  readonly superseded?: Fact<Act & Said<"AssessmentSuperseded", "successor">>
  /** Its end after the result. */
  readonly closed?: Fact<Act>
  /** Its end without a result. */
  readonly cancelled?: Fact<Act>
}

/** An assessment of which nothing has been said yet. */
export const unplanned = (id: string): Assessment => ({
  id,
  instance: `assessment/${id}`,
  moves: [],
  reports: [],
  returns: []
})

/** Whether an assessment is of a type; `undefined` where nobody said which. */
export const isType = (x: Assessment, type: AssessmentType): boolean | undefined =>
  known(x.planned) ? x.planned.type === type : undefined

/** The first act of an assessment on record: what its norms hang on where its planning is not told. */
export const firstAct = ({ engaged, issued, planned, reports, started }: Assessment): Act | undefined => {
  let first: Act | undefined
  for (const act of [planned, engaged, started, reports[0], issued])
    if (known(act) && (first === undefined || act.on < first.on)) first = act
  return first
}

/** What an assessment covers: its latest report, or the result where an assessment has no separate one. @article 30 */
export const contentOf = ({ issued, reports }: Assessment): Content | undefined => {
  const report = latest(reports)
  return known(issued) && (report === undefined || (known(issued.items) && issued.on >= report.on)) ? issued : report
}
