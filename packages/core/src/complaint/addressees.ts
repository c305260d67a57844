import { addresseesBy, type Telling, type Tellings } from "../verdict/Addressed.ts"
import { known } from "../verdict/Fact.ts"
import { datedBy } from "../verdict/stated.ts"
import { type Complaint, organOn } from "./Complaint.ts"
import type { Event, EventOf, EventTag } from "./Event.ts"
import { rules } from "./register.ts"

type Of<T extends EventTag> = Telling<Complaint, EventOf<T>>

/** What whoever complained does, the organ that has to deal with the complaint is told. @article 21 */
const complained: Of<EventTag> = {
  kind: "report",
  norm: "N21.3",
  to: (c, e, ctx) => [{ role: "organ.any", agency: organOn(c, ctx, e.on, datedBy(e, {}).order) }]
}
/** What becomes of a complaint, whoever complained is told, where that is named: who stays anonymous cannot be told. @article 21 */
const answered: Of<EventTag> = {
  kind: "decision",
  norm: "N21.3",
  to: ({ received }) => (known(received) && received.by !== undefined ? [{ role: "public", agency: received.by }] : [])
}

/** What each fact about a complaint tells whom. */
export const tellings: Tellings<Complaint, Event> = {
  ComplaintReceived: [complained],
  ComplaintTakenOver: "record",
  ComplaintAccepted: [answered],
  ComplaintRefused: [answered],
  ComplaintRedirected: [
    {
      kind: "report",
      norm: "N21.3",
      to: (_, { to }) => [{ role: "organ.any", agency: known(to) ? to : undefined }]
    },
    answered
  ],
  ComplaintAssigned: "internal",
  ComplaintReplied: [answered],
  ComplaintReopened: [complained, answered],
  ComplaintClosed: [answered],
  ComplaintWithdrawn: [complained],
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act on a complaint tells what. */
export const addressees = addresseesBy(tellings, rules)
