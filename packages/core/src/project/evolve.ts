import { isAssessmentEvent } from "../assessment/Lifecycle.ts"
import { merged } from "../verdict/Coverage.ts"
import { decided } from "../verdict/decisions.ts"
import { earlier, known } from "../verdict/Fact.ts"
import { once } from "../verdict/lists.ts"
import { moved } from "../verdict/position.ts"
import { datedBy, statementOf } from "../verdict/stated.ts"
import { application, baseline, type Draft, own } from "./draft.ts"
import type { Event, EventOf } from "./Event.ts"
import { fileWorks } from "./fileWorks.ts"
import { row } from "./Lifecycle.ts"
import { type Project, type Scheme, unopened } from "./Project.ts"

/**
 * The case with one more fact in it. Slices that the fact does not touch stay the same objects: that is how advice knows which norms to
 * ask again. Total: any event in any position; a fact without its forerunners opens a stub and is never refused.
 */
export const evolve = (project: Project, event: Event): Project => {
  const draft: Draft = { ...project }
  file(draft, event, true)
  return draft
}

/** The case that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): Project => {
  const draft: Draft = unopened(id)
  for (const event of events) file(draft, event, false)
  return draft
}

const open = (d: Draft, e: Extract<Event, { readonly region: string }>): void => {
  const opened = earlier(d.opened, { ...statementOf(e), organ: e.organ, work: e.work })
  if (opened.ref !== e.id) return
  d.opened = opened
  d.region = e.region
  d.organ = known(e.organ) ? e.organ : undefined
  d.former = e._tag === "Drafted" ? e.former : undefined
}

const schemeOf = (e: EventOf<"SchemeSubmitted">): Scheme => {
  const { crossDept, crossRegion, material, network, scheme: id, to, what } = e
  return datedBy(e, { id, what, to, material, crossDept, crossRegion, network })
}

const file = (d: Draft, e: Event, shared: boolean): void => {
  if (row(e._tag).to !== undefined && !isAssessmentEvent(e)) moved(own(d, "moves", shared), e)
  switch (e._tag) {
    case "Drafted":
      return open(d, e)
    case "TakenOver":
      d.coverage = merged(d.coverage, e.coverage ?? {})
      return open(d, e)
    case "SchemeSubmitted":
      return application(d, shared, e.application, (a) => ({
        ...a,
        schemes: once(a.schemes, schemeOf(e))
      }))
    case "Applied":
      return application(d, shared, e.application, (a) => ({
        ...a,
        applied: earlier(a.applied, { ...statementOf(e), to: e.to })
      }))
    case "MateriallyChanged":
      baseline(d, shared, e)
      return application(d, shared, e.application, (a) => ({
        ...a,
        applied: earlier(a.applied, { ...statementOf(e), to: undefined }),
        former: earlier(a.former, { ...statementOf(e), of: e.former })
      }))
    case "Reapplied":
      return application(d, shared, e.application, (a) => ({
        ...a,
        former: earlier(a.former, { ...statementOf(e), of: e.former })
      }))
    case "OpinionRequested":
      return application(d, shared, e.application, (a) => ({
        ...a,
        requests: once(a.requests, { ...statementOf(e), id: e.request, instance: `request/${e.request}`, to: e.to })
      }))
    case "OpinionGiven":
    case "OpinionRevised":
      return application(d, shared, e.application, (a) => ({
        ...a,
        opinions: once(a.opinions, {
          ...statementOf(e),
          id: e.opinion,
          request: e.request,
          conclusion: e.conclusion,
          conditions: e.conditions,
          plan: e.plan,
          assessment: e.assessment
        })
      }))
    case "Approved":
      baseline(d, shared, e)
      return application(d, shared, e.application, (a) =>
        decided(a, {
          ...statementOf(e),
          approved: true,
          considered: e.considered,
          planItem: e.planItem,
          deviation: e.deviation,
          builder: e.builder,
          funding: e.funding,
          aims: e.aims,
          ranking: e.ranking
        })
      )
    case "Rejected":
      return application(d, shared, e.application, (a) =>
        decided(a, {
          ...statementOf(e),
          approved: false,
          considered: e.considered,
          planItem: "n/a",
          deviation: "n/a",
          builder: "n/a",
          funding: "n/a",
          aims: e.aims,
          ranking: "n/a"
        })
      )
    case "ReturnedForRevision":
    case "Withdrawn":
      return application(d, shared, e.application, (a) => ({ ...a, ended: earlier(a.ended, statementOf(e)) }))
    case "MaterialsRequested":
    case "Closed":
    case "Retracted":
      // What these do to a case its moves and the standing of its record tell.
      return
    default:
      return fileWorks(d, e, shared)
  }
}
