import { type Course, tabled } from "../path/Course.ts"
import { known } from "../verdict/Fact.ts"
import type { Row } from "../verdict/Lifecycle.ts"
import { placeOf } from "../verdict/stated.ts"
import { departmentOn, organOn, province } from "./authorities.ts"
import type { Event, EventTag } from "./Event.ts"
import { named, standsAt } from "./Goal.ts"
import { lifecycle, row, trackOf } from "./Lifecycle.ts"
import { type Resource, unopened } from "./Resource.ts"
import { type Part, partOf, position } from "./standing.ts"
import { subject } from "./subject.ts"
import { templates } from "./templates.ts"
import { allTurns, latestOf } from "./turns.ts"

/** Acts that break something off: a listing, an interface, the use of the resource, the storage, a request. */
const exits: ReadonlySet<EventTag> = new Set<EventTag>([
  "ResourceDelisted",
  "InterfaceWithdrawn",
  "ResourceSuspended",
  "ResourceRetired",
  "StorageCeased",
  "StorageExceptionReturned",
  "StorageConsentRefused",
  "StorageExceptionWithdrawn",
  "StorageExceptionEnded",
  "StorageConsentRevoked",
  "SharingRequestReturned",
  "SharingRefused",
  "SharingSuspended",
  "SharingEnded",
  "SharingRequestWithdrawn"
])

/** The row of a kind of act with its positions named among those of all parts. */
const rowOf = (tag: EventTag): Row<string> => {
  const { from, stays, to, ...rest } = row(tag)
  const all = (positions: ReadonlyArray<string>): ReadonlyArray<string> =>
    positions.map((position) => named(trackOf(tag), position))
  return {
    ...rest,
    ...(from === undefined ? {} : { from: all(from) }),
    ...(stays === undefined ? {} : { stays: all(stays) }),
    ...(to === undefined ? {} : { to: named(trackOf(tag), to) })
  }
}

/** Whether an act can lead a part on: what the resource is is no step for its parts, and no request is one for another. */
const serves = ({ id, track }: Part, e: Event): boolean => {
  const of = partOf(e)
  if (track !== "resource" && of.track === "resource") return false
  return of.track !== track || of.id === id
}

/** What is to be known of the acts that lead a part of a resource on, beside its rows and its rules. */
export const courseOf = (part: Part): Course<Resource, Event> => ({
  subject: {
    ...subject,
    row: rowOf,
    position: (r, ctx, e) => (e === undefined ? position(r, ctx) : standsAt(r, partOf(e), ctx))
  },
  kinds: Object.keys(lifecycle) as ReadonlyArray<EventTag>,
  unopened,
  anyInstance: {},
  templates: (kind, r, ctx, owed) => {
    const said = tabled(templates)(kind, r, ctx, owed)
    // The request that is asked for may be one of which nothing is on record yet; no other serves.
    const key = part.track === "sharingRequest" ? "sharing" : "consent"
    const begins = trackOf(kind) === part.track && row(kind).from?.includes("draft") === true
    return begins ? [{ ...said?.[0], [key]: part.id }] : said
  },
  named: ["consent", "sharing", "falsity"],
  agency: (role, r, ctx, { sharing }) => {
    switch (role) {
      case "organ.any":
        return organOn(ctx, r, ctx.asOf)
      case "business-dept":
        return departmentOn(ctx, r, ctx.asOf) ?? undefined
      case "applicant.any": {
        const requested = r.sharings.find(({ id }) => id === sharing)?.requested
        return known(requested) ? requested.by : undefined
      }
      default:
        return ctx.directory.holder(role, province, ctx.asOf)
    }
  },
  filledBy: (r, role, ctx) => {
    if (role === "applicant.any") return "applicant"
    if (role === "business-dept") return departmentOn(ctx, r, ctx.asOf) === null ? "department" : "organ"
    return role === "organ.any" ? "organ" : undefined
  },
  begun: (r) => known(r.opened) || allTurns(r).length > 0,
  since: (r) => placeOf(latestOf(allTurns(r))),
  position: (r, ctx) => standsAt(r, part, ctx),
  openings: new Set<EventTag>(["ResourceIdentified"]),
  exits,
  parts: (kind) => trackOf(kind) !== part.track,
  serves: (_, e) => serves(part, e)
})
