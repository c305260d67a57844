import type { Force, NormId, Status, StatusOf } from "@banfa/core/regulation"

/** The norms whose scenarios are complete. */
export const covered = [
  "N2.1",
  "N2.2",
  "N3.1",
  "N3.3",
  "N3.4",
  "N4.1",
  "N4.3",
  "N4.4",
  "N4.2",
  "N6.1",
  "N6.2",
  "N6.3",
  "N7.1",
  "N7.2",
  "N8.1",
  "N8.2",
  "N8.3",
  "N3.2",
  "N9.1",
  "N9.2",
  "N10.1",
  "N10.2",
  "N10.3",
  "N11.1",
  "N11.2",
  "N12.1",
  "N12.2",
  "N12.3",
  "N13.1",
  "N13.2",
  "N13.3",
  "N13.4",
  "N14.1",
  "N14.2",
  "N14.3",
  "N15.1",
  "N15.2",
  "N16.1",
  "N16.2",
  "N16.3",
  "N18.1",
  "N19.1",
  "N19.2",
  "N20.1",
  "N20.2",
  "N20.3",
  "N20.4",
  "N20.5",
  "N21.1",
  "N21.2",
  "N21.3",
  "N17.1",
  "N17.2",
  "N19.3",
  "N23.2",
  "N23.3",
  "N25.1",
  "N25.2",
  "N22.1",
  "N22.2",
  "N22.3",
  "N22.4",
  "N23.1",
  "N24.1",
  "N26.1",
  "N27.1",
  "N27.2",
  "N27.3",
  "N27.4",
  "N28.1",
  "N29.1",
  "N30.1",
  "N30.2",
  "N30.3",
  "N30.4",
  "N31.1",
  "N31.2",
  "N31.3",
  "N31.4",
  "N32.1",
  "N32.2",
  "N32.3",
  "N32.4",
  "N32.5",
  "N33.1",
  "N33.2",
  "N33.3",
  "N34.1",
  "N35.1",
  "N35.2",
  "N36.1"
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
  reference: ["Pending", "Fulfilled", "Breached", "Discretionary", "NotApplicable", "Undetermined"],
  constitutive: ["Pending", "Qualifies", "DoesNotQualify", "NotApplicable", "Undetermined"],
  discretionary: ["Discretionary", "Fulfilled", "Overdue", "NotApplicable", "Undetermined"],
  presumptive: ["Fulfilled", "PresumptionDefeated", "Breached", "NotApplicable", "Undetermined"],
  interpretive: ["Flagged", "NotApplicable", "Undetermined"],
  "best-effort": [
    "Pending",
    "DueUnspecified",
    "Overdue",
    "Fulfilled",
    "FulfilledLate",
    "NotApplicable",
    "Undetermined"
  ],
  progressive: ["Pending", "DueUnspecified", "Overdue", "Fulfilled", "FulfilledLate", "NotApplicable", "Undetermined"],
  permission: ["Discretionary", "Qualifies", "DoesNotQualify", "NotApplicable", "Undetermined"],
  "conditional-permission": ["Discretionary", "Fulfilled", "Breached", "NotApplicable", "Undetermined"]
} as const satisfies { readonly [F in Force]: ReadonlyArray<Status> }

const occasion = "an act is judged on its occasion: it is owed at no other time"
const noEnd = "nothing takes the object of the duty away: what is late stays overdue until it is done"
const unasked = "it says who organizes, not that or when anybody has to"
const ofKind = "it lists the three kinds: an assessment is of one of them or nobody has said of which"
const state = "it is about a state, judged for the day asked: nobody has a time for it"
const finding = "its row: a result that was left out is a finding"

const noDay = "the text sets no day by which anybody has to have a plan, and no profile can"
const madeOnNoDay = { Pending: noDay, Overdue: noDay, FulfilledLate: noDay }
const precedes = "the approval has to precede the implementation: until then it is pending, and no day is fixed for it"
const approvedBefore = { DueUnspecified: precedes, Overdue: precedes, FulfilledLate: precedes }

const undated = "no day is fixed by the text, and no parameter can set one"
const unissued = { Pending: undated, Overdue: undated, FulfilledLate: undated }
const built = { ...unissued, Breached: "its row: never breached, no sentence dates it" }
const served = { ...unissued, DueUnspecified: "how it serves is for a person to judge: no act would perform it" }

const judgedAlone = { ...unissued, DueUnspecified: "it is for a person to judge: no act would perform it" }
const ofConstruction = {
  ...unissued,
  DueUnspecified: "conformity is found by a check: without one it is undetermined, not owed"
}
const stateNow = "a state is judged for the day asked: late is what it is until it is put right"
const asItStands = { ...ofConstruction, Pending: stateNow, Overdue: stateNow, FulfilledLate: stateNow }
const reach = {
  Pending: "a case is reached or it is not: nothing is awaited",
  DoesNotQualify: "its row: what is not reached is blamed on nobody, every norm is not applicable to it"
}
const neverBreached = { ...unissued, Breached: "its row: never breached" }

