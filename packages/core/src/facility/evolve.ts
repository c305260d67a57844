import { merged } from "../verdict/Coverage.ts"
import { earlier } from "../verdict/Fact.ts"
import { byId, once, put } from "../verdict/lists.ts"
import { withMove } from "../verdict/position.ts"
import { datedBy, statementOf } from "../verdict/stated.ts"
import type { Event } from "./Event.ts"
import { type AccessRequest, type Facility, unopened } from "./Facility.ts"
import { row } from "./Lifecycle.ts"

/** The case with one more fact in it. Total, and in whatever order facts are read they make the same case; slices that the fact does not touch stay the same objects. */
export const evolve = (x: Facility, e: Event): Facility => ({
  ...stated(x, e),
  moves: withMove(x.moves, e, row(e._tag))
})

/** The case that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): Facility => events.reduce(evolve, unopened(id))

const stated = (x: Facility, e: Event): Facility => {
  const act = statementOf(e)
  switch (e._tag) {
    case "FacilityPlanned":
      return { ...opened(x, e), planned: earlier(x.planned, { ...act, opensOn: e.opensOn }) }
    case "FacilityTakenOver":
      return opened({ ...x, coverage: merged(x.coverage, e.coverage ?? {}) }, e)
    case "FacilityOpened":
    case "FacilityResumed":
      return turned(x, e, true)
    case "FacilitySuspended":
    case "FacilityClosed":
      return turned(x, e, false)
    case "FacilityAccessRequested":
      return requested(x, e.request, (r) => ({ ...r, asked: earlier(r.asked, { ...act, need: e.need }) }))
    case "FacilityAccessAnswered": {
      const { granted, reason } = e
      return requested(x, e.request, (r) => ({ ...r, answered: earlier(r.answered, { ...act, granted, reason }) }))
    }
    case "Judged": {
      const { id, instance, norm, outcome, reason } = e
      return { ...x, judgements: once(x.judgements, { ...act, id, instance, norm, outcome, reason }) }
    }
    case "Retracted":
      return x
  }
}

const opened = (x: Facility, e: Extract<Event, { readonly region: string }>): Facility => {
  const opening = earlier(x.opened, statementOf(e))
  if (opening.ref !== e.id) return x
  const { kind, organ, region } = e
  return { ...x, opened: opening, kind, organ, region }
}

const turned = (x: Facility, e: Event, to: boolean): Facility => {
  const { order, ...act } = datedBy(e, {})
  return { ...x, service: once(x.service, { ...act, id: order, to }) }
}

const requested = (x: Facility, id: string, change: (r: AccessRequest) => AccessRequest): Facility => {
  const requests = x.requests.slice()
  put(requests, byId(id), () => ({ id, instance: `request/${id}` }), change)
  return { ...x, requests }
}
