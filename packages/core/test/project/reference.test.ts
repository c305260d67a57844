import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { type Event, type EventOf, fold } from "../../src/project/index.ts"
import { says } from "../law/Law.ts"
import { advised, fact, upToApproval } from "./story.ts"

/** A completed project with the result of its ex-post assessment of 20 June. */
const resulted: ReadonlyArray<Event> = [
  ...upToApproval,
  fact("ConstructionCompleted", "2026-06-01", { by: "company" }),
  ...[
    fact("AssessmentPlanned", "2026-06-10", { assessment: "X2", type: "ex-post", application: null, by: "info" }),
    fact("AssessmentStarted", "2026-06-10", { assessment: "X2", by: "info" }),
    fact("AssessmentIssued", "2026-06-20", { assessment: "X2", conclusion: "support", by: "info" })
  ]
]
const told = (norm: string, ...facts: ReadonlyArray<Event>) =>
  says(fold(projectId, [...resulted, ...facts]), "2026-07-01" as CivilDate, textOnly)
    .filter((v) => v.norm === norm)
    .map((v) => [v.instance, v.status, v.missing])

const awaited = ["assessment/X2", "Pending", undefined]

describe("the result of an ex-post assessment", () => {
  const budget = (on: string, particulars: Partial<EventOf<"BudgetIssued">>) =>
    fact("BudgetIssued", on, { budget: "B1", by: "fin", ...particulars })
  const fiscal = { fiscal: true, considered: ["X2"] }

  test("awaits the next budget, and is before the one that is issued on its own day (art. 32)", () => {
    expect(told("N32.5")).toEqual([awaited])
    expect(told("N32.5", budget("2026-06-19", fiscal))).toEqual([awaited])
    expect(told("N32.5", budget("2026-06-20", fiscal))).toEqual([["budget/B1", "Fulfilled", undefined]])
  })

  test("still awaits one where nobody knows whether the money of a budget was fiscal (art. 32)", () =>
    expect(told("N32.5", budget("2026-06-25", { considered: ["X2"] }))).toEqual([
      ["budget/B1", "Undetermined", "fiscal"],
      awaited
    ]))

  test("awaits acceptance until the project has been accepted: one that comes later is before nobody (art. 32)", () => {
    const accepted = (on: string) =>
      fact("AcceptancePassed", on, { acceptance: "C1", considered: ["X2"], by: "acceptors" })
    expect(told("N32.4")).toEqual([awaited])
    expect(told("N32.4", accepted("2026-06-25"))).toEqual([["acceptance/C1", "Fulfilled", undefined]])
    expect(told("N32.4", accepted("2026-06-15"))).toEqual([])
  })
})

describe("whoever departs from a result is told so and may (arts 32, 33)", () => {
  const concluded = (conclusion: "support" | "support-with-conditions" | "not-support" | "unclear") =>
    resulted.map((e): Event => (e._tag === "AssessmentIssued" ? { ...e, conclusion } : e))
  const remark = (story: ReadonlyArray<Event>, norm: string, act: Event) =>
    says(fold(projectId, [...story, act]), "2026-07-01" as CivilDate, textOnly)
      .filter((v) => v.norm === norm && v.instance !== "assessment/X2")
      .map((v) => [v.status, v.note])
  const departing = [["Fulfilled", "departs-from-result"]]
  const following = [["Fulfilled", undefined]]

  test("in a budget that goes on with what was not supported", () => {
    const budget = fact("BudgetIssued", "2026-06-25", { budget: "B1", fiscal: true, considered: ["X2"], by: "fin" })
    expect(remark(concluded("not-support"), "N32.5", budget)).toEqual(departing)
    for (const conclusion of ["support", "support-with-conditions", "unclear"] as const)
      expect(remark(concluded(conclusion), "N32.5", budget)).toEqual(following)
  })

  test("in an acceptance, passed or not", () => {
    const particulars = { acceptance: "C1", considered: ["X2"], by: "acceptors" }
    const passed = fact("AcceptancePassed", "2026-06-25", particulars)
    const failed = fact("AcceptanceFailed", "2026-06-25", particulars)
    expect(remark(concluded("not-support"), "N32.4", passed)).toEqual(departing)
    expect(remark(concluded("not-support"), "N32.4", failed)).toEqual(following)
    for (const conclusion of ["support", "support-with-conditions"] as const) {
      expect(remark(concluded(conclusion), "N32.4", passed)).toEqual(following)
      expect(remark(concluded(conclusion), "N32.4", failed)).toEqual(departing)
    }
  })

  test("but not in an inspection, which decides neither for the project nor against it", () => {
    const application = concluded("not-support").map(
      (e): Event => (e._tag === "AssessmentPlanned" ? { ...e, type: "application" } : e)
    )
    const operating = fact("OperationStarted", "2026-06-05", { by: "health" })
    const review = fact("ReviewHeld", "2026-06-25", { review: "W1", purpose: "inspection", considered: ["X2"] })
    expect(remark([...application, operating], "N33.3", review)).toEqual(following)
  })
})

describe("whoever leaves a result out is told so, also where the same was recorded before", () => {
  const operating = fact("OperationStarted", "2026-06-05", { by: "health" })
  const application = resulted.map((e): Event => (e._tag === "AssessmentPlanned" ? { ...e, type: "application" } : e))
  const noticed = (story: ReadonlyArray<Event>, norm: string, act: Event) =>
    [[], [{ ...act, id: "before", on: "2026-06-25" } as Event]].map((before) =>
      advised([...story, ...before], act).reasons.flatMap((r) =>
        r._tag === "Norm" && r.verdict.norm === norm ? [r.verdict.instance] : []
      )
    )

  test("in a budget (art. 32)", () => {
    const budget = fact("BudgetIssued", "2026-07-01", { budget: "B1", fiscal: true, considered: [], by: "fin" })
    expect(noticed(resulted, "N32.5", budget)).toEqual([["budget/B1"], ["budget/B1"]])
  })

  test("in an inspection (art. 33)", () => {
    const review = fact("ReviewHeld", "2026-07-01", {
      review: "W1",
      purpose: "inspection",
      considered: [],
      by: "supervisor"
    })
    expect(noticed([...application, operating], "N33.3", review)).toEqual([["review/W1"], ["review/W1"]])
  })
})
