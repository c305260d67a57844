import { describe, expect, it } from "vitest"
import { cite } from "../../src/regulation/Citation.ts"
import { isNormId } from "../../src/regulation/Norm.ts"
import { others } from "./examples/others.ts"
import { plans } from "./examples/plans.ts"
import { projects, round, running } from "./examples/projects.ts"
import { lastTells, lineOf, recorded, type Said } from "./telling.ts"

describe.each([
  ["a project", projects],
  ["a plan", plans],
  ["the other subjects", others]
])("who is told of what is done: %s", (_, examples) => {
  it.each(examples.map((one) => [one.title, one] as const))(
    "%s",
    (_, { act, before, id = "C1", subject, tells, words }) => {
      const notices = lastTells(subject, recorded(subject, id, [...before, act]))
      expect(notices.map(lineOf)).toEqual(tells)
      expect(new Set(notices.map(({ norm }) => (isNormId(norm) ? cite(norm).quote.zh : norm)))).toEqual(new Set(words))
    }
  )
})

describe("who is told, as of which day", () => {
  const reported: Said = ["ProgressReported", "2026-04-08", { period: "2026-Q1", to: "drc", by: "company" }]

  it("an authority that was succeeded by the day of entry is told by its successor", () => {
    const facts = recorded("project", "C1", [...running, reported])
    const late = facts.map((fact, i) =>
      i === facts.length - 1 ? { ...fact, recordedAt: "2026-09-02T01:00:00Z" } : fact
    )
    expect(lastTells("project", late).map(({ to }) => to.agency)).toEqual(["drc", "info-2"])
  })

  it("nobody is told of its own act, also through a successor, nor who acted with it", () => {
    const own: Said = ["Closed", "2027-02-01", { by: "health" }]
    expect(lastTells("project", recorded("project", "C1", [...round, own]))).toEqual([])
    const joint: Said = ["ImplementationSupervised", "2026-08-20", { by: "info", with: ["health"] }]
    expect(lastTells("project", recorded("project", "C1", [...running, joint])).map(lineOf)).toEqual([
      "inspection N4.3 - builder company"
    ])
  })

  it("an authority that nobody knows leaves the agency open and is told so", () => {
    const there: Said = ["Drafted", "2026-03-02", { region: "440200", organ: "health", by: "health" }]
    const notices = lastTells(
      "project",
      recorded("project", "C1", [there, ["CompletionReported", "2026-08-10", { by: "health" }]])
    )
    expect(notices.map(lineOf)).toEqual(["report N32.2 - info.any ? demanded"])
  })

  it("before the Measures took force, and of a case that they do not reach, nobody is told", () => {
    const early = recorded("project", "C1", [
      ["Drafted", "2005-01-02", { region: "440100", organ: "health", by: "health" }],
      ["CompletionReported", "2005-01-10", { by: "health" }]
    ])
    expect(lastTells("project", early)).toEqual([])
    const elsewhere: Said = ["Drafted", "2026-03-02", { region: "110000", organ: "health", by: "health" }]
    expect(
      lastTells(
        "project",
        recorded("project", "C1", [elsewhere, ["CompletionReported", "2026-08-10", { by: "health" }]])
      )
    ).toEqual([])
  })
})
