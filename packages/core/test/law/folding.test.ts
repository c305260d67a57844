import { chronological, dayOf, days, histories, profiles, projectId } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays } from "../../src/civil/CivilDate.ts"
import { caseAt, duties, type Event, type Project } from "../../src/project/index.ts"
import { asked, folded, law, lineOf, now, onDay, says } from "./Law.ts"

/** The same facts in an order that a list of numbers draws. */
const shuffled = (events: ReadonlyArray<Event>, lots: ReadonlyArray<number>): ReadonlyArray<Event> => {
  const out = [...events]
  for (let i = out.length; --i > 0; ) {
    const j = (lots[i % lots.length] ?? 0) % (i + 1)
    const [a, b] = [out[i] as Event, out[j] as Event]
    out[i] = b
    out[j] = a
  }
  return out
}
const lots = fc.array(fc.nat(1000), { minLength: 7, maxLength: 20 })

law("the order in which facts are read does not matter", 90, { history: histories, lots }, ({ history, lots }, met) => {
  const other = shuffled(history.events, lots)
  if (other.some((e, i) => e !== history.events[i])) met()
  expect(folded(other)).toEqual(folded(history.events))
})

law("a fact told twice is told once", 100, { history: histories, lots }, ({ history: { events }, lots }, met) => {
  met()
  expect(folded([...events, ...shuffled(events, lots)])).toEqual(folded(events))
})

law(
  "the same facts give the same bytes, in whatever order they are read",
  90,
  { history: histories, lots, n: days, profile: profiles },
  ({ history: { events }, lots, n, profile }, met) => {
    const day = dayOf(events, n)
    const bytes = (list: ReadonlyArray<Event>): string => {
      const p = onDay(list, day)
      return JSON.stringify([says(p, day, profile), duties(p, asked(day, profile))])
    }
    const once = bytes(events)
    if (once.includes('"norm"')) met()
    expect(bytes(shuffled(structuredClone(events) as Array<Event>, lots))).toBe(once)
  }
)

law(
  "a case that went through JSON is judged the same",
  80,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const before = says(p, day, profile).map(lineOf)
    if (before.length > 0) met()
    expect(says(JSON.parse(JSON.stringify(p)) as Project, day, profile).map(lineOf)).toEqual(before)
  }
)

law(
  "what was known then stays as it was known",
  20,
  { history: histories, n: days, late: fc.nat(500) },
  ({ history: { events }, late, n }, met) => {
    const day = dayOf(events, n)
    const known = `${addDays((events[0] as Event).on, late)}T12:00:00Z`
    const then = events.filter((e) => e.recordedAt <= known)
    if (then.length > 1 && then.length < events.length) met()
    expect(caseAt(projectId, then, day, now)).toEqual(caseAt(projectId, events, day, known))
  }
)

law(
  "a verdict sees no later fact",
  30,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const until = chronological(events).filter(
      (e, i) => e.on <= day || i === 0 || e._tag === "TakenOver" || e._tag === "Drafted"
    )
    const found = says(onDay(events, day), day, profile)
    if (until.length < events.length && found.length > 0) met()
    for (const v of found) {
      for (const act of [v.trigger, v.act, ...(v.intervals ?? []).map((i) => i.act)]) {
        if (act !== undefined) expect(act.on <= day, `${lineOf(v)} on ${day}`).toBe(true)
      }
    }
  }
)
