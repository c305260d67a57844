import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Quarter } from "../../src/civil/Quarter.ts"
import { type Event, fold, variance } from "../../src/project/index.ts"
import { fact, upToOpinion } from "./story.ts"

const yuan = (text: string) => text as Amount
const story: ReadonlyArray<Event> = [
  ...upToOpinion,
  fact("Approved", "2026-03-30", {
    application: "A1",
    by: "drc",
    baseline: { amount: yuan("1000000.00"), completeBy: "2026-12-31" as CivilDate }
  }),
  fact("ProgressReported", "2026-07-08", { period: "2026-Q2" as Quarter, to: "drc", amount: yuan("300000.10") }),
  fact("ProgressReported", "2026-10-08", { period: "2026-Q3" as Quarter, to: "drc", amount: yuan("500000.20") }),
  fact("ProgressCorrected", "2026-11-01", {
    period: "2026-Q3" as Quarter,
    amount: yuan("450000.05"),
    reason: "计算有误"
  }),
  fact("MateriallyChanged", "2026-11-10", { application: "A2", former: "A1", baseline: { amount: yuan("700000.00") } }),
  fact("ConstructionCompleted", "2027-01-10", {})
]

describe("a project against its baselines", () => {
  test("a later baseline hides nothing of an earlier one, and a corrected figure takes the place of the reported one (art. 12)", () => {
    expect(
      variance(fold(projectId, story)).map(({ baseline, costFen, days, reported }) => [
        baseline.amount,
        reported,
        costFen,
        days
      ])
    ).toEqual([
      ["1000000.00", "750000.15", -24_999_985n, 10],
      ["700000.00", "750000.15", 5_000_015n, undefined]
    ])
  })

  test("what was not fixed, or has not happened, is not compared", () => {
    const open = story.filter((e) => e._tag !== "ConstructionCompleted")
    expect(variance(fold(projectId, open)).map((v) => v.days)).toEqual([undefined, undefined])
    expect(variance(fold(projectId, upToOpinion))).toEqual([])
  })

  test("of several receipts for one quarter the last figure counts, in whatever order they are read", () => {
    const again = fact("ProgressReported", "2026-07-20", {
      period: "2026-Q2" as Quarter,
      to: "drc",
      amount: yuan("310000.00")
    })
    const figures = [
      [...story, again],
      [again, ...story]
    ].map((events) => variance(fold(projectId, events))[0]?.reported)
    expect(figures).toEqual(["760000.05", "760000.05"])
  })
})
