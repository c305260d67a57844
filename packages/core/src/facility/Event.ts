/** The facts about what the province builds for everybody, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day } from "../civil/schemas.ts"
import { fact, header, Id, Region, recordFacts, Text } from "../verdict/factSchemas.ts"

/** Which of the facilities it is. @article 17 @article 25 */
const Kind = Schema.Literals(["network-platform", "security-infrastructure", "data-centre"])
/** The slices of the record of a facility for which coverage can be stated. */
export const RecordSlice = Schema.Literals(["service", "access"])

const act = { ...header, facility: Id }
const opening = { ...act, kind: Kind, region: Region, organ: Id }

/** One fact about one facility. `opensOn` is the day on which it is to open, as far as that is told. */
export const Event = Schema.TaggedUnion({
  FacilityPlanned: { ...opening, opensOn: fact(Day) },
  FacilityTakenOver: {
    ...opening,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  FacilityOpened: act,
  FacilitySuspended: { ...act, reason: fact(Text) },
  FacilityResumed: act,
  FacilityClosed: { ...act, reason: fact(Text) },
  FacilityAccessRequested: { ...act, request: Id, need: fact(Text) },
  FacilityAccessAnswered: { ...act, request: Id, granted: fact(Schema.Boolean), reason: fact(Text) },
  ...recordFacts(act)
})
/** One fact about one facility. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
