import { addresseesBy, type Telling, type Tellings } from "../verdict/Addressed.ts"
import type { Event, EventOf, EventTag } from "./Event.ts"
import type { Project } from "./Project.ts"
import {
  asked,
  asker,
  assessing,
  assessor,
  budgetReceiver,
  completionReceiver,
  copyReceiver,
  decider,
  examiner,
  ofLevel,
  ofType,
  organ,
  organAndBuilder,
  organizer,
  reportReceiver,
  underTimetable
} from "./recipients.ts"
import { rules } from "./register.ts"

type Of<T extends EventTag> = Telling<Project, EventOf<T>>

const application = ({ application: id }: { readonly application: string }): string => `application/${id}`
const assessment = ({ assessment: id }: { readonly assessment: string }): string => `assessment/${id}`
const acceptance = ({ acceptance: id }: { readonly acceptance: string }): string => `acceptance/${id}`
const quarter = ({ period }: { readonly period: string }): string => `quarter/${period}`
const request = ({ request: id }: { readonly request: string }): string => `request/${id}`

/** What the investment authority decides on a round, the organ and the construction unit are told. @article 10 */
const decided = { kind: "decision", norm: "N10.1", instance: application, to: organAndBuilder } as const
/** The opinion goes to whoever asked for it. @article 10 */
const opinion: Of<"OpinionGiven" | "OpinionRevised"> = {
  kind: "opinion-given",
  norm: "N10.3",
  instance: request,
  to: asker
}
/** What becomes of an acceptance. @article 32 */
const accepted = { kind: "decision", norm: "N32.4", instance: acceptance, to: organAndBuilder } as const
/** That a project is one of those that art. 3 or art. 12 speaks of, or no longer. @article 3 @article 12 */
const designated = { kind: "decision", norm: "N3.4", to: organAndBuilder } as const
const listed = { kind: "decision", norm: "N12.3", to: organAndBuilder } as const
/** What a third party did goes to whoever organizes the assessment. @article 30 */
const assessed = { kind: "report", norm: "N30.3", instance: assessment, to: organizer } as const
/** What an assessment came to, or that it came to nothing, the organ is told. @article 31 @article 32 @article 33 */
const ofEachType = <K extends "opinion-given" | "decision">(kind: K) =>
  (
    [
      ["N31.3", "ex-ante"],
      ["N32.3", "ex-post"],
      ["N33.2", "application"]
    ] as const
  ).map(([norm, type]) => ({ kind, norm, instance: assessment, when: ofType(type), to: organ }))

/** The report of a quarter, on whichever of the two norms it is owed, and its copy. @article 12 */
const reported = (demanded: boolean): ReadonlyArray<Of<"ProgressReported" | "ProgressCorrected">> => [
  {
    kind: "report",
    norm: "N12.1",
    ...(demanded ? { demanded: "报送投资主管部门" } : {}),
    instance: quarter,
    when: (p, e, ctx) => !underTimetable(p, e, ctx),
    to: reportReceiver
  },
  {
    kind: "report",
    norm: "N12.3",
    ...(demanded ? { demanded: "报送投资主管部门" } : {}),
    instance: quarter,
    when: underTimetable,
    to: reportReceiver
  },
  {
    kind: "copy",
    norm: "N12.2",
    ...(demanded ? { demanded: "抄送信息化主管部门备案" } : {}),
    instance: quarter,
    to: copyReceiver
  }
]

/** What each fact about a project tells whom. */
export const tellings: Tellings<Project, Event> = {
  Drafted: "record",
  TakenOver: "record",
  SchemeSubmitted: [
    { kind: "report", norm: "N31.2", demanded: "提交信息化主管部门进行评估", instance: application, to: assessing }
  ],
  Applied: "duty",
  MaterialsRequested: [{ kind: "decision", norm: "N31.2", instance: application, to: organ }],
  OpinionRequested: [
    { kind: "opinion-requested", norm: "N10.1", demanded: "征求信息化主管部门的意见", instance: application, to: asked }
  ],
  OpinionGiven: [opinion],
  OpinionRevised: [opinion],
  Approved: [decided],
  Rejected: [decided],
  ReturnedForRevision: [decided],
  Reapplied: "duty",
  Closed: [{ kind: "decision", norm: "N10.1", to: organ }],
  Withdrawn: [{ kind: "report", norm: "N10.1", instance: application, to: examiner }],
  ConstructionStarted: "reported",
  Suspended: "reported",
  Resumed: "reported",
  MateriallyChanged: "duty",
  ConstructionCompleted: "reported",
  CompletionReported: [
    { kind: "report", norm: "N32.2", demanded: "将建设情况报送信息化主管部门", to: completionReceiver }
  ],
  AcceptanceApplied: "unnamed",
  AcceptancePassed: [accepted],
  AcceptanceFailed: [accepted],
  AcceptanceReapplied: "unnamed",
  TrialOperationStarted: "internal",
  OperationStarted: "internal",
  Retired: "internal",
  ReviewHeld: [{ kind: "inspection", norm: "N33.3", instance: ({ review }) => `review/${review}`, to: organ }],
  Cancelled: [{ kind: "decision", norm: "N12.1", to: organAndBuilder }],
  ProgressReported: reported(true),
  ProgressCorrected: reported(false),
  ReportCopied: "copied",
  InvestmentSettled: "reported",
  InvestmentFiled: [{ kind: "filing-receipt", norm: "N11.1", to: organ }],
  BudgetIssued: [
    {
      kind: "budget-copy",
      norm: "N11.2",
      demanded: "抄送信息化主管部门",
      instance: ({ budget }) => `budget/${budget}`,
      when: (_, { fiscal }) => fiscal === true,
      to: budgetReceiver
    }
  ],
  BudgetCopied: "copied",
  ProvincialKeyDesignated: [designated],
  ProvincialKeyEnded: [designated],
  ImplementationCoordinated: [designated],
  ImplementationSupervised: [{ kind: "inspection", norm: "N4.3", to: organAndBuilder }],
  KeyListed: [listed],
  KeyDelisted: [listed],
  TimetableIssued: [listed],
  AssessmentPlanned: "internal",
  AssessmentCommissioned: "internal",
  AssessmentTakenInHouse: "internal",
  AssessmentStarted: "internal",
  AssessmentReported: [assessed],
  AssessmentReportReturned: [{ kind: "decision", norm: "N30.3", instance: assessment, to: assessor }],
  AssessmentReportResubmitted: [assessed],
  AssessmentIssued: [
    ...ofEachType("opinion-given"),
    { kind: "opinion-given", norm: "N31.4", instance: assessment, when: ofType("ex-ante"), to: decider },
    { kind: "opinion-given", norm: "N32.5", instance: assessment, when: ofType("ex-post"), to: ofLevel("finance.any") }
  ],
  AssessmentClosed: "internal",
  AssessmentSuperseded: "internal",
  AssessmentCancelled: ofEachType("decision"),
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act on a project tells what. */
export const addressees = addresseesBy(tellings, rules)
