import type { RoleId } from "../regulation/Role.ts"
import { addresseesBy, type Telling, type Tellings } from "../verdict/Addressed.ts"
import { known } from "../verdict/Fact.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { departmentOn, organOn, province } from "./authorities.ts"
import type { Event, EventOf, EventTag } from "./Event.ts"
import type { Resource } from "./Resource.ts"
import { rules } from "./register.ts"

type Of<T extends EventTag> = Telling<Resource, EventOf<T>>

const consent = ({ consent: id }: { readonly consent: string }): string => `consent/${id}`
const sharing = ({ sharing: id }: { readonly sharing: string }): string => `sharing/${id}`

/** Whoever fills a role of the province on the day of the act. */
const provincial =
  (role: RoleId) =>
  (_: Resource, { on }: Event, ctx: Context): ReadonlyArray<Bearer> => [
    { role, agency: ctx.directory.holder(role, province, on) }
  ]

const organ = (r: Resource, { on }: Event, ctx: Context): ReadonlyArray<Bearer> => [
  { role: "organ.any", agency: organOn(ctx, r, on) }
]

/** The business department that holds the database, unless it is known that there is none. @article 27 */
const department = (r: Resource, { on }: Event, ctx: Context): ReadonlyArray<Bearer> => {
  const agency = departmentOn(ctx, r, on)
  return agency === null ? [] : [{ role: "business-dept", agency }]
}

const requestOf = ({ sharings }: Resource, { sharing: of }: { readonly sharing: string }) =>
  sharings.find(({ id }) => id === of)

/** Whoever asked to share, where it is named: who stays unnamed cannot be told. @article 28 */
const applicant = (r: Resource, e: { readonly sharing: string }): ReadonlyArray<Bearer> => {
  const requested = requestOf(r, e)?.requested
  return known(requested) && requested.by !== undefined ? [{ role: "applicant.any", agency: requested.by }] : []
}

/** Whether a resource was last asked for by another way than the data centre's. @article 28 */
const otherWay = (r: Resource, e: { readonly sharing: string }): boolean =>
  requestOf(r, e)?.versions.at(-1)?.channel === "other"

type Sharing = Extract<Event, { readonly sharing: string }>["_tag"]
type Storing = Extract<Event, { readonly consent: string }>["_tag"]

/** What is asked of the data centre. @article 28 */
const requested: Of<Sharing> = {
  kind: "report",
  norm: "N28.1",
  instance: sharing,
  when: (r, e) => !otherWay(r, e),
  to: provincial("datacenter.provincial")
}
/** What becomes of a request to share. @article 28 */
const answered: Of<Sharing> = { kind: "decision", norm: "N28.1", instance: sharing, to: applicant }
/** What the department asks of the provincial authority. @article 27 */
const asked: Of<Storing> = { kind: "report", norm: "N27.2", instance: consent, to: provincial("info.provincial") }
/** What becomes of it. @article 27 */
const decided: Of<Storing> = { kind: "decision", norm: "N27.2", instance: consent, to: department }
/** What stands in the catalogue, and the interface to it. @article 26 */
const listed: Of<EventTag> = { kind: "decision", norm: "N26.1", to: organ }
const provided: Of<EventTag> = { kind: "report", norm: "N26.1", to: provincial("datacenter.provincial") }
/** What was drawn up, where it is said to whom it went: the sentence names nobody. @article 24 */
const declared: Of<"SharingDeclared" | "SharingRedeclared"> = {
  kind: "report",
  norm: "N24.1",
  to: (_, { to }) => (known(to) ? [{ role: "info.provincial", agency: to }] : [])
}

/** What each fact about a resource tells whom. */
export const tellings: Tellings<Resource, Event> = {
  ResourceIdentified: "record",
  ResourceTakenOver: "record",
  ResourceClassified: "internal",
  ResourceIntegrated: "internal",
  ResourceListed: [listed],
  ResourceLeftUnlisted: "internal",
  ResourceDelisted: [listed],
  SharingDeclared: [declared],
  SharingRedeclared: [declared],
  InterfaceProvided: [provided],
  InterfaceWithdrawn: [provided],
  ResourcePublishedWithoutInterface: "unnamed",
  ResourceOpened: "unnamed",
  ResourceVerified: "internal",
  ResourceFalsityConfirmed: "finding",
  ResourceFalsityCorrected: "internal",
  ResourceSharedInternally: "unnamed",
  ResourceFeeSet: "unnamed",
  ResourceUpdated: "internal",
  ResourceSuspended: "unnamed",
  ResourceResumed: "unnamed",
  ResourceRetired: "unnamed",
  StorageAssigned: [
    {
      kind: "decision",
      norm: "N27.4",
      instance: ({ resource }) => `storage/${resource}`,
      to: (_, { department: to }) => (known(to) ? [{ role: "business-dept", agency: to }] : [])
    }
  ],
  StoredAtDataCentre: "internal",
  StoredAtDepartment: "internal",
  MovedToDepartment: "internal",
  MovedToDataCentre: "internal",
  StoredElsewhere: "internal",
  StorageCeased: "internal",
  StorageExceptionRequested: [asked],
  StorageExceptionReturned: [decided],
  StorageConsentGiven: [{ ...decided, norm: "N27.3" }],
  StorageConsentRefused: [decided],
  StorageExceptionWithdrawn: [asked],
  StorageExceptionEnded: [asked, decided],
  StorageConsentRevoked: [decided],
  SharingRequested: [requested],
  SharingRequestReturned: [answered],
  SharingRequestResubmitted: [requested],
  SharingGranted: [answered],
  SharingRefused: [answered],
  SharingSuspended: [answered],
  SharingResumed: [answered],
  SharingEnded: [requested, answered],
  SharingRequestWithdrawn: [requested],
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act on a resource tells what. */
export const addressees = addresseesBy(tellings, rules)
