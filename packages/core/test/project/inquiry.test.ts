import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Quarter } from "../../src/civil/Quarter.ts"
import { type Profile, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import type { Event, EventOf } from "../../src/project/index.ts"
import { fact, inquiryOf, upToApproval } from "./story.ts"

const day = (text: string) => text as CivilDate
const period = "2026-Q2" as Quarter
const ruled: Profile = {
  ...textOnly,
  parameters: {
    "quarterlyReport.dueRule": [{ value: 15, source: sampleLayer.source, from: day("2005-02-04") }],
    "keyProject.timetable": [{ value: 10, source: sampleLayer.source, from: day("2005-02-04") }]
  }
}
/** What a norm misses about the second quarter or a budget, and what it would say under each answer. */
const supposed = (norm: string, facts: ReadonlyArray<Event>, on = "2026-08-01", instance = `quarter/${period}`) => {
  const { answers = [], name } = inquiryOf(facts, [norm, instance], on, { profile: ruled }) ?? {}
  return [name, ...answers.map(({ answer, conclusion }) => [answer.en, conclusion.en.split(/[:;]/)[0]])]
}
const taken = (coverage: EventOf<"TakenOver">["coverage"], organ: string | null = "health") =>
  fact("TakenOver", "2026-03-01", { region: "440100", organ, coverage: coverage ?? {} })
const report = (on: string, by?: string, to?: string): Event => ({
  ...fact("ProgressReported", on, {
    period,
    ...(by === undefined ? {} : { by }),
    ...(to === undefined ? {} : { to })
  }),
  id: `report-${on}`
})
const approved = (builder?: string | null) =>
  fact("Approved", "2026-03-30", {
    application: "A1",
    considered: [],
    by: "drc",
    ...(builder === undefined ? {} : { builder })
  })

const listed = taken({ keyList: day("2005-02-04") })
const counted = ["Fulfilled, due 2026-07-15", "Overdue"]
/** The answers without their words. */
const conclusions = (said: ReturnType<typeof supposed>) => said.slice(1).map((answer) => answer?.[1])

describe("what may turn out about the report on a quarter", () => {
  test("is asked of days in the quarter and after it alone, whatever came before (art. 12)", () => {
    const early = report("2026-03-20", "company", "drc")
    const on = (date: string) => `the construction unit reported to the right investment authority on ${date}`
    expect(supposed("N12.1", [listed, ...upToApproval, early])).toEqual([
      "report",
      [on("2026-04-01"), "Fulfilled, due 2026-07-15"],
      [on("2026-06-30"), "Fulfilled, due 2026-07-15"],
      [on("2026-08-01"), "Fulfilled late, due 2026-07-15"],
      ["no report was made", "Overdue"]
    ])
  })

  test("is asked of what came from the first day of the quarter on, and of nothing before it (art. 12)", () => {
    const receipts = [report("2026-03-20"), report("2026-04-01", "company")]
    const said = supposed("N12.1", [...upToApproval, ...receipts])
    expect(said[0]).toBe("report.to")
    expect(conclusions(said)).toEqual(counted)
  })

  test("is asked of the receipts of that quarter, whatever was reported for another (art. 12)", () => {
    const earlier: Event = { ...report("2026-04-10", "company", "drc"), period: "2026-Q1" as Quarter } as Event
    const said = supposed("N12.1", [...upToApproval, earlier, report("2026-07-10", "company")])
    expect(said[0]).toBe("report.to")
    expect(conclusions(said)).toEqual(counted)
  })

  test("can be told where nobody said who the construction unit is, or which organ is responsible (art. 12)", () => {
    const received = report("2026-07-10", "company", "drc")
    const reports = { keyList: day("2005-02-04"), report: day("2005-02-04") }
    expect(conclusions(supposed("N12.1", [taken(reports), approved(), received]))).toEqual(counted)
    expect(conclusions(supposed("N12.1", [taken(reports, null), approved(null), received]))).toEqual(counted)
  })
})

describe("what may turn out about a copy", () => {
  test("of the report on a quarter is to whom it went (art. 12)", () => {
    const copy = fact("ReportCopied", "2026-07-10", { period, by: "company" })
    expect(supposed("N12.2", [...upToApproval, copy])).toEqual([
      "copy.to",
      ["sent to the right informatization authority", "Fulfilled, due 2026-07-15"],
      ["sent to another body", "Overdue"]
    ])
  })

  test("of a budget is asked of that budget, whatever became of another (art. 11)", () => {
    const issued = (on: string, budget: string) =>
      fact("BudgetIssued", on, { budget, year: 2026, fiscal: true, by: "fin" })
    const copy = (on: string, budget: string, to?: string) =>
      fact("BudgetCopied", on, { budget, by: "fin", ...(to === undefined ? {} : { to }) })
    const other = [issued("2026-04-01", "B1"), copy("2026-04-01", "B1", "info")]
    const facts = [...upToApproval, ...other, issued("2026-05-01", "B2"), copy("2026-05-01", "B2")]
    expect(supposed("N11.2", facts, "2026-08-01", "budget/B2")).toEqual([
      "copy.to",
      ["sent to the right informatization authority", "Fulfilled, due 2026-05-01"],
      ["sent to another body", "Overdue"]
    ])
  })
})

describe("what may turn out about the provincial key list", () => {
  const unsure = (on: string): ReadonlyArray<Event> => [...upToApproval, fact("KeyListed", on, { by: "unheard-of" })]

  test("is whether the project is on it on the day asked while the quarter runs, and on its last day afterwards (art. 12)", () => {
    expect(supposed("N12.3", unsure("2026-05-10"), "2026-05-10")).toEqual([
      "keyList",
      ["a provincial key project on 2026-05-10", "Pending, not yet due, due 2026-07-10"],
      ["no provincial key project on 2026-05-10", "Not applicable"]
    ])
    expect(supposed("N12.1", unsure("2026-05-10"), "2026-07-12")).toEqual([
      "keyList",
      ["a provincial key project on 2026-06-30", "Not applicable"],
      ["no provincial key project on 2026-06-30", "Pending, not yet due, due 2026-07-15"]
    ])
  })
})
