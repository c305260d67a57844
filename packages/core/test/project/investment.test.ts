import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Quarter } from "../../src/civil/Quarter.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, fold, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact } from "./story.ts"

/** What a norm of art. 11 says on the last day of 2026. */
const said = (norm: string, story: ReadonlyArray<Event>, profile: Profile = textOnly) =>
  verdicts(fold(projectId, story), asked("2026-12-31" as CivilDate, profile)).verdicts.find((v) => v.norm === norm)

const opened = fact("Drafted", "2026-01-05", { region: "440100", organ: "health", by: "health" })
const approved = (on: string, funding?: ReadonlyArray<"fiscal" | "self-raised">) =>
  fact("Approved", on, { application: "A1", by: "drc", ...(funding === undefined ? {} : { funding }) })
const budget = (on: string, id: string, fiscal?: boolean) =>
  fact("BudgetIssued", on, { budget: id, by: "fin", ...(fiscal === undefined ? {} : { fiscal }) })
const report = (on: string, amount?: string) =>
  fact("ProgressReported", on, {
    period: "2026-Q1" as Quarter,
    to: "drc",
    ...(amount === undefined ? {} : { amount: amount as Amount })
  })

describe("the filing of an investment", () => {
  const filed = (...story: ReadonlyArray<Event>) => said("N11.1", [opened, ...story])

  test("is set off by what came first: a budget, money that a report says was spent, or the approval (art. 11)", () => {
    const approval = approved("2026-03-30")
    const [early, late] = [budget("2026-02-10", "B2"), budget("2026-03-10", "B1")]
    const [spent, spentLater] = [report("2026-02-20", "10.00"), report("2026-03-20", "10.00")]
    const triggered = (...story: ReadonlyArray<Event>) => filed(...story)?.trigger?.ref
    expect(triggered(approval)).toBe(approval.id)
    expect(triggered(approval, early, late)).toBe(early.id)
    expect(triggered(approval, late, spent)).toBe(spent.id)
    expect(triggered(approval, early, spent)).toBe(early.id)
    expect(triggered(approval, spentLater)).toBe(spentLater.id)
    expect(triggered(spent)).toBe(spent.id)
    expect(triggered(approval, budget("2026-04-10", "B1"), report("2026-04-10", "10.00"))).toBe(approval.id)
  })

  test("is set off by the approval where both are of one day, and by a budget before a report of its day (art. 11)", () => {
    const approval = approved("2026-03-30")
    expect(filed(approval, budget("2026-03-30", "B1"))?.trigger?.ref).toBe(approval.id)
    const one = budget("2026-02-20", "B1")
    expect(filed(approval, one, report("2026-02-20", "10.00"))?.trigger?.ref).toBe(one.id)
    const twins = ["B1", "B2"].map((id) => ({ ...budget("2026-02-20", id), id }))
    expect(filed(approval, ...twins)?.trigger?.ref).toBe("B1")
  })

  test("is set off by no report that says nothing was spent, or does not say what (art. 11)", () => {
    const approval = approved("2026-03-30")
    for (const amount of ["0.00", undefined])
      expect(filed(approval, report("2026-02-20", amount))?.trigger?.ref, amount).toBe(approval.id)
  })

  test("counts where it is not stated who filed, and by another body is none (art. 11)", () => {
    const approval = approved("2026-03-30")
    expect(filed(approval, fact("InvestmentFiled", "2026-04-02", {}))?.status).toBe("Fulfilled")
    expect(filed(approval, fact("InvestmentFiled", "2026-04-02", { by: "fin" }))).toMatchObject({
      status: "DueUnspecified",
      note: "other-body"
    })
  })

  test("late by somebody whom nobody knows and later by the authority it is late either way (art. 11)", () => {
    const late = {
      ...textOnly,
      parameters: {
        "investmentFiling.within": [{ value: 10, source: sampleLayer.source, from: "2005-02-04" as CivilDate }]
      }
    }
    const twice = (first: string) => [
      opened,
      approved("2026-03-30"),
      fact("InvestmentFiled", first, { by: "nobody-knows" }),
      fact("InvestmentFiled", "2026-04-20", { by: "info" })
    ]
    expect(said("N11.1", twice("2026-04-10"), late)?.status).toBe("FulfilledLate")
    expect(said("N11.1", twice("2026-04-09"), late)).toMatchObject({ status: "Undetermined", missing: "filing.to" })
  })

  describe("where fiscal money alone is filed (art. 11, A11a)", () => {
    const fiscal = (...story: ReadonlyArray<Event>) =>
      said("N11.1", [opened, ...story], reading(textOnly, "A11a", "fiscal"))

    test("is owed for fiscal money, named by the approval or by a budget", () => {
      expect(fiscal(approved("2026-03-30", ["self-raised", "fiscal"]))?.status).toBe("DueUnspecified")
      expect(fiscal(approved("2026-03-30", ["self-raised"]), budget("2026-04-10", "B1", true))?.status).toBe(
        "DueUnspecified"
      )
    })

    test("is not owed for other money, whatever budget says that it is none", () => {
      expect(fiscal(approved("2026-03-30", ["self-raised"]))).toBeUndefined()
      expect(fiscal(approved("2026-03-30", ["self-raised"]), budget("2026-04-10", "B1", false))).toBeUndefined()
      expect(fiscal(approved("2026-03-30", ["self-raised"]), budget("2026-04-10", "B1"))).toBeUndefined()
    })

    test("is unknown before an approval, and after one that does not name its money", () => {
      const unknown = { status: "Undetermined", missing: "funding" }
      expect(fiscal(budget("2026-02-10", "B1", false))).toMatchObject(unknown)
      expect(fiscal(approved("2026-03-30"))).toMatchObject(unknown)
    })
  })
})

describe("the copy of the annual budget", () => {
  const issued = budget("2026-02-10", "B1", true)
  const copied = (on: string, to: string, by?: string) =>
    fact("BudgetCopied", on, { budget: "B1", to, ...(by === undefined ? {} : { by }) })

  test("comes from the finance authority: another's is none, and not stated whose, it counts (art. 11)", () => {
    expect(said("N11.2", [opened, issued, copied("2026-02-10", "info", "drc")])).toMatchObject({
      status: "Overdue",
      note: "other-body"
    })
    expect(said("N11.2", [opened, issued, copied("2026-02-10", "info", "fin")])?.status).toBe("Fulfilled")
    expect(said("N11.2", [opened, issued, copied("2026-02-10", "info")])?.status).toBe("Fulfilled")
    expect(said("N11.2", [opened, issued, copied("2026-02-10", "info", "unheard-of")])?.status).toBe("Fulfilled")
  })

  test("is unknown where the register of budgets was not complete on its day (art. 11)", () => {
    const taken = fact("TakenOver", "2026-06-01", {
      region: "440100",
      organ: "health",
      coverage: { budget: "2026-06-01" as CivilDate }
    })
    expect(said("N11.2", [taken, issued])).toMatchObject({ status: "Undetermined", missing: "copy" })
  })
})
