import { chronological, dayOf, histories, lawfulHistories, profiles } from "@banfa/testing/planning"
import { days } from "@banfa/testing/project"
import fc from "fast-check"
import { expect, test } from "vitest"
import { evolve } from "../../src/planning/evolve.ts"
import { advise, duties, type Event, lifecycle, type PlanVersion } from "../../src/planning/index.ts"
import { row } from "../../src/planning/Lifecycle.ts"
import { law, lineOf } from "./Law.ts"
import { asked, onDay, sample } from "./planning.ts"
import { expectTold } from "./stranger.ts"

test("every kind of fact about plans occurs in the histories that the law is put to", () => {
  const kinds = new Set(fc.sample(histories, { numRuns: 600, seed: 1 }).flatMap((h) => h.events.map((e) => e._tag)))
  expect([...kinds].toSorted()).toEqual(Object.keys(lifecycle).toSorted())
})

const before = (events: ReadonlyArray<Event>, n: number): { readonly p: PlanVersion; readonly act: Event } => {
  const acts = events.filter((e) => e._tag !== "Retracted")
  const act = acts[n % Math.max(1, acts.length)] as Event
  const others = events.filter((e) => e.id !== act.id && e.corrects !== act.id)
  return { act, p: onDay(others, act.on) }
}

law(
  "somebody without a grant is told so of every act on a plan (arts 3, 4, 6 to 8)",
  90,
  { history: histories, n: fc.nat(100), profile: profiles, by: fc.constantFrom("stranger", "unheard-of") },
  ({ by, history: { events }, n, profile }, met) => {
    const { act, p } = before(events, n)
    met()
    expectTold(advise(p, { ...act, by }, asked(act.on, profile)), row(act._tag, evolve(p, act).kind))
  }
)

law(
  "every open duty on a plan has one bearer, who holds the office on the day asked (arts 3, 4, 6 to 8)",
  25,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const { duties: owed } = duties(p, asked(day, profile))
    for (const { bearers, verdict } of owed) {
      met()
      expect(bearers.length, lineOf(verdict)).toBe(1)
      const agency = bearers[0]?.agency
      if (agency !== undefined) expect(sample.successorOn(agency, day)).toBe(agency)
    }
  }
)

law(
  "a lawful history of a plan never goes back in time",
  80,
  { history: lawfulHistories },
  ({ history: { events } }, met) => {
    if (events.length > 2) met()
    expect(chronological(events)).toEqual(events)
    expect(new Set(events.map((e) => e.id)).size).toBe(events.length)
  }
)
