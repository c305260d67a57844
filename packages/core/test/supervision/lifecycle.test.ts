import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { type EventTag, lifecycle } from "../../src/supervision/index.ts"
import { row } from "../../src/supervision/Lifecycle.ts"
import { positionNames } from "../../src/supervision/vocabulary.ts"

interface Transition {
  readonly event: string
  readonly from: ReadonlyArray<string>
  readonly to: string
  readonly actors: ReadonlyArray<string>
  readonly guards: ReadonlyArray<{ readonly norm: string | null; readonly strength: string }>
  readonly articles: ReadonlyArray<number>
  readonly source: string
}
const lifecycles = JSON.parse(
  readFileSync(new URL("../../data/lifecycles.json", import.meta.url), "utf8")
) as ReadonlyArray<{
  readonly id: string
  readonly states: ReadonlyArray<{ readonly id: string }>
  readonly terminal: ReadonlyArray<string>
  readonly transitions: ReadonlyArray<Transition>
}>
const inspection = lifecycles.find(({ id }) => id === "inspection")
const transitions = inspection?.transitions ?? []

/** Which event of the data a fact is. */
const eventOf: { readonly [E in EventTag]?: string } = {
  InspectionStarted: "start",
  InspectionFoundNothing: "noFindings",
  InspectionFindingsIssued: "issueFindings",
  RectificationStarted: "startRectification",
  InspectionContested: "contest",
  RectificationReported: "reportRectified",
  RecheckPassed: "recheckPassed",
  RecheckFailed: "recheckFailed",
  InspectionConcluded: "conclude",
  InspectionWithdrawn: "withdraw"
}
const modelled = Object.entries(eventOf) as ReadonlyArray<[EventTag, string]>

describe("the lifecycle of an inspection against the data of the regulation", () => {
  test.each(modelled)(
    "%s leads from and to where the data says, by whom, under which articles and guards (%s, art. 35)",
    (tag, event) => {
      const [data, ...more] = transitions.filter((t) => t.event === event)
      expect(more).toEqual([])
      const { articles, from, guards, needs, source, to, who } = row(tag)
      expect([from, to, who, articles, source]).toEqual([
        data?.from,
        data?.to,
        data?.actors,
        data?.articles,
        data?.source
      ])
      const all = data?.guards ?? []
      const named = all.flatMap(({ norm, strength }) => (norm === null ? [] : [[norm, strength]]))
      expect(guards ?? {}).toEqual(Object.fromEntries(named))
      // a guard without a norm asks for a particular of the record
      expect(needs !== undefined, tag).toBe(all.some(({ norm }) => norm === null))
    }
  )

  test("every event of the data is a fact, and whatever else is a fact leads nowhere (art. 35)", () => {
    expect(transitions.map((t) => t.event).toSorted()).toEqual(Object.values(eventOf).toSorted())
    const others = (Object.keys(lifecycle) as Array<EventTag>).filter((tag) => eventOf[tag] === undefined)
    expect(others.toSorted()).toEqual(["InspectionOpened", "InspectionTakenOver", "Judged", "Retracted"])
    for (const tag of others)
      expect([row(tag).from, row(tag).to, row(tag).guards]).toEqual([undefined, undefined, undefined])
  })

  test("its positions are those of the data, and it leaves neither the closed nor the withdrawn one (art. 35)", () => {
    expect(Object.keys(positionNames)).toEqual(inspection?.states.map(({ id }) => id))
    expect(inspection?.terminal).toEqual(["closed", "withdrawn"])
    for (const tag of Object.keys(lifecycle) as Array<EventTag>)
      for (const end of ["closed", "withdrawn"] as const) expect(row(tag).from ?? []).not.toContain(end)
  })

  test("it gates what the norm says that it gates (N35.2, art. 35)", () => {
    const norms = JSON.parse(readFileSync(new URL("../../data/norms.json", import.meta.url), "utf8")) as ReadonlyArray<{
      readonly id: string
      readonly gates: ReadonlyArray<{ readonly lifecycle: string; readonly transition: string }>
    }>
    const gates = norms.find(({ id }) => id === "N35.2")?.gates ?? []
    expect(new Set(gates.map((gate) => gate.lifecycle))).toEqual(new Set(["inspection"]))
    const gated = gates.map(({ transition }) => transition)
    const here = modelled.flatMap(([tag, event]) => (row(tag).guards?.["N35.2"] === undefined ? [] : [event]))
    expect(here.toSorted()).toEqual(gated.toSorted())
  })
})
