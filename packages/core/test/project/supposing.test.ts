import { describe, expect, test } from "vitest"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import type { Event, EventOf } from "../../src/project/index.ts"
import { fact, inquiryLines, inquiryOf, upToApproval } from "./story.ts"

type Asked = readonly [norm: string, instance: string]
/** What is missing of a verdict, and what it would say under each answer. */
const supposed = (facts: ReadonlyArray<Event>, of: Asked, asOf: string, profile: Profile = textOnly) =>
  inquiryLines(facts, of, asOf, { profile })
const taken = (coverage: EventOf<"TakenOver">["coverage"]): Event =>
  fact("TakenOver", "2026-03-01", { region: "440100", organ: "health", by: "health", coverage: coverage ?? {} })
const opened = fact("Drafted", "2026-03-01", { region: "440100", organ: "health", by: "health" })
const applied = fact("Applied", "2026-03-02", { application: "A1", to: "drc", by: "health" })
const request = (id: string, to?: string): Event => ({
  ...fact("OpinionRequested", "2026-03-03", {
    application: "A1",
    request: id,
    by: "drc",
    ...(to === undefined ? {} : { to })
  }),
  id: `asked-${id}`
})
const approved = (considered: ReadonlyArray<string>) =>
  fact("Approved", "2026-03-20", { application: "A1", by: "drc", considered })

describe("what may turn out about a round of establishment", () => {
  test("whether a request asked the right authority is asked of the request that is judged (art. 10)", () => {
    const facts = [opened, applied, request("R1"), request("R2")]
    expect(supposed(facts, ["N10.3", "request/R1"], "2026-05-01")).toEqual([
      "opinionRequest.to",
      "went to the informatization authority that has to be asked > Owed, no day fixed",
      "went to another body > Not applicable"
    ])
  })

  test("and of those that are in doubt where the round is judged (art. 10)", () => {
    const facts = [opened, applied, request("R1", "drc"), request("R2")]
    expect(supposed(facts, ["N10.1", "application/A1"], "2026-05-01")).toEqual([
      "opinionRequest.to",
      "went to the informatization authority that has to be asked > Fulfilled",
      "went to another body > Pending, not yet due: what is on record went to the same office of another level or region"
    ])
  })

  test("of three, all may have gone there, none, each alone, or all but each, and the answer names them (art. 10)", () => {
    const facts = [opened, applied, request("R1"), request("R2"), request("R3")]
    const { answers = [] } = inquiryOf(facts, ["N10.1", "application/A1"], "2026-05-01") ?? {}
    const [right, other] = ["送应征求的信息化主管部门", "送其他机关"]
    expect(answers.map(({ answer }) => answer.zh)).toEqual([
      `asked-R1、asked-R2、asked-R3${right}`,
      `asked-R1、asked-R2、asked-R3${other}`,
      `asked-R1${right}；asked-R2、asked-R3${other}`,
      `asked-R2、asked-R3${right}；asked-R1${other}`,
      `asked-R2${right}；asked-R1、asked-R3${other}`,
      `asked-R1、asked-R3${right}；asked-R2${other}`,
      `asked-R3${right}；asked-R1、asked-R2${other}`,
      `asked-R1、asked-R2${right}；asked-R3${other}`
    ])
    expect(answers[2]?.answer.en).toBe(
      "asked-R1: went to the informatization authority that has to be asked; asked-R2, asked-R3: went to another body"
    )
  })

  test("a project of which nobody said where it lies is supposed to be the province's (art. 10)", () => {
    const somewhere = fact("Applied", "2026-03-02", { application: "A1", by: "health" })
    const asking = (id: string, to?: string): Event => {
      const { by: _, ...unsigned } = request(id, to) as EventOf<"OpinionRequested">
      return unsigned
    }
    const said = (...facts: ReadonlyArray<Event>) =>
      supposed([somewhere, ...facts], ["N10.1", "application/A1"], "2026-05-01")
    const [right, other] = ["went to the informatization authority that has to be asked", "went to another body"]
    expect(said(asking("R1"))).toEqual([
      "opinionRequest.to",
      `${right} > Fulfilled`,
      `${other} > Pending, not yet due: what is on record went to another recipient`
    ])
    expect(said(asking("R1"), asking("R2", "p-info"))).toEqual([
      "opinionRequest.to",
      `${right} > Fulfilled`,
      `${other} > Fulfilled`
    ])
    expect(said(asking("R2", "p-info"))).toEqual(["opinionRequest.to"])
  })

  test("whether a newer scheme is another is asked of the one of which nobody said so (arts 10, 31)", () => {
    const version = (scheme: string, on: string, material?: boolean): Event => ({
      ...fact("SchemeSubmitted", on, {
        application: "A1",
        scheme,
        to: "info",
        by: "health",
        ...(material === undefined ? {} : { material })
      }),
      id: `version-${scheme}`
    })
    const facts = [
      opened,
      applied,
      request("R1", "info"),
      version("S2", "2026-03-05"),
      version("S3", "2026-03-06", false)
    ]
    const anew = reading(textOnly, "A31e", "anew")
    expect(supposed(facts, ["N10.1", "application/A1"], "2026-05-01", anew)).toEqual([
      "material",
      "is a material change > Pending, not yet due: a newer version of the scheme followed the assessment or the request",
      "is no material change > Fulfilled: a newer version of the scheme followed the assessment or the request"
    ])
  })

  test("an opinion that the decision names and that is not on record was the one before it (art. 10)", () => {
    const other = fact("OpinionGiven", "2026-03-05", {
      application: "A1",
      request: "R1",
      opinion: "O1",
      conclusion: "support",
      by: "fin"
    })
    const facts = [taken({}), applied, other, approved(["O1", "O9"])]
    expect(supposed(facts, ["N10.2", "application/A1"], "2026-05-01")).toEqual([
      "opinion",
      "an opinion had been given before the decision > Fulfilled",
      "no opinion was given > Not applicable"
    ])
  })
})

