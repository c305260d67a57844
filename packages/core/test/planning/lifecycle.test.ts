import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import {
  departmentalLifecycle,
  type EventTag,
  type Kind,
  lifecycle,
  localLifecycle,
  provincialLifecycle
} from "../../src/planning/index.ts"
import { row } from "../../src/planning/Lifecycle.ts"
import { norms } from "../../src/regulation/norms.ts"
import type { Row } from "../../src/verdict/Lifecycle.ts"

interface Transition {
  readonly event: string
  readonly from: ReadonlyArray<string>
  readonly to: string
  readonly actors: ReadonlyArray<string>
  readonly guards: ReadonlyArray<{ readonly norm: string | null; readonly strength: string }>
  readonly articles: ReadonlyArray<number>
  readonly source: string
}
const data = JSON.parse(readFileSync(new URL("../../data/lifecycles.json", import.meta.url), "utf8")) as ReadonlyArray<{
  readonly id: string
  readonly transitions: ReadonlyArray<Transition>
}>
const transitions = (id: string): ReadonlyArray<Transition> => data.find((one) => one.id === id)?.transitions ?? []

const tables = {
  provincialPlan: provincialLifecycle,
  localPlan: localLifecycle,
  departmentalPlan: departmentalLifecycle
} as const

/** Which event of the data a fact is. */
const eventOf: { readonly [E in EventTag]?: string } = {
  PlanSubmittedForReview: "submitForReview",
  PlanReviewPassed: "reviewPassed",
  PlanReviewReturned: "reviewReturned",
  PlanSubmittedForApproval: "submitForApproval",
  PlanApproved: "approve",
  PlanNotApproved: "notApproved",
  PlanImplemented: "implement",
  PlanAmendmentApproved: "amendmentApproved",
  PlanFiled: "submitForFiling",
  PlanFilingRegistered: "registerFiling",
  PlanFilingReturned: "returnIncomplete",
  PlanRefiled: "refile",
  PlanReplaced: "replace",
  PlanRepealed: "repeal",
  PlanWithdrawn: "withdraw"
}
const sorted = (list: Iterable<string | number> = []): ReadonlyArray<string | number> => [...new Set(list)].toSorted()

describe.each(Object.entries(tables))("the lifecycle %s against the data of the regulation", (id, table) => {
  const rows = Object.entries(table) as ReadonlyArray<readonly [EventTag, Row]>

  test("has every step of the data, and no other (arts 6 to 8)", () => {
    const steps = rows.flatMap(([tag]) => eventOf[tag] ?? [])
    expect(sorted(steps)).toEqual(sorted(transitions(id).map((t) => t.event)))
    const others = rows.flatMap(([tag]) => (eventOf[tag] === undefined ? [tag] : []))
    expect(sorted(others)).toEqual(["Judged", "PlanDrafted", "PlanTakenOver", "Retracted"])
  })

  test.each(rows.filter(([tag]) => eventOf[tag] !== undefined))(
    "%s leads from and to where the data says, by whom, under which articles and guards (arts 6 to 8)",
    (tag, here) => {
      const [found, ...more] = transitions(id).filter((t) => t.event === eventOf[tag])
      expect(more).toEqual([])
      expect(sorted(here.from)).toEqual(sorted(found?.from))
      expect(here.to).toBe(found?.to)
      expect(sorted(here.who)).toEqual(sorted(found?.actors))
      expect(sorted(here.articles)).toEqual(sorted(found?.articles))
      expect(here.source).toBe(found?.source)
      const guards = found?.guards ?? []
      const named = Object.fromEntries(guards.flatMap((g) => (g.norm === null ? [] : [[g.norm, g.strength]])))
      expect(here.guards ?? {}).toEqual(named)
      for (const norm of Object.keys(named)) expect(Object.hasOwn(norms, norm)).toBe(true)
      if (guards.some((g) => g.norm === null)) expect(here.needs?.length ?? 0).toBeGreaterThan(0)
    }
  )
})

describe("the steps of a plan", () => {
  test("a step that the lifecycle of a plan does not know is usual from nowhere (arts 7, 8)", () => {
    expect(row("PlanFiled", "local").from).toEqual([])
    expect(row("PlanApproved", "departmental").from).toEqual([])
    expect(row("PlanFiled", "departmental").from).toEqual(["drafting"])
  })

  test("while nobody knows whose plan it is, whatever kind of plan it may be counts (arts 6 to 8)", () => {
    expect(row("PlanImplemented", undefined).who).toEqual([
      "info.provincial",
      "government.provincial",
      "info.local",
      "government.local",
      "organ.provincial"
    ])
    expect(sorted(row("PlanImplemented", undefined).from)).toEqual(["approved", "filed", "submittedForFiling"])
    const kinds: ReadonlyArray<Kind> = ["provincial", "local", "departmental"]
    for (const tag of Object.keys(lifecycle) as ReadonlyArray<EventTag>)
      for (const kind of kinds) expect(row(tag, kind).to).toBe(lifecycle[tag].to)
  })
})
