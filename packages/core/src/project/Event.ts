/** The facts about a project, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { AmountSchema } from "../civil/Amount.ts"
import { CivilDateSchema as Day, InstantSchema, PeriodSchema, QuarterSchema } from "../civil/schemas.ts"
import { isNormId, type NormId } from "../regulation/Norm.ts"

/** What every store takes as an id, with room for the name of the stream or the number that goes before or behind it. */
const Id = Schema.String.check(
  Schema.isBetweenLength(1, 190, { message: "编号长 1 至 190 字 / an id has 1 to 190 characters" }),
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]*$/u, { message: "编号不得含控制字符 / an id has no control characters" })
)
const Text = Schema.String.check(
  Schema.isBetweenLength(1, 10_000, { message: "文字长 1 至 10000 字 / a text has 1 to 10,000 characters" }),
  Schema.isPattern(/^\P{Cs}*$/u, { message: "文字含半个代理对 / the text holds half a surrogate pair" })
)
/** The id of an entry; one that the docket makes is the command's with a number behind it. */
const EntryId = Schema.String.check(
  Schema.isBetweenLength(1, 200, { message: "编号长 1 至 200 字 / an id has 1 to 200 characters" }),
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]*$/u, { message: "编号不得含控制字符 / an id has no control characters" })
)
const Texts = Schema.Array(Id).check(Schema.isMaxLength(200, { message: "至多 200 项 / at most 200 items" }))
const Region = Schema.String.check(
  Schema.isPattern(/^\d{6}$/u, { message: "区划代码为六位数字 / a region code has six digits" })
)
const Norm = Schema.String.check(
  Schema.makeFilter((id) => isNormId(id) || "没有这一规范编号 / there is no such norm")
) as unknown as Schema.Codec<NormId, string>

/** A particular that may be left unknown (no key), known absent (null) or not applicable. */
const fact = <S extends Schema.Top>(schema: S) =>
  Schema.optionalKey(Schema.Union([Schema.Null, Schema.Literal("n/a"), schema]))

/** Where the money of a project comes from. @article 11 */
const Funding = Schema.Literals(["fiscal", "self-raised", "loan", "other"])
/** What an opinion concludes; `unclear` is a reply that does not conclude. @article 10 */
const Conclusion = Schema.Literals(["support", "support-with-conditions", "not-support", "unclear"])
/** The six aims of art. 9, a closed list. @article 9 */
const Aim = Schema.Literals([
  "administrative-efficiency",
  "cost-reduction",
  "public-service",
  "social-regulation",
  "scientific-decision",
  "emergency-command"
])
const PlanItem = Schema.Struct({ plan: Id, item: Id })
/** What a project was to cost and when it was to be finished, at one of its establishments. */
const Baseline = Schema.Struct({ amount: Schema.optionalKey(AmountSchema), completeBy: Schema.optionalKey(Day) })
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
  "keyList"
])

/**
 * `on` is the day that counts in law, `by` the agency that acted, `with` those who acted with it; `recordedAt` and `recordedBy` say when
 * and by whom it was entered. `corrects` names an earlier event that this one replaces from its `recordedAt` on. `seq` orders acts of one day.
 */
const act = {
  id: EntryId,
  project: Id,
  on: Day,
  recordedAt: InstantSchema,
  seq: Schema.optionalKey(Schema.Int),
  by: Schema.optionalKey(Id),
  with: Schema.optionalKey(Texts),
  recordedBy: Schema.optionalKey(Id),
  corrects: Schema.optionalKey(EntryId)
}
const round = { ...act, application: Id }
const opinion = {
  ...round,
  request: Id,
  opinion: Id,
  conclusion: fact(Conclusion),
  conditions: fact(Text),
  plan: fact(Id),
  assessment: fact(Id)
}

/** One fact about one project. Facts are never refused for a legal reason: what happened unlawfully is recorded with its finding. */
export const Event = Schema.TaggedUnion({
  Drafted: { ...act, region: Region, organ: Id, former: fact(Id) },
  TakenOver: {
    ...act,
    region: Region,
    organ: Id,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  SchemeSubmitted: {
    ...round,
    scheme: Id,
    what: fact(Schema.Literals(["plan", "scheme", "both"])),
    to: fact(Id),
    material: fact(Schema.Boolean)
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
  Rejected: { ...round, considered: fact(Texts), reason: fact(Text) },
  ReturnedForRevision: { ...round, reason: fact(Text) },
  Reapplied: { ...round, former: fact(Id) },
  Closed: act,
  Withdrawn: { ...round, reason: fact(Text) },
  ConstructionStarted: act,
  Suspended: { ...act, reason: fact(Text) },
  Resumed: act,
  MateriallyChanged: { ...round, former: fact(Id), reason: fact(Text), baseline: fact(Baseline) },
  ConstructionCompleted: act,
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
    deviation: fact(Text)
  },
  BudgetCopied: { ...act, budget: Id, to: fact(Id) },
  KeyListed: act,
  KeyDelisted: act,
  TimetableIssued: { ...act, timetable: Id, due: PeriodSchema, until: fact(Day), document: fact(Text) },
  Judged: {
    ...act,
    norm: Norm,
    instance: Schema.String.check(Schema.isMaxLength(300)),
    outcome: Schema.Literals(["fulfilled", "not-fulfilled"]),
    reason: fact(Text)
  },
  Retracted: { ...act, of: EntryId }
})
/** One fact about one project. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
