import { merged } from "../verdict/Coverage.ts"
import { type Act, earlier, type Fact } from "../verdict/Fact.ts"
import { byId, put, unfiled } from "../verdict/lists.ts"
import { datedBy, statementOf, withDated } from "../verdict/stated.ts"
import type { Event } from "./Event.ts"
import { type Appraisal, type Information, type Organ, type Site, unopened } from "./Organ.ts"

/** A record that is being filled: its own fields are written, the lists that it shares are not. */
type Draft = { -readonly [K in keyof Organ]: Organ[K] }

/**
 * The record with one more fact in it. Slices that the fact does not touch stay the same objects. Total: any fact in any order; one without
 * its forerunners opens a stub and is never refused.
 */
export const evolve = (organ: Organ, event: Event): Organ => {
  const draft: Draft = { ...organ }
  file(draft, event)
  return draft
}

/** The record that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): Organ => {
  const draft: Draft = unopened(id)
  for (const event of events) file(draft, event)
  return draft
}

const open = (d: Draft, e: Extract<Event, { readonly region: string }>): void => {
  const opened = earlier(d.opened as Fact<Act>, statementOf(e))
  if (opened.ref !== e.id) return
  d.opened = opened
  d.region = e.region
}

const site = (d: Draft, id: string, change: (s: Site) => Site): void => {
  d.sites = d.sites.slice()
  put(d.sites, byId(id), () => ({ id, instance: `site/${id}`, open: [], links: [] }), change)
}

const information = (d: Draft, id: string, change: (i: Information) => Information): void => {
  d.information = d.information.slice()
  put(d.information, byId(id), () => ({ id, instance: `item/${id}` }), change)
}

const appraisal = (d: Draft, id: string, change: (a: Appraisal) => Appraisal): void => {
  d.appraisals = d.appraisals.slice()
  put(d.appraisals, byId(id), () => ({ id, instance: `appraisal/${id}` }), change)
}

const file = (d: Draft, e: Event): void => {
  switch (e._tag) {
    case "OrganRecorded":
      return open(d, e)
    case "OrganTakenOver":
      d.coverage = merged(d.coverage, e.coverage ?? {})
      return open(d, e)
    case "OrganHoldingsStated":
      d.holdings = withDated(d.holdings, datedBy(e, { systems: e.systems, resources: e.resources }))
      return
    case "OrganProgressStated":
      d.progress = withDated(d.progress, datedBy(e, { track: e.track, covered: e.covered, total: e.total }))
      return
    case "OrganPortalStated":
      d.portals = withDated(d.portals, datedBy(e, { exists: e.exists, host: e.host }))
      return
    case "OrganSiteOpened":
    case "OrganSiteClosed":
      return site(d, e.site, (s) => ({
        ...s,
        open: withDated(s.open, datedBy(e, { to: e._tag === "OrganSiteOpened" }))
      }))
    case "OrganSiteLinkStated":
      return site(d, e.site, (s) => ({ ...s, links: withDated(s.links, datedBy(e, { linked: e.linked })) }))
    case "OrganInformationArose":
      return information(d, e.item, (i) => ({ ...i, arose: earlier(i.arose, statementOf(e)) }))
    case "OrganInformationPublished":
      return information(d, e.item, (i) => ({ ...i, published: earlier(i.published, statementOf(e)) }))
    case "OrganChannelOpened":
    case "OrganChannelClosed":
      d.channel = withDated(d.channel, datedBy(e, { to: e._tag === "OrganChannelOpened" }))
      return
    case "OrganCoordinated":
      d.coordination = withDated(d.coordination, datedBy(e, { township: e.township, signed: e.signed }))
      return
    case "OrganAppraised": {
      const { appraises, eGovernment, items } = e
      return appraisal(d, e.appraisal, (a) => ({
        ...a,
        held: earlier(a.held, { ...statementOf(e), appraises, eGovernment, items })
      }))
    }
    case "Judged": {
      const { instance, norm, outcome, reason } = e
      d.judgements = withDated(d.judgements, datedBy(e, { norm, instance, outcome, reason }))
      return
    }
    case "Retracted":
      return
    default:
      unfiled(e)
  }
}
