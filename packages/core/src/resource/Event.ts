/** The facts about an information resource, as they cross the edge. Only the edge imports this module at run time: rules import its types. */
import * as Schema from "effect/Schema"
import { AmountSchema } from "../civil/Amount.ts"
import { CivilDateSchema as Day } from "../civil/schemas.ts"
import { fact, header, Id, Region, recordFacts, Text } from "../verdict/factSchemas.ts"

/** Whom information was opened to. @article 22 */
const Audience = Schema.Literals(["public", "government", "both"])
/** Who may ask to share: whoever it is, nobody is left out. @article 28 */
const ApplicantKind = Schema.Literals(["organ", "enterprise", "public-institution", "organization", "citizen"])
/** By which way a resource is asked for. @article 28 */
const Channel = Schema.Literals(["data-centre", "other"])
/** What shows that a resource was integrated. @article 23 */
const Integration = Schema.Literals(["catalogue-entry", "interface", "merged-database", "other"])
/** Where what a department stores stands: on its own premises, or hosted for it. @article 27 */
const Premises = Schema.Literals(["own", "hosted"])
/** What is drawn up for one of the two purposes of art. 24. @article 24 */
const Purpose = Schema.Struct({ content: fact(Text), scope: fact(Text), manner: fact(Text) })
/** The slices of the record of a resource for which coverage can be stated. */
export const RecordSlice = Schema.Literals([
  "listing",
  "integration",
  "declaration",
  "interface",
  "publication",
  "storageException",
  "sharingRequest"
])

const act = { ...header, resource: Id }
const consent = { ...act, consent: Id }
const sharing = { ...act, sharing: Id }
const declaration = {
  ...act,
  disclosure: fact(Purpose),
  internal: fact(Purpose),
  catalogue: fact(Id),
  agreement: fact(Id),
  to: fact(Id)
}
const opened = { ...act, audience: fact(Audience), electronic: fact(Schema.Boolean), document: fact(Text) }
const departmental = { ...act, premises: fact(Premises) }

/** One fact about one information resource. Facts are never refused for a legal reason: what happened unlawfully is recorded with its finding. */
export const Event = Schema.TaggedUnion({
  ResourceIdentified: { ...act, region: Region, organ: Id, produced: fact(Day) },
  ResourceTakenOver: {
    ...act,
    region: Region,
    organ: Id,
    produced: fact(Day),
    coverage: Schema.optionalKey(Schema.Record(RecordSlice, Schema.optionalKey(Day)))
  },
  ResourceClassified: {
    ...act,
    database: fact(Schema.Boolean),
    licensing: fact(Schema.Boolean),
    collaborative: fact(Schema.Boolean),
    crossDept: fact(Schema.Boolean),
    crossRegion: fact(Schema.Boolean),
    disclosable: fact(Schema.Boolean),
    ground: fact(Text)
  },
  ResourceIntegrated: { ...act, how: fact(Integration) },
  ResourceListed: { ...act, catalogue: fact(Id) },
  ResourceLeftUnlisted: { ...act, catalogue: fact(Id) },
  ResourceDelisted: { ...act, catalogue: fact(Id) },
  SharingDeclared: declaration,
  SharingRedeclared: declaration,
  InterfaceProvided: { ...act, document: fact(Text) },
  InterfaceWithdrawn: { ...act, reason: fact(Text) },
  ResourcePublishedWithoutInterface: opened,
  ResourceOpened: opened,
  ResourceVerified: { ...act, document: fact(Text) },
  ResourceFalsityConfirmed: { ...act, falsity: Id },
  ResourceFalsityCorrected: { ...act, falsity: Id },
  ResourceSharedInternally: { ...act, shared: fact(Schema.Boolean), ground: fact(Text) },
  ResourceFeeSet: { ...act, amount: fact(AmountSchema), ground: fact(Text), legalBasis: fact(Text) },
  ResourceUpdated: act,
  ResourceSuspended: { ...act, reason: fact(Text) },
  ResourceResumed: act,
  ResourceRetired: { ...act, reason: fact(Text) },
  StorageAssigned: { ...act, department: fact(Id) },
  StoredAtDataCentre: act,
  StoredAtDepartment: departmental,
  MovedToDepartment: departmental,
  MovedToDataCentre: act,
  StoredElsewhere: { ...act, where: fact(Text) },
  StorageCeased: act,
  StorageExceptionRequested: { ...consent, circumstances: fact(Text) },
  StorageExceptionReturned: { ...consent, reason: fact(Text) },
  StorageConsentGiven: { ...consent, from: fact(Day), until: fact(Day) },
  StorageConsentRefused: { ...consent, reason: fact(Text) },
  StorageExceptionWithdrawn: consent,
  StorageExceptionEnded: { ...consent, reason: fact(Text) },
  StorageConsentRevoked: { ...consent, reason: fact(Text) },
  SharingRequested: {
    ...sharing,
    applicant: fact(ApplicantKind),
    need: fact(Text),
    channel: fact(Channel),
    agreement: fact(Id),
    contract: fact(Id),
    conforms: fact(Schema.Boolean)
  },
  SharingRequestReturned: { ...sharing, reason: fact(Text) },
  SharingRequestResubmitted: {
    ...sharing,
    need: fact(Text),
    channel: fact(Channel),
    agreement: fact(Id),
    contract: fact(Id),
    conforms: fact(Schema.Boolean)
  },
  SharingGranted: {
    ...sharing,
    conforms: fact(Schema.Boolean),
    amount: fact(AmountSchema),
    ground: fact(Text),
    legalBasis: fact(Text)
  },
  SharingRefused: { ...sharing, reason: fact(Text) },
  SharingSuspended: { ...sharing, reason: fact(Text) },
  SharingResumed: sharing,
  SharingEnded: sharing,
  SharingRequestWithdrawn: sharing,
  ...recordFacts(act)
})
/** One fact about one information resource. */
export type Event = typeof Event.Type
/** The kind of a fact. */
export type EventTag = Event["_tag"]
/** A fact of one kind. */
export type EventOf<T extends EventTag> = Extract<Event, { readonly _tag: T }>
/** The name of a slice of the record. */
export type RecordSlice = typeof RecordSlice.Type
