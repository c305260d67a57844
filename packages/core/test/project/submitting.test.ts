import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, type EventOf, fold, type Project, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact } from "./story.ts"

const day = (text: string) => text as CivilDate
const found = (p: Project, norm: string, profile: Profile) =>
  verdicts(p, asked(day("2026-05-01"), profile)).verdicts.find((v) => v.norm === norm)
const said = (facts: ReadonlyArray<Event>, norm: string, profile: Profile = textOnly) =>
  found(fold(projectId, facts), norm, profile)

const opened = fact("Drafted", "2026-03-01", { region: "440100", organ: "health", by: "health" })
const applied = fact("Applied", "2026-03-10", { application: "A1", to: "drc", by: "health" })
const round: ReadonlyArray<Event> = [opened, applied]
const partly = (coverage: EventOf<"TakenOver">["coverage"]) =>
  fact("TakenOver", "2026-03-01", { region: "440100", organ: "health", by: "health", coverage: coverage ?? {} })
/** A version of what was submitted to the city's authority; without `what` nobody said what it was. */
const version = (scheme: string, on: string, what?: "plan" | "scheme" | "both", to = "info"): Event => ({
  ...fact("SchemeSubmitted", on, {
    application: "A1",
    scheme,
    to,
    by: "health",
    ...(what === undefined ? {} : { what })
  }),
  id: `version-${scheme}`
})
const approved = (on: string, considered: ReadonlyArray<string> = []) =>
  fact("Approved", on, { application: "A1", by: "drc", considered })
const withdrawn = (on: string) => fact("Withdrawn", on, { application: "A1", by: "health" })
/** An in-house assessment; without `by` nobody said who organized it. */
const assessment = (id: string, on: string, by?: "info"): ReadonlyArray<Event> => {
  const who = by === undefined ? {} : { by }
  const planned = fact("AssessmentPlanned", on, { assessment: id, type: "ex-ante", application: "A1", ...who })
  return [
    { ...planned, id: `plan-${id}` },
    { ...fact("AssessmentTakenInHouse", on, { assessment: id, reason: "示例", ...who }), id: `house-${id}` },
    { ...fact("AssessmentIssued", on, { assessment: id, by: "info", conclusion: "support" }), id: `issued-${id}` }
  ]
}
const tenDays: Profile = {
  ...textOnly,
  parameters: { "exAnte.within": [{ value: 10, source: sampleLayer.source, from: day("2005-02-04") }] }
}

describe("submitting the plan and the scheme, where both are asked for (A31d)", () => {
  const both = reading(textOnly, "A31d", "both")
  test("is done with the later of the two, whichever it is (art. 31)", () => {
    const plan = version("S1", "2026-03-10", "plan")
    const scheme = version("S2", "2026-03-12", "scheme")
    expect(said([...round, plan, scheme], "N31.2", both)).toMatchObject({
      status: "FulfilledLate",
      act: { ref: "version-S2" }
    })
    const other = [version("S1", "2026-03-12", "plan"), version("S2", "2026-03-10", "scheme")]
    expect(said([...round, ...other], "N31.2", both)).toMatchObject({
      status: "FulfilledLate",
      act: { ref: "version-S1" }
    })
  })

  test("is not done with one of the two (art. 31)", () => {
    for (const what of ["plan", "scheme"] as const)
      expect(said([...round, version("S1", "2026-03-10", what)], "N31.2", both)).toMatchObject({
        status: "Overdue",
        note: "part-of-documents"
      })
  })

  test("cannot be told where nobody said what was submitted, though it went to the right authority (art. 31)", () => {
    expect(said([...round, version("S1", "2026-03-10")], "N31.2", both)).toMatchObject({
      status: "Undetermined",
      missing: "submission.to"
    })
    expect(said([...round, version("S1", "2026-03-10", undefined, "drc")], "N31.2", both)).toMatchObject({
      status: "Overdue",
      note: "other-recipient"
    })
  })

  test("what is called after something else is part of the documents, to whomever it went (art. 31)", () => {
    expect(said([...round, version("S1", "2026-03-10", "plan", "drc")], "N31.2", both)).toMatchObject({
      note: "other-recipient"
    })
    expect(
      said([...round, version("S1", "2026-03-10", "plan"), version("S2", "2026-03-10", "plan", "drc")], "N31.2", both)
    ).toMatchObject({ status: "Overdue", note: "part-of-documents" })
  })
})

describe("submitting the documents with the application", () => {
  test("the first version counts in the order of days, not of names (art. 31)", () => {
    const facts = [...round, version("S9", "2026-03-10", "scheme"), version("S1", "2026-03-20", "scheme")]
    expect(said(facts, "N31.2")).toMatchObject({ status: "Fulfilled", act: { ref: "version-S9" } })
  })

  test("what was not submitted is judged at the decision, unless the round had ended before (art. 31)", () => {
    const late = { ...textOnly, readings: { ...textOnly.readings, A31a: "before-decision" as const } }
    expect(said([...round, approved("2026-03-20")], "N31.2", late)).toMatchObject({ status: "Breached" })
    expect(said([...round, withdrawn("2026-03-15")], "N31.2", late)).toMatchObject({ note: "lapsed" })
    expect(said([...round, withdrawn("2026-03-15"), approved("2026-03-20")], "N31.2", late)).toMatchObject({
      note: "lapsed"
    })
    expect(said([...round, approved("2026-03-15"), withdrawn("2026-03-20")], "N31.2", late)).toMatchObject({
      status: "Breached"
    })
    expect(said([...round, approved("2026-03-15"), withdrawn("2026-03-15")], "N31.2", late)).toMatchObject({
      status: "Breached"
    })
  })

  test("of a record that says nothing about submissions it cannot be told after the decision either (art. 31)", () => {
    const silent = [partly({ application: day("2026-03-01"), decision: day("2026-03-01") }), applied]
    expect(said([...silent, approved("2026-03-20")], "N31.2")).toMatchObject({
      status: "Undetermined",
      missing: "submission"
    })
  })

  test("where it is known that nobody applied, nothing is owed with an application (art. 31)", () => {
    const p = fold(projectId, [partly({}), approved("2026-03-20")])
    expect(found(p, "N31.2", textOnly)).toMatchObject({ status: "Undetermined", missing: "application" })
    const without = { ...p, applications: p.applications.map((a) => ({ ...a, applied: null })) }
    expect(found(without, "N31.2", textOnly)).toBeUndefined()
    const undecided = { ...without, applications: without.applications.map((a) => ({ ...a, decision: null })) }
    expect(found(undecided, "N31.3", textOnly)).toBeUndefined()
  })
})

