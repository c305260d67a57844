/** The facts about an effect assessment, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { fact, header, Id, Text, Texts } from "../verdict/factSchemas.ts"

/** The three kinds of assessment. @article 30 */
const Type = Schema.Literals(["ex-ante", "ex-post", "application"])
/** What an opinion concludes; `unclear` is a reply that does not conclude. @article 10 */
export const Conclusion = Schema.Literals(["support", "support-with-conditions", "not-support", "unclear"])
/** What a check finds of conformity. @article 14 @article 19 */
export const Finding = Schema.Literals(["pass", "fail"])
/** The id of an assessment, with room for the name of its stream. */
const AssessmentId = Id.check(
  Schema.isMaxLength(180, { message: "评估编号至多 180 字 / the id of an assessment has at most 180 characters" })
)
/** A content item that the report leaves out, with the reason why it does not apply. @article 30 */
const Omitted = Schema.Struct({ item: Id, reason: fact(Text) })
const Omissions = Schema.Array(Omitted).check(Schema.isMaxLength(200, { message: "至多 200 项 / at most 200 items" }))

const assessed = { ...header, project: Id, assessment: AssessmentId }
/** 会同: `with` names the departments that act together, `signed` those of them that signed. @article 32 @article 33 */
const jointly = { ...assessed, signed: Schema.optionalKey(Texts) }
const content = { items: fact(Texts), omitted: fact(Omissions) }

/** The facts of an assessment, each in the stream of the assessment that it names. @article 29 @article 30 @article 31 @article 32 @article 33 */
export const assessmentFacts = {
  AssessmentPlanned: { ...jointly, type: Type, application: fact(Id) },
  AssessmentCommissioned: { ...assessed, assessor: fact(Id), interests: fact(Texts) },
  AssessmentTakenInHouse: { ...assessed, reason: fact(Text), interests: fact(Texts) },
  AssessmentStarted: { ...jointly, criteria: fact(Text), scheme: fact(Id) },
  AssessmentReported: { ...assessed, ...content },
  AssessmentReportReturned: { ...assessed, defects: fact(Text) },
  AssessmentReportResubmitted: { ...assessed, ...content },
  AssessmentIssued: {
    ...assessed,
    ...content,
    conclusion: fact(Conclusion),
    planConformity: fact(Finding),
    against: fact(Texts)
  },
  AssessmentClosed: assessed,
  AssessmentSuperseded: { ...assessed, successor: fact(Id) },
  AssessmentCancelled: { ...assessed, reason: fact(Text) }
}

const All = Schema.TaggedUnion(assessmentFacts)
/** One fact about one assessment. */
export type AssessmentEvent = typeof All.Type
/** The kind of a fact about an assessment. */
export type AssessmentTag = AssessmentEvent["_tag"]
