import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { dutyList } from "../../src/duty/index.ts"
import { type Notice, remindersOf } from "../../src/notice/index.ts"
import { compose } from "../../src/profile/compose.ts"
import { sampleLayer } from "../../src/profile/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { running } from "./examples/projects.ts"
import { caseWith, onDay, recorded, type Said } from "./telling.ts"

const profile = Result.getOrThrow(compose(textOnly, sampleLayer))
const budget: Said = ["BudgetIssued", "2026-04-02", { budget: "B1", year: 2026, fiscal: true, by: "fin" }]

/** Who is reminded on a day of what is owed on a running project with a budget. */
const on = (
  asOf: string,
  leads: ReadonlyArray<number> = [14, 3],
  facts = [...running, budget]
): ReadonlyArray<Notice> => {
  const ctx = onDay(asOf, { profile })
  const one = caseWith("project", "C1", recorded("project", "C1", facts), ctx)
  return remindersOf(dutyList([one], {}, ctx).rows, leads, asOf as CivilDate)
}
const about = (norm: string, notices: ReadonlyArray<Notice>): ReadonlyArray<Notice> =>
  notices.filter((one) => one.norm === norm && one.instance === "quarter/2026-Q1")

describe("who is reminded", () => {
  const [due] = dutyList(
    [caseWith("project", "C1", recorded("project", "C1", running), onDay("2026-04-01", { profile }))],
    { norm: "N12.1" },
    onDay("2026-04-01", { profile })
  ).rows.map(({ verdict }) => verdict.due)

  it("the bearer is told once a lead has begun, and not before", () => {
    expect(due).toBe("2026-04-15")
    expect(about("N12.1", on("2026-03-31"))).toEqual([])
    const [first] = about("N12.1", on("2026-04-01"))
    expect(first).toMatchObject({ kind: "due-soon", to: { role: "builder", agency: "company" }, due, on: "2026-04-01" })
    expect(first?.localTerm).toBe(true)
    expect(first?.demanded).toBe(false)
  })

  it("asked every day, one lead has one id, and the next lead another", () => {
    const days = Array.from({ length: 15 }, (_, i) => `2026-04-${String(i + 1).padStart(2, "0")}`)
    const ids = days.map((day) => about("N12.1", on(day)).map(({ id }) => id))
    expect(ids.every((list) => list.length === 1)).toBe(true)
    expect(new Set(ids.slice(0, 11).flat()).size).toBe(1)
    expect(new Set(ids.slice(11).flat()).size).toBe(1)
    expect(new Set(ids.flat()).size).toBe(2)
  })

  it("asked for the first time when both leads have begun, it is told of the shorter one alone", () => {
    const late = about("N12.1", on("2026-04-14"))
    expect(late).toHaveLength(1)
    expect(about("N12.1", on("2026-04-14", [3])).map(({ id }) => id)).toEqual(late.map(({ id }) => id))
  })

  it("what is overdue is told once, whenever it is asked and with whichever leads", () => {
    const overdue = (day: string, leads?: ReadonlyArray<number>) =>
      about("N12.1", on(day, leads)).map(({ id, kind }) => `${kind} ${id}`)
    expect(overdue("2026-04-16")).toHaveLength(1)
    expect(overdue("2026-04-16")[0]).toMatch(/^overdue /u)
    expect(overdue("2026-06-16")).toEqual(overdue("2026-04-16"))
    expect(overdue("2026-06-16", [])).toEqual(overdue("2026-04-16"))
  })

  it("a duty that moves to a successor is told to the successor, as another notice", () => {
    const own = [
      ...running.slice(0, -1),
      ["Approved", "2026-03-30", { application: "A1", builder: "company", by: "drc" }] as Said
    ]
    const before = about("N12.1", on("2027-03-31", [], own))
    const after = about("N12.1", on("2027-04-01", [], own))
    expect([before, after].map((list) => list.map(({ to }) => to.agency))).toEqual([["company"], ["company-2"]])
    expect(before[0]?.id).not.toBe(after[0]?.id)
  })

  it("what no day is fixed for is never due soon", () => {
    const ctx = onDay("2026-04-05")
    const { rows } = dutyList([caseWith("project", "C1", recorded("project", "C1", running), ctx)], {}, ctx)
    expect(rows.some(({ verdict }) => verdict.status === "DueUnspecified")).toBe(true)
    expect(remindersOf(rows, [366], "2026-04-05" as CivilDate)).toEqual([])
  })
})