describe("the ex-ante assessment, where a document gives ten days for it", () => {
  test("is in time on the last day, also where another may have been held (art. 31)", () => {
    const last = assessment("X1", "2026-03-20", "info")
    expect(said([...round, ...last], "N31.3", tenDays)).toMatchObject({ status: "Fulfilled" })
    expect(said([...round, ...last, ...assessment("X2", "2026-03-12")], "N31.3", tenDays)).toMatchObject({
      status: "Fulfilled"
    })
  })

  test("is not known to be late where one in time may have been an ex-ante assessment (art. 31)", () => {
    const late = assessment("X1", "2026-03-25", "info")
    const doubtful = (on: string) => assessment("X2", on)
    const of = (on: string) => said([...round, ...late, ...doubtful(on)], "N31.3", tenDays)
    expect(said([...round, ...late], "N31.3", tenDays)).toMatchObject({ status: "FulfilledLate" })
    expect(of("2026-03-12")).toMatchObject({ status: "Undetermined", gate: "met" })
    expect(of("2026-03-20")).toMatchObject({ status: "Undetermined", gate: "met" })
    expect(of("2026-03-21")).toMatchObject({ status: "FulfilledLate" })
  })

  test("was owed where the documents came on the very day of the approval (art. 31)", () => {
    expect(said([...round, version("S1", "2026-03-20", "scheme"), approved("2026-03-20")], "N31.3")).toMatchObject({
      status: "Breached",
      note: "no-assessment"
    })
  })
})

test("one started after one decision and not after another is no bar to its own round (art. 31)", () => {
  const started = (on: string) => fact("AssessmentStarted", on, { assessment: "X1", by: "info", criteria: "标准一" })
  const planned = fact("AssessmentPlanned", "2026-03-11", { assessment: "X1", type: "ex-ante", by: "info" })
  const second: ReadonlyArray<Event> = [
    { ...fact("Applied", "2026-04-01", { application: "A2", to: "drc", by: "health" }), id: "second" }
  ]
  const facts = [...round, planned, started("2026-03-25"), approved("2026-03-20"), ...second]
  expect(said(facts, "N31.1")).toMatchObject({ status: "Pending", gate: "unmet" })
})

test("under a veto an approval against an opinion that nobody knows cannot be told (arts 10, 31)", () => {
  const veto = reading(textOnly, "A10a", "veto")
  const { conclusion: _, ...unsaid } = fact("AssessmentIssued", "2026-03-15", {
    assessment: "X1",
    by: "info",
    conclusion: "support"
  })
  const planned = fact("AssessmentPlanned", "2026-03-11", {
    assessment: "X1",
    type: "ex-ante",
    application: "A1",
    by: "info"
  })
  const house = fact("AssessmentTakenInHouse", "2026-03-11", { assessment: "X1", reason: "示例", by: "info" })
  const facts = [...round, planned, house, unsaid as Event, approved("2026-03-20", ["X1"])]
  expect(said(facts, "N31.4", veto)).toMatchObject({ status: "Undetermined", missing: "conclusion", bars: true })
  const against = { ...unsaid, conclusion: "not-support" } as Event
  expect(said([...round, planned, house, against, approved("2026-03-20", ["X1"])], "N31.4", veto)).toMatchObject({
    status: "Breached",
    bars: true
  })
})

describe("the authority that a version goes to, where the province examines a project of a city", () => {
  const toProvince = fact("Applied", "2026-03-10", { application: "A1", to: "p-drc", by: "health" })
  const same = (on: string) => said([opened, toProvince, version("S1", on, "scheme", "info")], "N31.2")

  test("may be the city's own as long as the application is not made, and no longer on its day (A29, art. 31)", () => {
    expect(same("2026-03-09")).toMatchObject({ status: "Fulfilled" })
    expect(same("2026-03-10")).toMatchObject({ status: "Overdue", note: "other-level" })
  })

  test("is certainly right where it is of the level that examines, though nobody says where the project lies (art. 31)", () => {
    const story = [toProvince, version("S1", "2026-03-09", "scheme", "p-info")]
    expect(said(story, "N31.2")).toMatchObject({ status: "Fulfilled" })
  })

  test("cannot be told where nobody knows who examines, and it is not the city's own (art. 31)", () => {
    const elsewhere = fact("Applied", "2026-03-10", { application: "A1", to: "nobody-knows", by: "health" })
    const to = (agency: string) => said([opened, elsewhere, version("S1", "2026-03-09", "scheme", agency)], "N31.2")
    expect(to("p-info")).toMatchObject({ status: "Undetermined", missing: "submission.to" })
    expect(to("info")).toMatchObject({ status: "Fulfilled" })
  })
})
