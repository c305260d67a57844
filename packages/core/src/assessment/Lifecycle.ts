/** The lifecycle of an effect assessment, as data: who may do what from where, and which norms ask. */
import type { Row } from "../verdict/Lifecycle.ts"
import { type Stages, stagesOf } from "../verdict/position.ts"
import type { AssessmentEvent, AssessmentTag } from "./Event.ts"

/** Where an assessment stands; the latest act in time says so. `used`: a decision has referred to its result. */
export type AssessmentPosition =
  | "planned"
  | "commissioned"
  | "selfPerformed"
  | "inProgress"
  | "reportSubmitted"
  | "returned"
  | "opinionIssued"
  | "used"
  | "closed"
  | "cancelled"
  | "superseded"

/** What an act on an assessment may presuppose. */
export type AssessmentForerunner = "start" | "assessmentReport" | "result"

const info = "info.any"
const assessor = "assessor"

/** One row for each kind of fact. That a decision refers to a result is read from the decision, so it has no row. @article 29 @article 30 */
export const assessmentLifecycle = {
  AssessmentPlanned: { reserved: "N29.1", to: "planned", who: [info], articles: [29], source: "library" },
  AssessmentCommissioned: {
    reserved: "N29.1",
    from: ["planned"],
    to: "commissioned",
    who: [info],
    articles: [30],
    source: "text",
    guards: { "N30.3": "presumptive", "N30.2": "advisory" }
  },
  AssessmentTakenInHouse: {
    reserved: "N29.1",
    from: ["planned"],
    to: "selfPerformed",
    who: [info],
    articles: [30],
    source: "text",
    guards: { "N30.3": "presumptive" }
  },
  AssessmentStarted: {
    reserved: "N29.1",
    from: ["commissioned", "selfPerformed"],
    to: "inProgress",
    who: [info, assessor],
    articles: [29, 31, 32, 33, 34],
    source: "text",
    guards: {
      "N29.1": "competence",
      "N31.1": "advisory",
      "N32.1": "advisory",
      "N33.1": "advisory",
      "N34.1": "advisory",
      "N32.3": "discretionary",
      "N33.2": "discretionary"
    },
    states: ["criteria"]
  },
  AssessmentReported: {
    from: ["inProgress"],
    to: "reportSubmitted",
    who: [assessor, info],
    articles: [30],
    source: "library",
    guards: { "N30.4": "advisory" },
    presupposes: ["start"]
  },
  AssessmentReportReturned: {
    owned: true,
    from: ["reportSubmitted"],
    to: "returned",
    who: [info],
    articles: [30],
    source: "library",
    needs: ["defects"],
    presupposes: ["assessmentReport"]
  },
  AssessmentReportResubmitted: {
    from: ["returned"],
    to: "reportSubmitted",
    who: [assessor, info],
    articles: [30],
    source: "library",
    presupposes: ["assessmentReport"]
  },
  AssessmentIssued: {
    reserved: "N29.1",
    from: ["inProgress", "reportSubmitted"],
    to: "opinionIssued",
    who: [info, assessor],
    articles: [29, 31, 32, 33],
    source: "text",
    guards: { "N29.1": "advisory" },
    presupposes: ["start"]
  },
  AssessmentClosed: {
    owned: true,
    from: ["opinionIssued", "used"],
    to: "closed",
    who: [info],
    articles: [29],
    source: "library",
    presupposes: ["result"]
  },
  AssessmentSuperseded: {
    owned: true,
    from: ["opinionIssued", "used"],
    to: "superseded",
    who: [info],
    articles: [29],
    source: "library",
    needs: ["successor"],
    presupposes: ["result"]
  },
  AssessmentCancelled: {
    owned: true,
    from: ["planned", "commissioned", "selfPerformed", "inProgress", "reportSubmitted", "returned"],
    to: "cancelled",
    who: [info],
    articles: [31],
    source: "library",
    guards: { "N31.3": "advisory" }
  }
} as const satisfies { readonly [T in AssessmentTag]: Row<AssessmentPosition, AssessmentForerunner> }

/** Whether a fact is one about an assessment. */
export const isAssessmentEvent = <E extends { readonly _tag: string }>(e: E): e is Extract<E, AssessmentEvent> =>
  Object.hasOwn(assessmentLifecycle, e._tag)

/** How far the positions of an assessment are along its course. @article 29 */
export const assessmentStages: Stages<AssessmentPosition> = stagesOf(
  ["planned"],
  ["commissioned", "selfPerformed"],
  ["inProgress"],
  ["returned"],
  ["reportSubmitted"],
  ["cancelled"],
  ["opinionIssued", "used"],
  ["closed", "superseded"]
)
