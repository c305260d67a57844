/** The facts about an application system, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day, PeriodSchema } from "../civil/schemas.ts"
import { fact, header, Id, Region, recordFacts, Text, Texts } from "../verdict/factSchemas.ts"

/** What a check asks whether a system is as it should be. @article 14 @article 16 @article 19 */
const Yardstick = Schema.Literals(["plan", "exchange-standards", "security-norms", "accuracy"])
/** The slices of the record of a system for which coverage can be stated. */
export const RecordSlice = Schema.Literals(["construction", "operation", "update", "error"])

const act = { ...header, system: Id }

/** One fact about one application system. Facts are never refused for a legal reason: what happened unlawfully is recorded with its finding. */
export const Event = Schema.TaggedUnion({
  SystemRecorded: { ...act, region: Region, organ: Id, former: fact(Id) },
  SystemTakenOver: {
    ...act,
    region: Region,
    organ: Id,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  SystemBuilt: { ...act, build: Id, work: fact(Schema.Literals(["construction", "rebuild"])) },
  SystemReachStated: { ...act, crossDept: fact(Schema.Boolean), crossRegion: fact(Schema.Boolean) },
  SystemNetworkStated: {
    ...act,
    network: fact(Schema.Literals(["unified-platform", "other"])),
    consent: fact(Text)
  },
  SystemChecked: {
    ...act,
    what: Yardstick,
    result: fact(Schema.Literals(["pass", "fail"])),
    against: fact(Texts),
    occasion: fact(Schema.Literals(["assessment", "inspection", "test", "statement"])),
    build: fact(Id)
  },
  SystemOperationStarted: act,
  SystemOperationStopped: { ...act, reason: fact(Text) },
  SystemMaintained: { ...act, text: fact(Text) },
  SystemDataUpdated: act,
  SystemCycleDeclared: { ...act, cycle: fact(PeriodSchema) },
  SystemErrorConfirmed: { ...act, error: Id, text: fact(Text) },
  SystemErrorCorrected: { ...act, error: Id },
  SystemSecurityUseStated: {
    ...act,
    service: Id,
    used: fact(Schema.Boolean),
    own: fact(Schema.Boolean),
    reason: fact(Text)
  },
  SystemRetired: { ...act, reason: fact(Text) },
  ...recordFacts(act)
})
/** One fact about one application system. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
