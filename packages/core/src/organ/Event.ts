/** The facts about the record of an administrative organ, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day } from "../civil/schemas.ts"
import { fact, header, Id, Region, recordFacts, Text, Texts } from "../verdict/factSchemas.ts"

/** What an organ extends step by step: two systems that it uses, matters on its site, approvals online. @article 15 @article 21 */
const Track = Schema.Literals(["office-automation", "document-transmission", "matters", "approval"])
/** Of which work an appraisal is: openness of government affairs, or administration by law. @article 35 */
const Work = Schema.Literals(["openness", "administration-by-law"])
/** The slices of the record of an organ for which coverage can be stated. */
export const RecordSlice = Schema.Literals(["progress", "site", "information", "publication", "channel"])

const act = { ...header, agency: Id }
const Count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 999_999_999 }))

/**
 * One fact about one organ's own record. 会同: `with` names the departments that coordinated together with the organ, `signed` those of them
 * that signed; `township` the township or sub-district for which alone it was. An appraisal is one of the organ, by whoever appraised it:
 * `eGovernment` says whether e-government construction was one of its items. Facts are never refused for a legal reason: what happened unlawfully is recorded with its finding. */
export const Event = Schema.TaggedUnion({
  OrganRecorded: { ...act, region: Region },
  OrganTakenOver: {
    ...act,
    region: Region,
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  OrganHoldingsStated: { ...act, systems: fact(Count), resources: fact(Count) },
  OrganProgressStated: { ...act, track: Track, covered: fact(Count), total: fact(Count) },
  OrganPortalStated: { ...act, exists: fact(Schema.Boolean), host: fact(Id) },
  OrganSiteOpened: { ...act, site: Id },
  OrganSiteClosed: { ...act, site: Id, reason: fact(Text) },
  OrganSiteLinkStated: { ...act, site: Id, linked: fact(Schema.Boolean) },
  OrganInformationArose: { ...act, item: Id, text: fact(Text) },
  OrganInformationPublished: { ...act, item: Id },
  OrganChannelOpened: { ...act, text: fact(Text) },
  OrganChannelClosed: { ...act, reason: fact(Text) },
  OrganCoordinated: { ...act, text: fact(Text), township: fact(Text), signed: Schema.optionalKey(Texts) },
  OrganAppraised: {
    ...act,
    appraisal: Id,
    appraises: fact(Work),
    eGovernment: fact(Schema.Boolean),
    items: fact(Texts)
  },
  ...recordFacts(act)
})
/** One fact about one organ's own record. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
