import { norms } from "./norms.ts"
import { defaults, type readings } from "./readings.ts"

/** One of the 94 norms, e.g. `N10.1`: article 10, first norm. */
export type NormId = keyof typeof norms
/** One of the 59 questions that the text leaves open to interpretation, e.g. `A10a`. */
export type ReadingId = keyof typeof readings
/** For each open question the option that a deployment has chosen. */
export type Readings = { readonly [R in ReadingId]: (typeof readings)[R]["options"][number] }
/** The force with which a norm binds; each has a vocabulary of statuses of its own. */
export type Force = (typeof norms)[NormId]["force"]

type Owed = "Pending" | "DueUnspecified" | "Overdue" | "Fulfilled" | "FulfilledLate" | "Breached"
type Progress = Exclude<Owed, "Breached">

interface Vocabulary {
  readonly mandatory: Owed
  readonly reference: "Pending" | "Fulfilled" | "Breached" | "Discretionary"
  readonly presumptive: "Fulfilled" | "PresumptionDefeated" | "Breached"
  readonly progressive: Progress
  readonly "best-effort": Progress
  readonly permission: "Discretionary" | "Qualifies" | "DoesNotQualify"
  readonly "conditional-permission": "Discretionary" | "Fulfilled" | "Breached"
  readonly discretionary: "Discretionary" | "Overdue" | "Fulfilled"
  readonly constitutive: "Pending" | "Qualifies" | "DoesNotQualify"
  readonly interpretive: "Flagged"
}

/** What a norm may answer: the vocabulary of its force. A rule that answers outside it does not compile. */
export type StatusOf<N extends NormId> = Vocabulary[(typeof norms)[N]["force"]] | "NotApplicable" | "Undetermined"
/** Any status of any norm. */
export type Status = Vocabulary[Force] | "NotApplicable" | "Undetermined"

/** The norms whose home is one of these articles. */
export type NormsOf<A extends number> = { [N in NormId]: (typeof norms)[N]["article"] extends A ? N : never }[NormId]

/** The lean register of norms: article, force, bearers, readings. */
export const norm = (id: NormId): (typeof norms)[NormId] => norms[id]

/** Whether a text is the id of a norm. */
export const isNormId = (text: string): text is NormId => Object.hasOwn(norms, text)

/** The reading of every open question that the analysis recommends; a profile may choose another. */
export const defaultReadings: Readings = defaults