describe("what may turn out after the works", () => {
  const begun = (id: string, type: "ex-post" | "application", on: string): ReadonlyArray<Event> => [
    { ...fact("AssessmentPlanned", on, { assessment: id, type, application: null, by: "info" }), id: `plan-${id}` },
    { ...fact("AssessmentStarted", on, { assessment: id, by: "info" }), id: `start-${id}` }
  ]
  const unknown = [taken({}), ...upToApproval.filter(({ _tag }) => _tag !== "Drafted")]

  test("the works may have been completed by the first or the last of the assessments that came after them (art. 32)", () => {
    const held = (id: string, from: string, result: string): ReadonlyArray<Event> => [
      ...begun(id, "ex-post", from),
      { ...fact("AssessmentIssued", result, { assessment: id, conclusion: "support", by: "info" }), id: `issued-${id}` }
    ]
    const facts = [
      ...unknown,
      ...held("X2", "2026-06-10", "2026-06-12"),
      ...held("X3", "2026-06-20", "2026-06-22"),
      ...held("X4", "2026-06-05", "2026-06-07"),
      fact("BudgetIssued", "2026-06-25", { budget: "B1", fiscal: true, considered: ["X3"], by: "fin" })
    ]
    expect(supposed(facts, ["N32.5", "budget/B1"], "2026-07-01")).toEqual([
      "completion",
      "the works were completed on 2026-06-05 > Fulfilled",
      "the works were completed on 2026-06-20 > Fulfilled",
      "the works were completed on 2026-07-01 > Not applicable",
      "the works are not completed > Not applicable"
    ])
  })

  test("a project was operating on the day of its application assessment or not (art. 33)", () => {
    const facts = [...unknown, ...begun("X2", "application", "2026-06-10")]
    expect(supposed(facts, ["N33.1", "assessment/X2"], "2026-07-01")).toEqual([
      "operation",
      "it went into operation on 2026-06-10 > Meets the condition or definition",
      "it was not operating on the day > Does not meet the condition or definition"
    ])
  })

  test("a report on the completed project counts or not, and what is known of another stays as it is (art. 32)", () => {
    const report = (id: string, on: string, particulars: Partial<EventOf<"CompletionReported">>): Event => ({
      ...fact("CompletionReported", on, { to: "info", ...particulars }),
      id: `report-${id}`
    })
    const facts = [
      ...upToApproval,
      fact("ConstructionCompleted", "2026-06-01", { by: "company" }),
      report("1", "2026-06-03", { by: "company", onBehalfOf: null }),
      report("2", "2026-06-05", { by: "company" })
    ]
    expect(supposed(facts, ["N32.2", ""], "2026-07-01")).toEqual([
      "completionReport.to",
      "made by the responsible organ, to the right authority > Fulfilled",
      "not made by the responsible organ, or not to the right authority > Owed, no day fixed: what is on record was not done by the body that has to do it"
    ])
  })
})