/** The statuses that a norm cannot have, each with the reason. */
export const impossible: { readonly [N in Covered]: { readonly [S in StatusOf<N>]?: string } } = {
  "N2.1": reach,
  "N2.2": reach,
  "N36.1": reach,
  "N3.4": judgedAlone,
  "N4.3": judgedAlone,
  "N4.4": {
    ...unissued,
    DueUnspecified: "an organ is on record, none is, or nobody said: there is no act to wait for"
  },
  "N3.1": madeOnNoDay,
  "N3.3": judgedAlone,
  "N4.1": judgedAlone,
  "N4.2": madeOnNoDay,
  "N6.1": madeOnNoDay,
  "N6.2": {},
  "N6.3": approvedBefore,
  "N7.1": madeOnNoDay,
  "N7.2": {
    DueUnspecified: "the filing has to precede the implementation: until then it is pending, not owed on no day"
  },
  "N8.1": madeOnNoDay,
  "N8.2": {},
  "N8.3": approvedBefore,
  "N3.2": unissued,
  "N9.1": { Pending: occasion, DueUnspecified: occasion, Overdue: occasion, FulfilledLate: occasion },
  "N9.2": { Pending: occasion, DueUnspecified: occasion, Overdue: occasion, FulfilledLate: occasion },
  "N10.1": { DueUnspecified: "the request has to precede the decision: until then it is pending, not owed on no day" },
  "N10.2": { Discretionary: "its row names no finding beside a status: an opinion that was left out is a breach" },
  "N10.3": {},
  "N11.1": { Breached: noEnd },
  "N11.2": { Breached: noEnd, DueUnspecified: "the text fixes the day: the copy goes when the budget is issued" },
  "N12.1": {},
  "N12.2": {},
  "N12.3": { DueUnspecified: "where no timetable fixes a day the norm is undetermined and the quarterly rule goes on" },
  "N13.1": judgedAlone,
  "N13.2": judgedAlone,
  "N13.3": neverBreached,
  "N13.4": judgedAlone,
  "N14.1": ofConstruction,
  "N14.2": ofConstruction,
  "N14.3": judgedAlone,
  "N15.1": {},
  "N15.2": {},
  "N16.1": judgedAlone,
  "N16.2": {
    DueUnspecified: "without a cycle it is undetermined: 及时 has no number",
    FulfilledLate: stateNow,
    Breached: "its row: older than the cycle is overdue, as long as it lasts"
  },
  "N16.3": asItStands,
  "N18.1": asItStands,
  "N19.1": asItStands,
  "N19.2": neverBreached,
  "N20.1": judgedAlone,
  "N20.2": neverBreached,
  "N20.3": judgedAlone,
  "N20.4": { Breached: "its row names no breach: what is late stays overdue until it is published" },
  "N20.5": judgedAlone,
  "N21.1": {},
  "N21.2": {},
  "N21.3": {},
  "N17.1": built,
  "N17.2": served,
  "N19.3": unissued,
  "N23.2": unissued,
  "N23.3": unissued,
  "N25.1": built,
  "N25.2": served,
  "N22.1": {},
  "N22.2": { Pending: state, DueUnspecified: state, Overdue: state, FulfilledLate: state },
  "N22.3": {
    Pending: "no day can be set for it",
    Overdue: "no day can be set for it",
    FulfilledLate: "no day can be set for it"
  },
  "N22.4": {},
  "N23.1": {},
  "N24.1": { Breached: "its row: with a period overdue or late, otherwise never breached" },
  "N26.1": {},
  "N27.1": {},
  "N27.2": {},
  "N27.3": { Discretionary: "its row: the storing of a day is covered by a consent or it is not" },
  "N27.4": { Pending: state, DueUnspecified: state, Overdue: state, FulfilledLate: state },
  "N28.1": {},
  "N29.1": {
    Pending: unasked,
    DueUnspecified: unasked,
    Overdue: unasked,
    FulfilledLate: unasked,
    Breached: "an assessment of another body is none under the Measures: it breaches nothing and counts for nothing"
  },
  "N30.1": { Pending: ofKind, DoesNotQualify: ofKind },
  "N30.2": {},
  "N30.3": { Breached: "its row: never breached, in-house without a reason is a finding" },
  "N30.4": {
    Overdue: "no day is fixed for a report",
    FulfilledLate: "no day is fixed for a report",
    Breached: "its row: never breached, a missing item is a finding"
  },
  "N31.1": {},
  "N31.2": { DueUnspecified: "the text fixes the day: the documents go with the application" },
  "N31.3": {
    DueUnspecified: "the assessment has to precede the decision: until then it is pending, not owed on no day"
  },
  "N31.4": {},
  "N32.1": {},
  "N32.2": {},
  "N32.3": { Overdue: "no reading gives ex-post assessments a frequency" },
  "N32.4": { Breached: finding },
  "N32.5": { Breached: finding },
  "N33.1": {},
  "N33.2": {},
  "N33.3": { Breached: finding },
  "N34.1": unissued,
  "N35.1": { ...unissued, DueUnspecified: "nothing says that an appraisal is owed: one that was held is judged" },
  "N35.2": judgedAlone
}
