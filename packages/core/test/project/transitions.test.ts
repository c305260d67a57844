import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { AssessmentPosition } from "../../src/assessment/Lifecycle.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { context, type Event, type EventTag, fold, position as positionOf, subject } from "../../src/project/index.ts"
import type { Position } from "../../src/project/Lifecycle.ts"
import { assessmentEventOf, assessmentTransitions, eventOf, transitions } from "../law/lifecycleData.ts"

type Step = readonly [EventTag, object?]
const round = { application: "A1" }
const x1 = { assessment: "X1" }
const exAnte = (assessment: string): Step => ["AssessmentPlanned", { assessment, type: "ex-ante", ...round }]
const reply = { ...round, request: "R1", opinion: "O1", conclusion: "support" }

const applied: ReadonlyArray<Step> = [
  ["Drafted", { region: "440100", organ: "health" }],
  ["Applied", round]
]
const assessing: ReadonlyArray<Step> = [...applied, exAnte("X1"), ["AssessmentStarted", x1]]
const asked: ReadonlyArray<Step> = [...applied, ["OpinionRequested", { ...round, request: "R1" }]]
const answered: ReadonlyArray<Step> = [...asked, ["OpinionGiven", reply]]
const approved: ReadonlyArray<Step> = [...answered, ["Approved", round]]
const rejected: ReadonlyArray<Step> = [...answered, ["Rejected", round]]
const constructing: ReadonlyArray<Step> = [...approved, ["ConstructionStarted"]]
const completed: ReadonlyArray<Step> = [...constructing, ["ConstructionCompleted"]]
const awaiting: ReadonlyArray<Step> = [...completed, ["AcceptanceApplied", { acceptance: "V1" }]]
const accepted: ReadonlyArray<Step> = [...awaiting, ["AcceptancePassed", { acceptance: "V1" }]]
const operating: ReadonlyArray<Step> = [...accepted, ["OperationStarted"]]

/** The plainest way to each place at which a project can stand. */
const ways: { readonly [P in Position]: ReadonlyArray<Step> } = {
  draft: applied.slice(0, 1),
  applied,
  assessing,
  assessed: [...assessing, ["AssessmentIssued", x1]],
  opinionRequested: asked,
  opinionGiven: answered,
  approved,
  rejected,
  rejectedFinal: [...rejected, ["Closed"]],
  constructing,
  suspended: [...constructing, ["Suspended"]],
  completed,
  completionReported: [...completed, ["CompletionReported"]],
  acceptancePending: awaiting,
  rectifying: [...awaiting, ["AcceptanceFailed", { acceptance: "V1" }]],
  accepted,
  inOperation: operating,
  retired: [...operating, ["Retired"]],
  withdrawn: [...applied, ["Withdrawn", round]],
  cancelled: [...approved, ["Cancelled"]]
}

const planned: ReadonlyArray<Step> = [...applied, exAnte("X1")]
const started: ReadonlyArray<Step> = [...planned, ["AssessmentCommissioned", x1], ["AssessmentStarted", x1]]
const reported: ReadonlyArray<Step> = [...started, ["AssessmentReported", x1]]
const issued: ReadonlyArray<Step> = [...reported, ["AssessmentIssued", x1]]

/** The plainest way to each place at which an assessment can stand. */
const stages: { readonly [P in AssessmentPosition]: ReadonlyArray<Step> } = {
  planned,
  commissioned: [...planned, ["AssessmentCommissioned", x1]],
  selfPerformed: [...planned, ["AssessmentTakenInHouse", x1]],
  inProgress: started,
  reportSubmitted: reported,
  returned: [...reported, ["AssessmentReportReturned", x1]],
  opinionIssued: issued,
  used: [...issued, ["Approved", { ...round, considered: ["X1"] }]],
  closed: [...issued, ["AssessmentClosed", x1]],
  cancelled: [...planned, ["AssessmentCancelled", x1]],
  superseded: [...issued, ["AssessmentSuperseded", x1]]
}

/** The facts of a way, one a day. */
const told = (steps: ReadonlyArray<Step>): ReadonlyArray<Event> =>
  steps.map(([_tag, particulars], i) => {
    const on = addDays("2026-01-05" as CivilDate, i)
    const fact = { _tag, id: `e${i}`, project: projectId, on, recordedAt: `${on}T01:00:00Z` }
    return { ...fact, ...particulars } as unknown as Event
  })

/** Nobody knows who did what: everybody may have been the one who may. */
const ctx = context({ asOf: "2026-12-31" as CivilDate })
const standsAfter = (way: ReadonlyArray<Step>): Position => positionOf(fold(projectId, told(way)), ctx)

const particulars: { readonly [E in EventTag]?: object } = {
  Reapplied: { application: "A2", former: "A1" },
  MateriallyChanged: { application: "A2", former: "A1" },
  OpinionRequested: { ...round, request: "R2" },
  OpinionRevised: { ...reply, opinion: "O2" },
  AcceptanceReapplied: { acceptance: "V2", former: "V1" }
}
const other: ReadonlyArray<Step> = [exAnte("X9"), ["AssessmentStarted", { assessment: "X9" }]]

/** The facts that are an event of the data. */
const meant = (event: string, events: { readonly [E in EventTag]?: string }, also: object): ReadonlyArray<Step> => {
  if (event === "startExAnte") return other
  if (event === "exAnteCompleted") return [...other, ["AssessmentIssued", { assessment: "X9" }]]
  if (event === "citeInDecision") return [["BudgetIssued", { budget: "B1", considered: ["X1"] }]]
  const tag = (Object.keys(events) as ReadonlyArray<EventTag>).find((t) => events[t] === event)
  return tag === undefined ? [] : [[tag, { ...also, ...particulars[tag] }]]
}

const cases = (list: typeof transitions) => list.flatMap((t) => t.from.map((from) => [from, t.event, t.to] as const))

describe("the transitions of the data, as the facts make them", () => {
  test.each(Object.entries(ways))("the way to %s leads there", (position, way) => {
    expect(standsAfter(way)).toBe(position)
  })

  test.each(cases(transitions))("a project that is %s, after %s, is %s (arts 9 to 12, 29 to 33)", (from, event, to) => {
    const steps = meant(event, eventOf, { ...round, ...reply, scheme: "S1", acceptance: "V1" })
    expect(steps.length).toBeGreaterThan(0)
    expect(standsAfter([...ways[from as Position], ...steps])).toBe(to)
  })

  test.each(cases(assessmentTransitions))(
    "an assessment that is %s, after %s, is %s (arts 29 to 33)",
    (from, event, to) => {
      const steps = meant(event, assessmentEventOf, x1)
      const asks = told([["AssessmentClosed", x1]])[0] as Event
      const at = (way: ReadonlyArray<Step>): string => subject.position(fold(projectId, told(way)), ctx, asks)
      const way = stages[from as AssessmentPosition]
      expect([at(way), at([...way, ...steps])]).toEqual([from, to])
    }
  )
})
