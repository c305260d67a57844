import { dayOf, days, histories } from "@banfa/testing/project"
import fc from "fast-check"
import { expect, it } from "vitest"
import type { Actor } from "../../src/agency/Actor.ts"
import type { NotEntitled } from "../../src/docket/index.ts"
import type { Event } from "../../src/project/Event.ts"
import { target } from "../../src/verdict/record.ts"
import { day } from "../agency/sampleDirectory.ts"
import { full } from "../law/Law.ts"
import { docketOver, held, memory } from "./fixture.ts"

/** Every agency that a fact names as having said something, found by looking at the fact alone and at the one whose place it takes. */
const namedIn = (fact: Event, all: ReadonlyArray<Event>): ReadonlyArray<string> => {
  const of = (one: Event | undefined): ReadonlyArray<string> => {
    const { by, signed, with: together } = (one ?? {}) as { by?: string; with?: unknown; signed?: unknown }
    return [by, together, signed].flat().filter((name): name is string => typeof name === "string" && name !== "n/a")
  }
  return [...new Set([...of(fact), ...of(all.find(({ id }) => id === target(fact)))])]
}

it("of any history somebody enters all or nothing, and is told exactly of the agencies in which the person has no post", async () => {
  const met = { entered: 0, refused: 0, replaced: 0, together: 0 }
  const asked = fc.record({
    history: histories,
    n: days,
    left: fc.integer({ min: 0, max: 2 }),
    which: fc.array(fc.nat(20), { minLength: 2, maxLength: 2 })
  })
  await fc.assert(
    fc.asyncProperty(asked, async ({ history: { events }, left, n, which }) => {
      const known = events.filter(({ by, on }) => by !== undefined && on <= dayOf(events, n))
      if (known.length === 0) return
      const agencies = [...new Set(known.flatMap((fact) => namedIn(fact, known)))]
      const absent = new Set(which.slice(0, left).map((i) => agencies[i % agencies.length]))
      const actor: Actor = {
        person: "p-any",
        posts: agencies
          .filter((agency) => !absent.has(agency))
          .map((agency) => ({ agency, offices: "all", from: day("1990-01-01") }))
      }
      const facts = known.map(({ recordedAt: _, recordedBy: __, seq: ___, ...fact }) => fact)
      const store = memory()
      const docket = await docketOver(store)
      const answer = await docket.recordAs(actor, { command: "c", at: "2190-01-01T00:00:00Z", facts })
      const expected = known.flatMap((fact) =>
        namedIn(fact, known)
          .filter((agency) => absent.has(agency))
          .map((agency) => `${fact.id} ${agency}`)
      )
      if (known.some((fact) => target(fact) !== undefined)) met.replaced++
      if (known.some((fact) => namedIn(fact, []).length > 1)) met.together++
      if (answer.ok) {
        met.entered++
        expect(expected).toEqual([])
        expect(answer.value.spokenFor.map(({ agency, fact }) => `${fact} ${agency}`).toSorted()).toEqual(
          known.flatMap((fact) => namedIn(fact, known).map((agency) => `${fact.id} ${agency}`)).toSorted()
        )
        return
      }
      met.refused++
      expect(answer.error._tag).toBe("NotEntitled")
      const told = (answer.error as NotEntitled).facts.map(({ agency, fact }) => `${fact} ${agency}`)
      expect(told.toSorted()).toEqual(expected.toSorted())
      expect(await held(store)).toEqual([])
    })
  )
  const floors = full ? { entered: 30, refused: 60, replaced: 4, together: 4 } : { entered: 0, refused: 0 }
  for (const [what, floor] of Object.entries(floors)) expect(met[what as keyof typeof met], what).toBeGreaterThan(floor)
})
