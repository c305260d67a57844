import { merged } from "../verdict/Coverage.ts"
import { type Act, earlier, type Fact } from "../verdict/Fact.ts"
import { unfiled } from "../verdict/lists.ts"
import { withMove } from "../verdict/position.ts"
import { datedBy, statementOf, withDated } from "../verdict/stated.ts"
import { type Complaint, unopened } from "./Complaint.ts"
import type { Event } from "./Event.ts"
import { row } from "./Lifecycle.ts"

/** A complaint that is being filled: its own fields are written, the lists that it shares are not. */
type Draft = { -readonly [K in keyof Complaint]: Complaint[K] }

/**
 * The complaint with one more fact in it. Slices that the fact does not touch stay the same objects. Total: any fact in any order; one without
 * its forerunners opens a stub and is never refused.
 */
export const evolve = (complaint: Complaint, event: Event): Complaint => {
  const draft: Draft = { ...complaint }
  file(draft, event)
  return draft
}

/** The complaint that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): Complaint => {
  const draft: Draft = unopened(id)
  for (const event of events) file(draft, event)
  return draft
}

const open = (d: Draft, e: Extract<Event, { readonly region: string }>): void => {
  const opened = earlier(d.opened as Fact<Act>, statementOf(e))
  if (opened.ref !== e.id) return
  d.opened = opened
  d.region = e.region
  d.organ = e.organ
}

const file = (d: Draft, e: Event): void => {
  d.moves = withMove(d.moves, e, row(e._tag))
  switch (e._tag) {
    case "ComplaintReceived":
      d.received = earlier(d.received as Fact<Act>, statementOf(e))
      return open(d, e)
    case "ComplaintTakenOver":
      d.coverage = merged(d.coverage, e.coverage ?? {})
      return open(d, e)
    case "ComplaintAccepted":
      d.accepted = earlier(d.accepted as Fact<Act>, statementOf(e))
      return
    case "ComplaintRefused":
      d.refusals = withDated(d.refusals, datedBy(e, { reason: e.reason }))
      return
    case "ComplaintRedirected":
      d.redirections = withDated(d.redirections, datedBy(e, { to: e.to }))
      return
    case "ComplaintAssigned":
    case "ComplaintReplied":
    case "ComplaintReopened":
    case "ComplaintClosed":
      d.handling = withDated(d.handling, datedBy(e, {}))
      return
    case "ComplaintWithdrawn":
      d.withdrawn = earlier(d.withdrawn as Fact<Act>, statementOf(e))
      return
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
