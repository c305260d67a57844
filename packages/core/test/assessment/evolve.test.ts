import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import { contentOf, firstAct, unplanned } from "../../src/assessment/Assessment.ts"
import type { AssessmentEvent } from "../../src/assessment/Event.ts"
import { evolveAssessment } from "../../src/assessment/evolve.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { context, fold } from "../../src/project/index.ts"
import { assessmentStanding } from "../../src/project/standing.ts"

const told = (_tag: AssessmentEvent["_tag"], on: string, id: string, rest: object = {}): AssessmentEvent =>
  ({ _tag, id, project: projectId, assessment: "X1", on, recordedAt: `${on}T01:00:00Z`, by: "info", ...rest }) as never
/** Where it stands in a project of which nothing else is said, by nobody's directory. */
const stands = (...events: ReadonlyArray<AssessmentEvent>) =>
  assessmentStanding("X1", fold(projectId, events), context({ asOf: "2026-06-01" as CivilDate }))
const of = (...events: ReadonlyArray<AssessmentEvent>) => events.reduce(evolveAssessment, unplanned("X1"))
/** Where it stands whichever of two facts was read first. */
const standing = (a: AssessmentEvent, b: AssessmentEvent): string => {
  const [position, other] = [stands(a, b), stands(b, a)]
  expect(other).toBe(position)
  return position
}

describe("where an assessment stands (art. 29)", () => {
  const started = told("AssessmentStarted", "2026-03-11", "b")
  test("is where its acts led it, whatever was read first, and no later start leads it back (art. 29)", () => {
    expect(standing(started, told("AssessmentIssued", "2026-03-18", "a"))).toBe("opinionIssued")
    const late = told("AssessmentStarted", "2026-03-20", "b")
    expect(standing(late, told("AssessmentIssued", "2026-03-18", "a"))).toBe("opinionIssued")
  })
  test("of two acts of one day the sequence tells which was later, and of two with the same the id (art. 29)", () => {
    const reported = told("AssessmentReported", "2026-03-11", "b")
    const returned = (id: string, rest: object = {}) => told("AssessmentReportReturned", "2026-03-11", id, rest)
    expect(standing({ ...reported, seq: 2 }, returned("z", { seq: 1 }))).toBe("reportSubmitted")
    expect(standing({ ...reported, seq: 1 }, returned("a", { seq: 2 }))).toBe("returned")
    expect(standing({ ...reported, seq: 1 }, returned("c", { seq: 1 }))).toBe("returned")
    expect(standing({ ...reported, seq: 1 }, returned("a", { seq: 1 }))).toBe("reportSubmitted")
    expect(standing(reported, returned("a", { seq: 1 }))).toBe("returned")
  })
  test("a fact told twice is told once (art. 29)", () => {
    expect(of(started, started)).toEqual(of(started))
  })
  test("knows which assessment took its place (art. 29)", () => {
    const superseded = told("AssessmentSuperseded", "2026-04-01", "s", { successor: "X2" })
    expect(of(started, superseded).superseded).toMatchObject({ on: "2026-04-01", successor: "X2" })
  })
  test("its first act on record is the earliest, and of two on one day the one that comes first in its course (art. 29)", () => {
    const planned = told("AssessmentPlanned", "2026-03-11", "p", { type: "ex-ante" })
    expect(firstAct(of(started, planned))?.ref).toBe("p")
    expect(firstAct(of(told("AssessmentStarted", "2026-03-10", "b"), planned))?.ref).toBe("b")
    expect(firstAct(unplanned("X1"))).toBeUndefined()
  })
  test("it covers what its result says, where that is told with it and came no earlier than the report (art. 30)", () => {
    const report = told("AssessmentReported", "2026-03-18", "r", { items: ["feasibility"] })
    const issued = (on: string, items: ReadonlyArray<string> | null) => told("AssessmentIssued", on, "i", { items })
    expect(contentOf(of(report, issued("2026-03-18", ["openness"])))?.ref).toBe("i")
    expect(contentOf(of(report, issued("2026-03-17", ["openness"])))?.ref).toBe("r")
    expect(contentOf(of(report, issued("2026-03-18", null)))?.ref).toBe("r")
  })
})

test("an assessment of which nothing was said stands at its beginning, before every day", () => {
  expect(stands()).toBe("planned")
  expect(stands(told("AssessmentStarted", "1990-01-01", ""))).toBe("inProgress")
})
