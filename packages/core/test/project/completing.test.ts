import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, type EventOf, fold, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval } from "./story.ts"

const day = (text: string) => text as CivilDate
const said = (facts: ReadonlyArray<Event>, norm: string, asOf = "2026-12-01", profile: Profile = textOnly) =>
  verdicts(fold(projectId, facts), asked(day(asOf), profile)).verdicts.find((v) => v.norm === norm && v.instance === "")

const completed: ReadonlyArray<Event> = [
  ...upToApproval,
  fact("ConstructionCompleted", "2026-08-01", { by: "company" })
]

describe("whoever reports the completed project (art. 32)", () => {
  const report = (particulars: Partial<EventOf<"CompletionReported">>): Event =>
    ({ ...fact("CompletionReported", "2026-08-10", { to: "info" }), ...particulars }) as Event
  const told = (particulars: Partial<EventOf<"CompletionReported">>) =>
    said([...completed, report(particulars)], "N32.2")

  test("is the organ, or somebody on its behalf (art. 32)", () => {
    expect(told({ by: "health" })).toMatchObject({ status: "Fulfilled" })
    expect(told({ by: "company", onBehalfOf: "health" })).toMatchObject({ status: "Fulfilled" })
    expect(told({ onBehalfOf: "health" })).toMatchObject({ status: "Fulfilled" })
  })

  test("is not somebody on behalf of another, or on nobody's (art. 32)", () => {
    expect(told({ by: "company", onBehalfOf: "finance" })).toMatchObject({
      status: "DueUnspecified",
      note: "other-body"
    })
    expect(told({ by: "company", onBehalfOf: null })).toMatchObject({ status: "DueUnspecified", note: "other-body" })
  })

  test("is not known where nobody said on whose behalf a third reported, or who reported at all (art. 32)", () => {
    const open = { status: "Undetermined", missing: "completionReport.to" }
    expect(told({ by: "company" })).toMatchObject(open)
    expect(told({})).toMatchObject(open)
    expect(told({ onBehalfOf: "finance" })).toMatchObject(open)
    const unopened = completed.filter(({ _tag }) => _tag !== "Drafted")
    expect(said([...unopened, report({ by: "health" })], "N32.2")).toMatchObject({ status: "Undetermined" })
    expect(said([...unopened, report({ by: "health", onBehalfOf: null })], "N32.2")).toMatchObject(open)
  })
})

describe("the cycle of application assessments (art. 33)", () => {
  const operating: ReadonlyArray<Event> = [...completed, fact("OperationStarted", "2026-10-01", { by: "health" })]
  const held = (id: string, on: string): ReadonlyArray<Event> => [
    { ...fact("AssessmentPlanned", on, { assessment: id, type: "application", by: "info-2" }), id: `plan-${id}` },
    { ...fact("AssessmentStarted", on, { assessment: id, criteria: "标准一", by: "info-2" }), id: `start-${id}` }
  ]
  const annual = reading(textOnly, "A33", "annual")

  test("read as yearly it runs from the last one, whichever was told first (art. 33)", () => {
    const story = [...operating, ...held("X2", "2027-03-01"), ...held("X3", "2027-02-01")]
    expect(said(story, "N33.2", "2027-04-01", annual)).toMatchObject({ status: "Discretionary", due: "2028-03-01" })
    expect(said(story, "N33.2", "2028-03-02", annual)).toMatchObject({ status: "Overdue", due: "2028-03-01" })
  })

  test("one that begins on the day on which operation does is one, and there is nothing left to show (art. 33)", () => {
    const on = "2026-10-01"
    const instances = verdicts(fold(projectId, [...operating, ...held("X2", on)]), asked(day("2026-12-01"), textOnly))
    expect(said(operating, "N33.2")).toMatchObject({ status: "Discretionary" })
    expect(instances.verdicts.filter(({ norm }) => norm === "N33.2").map((v) => v.instance)).toEqual(["assessment/X2"])
  })

  test("what a register that was taken over does not tell of assessments leaves it open (art. 33)", () => {
    const taken = fact("TakenOver", "2026-03-01", {
      region: "440100",
      organ: "health",
      by: "health",
      coverage: { operation: day("2026-03-01"), works: day("2026-03-01") }
    })
    const story = [taken, ...operating.filter(({ _tag }) => _tag !== "Drafted")]
    expect(said(story, "N33.2", "2028-03-02", annual)).toMatchObject({ status: "Undetermined", missing: "assessment" })
  })

  test("in working days of a year that is not published yet it cannot be told (art. 33)", () => {
    const entry = { value: { workdays: 10 }, source: sampleLayer.source, from: day("2005-02-04") }
    const profile: Profile = { ...textOnly, parameters: { "applicationAssessment.cycle": [entry] } }
    const story = operating.map((e) => (e._tag === "OperationStarted" ? { ...e, on: day("2090-10-01") } : e))
    expect(said(story, "N33.2", "2091-01-01", profile)).toMatchObject({ status: "Undetermined", missing: "calendar" })
  })
})
