import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, fold, subject, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval } from "./story.ts"

const day = (text: string) => text as CivilDate
/** Who bears what a norm says of an instance. */
const bearers = (
  norm: string,
  instance: string,
  facts: ReadonlyArray<Event>,
  on = "2026-12-01",
  profile = textOnly
) => {
  const [p, ctx] = [fold(projectId, facts), asked(day(on), profile)]
  const found = verdicts(p, ctx).verdicts.filter((v) => v.norm === norm && v.instance === instance)
  return found.map((v) => [v.status, ...subject.bearers(v, p, ctx).map(({ agency }) => agency)])
}

/** A completed project with the result of an assessment. */
const resulted = (type: "ex-post" | "application"): ReadonlyArray<Event> => [
  ...upToApproval,
  fact("ConstructionCompleted", "2026-06-01", { by: "company" }),
  fact("OperationStarted", "2026-06-05", { by: "health" }),
  ...[
    fact("AssessmentPlanned", "2026-06-10", { assessment: "X2", type, application: null, by: "info" }),
    fact("AssessmentStarted", "2026-06-10", { assessment: "X2", by: "info" }),
    fact("AssessmentIssued", "2026-06-20", { assessment: "X2", conclusion: "support", by: "info" })
  ]
]

describe("whoever did what a verdict is about bears it, even where it is another's to do", () => {
  test("the body that decided on the acceptance (art. 32)", () => {
    const passed = (by?: string) =>
      fact("AcceptancePassed", "2026-06-25", {
        acceptance: "C1",
        considered: [],
        ...(by === undefined ? {} : { by })
      })
    const of = (by?: string) => bearers("N32.4", "acceptance/C1", [...resulted("ex-post"), passed(by)])
    expect(of("c-acceptors")).toEqual([["Discretionary", "c-acceptors"]])
    expect(of()).toEqual([["Discretionary", "acceptors"]])
  })

  test("whoever inspected, appraised or improved (art. 33)", () => {
    const held = (purpose: "inspection" | "appraisal" | "improvement", by?: string) => {
      const review = fact("ReviewHeld", "2026-06-25", {
        review: "W1",
        purpose,
        considered: [],
        ...(by === undefined ? {} : { by })
      })
      return bearers("N33.3", "review/W1", [...resulted("application"), review]).map(([, agency]) => agency)
    }
    expect([held("inspection", "c-supervisor"), held("inspection")]).toEqual([["c-supervisor"], ["supervisor"]])
    expect([held("appraisal", "c-appraisers"), held("appraisal")]).toEqual([["c-appraisers"], ["appraisers"]])
    expect([held("improvement", "c-health"), held("improvement")]).toEqual([["c-health"], ["health"]])
  })
})

describe("where nobody said who acted, whoever had to act bears it", () => {
  const drafted = fact("Drafted", "2026-03-02", { region: "440106", organ: "c-health", by: "c-health" })
  const applied = (application: string, to: string): Event => ({
    ...fact("Applied", "2026-03-10", { application, to, by: "c-health" }),
    id: `applied-${application}`
  })
  const approved = (application: string) => fact("Approved", "2026-03-30", { application, considered: [] })

  test("of a decision, the authority that the project was applied to (art. 10)", () => {
    const facts = [drafted, applied("A1", "p-drc"), approved("A1")]
    expect(bearers("N10.1", "application/A1", facts)).toEqual([["Breached", "p-drc"]])
  })

  test("of an assessment, the authority of the level that examines its round (arts 29, 31)", () => {
    const planned = fact("AssessmentPlanned", "2026-03-11", { assessment: "X1", type: "ex-ante", application: "A1" })
    const facts = [drafted, applied("A1", "p-drc"), planned]
    expect(bearers("N29.1", "assessment/X1", facts)).toEqual([["Undetermined", "p-info"]])
  })

  test("of what comes after the approval, the authority of the level of that very round (arts 11, 12)", () => {
    const rejected = fact("Rejected", "2026-03-20", { application: "A1", considered: [], by: "c-drc" })
    const facts = [drafted, applied("A1", "c-drc"), rejected, applied("A2", "p-drc"), approved("A2")]
    expect(bearers("N11.1", "", facts)).toEqual([["DueUnspecified", "p-info"]])
  })
})

test("a reply that is deemed to have been given was that of the authority that was asked, and not of its successor (arts 4, 10)", () => {
  const tenDays: Profile = {
    ...reading(textOnly, "A10b", "deemed"),
    parameters: { "opinion.within": [{ value: 10, source: sampleLayer.source, from: day("2005-02-04") }] }
  }
  const facts = [
    ...upToApproval.slice(0, 1),
    fact("Applied", "2026-08-20", { application: "A1", to: "drc", by: "health" }),
    fact("OpinionRequested", "2026-08-28", { application: "A1", request: "R1", to: "info", by: "drc" })
  ]
  const of = (on: string) => bearers("N10.3", "request/R1", facts, on, tenDays)
  expect(of("2026-08-31")).toEqual([["Pending", "info"]])
  expect(of("2026-09-07")).toEqual([["Pending", "info-2"]])
  expect(of("2026-09-08")).toEqual([["Fulfilled", "info"]])
})
