import { describe, expect, test } from "vitest"
import { type EventTag, lifecycle } from "../../src/project/index.ts"
import { row } from "../../src/project/Lifecycle.ts"
import { norms } from "../../src/regulation/norms.ts"
import { eventOf, transitions } from "../law/lifecycleData.ts"

/** The positions of the data that belong to assessments and to what follows completion. */
const beyond = [
  "assessing",
  "assessed",
  "completionReported",
  "acceptancePending",
  "rectifying",
  "accepted",
  "inOperation",
  "retired"
]

const modelled = Object.entries(eventOf) as ReadonlyArray<readonly [EventTag, string]>
const sorted = (list: Iterable<string | number>): ReadonlyArray<string | number> => [...new Set(list)].toSorted()

describe("the lifecycle of a project against the data of the regulation", () => {
  test.each(modelled)(
    "%s leads from and to where the data says, by whom, under which articles (arts 9 to 12, 31, 32)",
    (tag, event) => {
      const rows = transitions.filter((t) => t.event === event)
      const here = row(tag)
      expect(sorted(here.from ?? [])).toEqual(sorted(rows.flatMap((t) => t.from).filter((p) => !beyond.includes(p))))
      const stays = rows.every((t) => t.from.length === 1 && t.from[0] === t.to)
      expect(here.to).toBe(stays && rows.length > 1 ? undefined : rows[0]?.to)
      expect(sorted(here.who)).toEqual(sorted(rows.flatMap((t) => t.actors)))
      expect(sorted(here.articles)).toEqual(sorted(rows.flatMap((t) => t.articles)))
      expect(here.source).toBe(rows[0]?.source)
    }
  )

  test.each(modelled)("%s is gated by the norms that the data names, as strongly as it says", (tag, event) => {
    const guards = transitions.filter((t) => t.event === event).flatMap((t) => t.guards)
    const data = Object.fromEntries(guards.flatMap((g) => (g.norm === null ? [] : [[g.norm, g.strength]])))
    expect(row(tag).guards ?? {}).toEqual(data)
    for (const norm of Object.keys(data)) expect(Object.hasOwn(norms, norm)).toBe(true)
  })

  test.each(modelled)(
    "%s asks for the particulars of a guard that no norm stands behind, and is never barred by it",
    (tag, event) => {
      const bookkeeping = transitions
        .filter((t) => t.event === event)
        .flatMap((t) => t.guards)
        .filter((g) => g.norm === null)
      // The day of completion is the day of the act itself.
      if (bookkeeping.length > 0 && tag !== "ConstructionCompleted")
        expect(row(tag).needs?.length ?? 0).toBeGreaterThan(0)
      expect(bookkeeping.some((g) => g.strength === "advisory")).toBe(false)
    }
  )

  test("the events of assessments and of what follows completion are not modelled here, each by its name (arts 29 to 33)", () => {
    const events = new Set(Object.values(eventOf))
    expect(sorted(transitions.map((t) => t.event).filter((e) => !events.has(e)))).toEqual([
      "acceptanceFailed",
      "acceptancePassed",
      "applyAcceptance",
      "exAnteCompleted",
      "reapplyAcceptance",
      "reportCompletion",
      "retire",
      "startExAnte",
      "startOperation",
      "startTrialOperation"
    ])
  })

  test("every kind of fact that no transition tells of is a parallel track, a record of the library, or opens the case", () => {
    const tags = Object.keys(lifecycle) as Array<EventTag>
    const parallel = tags.filter((tag) => eventOf[tag] === undefined)
    expect(parallel.filter((tag) => row(tag).from !== undefined || row(tag).to !== undefined)).toEqual([])
    expect(sorted(parallel)).toEqual([
      "BudgetCopied",
      "BudgetIssued",
      "Drafted",
      "InvestmentFiled",
      "InvestmentSettled",
      "Judged",
      "KeyDelisted",
      "KeyListed",
      "ProgressCorrected",
      "ProgressReported",
      "ReportCopied",
      "Retracted",
      "TakenOver",
      "TimetableIssued"
    ])
  })
})
