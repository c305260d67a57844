import { agencies, histories, lawfulHistories } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Event, lifecycle } from "../../src/project/index.ts"
import { law } from "./Law.ts"

describe("the histories that the law is put to", () => {
  test("every kind of fact occurs in them, and what goes wrong goes wrong in every way", () => {
    const sample = fc.sample(histories, { numRuns: 600, seed: 1 })
    const kinds = new Set(sample.flatMap((h) => h.events.map((e) => e._tag)))
    expect([...kinds].toSorted()).toEqual(Object.keys(lifecycle).toSorted())
    const wrong = new Set(sample.flatMap((h) => h.upsets.map((u) => u.kind)))
    expect([...wrong].toSorted()).toEqual(["blur", "by", "correct", "double", "drop", "enterLate", "move", "retract"])
    const levels = new Set(sample.map((h) => h.course.level))
    expect(levels.size).toBe(3)
  })

  law(
    "no two facts of a history share an id, and it opens",
    100,
    { history: histories },
    ({ history: { events } }, met) => {
      met()
      expect(new Set(events.map((e) => e.id)).size).toBe(events.length)
      expect(events.some((e) => e._tag === "Drafted" || e._tag === "TakenOver")).toBe(true)
    }
  )

  law(
    "in a lawful history days never go back, and everybody who acts is in the directory",
    100,
    { history: lawfulHistories },
    ({ history: { events } }, met) => {
      met()
      const known = new Set<string>(agencies.agencies.map(({ id }) => id))
      for (const [i, e] of events.entries()) {
        expect(e.on >= (events[i - 1] ?? e).on).toBe(true)
        expect(known.has(e.by ?? ""), e.id).toBe(true)
      }
    }
  )

  test("a failing property shrinks to a plain course with little wrong in it", () => {
    const rejectedTwice = (events: ReadonlyArray<Event>): boolean =>
      events.filter((e) => e._tag === "Rejected").length > 1
    const found = fc.check(
      fc.property(histories, ({ events }) => !rejectedTwice(events)),
      { numRuns: 2000, seed: 3 }
    )
    const smallest = found.counterexample?.[0]
    expect(smallest?.upsets.length).toBeLessThanOrEqual(1)
    expect(smallest?.course).toMatchObject({ level: "city", start: 0, pace: 1, taken: "opened", works: undefined })
    expect(smallest?.course.rounds.length).toBeLessThanOrEqual(2)
  })
})
