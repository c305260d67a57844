import { merged } from "../verdict/Coverage.ts"
import { earlier } from "../verdict/Fact.ts"
import { byId, put, told, unfiled } from "../verdict/lists.ts"
import { withMove } from "../verdict/position.ts"
import { statementOf } from "../verdict/stated.ts"
import type { Event, EventOf } from "./Event.ts"
import { lifecycle } from "./Lifecycle.ts"
import { type Filing, type PlanVersion, unopened } from "./PlanVersion.ts"

type Draft = { -readonly [K in keyof PlanVersion]: PlanVersion[K] }

/**
 * The case with one more fact in it. Slices that the fact does not touch stay the same objects: that is how advice knows which norms to ask
 * again. Total: any event in any position; a fact without its forerunners is kept and never refused.
 */
export const evolve = (plan: PlanVersion, event: Event): PlanVersion => {
  const draft: Draft = { ...plan }
  file(draft, event)
  return draft
}

/** The case that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): PlanVersion => {
  const draft: Draft = unopened(id)
  for (const event of events) file(draft, event)
  return draft
}

const open = (d: Draft, e: EventOf<"PlanDrafted" | "PlanTakenOver">): void => {
  const opened = earlier(d.opened, statementOf(e))
  if (opened.ref !== e.id) return
  d.opened = opened
  d.kind = e.kind
  d.region = e.kind === "local" ? e.region : "440000"
  d.organ = e.organ
  d.township = e.township
}

const filed = (d: Draft, id: string, change: (f: Filing) => Filing): void => {
  d.filings = d.filings.slice()
  put(d.filings, byId(id), () => ({ id, registered: [], returned: [] }), change)
}

/** What keeps the records of a plan and is no act of it. */
const bookkeeping: ReadonlyArray<Event["_tag"]> = ["PlanTakenOver", "Judged", "Retracted"]

const file = (d: Draft, e: Event): void => {
  const act = statementOf(e)
  d.moves = withMove(d.moves, e, lifecycle[e._tag])
  if (!bookkeeping.includes(e._tag)) d.begun = earlier(d.begun, act)
  switch (e._tag) {
    case "PlanDrafted": {
      const drafted = earlier(d.drafted, act)
      if (drafted.ref === e.id) d.former = e.former
      d.drafted = drafted
      return open(d, e)
    }
    case "PlanTakenOver":
      d.coverage = merged(d.coverage, e.coverage ?? {})
      return open(d, e)
    case "PlanSubmittedForReview": {
      const { coDrafters, grounds, plans, signed } = e
      d.submissions = told(d.submissions, { ...act, grounds, plans, coDrafters, signed })
      return
    }
    case "PlanReviewPassed":
    case "PlanReviewReturned":
      d.reviews = told(d.reviews, { ...act, passed: e._tag === "PlanReviewPassed" })
      return
    case "PlanSubmittedForApproval":
      d.reports = told(d.reports, act)
      return
    case "PlanApproved":
    case "PlanNotApproved":
      d.decisions = told(d.decisions, { ...act, approved: e._tag === "PlanApproved" })
      return
    case "PlanImplemented":
      d.implemented = earlier(d.implemented, { ...act, items: e.items })
      return
    case "PlanFiled": {
      const { plans, received, to } = e
      return filed(d, e.filing, (f) => ({ ...f, sent: earlier(f.sent, { ...act, to, received, plans }) }))
    }
    case "PlanFilingRegistered":
      return filed(d, e.filing, (f) => ({ ...f, registered: told(f.registered, act) }))
    case "PlanFilingReturned":
      return filed(d, e.filing, (f) => ({ ...f, returned: told(f.returned, { ...act, lacking: e.lacking }) }))
    case "PlanRefiled":
      d.refiled = told(d.refiled, { ...act, version: e.version })
      return
    case "PlanAmendmentApproved":
    case "PlanReplaced":
      d.superseded = earlier(d.superseded, { ...act, version: e.version })
      return
    case "PlanRepealed":
      d.repealed = earlier(d.repealed, act)
      return
    case "PlanWithdrawn":
      d.withdrawn = earlier(d.withdrawn, act)
      return
    case "Judged": {
      const { instance, norm, outcome, reason } = e
      d.judgements = told(d.judgements, { ...act, id: e.id, norm, instance, outcome, reason })
      return
    }
    case "Retracted":
      return
    default:
      unfiled(e)
  }
}
