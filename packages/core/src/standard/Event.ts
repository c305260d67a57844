/** The facts about an instrument that is issued separately (另行制定), as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day } from "../civil/schemas.ts"
import { fact, header, Id, Region, recordFacts, Text, Texts } from "../verdict/factSchemas.ts"

/** Which of the instruments a document is issued as. @article 3 @article 14 @article 19 @article 23 @article 34 */
const Kind = Schema.Literals([
  "standards",
  "exchange-standards",
  "security-norms",
  "exchange-catalogue",
  "exchange-agreement",
  "assessment-standards"
])
/** Whose standard it is: art. 14 speaks of those of the State and of the province. @article 14 */
const Level = Schema.Literals(["national", "provincial", "local"])
/** What of art. 34 a document holds: the assessment standards, the implementation scheme, or both. @article 34 */
const Part = Schema.Literals(["standards", "scheme"])
const Parts = Schema.Array(Part).check(Schema.isMaxLength(2, { message: "至多 2 项 / at most 2 items" }))
/** The items of information that a catalogue lists. @article 23 @article 26 */
const Items = Schema.Array(Id).check(Schema.isMaxLength(10_000, { message: "至多 10000 项 / at most 10,000 items" }))
/** The slices of the record of an instrument for which coverage can be stated. */
export const RecordSlice = Schema.Literals(["issue", "effect", "end"])

const act = { ...header, instrument: Id }
const opening = { ...act, kind: Kind, level: fact(Level), region: Region, organ: Id }

/**
 * One fact about one version of one instrument. 会同: `with` names the departments that drafted it together with whoever issued it, `signed`
 * those of them that signed. Facts are never refused for a legal reason: what another body issued is recorded with its finding.
 */
export const Event = Schema.TaggedUnion({
  InstrumentDrafted: { ...opening, former: fact(Id) },
  InstrumentTakenOver: {
    ...opening,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  InstrumentIssued: {
    ...act,
    signed: Schema.optionalKey(Texts),
    parts: fact(Parts),
    items: fact(Items),
    document: fact(Text)
  },
  InstrumentTookEffect: act,
  InstrumentReplaced: { ...act, successor: fact(Id) },
  InstrumentRepealed: { ...act, reason: fact(Text) },
  InstrumentAbandoned: { ...act, reason: fact(Text) },
  ...recordFacts(act)
})
/** One fact about one instrument. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
