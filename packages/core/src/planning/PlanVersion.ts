/**
 * One version of one plan from its drafting to its end: the provincial development plan (art. 6), the construction plan of a city, county
 * or district (art. 8), the construction plan of a provincial organ (art. 7). A new version is a case of its own.
 * State is dated facts: folding commutes. What nobody stated has no value here; what silence means is asked of the coverage.
 *
 * Not modelled: the text of the plan beyond the items that it lists, consultation of the public, plans of several organs together.
 */

import type { NormId } from "../regulation/Norm.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import type { Move } from "../verdict/position.ts"
import type { Event, Kind, RecordSlice } from "./Event.ts"

/** The form of a fact that an event of this kind states. */
export type Said<T extends Event["_tag"], K extends string> = {
  readonly [P in K]: P extends keyof Extract<Event, { readonly _tag: T }>
    ? Extract<Event, { readonly _tag: T }>[P]
    : never
}

/** A submission for review, with what the plan rests on and with whom it was made. @article 6 @article 8 */
export interface Submission
  extends Act,
    Said<"PlanSubmittedForReview", "grounds" | "plans" | "coDrafters" | "signed"> {}
/** A result of the review. @article 6 @article 8 */
export interface Review extends Act {
  /** Passed or returned. */
  readonly passed: boolean
}
/** An answer to the report for approval. @article 6 @article 8 */
export interface Decision extends Act {
  /** Approved or not. */
  readonly approved: boolean
}
/** One filing: the papers sent once, and what became of them. @article 7 */
export interface Filing {
  /** Id of the filing. */
  readonly id: string
  /** The sending of it. */
  readonly sent?: Fact<Act & Said<"PlanFiled", "to" | "received" | "plans">>
  /** Every registration of it, by whomever. */
  readonly registered: ReadonlyArray<Act>
  /** Every return of it, by whomever. */
  readonly returned: ReadonlyArray<Act & Said<"PlanFilingReturned", "lacking">>
}
/** That a new version took the place of this one. */
export type Superseded = Act & Said<"PlanReplaced", "version">

/** What a person judged about a norm. */
export interface Judgement extends Act, Said<"Judged", "outcome" | "reason"> {
  /** Id of the judgement. */
  readonly id: string
  /** The norm judged. */
  readonly norm: NormId
  /** The instance judged, as verdicts name it. */
  readonly instance: string
}

/** The case of one version of a plan as of a day, as then known. */
export interface PlanVersion {
  /** Id of the version. */
  readonly id: string
  /** Whose plan it is; `undefined` until the record is opened. */
  readonly kind: Kind | undefined
  /** Code of its region; of a provincial or departmental plan the province, whatever was entered. */
  readonly region: string | undefined
  /** Id of the organ that leads the drafting. */
  readonly organ: string | undefined
  /** The township or sub-district of whose area alone it is. @article 8 */
  readonly township: Fact<string>
  /** The opening of the record. */
  readonly opened?: Fact<Act>
  /** The beginning of the drafting. */
  readonly drafted?: Fact<Act>
  /** The version that this one follows. */
  readonly former?: Fact<string>
  /** The earliest of its own acts. */
  readonly begun?: Fact<Act>
  /** The acts that lead somewhere, in their order: together they say where it stands. */
  readonly moves: ReadonlyArray<Move<Event>>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** Every submission for review. */
  readonly submissions: ReadonlyArray<Submission>
  /** Every result of a review, by whomever. */
  readonly reviews: ReadonlyArray<Review>
  /** Every report for approval. */
  readonly reports: ReadonlyArray<Act>
  /** Every answer to it, by whomever. */
  readonly decisions: ReadonlyArray<Decision>
  /** The filings, by id. */
  readonly filings: ReadonlyArray<Filing>
  /** The putting into force, with the items of the plan where they are listed. */
  readonly implemented?: Fact<Act & Said<"PlanImplemented", "items">>
  /** That it was changed and the changed version sent for filing. */
  readonly refiled: ReadonlyArray<Act & Said<"PlanRefiled", "version">>
  /** That a new version took its place. */
  readonly superseded?: Fact<Superseded>
  /** Its repeal. */
  readonly repealed?: Fact<Act>
  /** Its withdrawal before it was put into force. */
  readonly withdrawn?: Fact<Act>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judgement>
}

/** A case of which nothing has been said yet. */
export const unopened = (id: string): PlanVersion => ({
  id,
  kind: undefined,
  region: undefined,
  organ: undefined,
  township: undefined,
  moves: [],
  coverage: undefined,
  submissions: [],
  reviews: [],
  reports: [],
  decisions: [],
  filings: [],
  refiled: [],
  judgements: []
})

/** The first of some acts in time, those that did not happen left out. */
export const firstOf = (...acts: ReadonlyArray<Fact<Act>>): Act | undefined => {
  let first: Act | undefined
  for (const act of acts) if (known(act) && (first === undefined || act.on < first.on)) first = act
  return first
}

/** The first approval, by whomever. @article 6 @article 8 */
export const firstApproval = ({ decisions }: Pick<PlanVersion, "decisions">): Decision | undefined =>
  decisions.find(({ approved }) => approved)
