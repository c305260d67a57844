/** The lifecycle of a project, as data: who may do what from where, and which norms ask. */
import type { AssessmentTag } from "../assessment/Event.ts"
import { type AssessmentForerunner, type AssessmentPosition, assessmentLifecycle } from "../assessment/Lifecycle.ts"
import type { Row } from "../verdict/Lifecycle.ts"
import { type Stages, stagesOf } from "../verdict/position.ts"
import { completedLifecycle } from "./completedLifecycle.ts"
import type { EventTag } from "./Event.ts"

/** Where a project stands. */
export type Position =
  | "draft"
  | "applied"
  | "assessing"
  | "assessed"
  | "opinionRequested"
  | "opinionGiven"
  | "approved"
  | "rejected"
  | "rejectedFinal"
  | "constructing"
  | "suspended"
  | "completed"
  | "completionReported"
  | "acceptancePending"
  | "rectifying"
  | "accepted"
  | "inOperation"
  | "retired"
  | "withdrawn"
  | "cancelled"

/** What an act may presuppose. */
export type Forerunner =
  | AssessmentForerunner
  | "request"
  | "opinion"
  | "rejection"
  | "pause"
  | "report"
  | "listing"
  | "designation"
  | "completion"
  | "failedAcceptance"
  | "operation"

const info = "info.any"
const investment = "investment.any"
const organ = "organ.any"
/** The positions in which a round is examined. */
const examined = ["applied", "assessing", "assessed", "opinionRequested", "opinionGiven"] as const
/** The positions that a round leaves behind without an establishment: from each a new one may be applied for. @article 31 */
const over = ["withdrawn", "rejectedFinal", "cancelled"] as const

