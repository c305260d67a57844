import { dayOf, days, histories, opens, profiles, provinces } from "@banfa/testing/resource"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays } from "../../src/civil/CivilDate.ts"
import { decodeEvents } from "../../src/resource/decode.ts"
import { caseAt, duties, type Event, evolve, type Resource, subject } from "../../src/resource/index.ts"
import { law, lineOf, now } from "./Law.ts"
import { asked, folded, onDay, says } from "./resourceLaw.ts"

/** The same facts in an order that a list of numbers draws. */
const shuffled = (events: ReadonlyArray<Event>, lots: ReadonlyArray<number>): ReadonlyArray<Event> =>
  events
    .map((e, i) => ({ e, lot: (lots[i % lots.length] ?? 0) * 1000 + ((i * 7919) % 1000) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ e }) => e)
const lots = fc.array(fc.nat(1000), { minLength: 7, maxLength: 20 })

law(
  "the order in which facts about a resource are read does not matter, nor whether one is told twice",
  90,
  { history: histories, lots },
  ({ history: { events }, lots }, met) => {
    const other = shuffled(events, lots)
    if (other.some((e, i) => e !== events[i])) met()
    expect(folded(other)).toEqual(folded(events))
    expect(folded([...events, ...other])).toEqual(folded(events))
    expect(other.reduce(evolve, folded([]))).toEqual(folded(events))
  }
)

law(
  "the same facts about a resource give the same bytes, also after JSON",
  90,
  { history: histories, lots, n: days, profile: profiles, province: provinces },
  ({ history: { events }, lots, n, profile, province }, met) => {
    const day = dayOf(events, n)
    const bytes = (r: Resource): string =>
      JSON.stringify([says(r, day, profile, province), duties(r, asked(day, profile, province))])
    const once = bytes(onDay(events, day))
    if (once.includes('"norm"')) met()
    expect(bytes(onDay(shuffled(structuredClone(events) as Array<Event>, lots), day))).toBe(once)
    expect(bytes(JSON.parse(JSON.stringify(onDay(events, day))) as Resource)).toBe(once)
  }
)

law(
  "slices of a resource that a fact does not touch stay the same objects",
  90,
  { history: histories, n: fc.nat(200) },
  ({ history: { events }, n }, met) => {
    const e = events[n % events.length] as Event
    const before = folded(events.filter((x) => x !== e))
    const after = evolve(before, e)
    const changed = (Object.keys(after) as Array<keyof Resource>).filter((key) => before[key] !== after[key])
    met()
    expect(changed.length, e._tag).toBeLessThanOrEqual(opens(e) ? 6 : 3)
  }
)

law("facts about a resource cross the edge unchanged", 100, { history: histories }, ({ history: { events } }, met) => {
  met()
  const decoded = decodeEvents(JSON.parse(JSON.stringify(events)) as ReadonlyArray<unknown>)
  expect(decoded._tag === "Success" ? decoded.success : decoded.failure).toEqual(JSON.parse(JSON.stringify(events)))
})

law(
  "a verdict about a resource sees no later fact",
  40,
  { history: histories, n: days, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    for (const v of says(onDay(events, day), day, profile, province)) {
      met()
      for (const act of [v.trigger, v.act, ...(v.intervals ?? []).map((i) => i.act)])
        if (act !== undefined) expect(act.on <= day, `${lineOf(v)} on ${day}`).toBe(true)
      for (const i of v.intervals ?? []) expect(i.from < i.until && i.until <= day, `${lineOf(v)} on ${day}`).toBe(true)
    }
  }
)

law(
  "what was known then of a resource stays as it was known",
  8,
  { history: histories, n: days, late: fc.nat(500) },
  ({ history: { events }, late, n }, met) => {
    const day = dayOf(events, n)
    const known = `${addDays((events[0] as Event).on, late)}T12:00:00Z`
    const then = events.filter((e) => e.recordedAt <= known)
    if (then.length > 1 && then.length < events.length) met()
    expect(caseAt("resource-1", then, day, now)).toEqual(caseAt("resource-1", events, day, known))
  }
)

law(
  "a rule about a resource reads no part of a case that it did not name",
  90,
  { history: histories, n: days, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    const r = onDay(events, day)
    for (const rule of subject.rules) {
      const read = new Set<PropertyKey>()
      const watched = new Proxy(r, {
        get: (state, key) => {
          read.add(key)
          return Reflect.get(state, key)
        }
      })
      rule.evaluate(watched, asked(day, profile, province), { verdicts: [], shared: new Map() })
      const named: ReadonlyArray<PropertyKey> = ["id", ...rule.reads]
      if (read.size > 1) met()
      expect(
        [...read].filter((key) => !named.includes(key)),
        rule.norm
      ).toEqual([])
    }
  }
)
