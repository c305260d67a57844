import type { Force, NormId, Status, StatusOf } from "@banfa/core/regulation"

/** The norms whose scenarios are complete. */
export const covered = [
  "N9.1",
  "N9.2",
  "N10.1",
  "N10.2",
  "N10.3",
  "N11.1",
  "N11.2",
  "N12.1",
  "N12.2",
  "N12.3"
] as const satisfies ReadonlyArray<NormId>
/** A norm whose scenarios are complete. */
export type Covered = (typeof covered)[number]

/** The statuses of the forces that these norms have; the compiler holds them against the vocabulary of each norm. */
export const vocabulary = {
  mandatory: [
    "Pending",
    "DueUnspecified",
    "Overdue",
    "Fulfilled",
    "FulfilledLate",
    "Breached",
    "NotApplicable",
    "Undetermined"
  ],
  reference: ["Pending", "Fulfilled", "Breached", "Discretionary", "NotApplicable", "Undetermined"]
} as const satisfies { readonly [F in Extract<Force, "mandatory" | "reference">]: ReadonlyArray<Status> }

const occasion = "an act is judged on its occasion: it is owed at no other time"
const noEnd = "nothing takes the object of the duty away: what is late stays overdue until it is done"

/** The statuses that a norm cannot have, each with the reason. */
export const impossible: { readonly [N in Covered]: { readonly [S in StatusOf<N>]?: string } } = {
  "N9.1": { Pending: occasion, DueUnspecified: occasion, Overdue: occasion, FulfilledLate: occasion },
  "N9.2": { Pending: occasion, DueUnspecified: occasion, Overdue: occasion, FulfilledLate: occasion },
  "N10.1": { DueUnspecified: "the request has to precede the decision: until then it is pending, not owed on no day" },
  "N10.2": { Discretionary: "its row names no finding beside a status: an opinion that was left out is a breach" },
  "N10.3": {},
  "N11.1": { Breached: noEnd },
  "N11.2": { Breached: noEnd, DueUnspecified: "the text fixes the day: the copy goes when the budget is issued" },
  "N12.1": {},
  "N12.2": {},
  "N12.3": { DueUnspecified: "where no timetable fixes a day the norm is undetermined and the quarterly rule goes on" }
}