/** One row for each kind of fact, those of assessments included. */
export const lifecycle = {
  Drafted: { who: [organ], articles: [], source: "library" },
  TakenOver: { owned: true, who: [organ], articles: [], source: "library" },
  SchemeSubmitted: {
    reserved: "N31.2",
    from: ["draft", ...examined, ...over],
    who: [organ],
    articles: [31],
    source: "text",
    needs: ["to", "what"]
  },
  Applied: {
    reserved: "N31.2",
    from: ["draft", ...over],
    to: "applied",
    who: [organ],
    articles: [31],
    source: "text",
    guards: { "N31.2": "advisory" }
  },
  MaterialsRequested: {
    owned: true,
    from: ["applied", "assessing"],
    to: "draft",
    who: [info, investment],
    articles: [31],
    source: "library",
    needs: ["reason"]
  },
  ...assessmentLifecycle,
  OpinionRequested: {
    reserved: "N10.1",
    from: ["applied", "assessing", "assessed", "opinionGiven"],
    to: "opinionRequested",
    who: [investment],
    articles: [10],
    source: "text",
    guards: { "N10.1": "advisory" }
  },
  OpinionGiven: {
    reserved: "N10.3",
    from: ["opinionRequested"],
    to: "opinionGiven",
    who: [info],
    articles: [10],
    source: "text",
    guards: { "N10.3": "required" },
    presupposes: ["request"]
  },
  OpinionRevised: {
    reserved: "N10.3",
    from: ["opinionGiven"],
    to: "opinionGiven",
    who: [info],
    articles: [10],
    source: "library",
    guards: { "N10.3": "required" },
    presupposes: ["opinion"]
  },
  Approved: {
    reserved: "N10.1",
    from: ["opinionRequested", "opinionGiven"],
    to: "approved",
    who: [investment],
    articles: [9, 10, 31],
    source: "text",
    guards: {
      "N10.1": "required",
      "N31.3": "required",
      "N10.2": "advisory",
      "N31.4": "advisory",
      "N9.1": "advisory",
      "N14.1": "advisory",
      "N18.1": "advisory"
    }
  },
  Rejected: {
    reserved: "N10.1",
    from: ["opinionRequested", "opinionGiven"],
    to: "rejected",
    who: [investment],
    articles: [10],
    source: "text",
    guards: { "N10.1": "required", "N10.2": "advisory", "N31.4": "advisory" }
  },
  ReturnedForRevision: {
    owned: true,
    from: examined,
    to: "draft",
    who: [investment],
    articles: [10],
    source: "library",
    needs: ["reason"]
  },
  Reapplied: {
    reserved: "N31.2",
    from: ["rejected"],
    to: "draft",
    who: [organ],
    articles: [31],
    source: "library",
    needs: ["former"],
    presupposes: ["rejection"]
  },
  Closed: {
    owned: true,
    from: ["rejected"],
    to: "rejectedFinal",
    who: [organ, investment],
    articles: [10],
    source: "library"
  },
  ConstructionStarted: { from: ["approved"], to: "constructing", who: ["builder"], articles: [4], source: "library" },
  Suspended: {
    from: ["constructing"],
    to: "suspended",
    who: [organ, "builder"],
    articles: [12],
    source: "library",
    guards: { "N12.1": "advisory" },
    needs: ["reason"]
  },
  Resumed: {
    from: ["suspended"],
    to: "constructing",
    who: [organ, "builder"],
    articles: [12],
    source: "library",
    presupposes: ["pause"]
  },
  MateriallyChanged: {
    owned: true,
    from: ["approved", "constructing", "suspended"],
    to: "applied",
    who: [organ],
    articles: [31],
    source: "library",
    needs: ["baseline"]
  },
  ConstructionCompleted: { from: ["constructing"], to: "completed", who: ["builder"], articles: [32], source: "text" },
  ...completedLifecycle,
  Withdrawn: {
    owned: true,
    from: ["draft", ...examined],
    to: "withdrawn",
    who: [organ],
    articles: [31],
    source: "library"
  },
  Cancelled: {
    owned: true,
    from: [
      "approved",
      "constructing",
      "suspended",
      "completed",
      "completionReported",
      "acceptancePending",
      "rectifying"
    ],
    to: "cancelled",
    who: [organ, investment],
    articles: [12],
    source: "library",
    guards: { "N12.1": "advisory" }
  },
  ProgressReported: { reserved: "N12.1", who: ["builder"], articles: [12], source: "text" },
  ProgressCorrected: {
    reserved: "N12.1",
    who: ["builder"],
    articles: [12],
    source: "library",
    needs: ["reason"],
    presupposes: ["report"]
  },
  ReportCopied: { reserved: "N12.2", who: ["builder"], articles: [12], source: "text" },
  InvestmentSettled: { who: ["builder"], articles: [12], source: "library" },
  InvestmentFiled: { reserved: "N11.1", who: [info], articles: [11], source: "text" },
  BudgetIssued: {
    who: ["finance.any"],
    articles: [11],
    source: "text",
    guards: { "N32.5": "advisory", "N33.3": "advisory" }
  },
  BudgetCopied: { reserved: "N11.2", who: ["finance.any"], articles: [11], source: "text" },
  ProvincialKeyDesignated: { who: ["info.provincial", "investment.provincial"], articles: [3], source: "library" },
  ProvincialKeyEnded: {
    owned: true,
    who: ["info.provincial", "investment.provincial"],
    articles: [3],
    source: "library",
    presupposes: ["designation"]
  },
  ImplementationCoordinated: { reserved: "N3.4", who: ["info.provincial"], articles: [3], source: "text" },
  ImplementationSupervised: { reserved: "N4.3", who: [info], articles: [4], source: "text" },
  KeyListed: { who: ["investment.provincial"], articles: [12], source: "library" },
  KeyDelisted: {
    owned: true,
    who: ["investment.provincial"],
    articles: [12],
    source: "library",
    presupposes: ["listing"]
  },
  TimetableIssued: { reserved: "N12.3", who: ["investment.provincial"], articles: [12], source: "text" },
  Judged: {
    reserved: "N35.2",
    who: ["supervision.any", info],
    articles: [4, 35],
    source: "library",
    needs: ["reason"]
  },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies {
  readonly [E in EventTag]: Row<E extends AssessmentTag ? AssessmentPosition : Position, Forerunner>
}

/** The row of a kind of fact. */
export const row = (event: EventTag): Row<string, Forerunner> => lifecycle[event]

/** How far the positions of a project are along its course. */
export const stages: Stages<Position> = stagesOf(
  ["draft"],
  ["applied"],
  ["assessing"],
  ["assessed"],
  ["opinionRequested"],
  ["opinionGiven"],
  ["withdrawn"],
  ["approved", "rejected"],
  ["rejectedFinal"],
  ["constructing"],
  ["suspended"],
  ["completed"],
  ["completionReported"],
  ["rectifying"],
  ["acceptancePending"],
  ["cancelled"],
  ["accepted"],
  ["inOperation"],
  ["retired"]
)

/** Whether a round can begin where a project stands. @article 31 */
export const canBegin = (position: Position): boolean => position === "draft" || over.some((one) => one === position)

/** Whether a project is established where it stands: a round that is applied for then changes nothing by itself. @article 10 */
export const isEstablished = (position: Position): boolean =>
  stages[position] >= stages.constructing ? position !== "cancelled" : position === "approved"
