/** Facts filed in a case. */
import { merged } from "../verdict/Coverage.ts"
import { type Act, earlier, type Fact } from "../verdict/Fact.ts"
import { moved } from "../verdict/position.ts"
import { type Draft, falsity, own, track, turn } from "./draft.ts"
import type { Event } from "./Event.ts"
import { fileParts } from "./fileParts.ts"
import { row } from "./Lifecycle.ts"
import { type Resource, unopened } from "./Resource.ts"

/**
 * The case with one more fact in it. Slices that the fact does not touch stay the same objects: that is how advice knows which norms to
 * ask again. Total: any event in any position; a fact without its forerunners opens a stub and is never refused.
 */
export const evolve = (resource: Resource, event: Event): Resource => {
  const draft: Draft = { ...resource }
  file(draft, event, true)
  return draft
}

/** The case that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): Resource => {
  const draft: Draft = unopened(id)
  for (const event of events) file(draft, event, false)
  return draft
}

const open = (d: Draft, e: Extract<Event, { readonly region: string }>): void => {
  const { id: _, ...statement } = turn(e)
  const opened = earlier(d.opened as Fact<Act>, statement)
  if (opened.ref !== e.id) return
  d.opened = opened
  d.region = e.region
  d.organ = e.organ
  d.produced = e.produced
}

const file = (d: Draft, e: Event, shared: boolean): void => {
  if (row(e._tag).to !== undefined) moved(own(d, "moves", shared), e)
  switch (e._tag) {
    case "ResourceIdentified":
      return open(d, e)
    case "ResourceTakenOver":
      d.coverage = merged(d.coverage, e.coverage ?? {})
      return open(d, e)
    case "ResourceClassified": {
      const { collaborative, crossDept, crossRegion, database, disclosable, ground, licensing } = e
      const tags = { database, licensing, collaborative, crossDept, crossRegion, disclosable, ground }
      return track(d, "classifications", shared, { ...turn(e), ...tags })
    }
    case "ResourceIntegrated":
      return track(d, "integrations", shared, { ...turn(e), how: e.how })
    case "ResourceListed":
      return track(d, "listings", shared, { ...turn(e), catalogue: e.catalogue, to: true })
    case "ResourceLeftUnlisted":
    case "ResourceDelisted":
      return track(d, "listings", shared, { ...turn(e), catalogue: e.catalogue, to: false })
    case "SharingDeclared":
    case "SharingRedeclared": {
      const { agreement, catalogue, disclosure, internal, to } = e
      return track(d, "declarations", shared, { ...turn(e), disclosure, internal, catalogue, agreement, to })
    }
    case "InterfaceProvided":
      return track(d, "interfaces", shared, { ...turn(e), to: true })
    case "InterfaceWithdrawn":
      return track(d, "interfaces", shared, { ...turn(e), to: false })
    case "ResourcePublishedWithoutInterface":
    case "ResourceOpened":
      return track(d, "openings", shared, { ...turn(e), audience: e.audience, electronic: e.electronic })
    case "ResourceVerified":
      return track(d, "checks", shared, turn(e))
    case "ResourceFalsityConfirmed":
      return falsity(d, shared, e.falsity, (f) => ({ ...f, found: earlier(f.found, turn(e)) }))
    case "ResourceFalsityCorrected":
      return falsity(d, shared, e.falsity, (f) => ({ ...f, corrected: earlier(f.corrected, turn(e)) }))
    case "ResourceSharedInternally":
      return track(d, "internal", shared, { ...turn(e), shared: e.shared, ground: e.ground })
    case "ResourceFeeSet":
      return track(d, "fees", shared, { ...turn(e), amount: e.amount, ground: e.ground, legalBasis: e.legalBasis })
    case "ResourceRetired":
      d.retired = earlier(d.retired, turn(e))
      return
    case "ResourceUpdated":
    case "ResourceSuspended":
    case "ResourceResumed":
    case "Retracted":
      // What these do to a case its moves and the standing of its record tell.
      return
    default:
      return fileParts(d, e, shared)
  }
}
