import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import type { EventTag } from "../../src/standard/index.ts"
import { lifecycle } from "../../src/standard/index.ts"
import { row } from "../../src/standard/Lifecycle.ts"

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
) as ReadonlyArray<{ readonly id: string; readonly transitions: ReadonlyArray<Transition> }>
const transitions = lifecycles.find(({ id }) => id === "delegatedStandard")?.transitions ?? []

/** Which event of the data a fact is. */
const eventOf: { readonly [E in EventTag]?: string } = {
  InstrumentIssued: "issue",
  InstrumentTookEffect: "takeEffect",
  InstrumentReplaced: "replace",
  InstrumentRepealed: "repeal",
  InstrumentAbandoned: "abandon"
}
const modelled = Object.entries(eventOf) as ReadonlyArray<[EventTag, string]>

describe("the lifecycle of an instrument against the data of the regulation", () => {
  test.each(modelled)("%s leads from and to where the data says, by whom, under which articles (%s)", (tag, event) => {
    const found = transitions.filter((t) => t.event === event)
    expect(found.length).toBe(1)
    const [data] = found
    const { articles, from, source, to, who } = row(tag)
    expect([from, to, who, articles, source]).toEqual([
      data?.from,
      data?.to,
      data?.actors,
      data?.articles,
      data?.source
    ])
  })

  test("issuing is gated by the norm of its kind, by competence and by who drafted it together, and nothing else is gated (arts 3, 19, 23, 34)", () => {
    const strengths = new Map<string, Array<string>>()
    for (const { norm, strength } of transitions.flatMap((t) => t.guards))
      if (norm !== null) strengths.set(norm, [...(strengths.get(norm) ?? []), strength].toSorted())
    const guards: { readonly [norm: string]: string } = row("InstrumentIssued").guards ?? {}
    expect([...strengths.keys()].toSorted()).toEqual(Object.keys(guards).toSorted())
    for (const [norm, both] of strengths) {
      expect([norm, both]).toEqual([norm, ["competence", "required"]])
      expect(guards[norm]).toBe("required")
    }
    for (const tag of Object.keys(lifecycle) as Array<EventTag>)
      if (tag !== "InstrumentIssued") expect(row(tag).guards, tag).toBeUndefined()
  })

  test("every event of the data is a fact, and whatever else is a fact leads nowhere", () => {
    expect(transitions.map((t) => t.event).toSorted()).toEqual(Object.values(eventOf).toSorted())
    const others = (Object.keys(lifecycle) as Array<EventTag>).filter((tag) => eventOf[tag] === undefined)
    expect(others.toSorted()).toEqual(["InstrumentDrafted", "InstrumentTakenOver", "Judged", "Retracted"])
    for (const tag of others) expect([row(tag).from, row(tag).to], tag).toEqual([undefined, undefined])
  })
})
