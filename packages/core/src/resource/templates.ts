/** What lawful examples of acts on a resource and its requests say: one place for next acts and for ways. A new kind of act is one more case here. */
import type { OwedIn, Particulars, Templates } from "../path/Course.ts"
import { unstated } from "../path/lacks.ts"
import { known } from "../verdict/Fact.ts"
import { type Context, open } from "../verdict/Verdict.ts"
import { province } from "./authorities.ts"
import type { Event } from "./Event.ts"
import type { Resource } from "./Resource.ts"
import { disclosableOn } from "./tracks.ts"

/** The version of an instrument that is in force, as far as anybody knows one. */
const version = (which: "catalogue" | "agreement", { asOf, instrumentsInForce }: Context): Particulars => {
  const id = instrumentsInForce(`exchange-${which}`, asOf)?.at(-1)?.id
  return id === undefined ? {} : { [which]: id }
}

const listing = (_: Resource, ctx: Context): ReadonlyArray<Particulars> => [version("catalogue", ctx)]
const because = (): ReadonlyArray<Particulars> => [{ reason: unstated }]

const purpose = { content: unstated, scope: unstated, manner: unstated }
const declaring = (_: Resource, ctx: Context): ReadonlyArray<Particulars> => {
  const to = ctx.directory.holder("info.provincial", province, ctx.asOf)
  const resting = { ...version("catalogue", ctx), ...version("agreement", ctx) }
  return [{ disclosure: purpose, internal: purpose, ...resting, ...(to === undefined ? {} : { to }) }]
}

/** Opened to everybody where the information can be disclosed, and inside government alone where nobody says so. */
const opening = (r: Resource, { asOf }: Context): ReadonlyArray<Particulars> => [
  { audience: disclosableOn(r, asOf)?.is === true ? "both" : "government", electronic: true }
]

/** What an open duty of a norm asks for. */
const owing =
  (norm: string, said: Particulars) =>
  (_: Resource, __: Context, owed: OwedIn): ReadonlyArray<Particulars> =>
    owed().some((v) => v.norm === norm && open(v)) ? [said] : []

/** Said of each request to store oneself; where the request has to stand for it, the lifecycle says. */
const excepting =
  (said: Particulars) =>
  ({ exceptions }: Resource): ReadonlyArray<Particulars> =>
    exceptions.map(({ id }) => ({ consent: id, ...said }))

/** Said of each request to share; where the request has to stand for it, the lifecycle says. */
const sharing =
  (said: Particulars) =>
  ({ sharings }: Resource): ReadonlyArray<Particulars> =>
    sharings.map(({ id }) => ({ sharing: id, ...said }))

/** What is said of a request to share: a need, through the data centre, under the agreement in force. @article 28 */
const asking = (ctx: Context): Particulars => ({
  need: unstated,
  channel: "data-centre",
  ...version("agreement", ctx),
  contract: unstated,
  conforms: true
})

/** What the acts on a resource say. What a resource is (its tags) is an example like any other: whoever classifies fills it in. */
export const templates: Templates<Resource, Event> = {
  ResourceIdentified: () => [{ region: unstated, organ: unstated }],
  ResourceClassified: () => [
    { licensing: false, collaborative: false, crossDept: false, crossRegion: false, disclosable: true }
  ],
  ResourceIntegrated: owing("N23.1", { how: "other" }),
  ResourceListed: listing,
  ResourceLeftUnlisted: listing,
  ResourceDelisted: listing,
  SharingDeclared: declaring,
  SharingRedeclared: declaring,
  InterfaceProvided: () => [{ document: unstated }],
  InterfaceWithdrawn: because,
  ResourcePublishedWithoutInterface: opening,
  ResourceOpened: opening,
  ResourceVerified: owing("N22.2", { document: unstated }),
  ResourceFalsityCorrected: ({ falsities }) =>
    falsities.filter(({ corrected, found }) => known(found) && !known(corrected)).map(({ id }) => ({ falsity: id })),
  ResourceSharedInternally: owing("N22.3", { shared: true }),
  ResourceRetired: because,
  StoredAtDepartment: () => [{ premises: "own" }],
  MovedToDepartment: () => [{ premises: "own" }],
  // One example may be new.
  StorageExceptionRequested: ({ exceptions }) =>
    [...new Set([unstated, ...exceptions.map(({ id }) => id)])].map((consent) => ({
      consent,
      circumstances: unstated
    })),
  StorageExceptionReturned: excepting({ reason: unstated }),
  StorageConsentGiven: excepting({ from: "n/a", until: "n/a" }),
  StorageConsentRefused: excepting({ reason: unstated }),
  StorageExceptionWithdrawn: excepting({}),
  StorageExceptionEnded: excepting({ reason: unstated }),
  StorageConsentRevoked: excepting({ reason: unstated }),
  SharingRequested: (_, ctx) => [{ sharing: unstated, ...asking(ctx) }],
  SharingRequestReturned: sharing({ reason: unstated }),
  SharingRequestResubmitted: (r, ctx) => sharing(asking(ctx))(r),
  SharingGranted: sharing({ conforms: true, amount: null }),
  SharingRefused: sharing({ reason: unstated }),
  SharingSuspended: sharing({ reason: unstated }),
  SharingResumed: sharing({}),
  SharingEnded: sharing({}),
  SharingRequestWithdrawn: sharing({})
}
