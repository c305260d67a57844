import { dayOf, days, histories, profiles } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { caseOf, inspectCases, severityOf } from "../../src/duty/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { describeInspection } from "../../src/project/explain.ts"
import { type Event, fold, type Project, subject } from "../../src/project/index.ts"
import { asked, law, nameOf, onDay, says } from "../law/Law.ts"

const fact = (_tag: string, on: string, particulars: object): Event =>
  ({ _tag, id: `${_tag}-${on}`, project: "P1", on, recordedAt: `${on}T01:00:00Z`, ...particulars }) as unknown as Event

/** Approved without asking, and silent about its investment ever since. */
const silent = [
  fact("Drafted", "2026-01-05", { region: "440100", organ: "health", former: null, by: "health" }),
  fact("Applied", "2026-01-10", { application: "A1", to: "drc", by: "health" }),
  fact("Approved", "2026-03-10", {
    application: "A1",
    considered: null,
    planItem: { plan: "plan-p", item: "item-1" },
    deviation: null,
    builder: "company",
    by: "drc"
  })
]
const ctx = asked("2026-09-01" as CivilDate, textOnly)
const inspect = (p: Project, on = ctx) => inspectCases([caseOf(subject, p)], {}, on)

describe("what an inspection writes down", () => {
  test("a quarter that was neither reported nor copied is one irregularity under two norms (art. 12)", () => {
    const { items } = inspect(fold("P1", silent))
    const quarter = items.filter(({ verdicts }) => verdicts.some(({ instance }) => instance === "quarter/2026-Q1"))
    expect(quarter.map(({ severity, verdicts }) => [severity, verdicts.map(({ norm }) => norm)])).toEqual([
      ["breach", ["N12.1", "N12.2"]]
    ])
  })

  test("a quarter that was reported late and copied late is one irregularity, of a key project too (art. 12)", () => {
    const told = (_tag: string, on: string, particulars: object) =>
      fact(_tag, on, { period: "2026-Q1", by: "company", ...particulars })
    const late = [
      ...silent,
      told("ProgressReported", "2026-08-03", { to: "drc", amount: "1.00" }),
      told("ReportCopied", "2026-08-10", { to: "info" })
    ]
    const key = [
      ...late,
      fact("KeyListed", "2026-01-20", { by: "p-drc" }),
      fact("TimetableIssued", "2026-01-20", { timetable: "T1", due: { "2026-Q1": "2026-04-10" }, by: "p-drc" })
    ]
    const first = (facts: ReadonlyArray<Event>) =>
      inspect(fold("P1", facts))
        .items.filter(({ verdicts }) => verdicts.some(({ instance }) => instance === "quarter/2026-Q1"))
        .map(({ severity, verdicts }) => [severity, verdicts.map(({ norm }) => norm)])
    expect(first(late)).toEqual([["late", ["N12.1", "N12.2"]]])
    expect(first(key)).toEqual([["late", ["N12.2", "N12.3"]]])
    expect(first(key.filter(({ _tag }) => _tag !== "ProgressReported" && _tag !== "ReportCopied"))).toEqual([
      ["late", ["N12.2", "N12.3"]]
    ])
  })

  test("each item is counted for every norm and every bearer that it falls on (arts 10, 31, 35)", () => {
    const { byBearer, byNorm } = inspect(fold("P1", silent))
    expect(byNorm.map(({ breach, of }) => [of, breach])).toEqual([
      ["N10.1", 1],
      ["N12.1", 1],
      ["N12.2", 1],
      ["N31.2", 1]
    ])
    expect(byBearer.map(({ breach, of }) => [of.agency, breach])).toEqual([
      ["drc", 1],
      ["company", 1],
      ["health", 1]
    ])
  })

  test("it says in both languages what it is for, and that nobody has verified whether the Measures are in force (art. 35)", () => {
    const { byNorm, items, standing } = describeInspection(inspect(fold("P1", silent)), ctx)
    expect(standing.map(({ zh }) => zh)).toEqual(["结论供检查、考核参考，不作违法认定", "现行效力未核实"])
    expect(items[0]?.verdicts[0]?.quote.zh).toContain("应征求信息化主管部门的意见")
    expect(byNorm[0]).toEqual({
      zh: expect.stringMatching(/^第十条 .*（N10\.1）：未按规定 1 项$/u),
      en: expect.stringMatching(/^art\. 10 .*\(N10\.1\): not as provided: 1$/u)
    })
  })
})

law(
  "an inspection writes down every verdict that is not as provided, each once, and its totals are those of its items (art. 35)",
  90,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const context = asked(day, profile)
    const { byBearer, byNorm, items } = inspect(p, context)
    const written = items.flatMap(({ verdicts }) => verdicts.map(nameOf))
    const owing = says(p, day, profile).filter((v) => severityOf(v) !== undefined)
    expect(written.toSorted()).toEqual(owing.map(nameOf).toSorted())
    for (const severity of ["breach", "late", "remark"] as const) {
      const of = items.filter((item) => item.severity === severity)
      const sum = (rows: ReadonlyArray<{ readonly [S in typeof severity]: number }>) =>
        rows.reduce((total, row) => total + row[severity], 0)
      expect(sum(byNorm)).toBe(of.reduce((n, { verdicts }) => n + new Set(verdicts.map((v) => v.norm)).size, 0))
      expect(sum(byBearer)).toBe(of.reduce((n, { bearers }) => n + bearers.length, 0))
    }
    met(written.length)
  }
)

law(
  "the report and the copy of a quarter, both missing or both late, are one irregularity, with and without a key project (art. 12)",
  20,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const items = inspect(onDay(events, day), asked(day, profile)).items.filter(({ severity }) => severity !== "remark")
    const failing = items.map(({ severity, verdicts }) => `${severity} ${verdicts[0]?.instance}`)
    const quarters = failing.filter((name) => name.includes("quarter/"))
    expect(new Set(quarters).size).toBe(quarters.length)
    met(items.filter(({ verdicts }) => verdicts.length > 1 && verdicts[0]?.norm.startsWith("N12.")).length)
  }
)
