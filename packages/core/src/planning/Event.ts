/** The facts about one version of a plan, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day } from "../civil/schemas.ts"
import { fact, header, Id, Region, recordFacts, Text, Texts } from "../verdict/factSchemas.ts"

/** Whose plan it is: the province's, an area's, or a provincial organ's. @article 6 @article 7 @article 8 */
export const Kind = Schema.Literals(["provincial", "local", "departmental"])
/** What a provincial plan rests on. @article 6 */
export const Ground = Schema.Literals(["national-overall-plan", "provincial-conditions"])
/** The slices of the record of a plan for which coverage can be stated; `force`: putting into force, and the end of it. */
export const RecordSlice = Schema.Literals(["submission", "review", "report", "approval", "filing", "force"])

const act = { ...header, plan: Id }
/** Which plan it is. `township` names the township or sub-district of whose area alone a local plan is; its region is then the one around it. */
const opening = { ...act, kind: Kind, region: Region, organ: Id, township: fact(Text) }

/**
 * One fact about one version of one plan. Facts are never refused for a legal reason: what happened unlawfully is recorded with its finding.
 *
 * What a plan rests on, and with whom it was made, is stated where the Measures ask for it: on submission for review or for filing.
 */
export const Event = Schema.TaggedUnion({
  PlanDrafted: { ...opening, former: fact(Id) },
  PlanTakenOver: {
    ...opening,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  PlanSubmittedForReview: {
    ...act,
    grounds: fact(Schema.Array(Ground)),
    plans: fact(Texts),
    coDrafters: fact(Texts),
    signed: fact(Texts)
  },
  PlanReviewPassed: { ...act, document: fact(Text) },
  PlanReviewReturned: { ...act, reason: fact(Text) },
  PlanSubmittedForApproval: act,
  PlanApproved: { ...act, document: fact(Text) },
  PlanNotApproved: { ...act, reason: fact(Text) },
  PlanImplemented: { ...act, items: fact(Texts) },
  PlanAmendmentApproved: { ...act, version: fact(Id) },
  PlanFiled: { ...act, filing: Id, to: fact(Id), received: fact(Day), plans: fact(Texts) },
  PlanFilingRegistered: { ...act, filing: Id, document: fact(Text) },
  PlanFilingReturned: { ...act, filing: Id, lacking: fact(Texts), reason: fact(Text) },
  PlanRefiled: { ...act, version: fact(Id), change: fact(Text) },
  PlanReplaced: { ...act, version: fact(Id) },
  PlanRepealed: { ...act, reason: fact(Text) },
  PlanWithdrawn: { ...act, reason: fact(Text) },
  ...recordFacts(act)
})
/** One fact about one version of a plan. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
/** Whose plan it is. */
export type Kind = typeof Kind.Type
/** What a provincial plan rests on. */
export type Ground = typeof Ground.Type
