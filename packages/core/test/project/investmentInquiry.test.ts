import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import type { Context, Event, EventOf } from "../../src/project/index.ts"
import { fact, inquiryLines, upToOpinion } from "./story.ts"

/** What is missing of a verdict, and what it would be under each answer. */
const supposed = (norm: string, instance: string, facts: ReadonlyArray<Event>, beside: Partial<Context> = {}) =>
  inquiryLines(facts, [norm, instance], "2026-05-01", beside)

const unreasoned = "Not as provided: no reason on record"
/** A record taken over of which nothing is complete before the day asked. */
const takenOver = fact("TakenOver", "2026-04-30", {
  region: "440100",
  organ: "health",
  by: "health",
  coverage: { decision: "2026-04-30", budget: "2026-04-30" }
} as never)
const opened = fact("Drafted", "2026-03-01", { region: "440100", organ: "health", by: "health" })
const applied = (application: string, to: string): Event => ({
  ...fact("Applied", "2026-03-02", { application, to, by: "health" }),
  id: `applied-${application}`
})
const rejected = fact("Rejected", "2026-03-20", { application: "A1", by: "p-drc", considered: [] })
const approved = (said: Partial<EventOf<"Approved">> = {}): Event =>
  fact("Approved", "2026-03-30", { application: "A2", by: "drc", considered: [], ...said })
const budget = (id: string, said: Partial<EventOf<"BudgetIssued">> = {}): Event => ({
  ...fact("BudgetIssued", "2026-04-10", { budget: id, by: "fin", ...said }),
  id: `issued-${id}`
})
const filed = (on: string, by?: string): Event => fact("InvestmentFiled", on, by === undefined ? {} : { by })

describe("what may turn out about the money of an investment", () => {
  const fiscalAlone = reading(textOnly, "A11a", "fiscal")
  const two = [opened, applied("A1", "p-drc"), rejected, applied("A2", "drc")]

  test("is whether it is fiscal, by the approval that does not say so (art. 11)", () => {
    expect(supposed("N11.1", "", [...two, approved()], { profile: fiscalAlone })).toEqual([
      "funding",
      "there is fiscal money in it > Owed, no day fixed",
      "there is no fiscal money in it > Not applicable"
    ])
  })

  test("is whether it is fiscal, by an approval of the round that is not decided yet (art. 11)", () => {
    const facts = [...two, budget("B1", { fiscal: false }), filed("2026-05-01", "info")]
    expect(supposed("N11.1", "", facts, { profile: fiscalAlone })).toEqual([
      "funding",
      "there is fiscal money in it > Fulfilled",
      "there is no fiscal money in it > Not applicable"
    ])
  })

  test("is whether that of the budget is fiscal that is judged (art. 11)", () => {
    expect(supposed("N11.2", "budget/B2", [opened, budget("B1"), budget("B2")])).toEqual([
      "fiscal",
      "the money of the budget is fiscal > Overdue, due 2026-04-10",
      "the money of the budget is not fiscal > Not applicable"
    ])
  })
})

test("what may turn out about a filing is whether the one of an unknown body is one of the authority (art. 11)", () => {
  const tenDays: Profile = {
    ...textOnly,
    parameters: {
      "investmentFiling.within": [{ value: 10, source: sampleLayer.source, from: "2005-02-04" as CivilDate }]
    }
  }
  const filings = [filed("2026-04-01", "nobody-knows"), filed("2026-04-02", "fin"), filed("2026-04-20")]
  const facts = [opened, applied("A2", "drc"), approved(), ...filings]
  expect(supposed("N11.1", "", facts, { profile: tenDays })).toEqual([
    "filing.to",
    "filed by the informatization authority that has to file it > Fulfilled, due 2026-04-09",
    "filed by another body > Fulfilled late, due 2026-04-09"
  ])
})

describe("what may turn out about the plan on which an investment rests", () => {
  const listing = {
    plansInForce: () => [
      { id: "plan-1", kind: "provincial" as const, items: [] },
      { id: "plan-2", kind: "local" as const, items: ["item-9"] }
    ]
  }
  const round = [opened, applied("A2", "drc")]

  test("is whether it rests on an item of one, be it of an approval or of a budget (art. 9)", () => {
    const facts = [...round, approved(), budget("B1"), budget("B2")]
    const answers = [
      "planItem",
      "the investment rests on an item of a plan in force on the day > Fulfilled",
      `the investment rests on no item of a plan > ${unreasoned}`
    ]
    expect(supposed("N9.1", "application/A2", facts, listing)).toEqual(answers)
    expect(supposed("N9.1", "budget/B2", facts, listing)).toEqual(answers)
  })

  test("is whether there is a reason for departing from it (art. 9)", () => {
    const facts = [takenOver, applied("A2", "drc"), approved({ planItem: null }), budget("B2", { planItem: null })]
    const answers = [
      "deviation",
      "the reason for departing from the plan was recorded > Fulfilled: outside the plan, with the reason on record",
      "no reason for departing from the plan was recorded > Not as provided: no reason on record"
    ]
    expect(supposed("N9.1", "application/A2", facts)).toEqual(answers)
    expect(supposed("N9.1", "budget/B2", facts)).toEqual(answers)
  })
})

describe("what may turn out about the plans in force", () => {
  test("is whether what an investment cites is among them (art. 9)", () => {
    const facts = [opened, applied("A2", "drc"), approved({ planItem: { plan: "plan-9", item: "item-9" } })]
    expect(supposed("N9.1", "application/A2", facts, { plansInForce: () => undefined })).toEqual([
      "plansInForce",
      "plans were in force, what is cited among them > Fulfilled",
      `plans were in force, what is cited not among them > ${unreasoned}`,
      "no plan was in force on the day > Not applicable"
    ])
  })

  test("is whether what an opinion cites is among them, on the days on which nobody knows of them and on no other (art. 10)", () => {
    const replaced =
      "Fulfilled: an explicit opinion replaced a reply that was not; the interval stays on record, the precondition of the act is met"
    const unfounded = upToOpinion.filter(({ _tag }) => _tag !== "AssessmentIssued")
    const until = (on: CivilDate) => (on < "2026-03-20" ? [{ id: "plan-1", kind: "provincial" as const }] : undefined)
    const earlier = fact("OpinionGiven", "2026-03-14", {
      application: "A1",
      request: "R1",
      opinion: "O0",
      conclusion: "support",
      plan: "plan-0",
      assessment: "X1",
      by: "info"
    })
    expect(
      supposed("N10.3", "request/R1", [...unfounded, earlier], { plansInForce: (_region, _organ, on) => until(on) })
    ).toEqual([
      "plansInForce",
      `plans were in force, what is cited among them > ${replaced}`,
      "plans were in force, what is cited not among them > Not as provided, still to be made good: the reply is not explicit, or lacks its plan or assessment basis, the precondition of the act is not met",
      `no plan was in force on the day > ${replaced}`
    ])
  })
})
