import { readFileSync } from "node:fs"
import type { EventTag } from "../../src/project/index.ts"

interface Transition {
  readonly event: string
  readonly from: ReadonlyArray<string>
  readonly to: string
  readonly actors: ReadonlyArray<string>
  readonly guards: ReadonlyArray<{ readonly text: string; readonly norm: string | null; readonly strength: string }>
  readonly articles: ReadonlyArray<number>
  readonly source: "text" | "library"
}

const lifecycles = JSON.parse(
  readFileSync(new URL("../../data/lifecycles.json", import.meta.url), "utf8")
) as ReadonlyArray<{
  readonly id: string
  readonly transitions: ReadonlyArray<Transition>
}>

const of = (lifecycle: string): ReadonlyArray<Transition> =>
  lifecycles.find(({ id }) => id === lifecycle)?.transitions ?? []

/** The transitions of the project as the data of the regulation has them. */
export const transitions = of("project")
/** The transitions of an assessment as the data of the regulation has them. */
export const assessmentTransitions = of("assessment")

/** Which event of the project's data a fact is: the facts of the parallel tracks have no transition. */
export const eventOf: { readonly [E in EventTag]?: string } = {
  SchemeSubmitted: "submitScheme",
  Applied: "apply",
  MaterialsRequested: "requestMaterials",
  OpinionRequested: "requestOpinion",
  OpinionGiven: "giveOpinion",
  OpinionRevised: "reviseOpinion",
  Approved: "approve",
  Rejected: "reject",
  ReturnedForRevision: "returnForRevision",
  Reapplied: "reapply",
  Closed: "close",
  Withdrawn: "withdraw",
  ConstructionStarted: "startConstruction",
  Suspended: "suspend",
  Resumed: "resume",
  MateriallyChanged: "materialChange",
  ConstructionCompleted: "completeConstruction",
  CompletionReported: "reportCompletion",
  AcceptanceApplied: "applyAcceptance",
  AcceptancePassed: "acceptancePassed",
  AcceptanceFailed: "acceptanceFailed",
  AcceptanceReapplied: "reapplyAcceptance",
  OperationStarted: "startOperation",
  TrialOperationStarted: "startTrialOperation",
  Retired: "retire",
  Cancelled: "cancel"
}

/** Which event of the assessment's data a fact is: its planning is the beginning, and no transition. */
export const assessmentEventOf: { readonly [E in EventTag]?: string } = {
  AssessmentCommissioned: "commission",
  AssessmentTakenInHouse: "performInHouse",
  AssessmentStarted: "start",
  AssessmentReported: "submitReport",
  AssessmentReportReturned: "return",
  AssessmentReportResubmitted: "resubmit",
  AssessmentIssued: "issueOpinion",
  AssessmentClosed: "close",
  AssessmentSuperseded: "reassess",
  AssessmentCancelled: "cancel"
}

/** The transitions of the data that a fact is. */
export const transitionsOf = (tag: EventTag): ReadonlyArray<Transition> => {
  const [event, assessing] = [eventOf[tag], assessmentEventOf[tag]]
  return event === undefined
    ? assessmentTransitions.filter((t) => t.event === assessing)
    : transitions.filter((t) => t.event === event)
}

/** The guards of a fact that name a norm. */
export const guardsIn = (tag: EventTag): ReadonlyArray<{ readonly norm: string; readonly strength: string }> =>
  transitionsOf(tag)
    .flatMap((t) => t.guards)
    .flatMap(({ norm, strength }) => (norm === null ? [] : [{ norm, strength }]))

/** How strongly a norm gates a fact; `undefined` where it does not. */
export const strengthIn = (tag: EventTag, norm: string): string | undefined =>
  guardsIn(tag).find((g) => g.norm === norm)?.strength
