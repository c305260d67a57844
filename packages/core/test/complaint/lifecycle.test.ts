import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { vocabulary } from "../../src/complaint/explain.ts"
import { context, type Event, type EventTag, fold, lifecycle, position } from "../../src/complaint/index.ts"
import { row } from "../../src/complaint/Lifecycle.ts"
import { sample } from "../law/Law.ts"
import { complaintId, fact, received } from "./story.ts"

const ctx = context({ asOf: "2026-12-31" as never, directory: sample })
/** Where a complaint stands after some facts. */
const stands = (...story: ReadonlyArray<Event>) => position(fold(complaintId, story), ctx)

interface Transition {
  readonly event: string
  readonly from: ReadonlyArray<string>
  readonly to: string
  readonly actors: ReadonlyArray<string>
  readonly guards: ReadonlyArray<{ readonly norm: string | null; readonly strength: string }>
  readonly articles: ReadonlyArray<number>
  readonly source: string
}
interface Data {
  readonly id: string
  readonly initial: string
  readonly states: ReadonlyArray<{ readonly id: string }>
  readonly transitions: ReadonlyArray<Transition>
}
const lifecycles = JSON.parse(
  readFileSync(new URL("../../data/lifecycles.json", import.meta.url), "utf8")
) as ReadonlyArray<Data>
const { initial, states, transitions } = lifecycles.find(({ id }) => id === "complaint") as Data

/** Which event of the data a fact is. */
const eventOf: { readonly [E in EventTag]?: string } = {
  ComplaintAccepted: "accept",
  ComplaintRefused: "refuse",
  ComplaintRedirected: "redirect",
  ComplaintAssigned: "assign",
  ComplaintReplied: "reply",
  ComplaintReopened: "reopen",
  ComplaintClosed: "close",
  ComplaintWithdrawn: "withdraw"
}
const modelled = Object.entries(eventOf) as ReadonlyArray<[EventTag, string]>
const sorted = (names: Iterable<string>): ReadonlyArray<string> => [...new Set(names)].toSorted()

describe("the lifecycle of a complaint against the data of the regulation", () => {
  test.each(modelled)("%s leads from and to where the data says, by whom, under which articles (%s)", (tag, event) => {
    const found = transitions.filter((t) => t.event === event)
    expect(found.length).toBeGreaterThan(0)
    const { articles, from = [], source, to, who } = row(tag)
    expect(sorted(from)).toEqual(sorted(found.flatMap((t) => t.from)))
    for (const t of found) expect([to, who, articles]).toEqual([t.to, t.actors, t.articles])
    expect(found.map((t) => t.source)).toContain(source)
  })
  test.each(modelled)("%s is gated as the data says, and only told of, never stopped (%s)", (tag, event) => {
    const guards = transitions.filter((t) => t.event === event).flatMap((t) => t.guards)
    const named = guards.flatMap(({ norm, strength }) => (norm === null ? [] : [[norm, strength]]))
    expect(Object.entries(row(tag).guards ?? {})).toEqual(named)
    for (const [, strength] of named) expect(strength).toBe("advisory")
    const fields = guards.some(({ norm }) => norm === null)
    expect(row(tag).needs !== undefined, tag).toBe(fields)
  })
  test("every event of the data is a fact, and whatever else is a fact leads nowhere", () => {
    expect(sorted(transitions.map((t) => t.event))).toEqual(sorted(Object.values(eventOf)))
    const others = (Object.keys(lifecycle) as Array<EventTag>).filter((tag) => eventOf[tag] === undefined)
    expect(others.toSorted()).toEqual(["ComplaintReceived", "ComplaintTakenOver", "Judged", "Retracted"])
    for (const tag of others) expect([row(tag).from, row(tag).to], tag).toEqual([undefined, undefined])
  })
  test("its positions are those of the data, and a complaint that came in stands at the first", () => {
    expect(sorted(Object.keys(vocabulary.positions))).toEqual(sorted(states.map(({ id }) => id)))
    expect(stands(received)).toBe(initial)
  })
  test("the latest act in time says where it stands, in whatever order the facts are read (art. 21)", () => {
    const accepted = fact("ComplaintAccepted", "2026-03-05", {})
    const replied = fact("ComplaintReplied", "2026-03-09", {})
    const reopened = fact("ComplaintReopened", "2026-03-10", {})
    expect(stands(reopened, received, replied, accepted)).toBe("handling")
    expect(stands(replied, accepted, received)).toBe("replied")
    expect(stands(received, fact("ComplaintRefused", "2026-03-05", {}))).toBe("notAccepted")
  })
})
