/** The facts about a project and its assessments, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { assessmentFacts, Conclusion, Finding } from "../assessment/Event.ts"
import { AmountSchema } from "../civil/Amount.ts"
import { CivilDateSchema as Day, PeriodSchema, QuarterSchema } from "../civil/schemas.ts"
import { fact, header, Id, Region, recordFacts, Text, Texts } from "../verdict/factSchemas.ts"

/** Where the money of a project comes from. @article 11 */
const Funding = Schema.Literals(["fiscal", "self-raised", "loan", "other"])
/** The six aims of art. 9, a closed list. @article 9 */
const Aim = Schema.Literals([
  "administrative-efficiency",
  "cost-reduction",
  "public-service",
  "social-regulation",
  "scientific-decision",
  "emergency-command"
])
/** What is done to a system: only the first four are construction in the sense of the Measures (A02b). @article 2 */
const Work = Schema.Literals([
  "new-build",
  "extension",
  "rebuild",
  "upgrade",
  "service-purchase",
  "operation-and-maintenance"
])
/** Where a system stands, as it is planned or as it was built. @article 18 */
const Network = Schema.Literals(["unified-platform", "other"])
const PlanItem = Schema.Struct({ plan: Id, item: Id })
/** What a project was to cost and when it was to be finished, at one of its establishments. */
const Baseline = Schema.Struct({ amount: Schema.optionalKey(AmountSchema), completeBy: Schema.optionalKey(Day) })
/** What the result of an application assessment is a reference for, beside fiscal money. @article 33 */
const Purpose = Schema.Literals(["inspection", "appraisal", "improvement"])
/** The slices of the record of a project for which coverage can be stated. */
export const RecordSlice = Schema.Literals([
  "application",
  "consultation",
  "decision",
  "works",
  "filing",
  "budget",
  "report",
  "copy",
  "keyList",
  "submission",
  "assessment",
  "completion",
  "acceptance",
  "operation",
  "review"
])

const act = { ...header, project: Id }
/** What opens a record; `with` names the organs that are responsible together with the first. @article 2 @article 4 */
const opening = { ...act, region: Region, organ: fact(Id), work: Schema.optionalKey(Work) }
const round = { ...act, application: Id }
const acceptance = {
  ...act,
  acceptance: Id,
  security: fact(Finding),
  against: fact(Texts),
  network: fact(Network)
}
const opinion = {
  ...round,
  request: Id,
  opinion: Id,
  conclusion: fact(Conclusion),
  conditions: fact(Text),
  plan: fact(Id),
  assessment: fact(Id)
}

/** One fact about one project or one of its assessments. Facts are never refused for a legal reason: what happened unlawfully is recorded with its finding. */
export const Event = Schema.TaggedUnion({
  Drafted: { ...opening, former: fact(Id) },
  TakenOver: {
    ...opening,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  SchemeSubmitted: {
    ...round,
    scheme: Id,
    what: fact(Schema.Literals(["plan", "scheme", "both"])),
    to: fact(Id),
    material: fact(Schema.Boolean),
    crossDept: fact(Schema.Boolean),
    crossRegion: fact(Schema.Boolean),
    network: fact(Network)
  },
  Applied: { ...round, to: fact(Id) },
  MaterialsRequested: { ...round, reason: fact(Text) },
  OpinionRequested: { ...round, request: Id, to: fact(Id) },
  OpinionGiven: opinion,
  OpinionRevised: opinion,
  Approved: {
    ...round,
    considered: fact(Texts),
    planItem: fact(PlanItem),
    deviation: fact(Text),
    builder: fact(Id),
    funding: fact(Schema.Array(Funding)),
    baseline: fact(Baseline),
    aims: fact(Schema.Array(Aim)),
    ranking: fact(Text)
  },
  Rejected: { ...round, considered: fact(Texts), reason: fact(Text), aims: fact(Schema.Array(Aim)) },
  ReturnedForRevision: { ...round, reason: fact(Text) },
  Reapplied: { ...round, former: fact(Id) },
  Closed: act,
  Withdrawn: { ...round, reason: fact(Text) },
  ConstructionStarted: act,
  Suspended: { ...act, reason: fact(Text) },
  Resumed: act,
  MateriallyChanged: { ...round, former: fact(Id), reason: fact(Text), baseline: fact(Baseline) },
  ConstructionCompleted: act,
  CompletionReported: { ...act, to: fact(Id), onBehalfOf: fact(Id) },
  AcceptanceApplied: acceptance,
  AcceptancePassed: { ...act, acceptance: Id, considered: fact(Texts) },
  AcceptanceFailed: { ...act, acceptance: Id, considered: fact(Texts), defects: fact(Text) },
  AcceptanceReapplied: { ...acceptance, former: fact(Id) },
  TrialOperationStarted: act,
  OperationStarted: act,
  Retired: { ...act, reason: fact(Text), interfaces: fact(Texts) },
  ReviewHeld: { ...act, review: Id, purpose: Purpose, considered: fact(Texts), document: fact(Text) },
  Cancelled: { ...act, reason: fact(Text) },
  ProgressReported: { ...act, period: QuarterSchema, to: fact(Id), amount: fact(AmountSchema) },
  ProgressCorrected: { ...act, period: QuarterSchema, amount: fact(AmountSchema), reason: fact(Text) },
  ReportCopied: { ...act, period: QuarterSchema, to: fact(Id) },
  InvestmentSettled: { ...act, amount: fact(AmountSchema) },
  InvestmentFiled: { ...act, amount: fact(AmountSchema), funding: fact(Schema.Array(Funding)) },
  BudgetIssued: {
    ...act,
    budget: Id,
    year: fact(Schema.Int.check(Schema.isBetween({ minimum: 1990, maximum: 2199 }))),
    fiscal: fact(Schema.Boolean),
    amount: fact(AmountSchema),
    planItem: fact(PlanItem),
    deviation: fact(Text),
    considered: fact(Texts)
  },
  BudgetCopied: { ...act, budget: Id, to: fact(Id) },
  ProvincialKeyDesignated: act,
  ProvincialKeyEnded: act,
  ImplementationCoordinated: { ...act, text: fact(Text) },
  ImplementationSupervised: { ...act, text: fact(Text) },
  KeyListed: act,
  KeyDelisted: act,
  TimetableIssued: { ...act, timetable: Id, due: PeriodSchema, until: fact(Day), document: fact(Text) },
  ...assessmentFacts,
  ...recordFacts(act)
})
/** One fact about one project. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
