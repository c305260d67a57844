/** The facts about one inspection (检查监督), as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day } from "../civil/schemas.ts"
import { fact, header, Id, NormIdSchema, Region, recordFacts, Text, Texts } from "../verdict/factSchemas.ts"

/** The time whose conduct is looked at; a side that is left out is open. */
const Period = Schema.Struct({ from: Schema.optionalKey(Day), until: Schema.optionalKey(Day) })
/** One thing that was found: under which norm, and on what evidence. @article 35 */
const Finding = Schema.Struct({ id: Id, norm: fact(NormIdSchema), evidence: fact(Text) })
const Findings = Schema.Array(Finding).check(Schema.isMaxLength(200, { message: "至多 200 项 / at most 200 items" }))
/** Why an inspection ends without a recheck: nothing is left to be put right, the organ is gone without successor, or what was found was withdrawn. */
const Exception = Schema.Literals(["moot", "abolished", "withdrawn"])
/** The slices of the record of an inspection for which coverage can be stated. */
export const RecordSlice = Schema.Literals(["start", "findings", "rectification"])

const act = { ...header, inspection: Id }
const opening = { ...act, region: Region, organs: Texts }

/**
 * One fact about one inspection. `region` is that of the supervision department that inspects, `organs` are the organs inspected. Facts are
 * never refused for a legal reason: an inspection that an inspected organ closed itself is recorded with its finding.
 */
export const Event = Schema.TaggedUnion({
  InspectionOpened: { ...opening, period: fact(Period), ground: fact(Text) },
  InspectionTakenOver: {
    ...opening,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  InspectionStarted: act,
  InspectionFoundNothing: { ...act, considered: fact(Texts) },
  InspectionFindingsIssued: { ...act, findings: fact(Findings), considered: fact(Texts) },
  RectificationStarted: act,
  InspectionContested: { ...act, statement: fact(Text) },
  RectificationReported: { ...act, document: fact(Text) },
  RecheckPassed: act,
  RecheckFailed: act,
  InspectionConcluded: { ...act, exception: fact(Exception) },
  InspectionWithdrawn: { ...act, reason: fact(Text) },
  ...recordFacts(act)
})
/** One fact about one inspection. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
