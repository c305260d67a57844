/** The facts about one complaint, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day } from "../civil/schemas.ts"
import { fact, header, Id, Region, recordFacts, Text } from "../verdict/factSchemas.ts"

/** The slices of the record of a complaint for which coverage can be stated. */
export const RecordSlice = Schema.Literals(["answer", "reply"])

const act = { ...header, complaint: Id }
const opening = { ...act, region: Region, organ: Id }

/**
 * One fact about one complaint that came in online. `organ` is the organ complained to, which need not be the one that the complaint is about.
 * Whoever complains may stay anonymous: `by` is then left out. Facts are never refused for a legal reason: what happened unlawfully is
 * recorded with its finding.
 */
export const Event = Schema.TaggedUnion({
  ComplaintReceived: { ...opening, text: fact(Text) },
  ComplaintTakenOver: {
    ...opening,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  ComplaintAccepted: act,
  ComplaintRefused: { ...act, reason: fact(Text) },
  ComplaintRedirected: { ...act, to: fact(Id), reason: fact(Text) },
  ComplaintAssigned: { ...act, text: fact(Text) },
  ComplaintReplied: { ...act, text: fact(Text) },
  ComplaintReopened: { ...act, reason: fact(Text) },
  ComplaintClosed: act,
  ComplaintWithdrawn: { ...act, reason: fact(Text) },
  ...recordFacts(act)
})
/** One fact about one complaint. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
