import { describe, expect, test } from "vitest"
import { fold } from "../../src/project/index.ts"
import { nextActs } from "../../src/project/nextActs.ts"
import { ask, facts } from "../explanation/sample.ts"

const next = (count: number, asOf: string) =>
  nextActs(fold("P1", facts.slice(0, count)), ask(asOf)).map(({ advice, kind, who }) => [
    kind,
    advice.outcome,
    who.map((b) => b.agency ?? b.role).join("|")
  ])

describe("what may happen next", () => {
  test("after the application it is assessed and the opinion asked for, and deciding is not open yet; a scheme that was not submitted with it is late (arts 10, 31)", () => {
    expect(next(2, "2026-01-20")).toEqual([
      ["SchemeSubmitted", "AllowedWithNotice", "health"],
      ["MaterialsRequested", "Allowed", "info|drc"],
      ["AssessmentPlanned", "Allowed", "info"],
      ["OpinionRequested", "Allowed", "drc"],
      ["ReturnedForRevision", "AllowedWithNotice", "drc"],
      ["Withdrawn", "AllowedWithNotice", "health"]
    ])
  })

  test("after the approval the investment is filed, the works begin, and the quarter's report falls due when it is over (arts 11, 12)", () => {
    const kinds = next(5, "2026-04-02").map(([kind, outcome]) => `${kind} ${outcome}`)
    expect(kinds).toContain("InvestmentFiled Allowed")
    expect(kinds).toContain("ConstructionStarted Allowed")
    expect(kinds).toContain("ProgressReported Allowed")
    expect(kinds).toContain("ReportCopied Allowed")
    expect(kinds.some((k) => k.startsWith("OpinionRequested"))).toBe(false)
  })

  test("of a project of which nothing was said, the record is opened first", () => {
    expect(nextActs(fold("P1", []), ask("2026-01-01")).map(({ kind }) => kind)).toEqual(["Drafted"])
  })

  test("each example is advised as the real act would be, and speaks of its own project", () => {
    for (const { example, kind } of nextActs(fold("P1", facts), ask("2026-04-02"))) {
      expect([example._tag, example.project]).toEqual([kind, "P1"])
    }
  })
})
