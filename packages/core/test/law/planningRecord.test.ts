import { chronological, dayOf, histories, lawfulHistories, planId, profiles } from "@banfa/testing/planning"
import { days } from "@banfa/testing/project"
import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import {
  advise,
  caseAt,
  duties,
  type Event,
  evolve,
  fold,
  lifecycle,
  type PlanVersion,
  quietUntil,
  subject
} from "../../src/planning/index.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import { compare } from "../../src/verdict/compare.ts"
import { open } from "../../src/verdict/Verdict.ts"
import { law, lineOf, nameOf, now } from "./Law.ts"
import { asked, folded, onDay, sample, says } from "./planning.ts"

const lots = fc.array(fc.nat(1000), { minLength: 7, maxLength: 20 })
/** The same facts in an order that a list of numbers draws. */
const shuffled = (events: ReadonlyArray<Event>, drawn: ReadonlyArray<number>): ReadonlyArray<Event> =>
  events
    .map((e, i) => [((drawn[i % drawn.length] ?? 0) * (i + 7)) % 1009, e] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, e]) => e)

test("every kind of fact about plans occurs in the histories that the law is put to", () => {
  const kinds = new Set(fc.sample(histories, { numRuns: 600, seed: 1 }).flatMap((h) => h.events.map((e) => e._tag)))
  expect([...kinds].toSorted()).toEqual(Object.keys(lifecycle).toSorted())
})

law(
  "folding facts about plans commutes, and a fact told twice is told once",
  80,
  { history: histories, lots },
  ({ history: { events }, lots }, met) => {
    const other = shuffled(events, lots)
    if (other.some((e, i) => e !== events[i])) met()
    expect(folded(other)).toEqual(folded(events))
    expect(folded([...events, ...other])).toEqual(folded(events))
    expect(other.reduce(evolve, fold(planId, []))).toEqual(folded(events))
  }
)

law(
  "a fact leaves the slices that it does not touch the same objects",
  80,
  { history: histories, n: fc.nat(60) },
  ({ history: { events }, n }, met) => {
    const e = events[n % events.length] as Event
    const before = folded(events.filter((x) => x !== e))
    const after = evolve(before, e)
    for (const rule of subject.rules) {
      if (rule.reads.some((slice) => before[slice] !== after[slice])) continue
      met()
      for (const key of rule.reads) expect(after[key]).toBe(before[key])
    }
  }
)

law(
  "the same facts about a plan give the same bytes, whatever their order, also through JSON",
  80,
  { history: histories, lots, n: days, profile: profiles },
  ({ history: { events }, lots, n, profile }, met) => {
    const day = dayOf(events, n)
    const bytes = (p: PlanVersion): string =>
      JSON.stringify([says(p, day, profile).map(lineOf), duties(p, asked(day, profile))])
    const once = bytes(onDay(events, day))
    if (once.includes("N")) met()
    expect(bytes(onDay(shuffled(events, lots), day))).toBe(once)
    expect(bytes(JSON.parse(JSON.stringify(onDay(events, day))) as PlanVersion)).toBe(once)
  }
)

law(
  "what was known of a plan then stays as it was known, and no verdict sees a later fact",
  12,
  { history: histories, n: days, late: fc.nat(500), profile: profiles },
  ({ history: { events }, late, n, profile }, met) => {
    const day = dayOf(events, n)
    const known = `${addDays((events[0] as Event).on, late)}T12:00:00Z`
    const then = events.filter((e) => e.recordedAt <= known)
    if (then.length > 1 && then.length < events.length) met()
    expect(caseAt(planId, then, day, now)).toEqual(caseAt(planId, events, day, known))
    for (const v of says(onDay(events, day), day, profile))
      for (const act of [v.trigger, v.act, ...(v.intervals ?? []).map((i) => i.act)])
        if (act !== undefined) expect(act.on <= day, `${lineOf(v)} on ${day}`).toBe(true)
  }
)

const reading = (p: PlanVersion, day: CivilDate, profile: Profile): string =>
  says(p, day, profile).map(lineOf).join("\n")

law(
  "a plan that is left alone reads the same until the day it names, and differently on the day after (arts 6 to 8)",
  4,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const until = quietUntil(p, asked(day, profile))
    const today = reading(p, day, profile)
    if (until === undefined) {
      for (let i = 1; i < 400; i += i < 120 ? 1 : 13) {
        const later = addDays(day, i)
        expect(reading(p, later, profile), `quiet for ever, but not on ${later}`).toBe(today)
      }
      return
    }
    met()
    for (let d = day; d <= until; d = addDays(d, d < addDays(day, 90) ? 1 : 11))
      expect(reading(p, d, profile), `quiet until ${until}, but not on ${d}`).toBe(today)
    expect(reading(p, addDays(until, 1), profile), `quiet until ${until}, and still on the day after`).not.toBe(today)
  }
)

const before = (events: ReadonlyArray<Event>, n: number): { readonly p: PlanVersion; readonly act: Event } => {
  const acts = events.filter((e) => e._tag !== "Retracted")
  const act = acts[n % Math.max(1, acts.length)] as Event
  const others = events.filter((e) => e.id !== act.id && e.corrects !== act.id)
  return { act, p: onDay(others, act.on) }
}

law(
  "advice on an act equals what the verdicts say after it (arts 6 to 8)",
  60,
  { history: histories, n: fc.nat(100), profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const { act, p } = before(events, n)
    const full = compare(says(p, act.on, profile), says(evolve(p, act), act.on, profile))
    const shown = (list: typeof full) =>
      list.map((c) => [c.before, c.after].map((v) => v && lineOf(v)).join(" > ")).toSorted()
    met(full.length)
    expect(shown(advise(p, act, asked(act.on, profile)).changes)).toEqual(shown(full))
  }
)

law(
  "no act on a plan by somebody without a grant is allowed (arts 3, 4, 6 to 8)",
  90,
  { history: histories, n: fc.nat(100), profile: profiles, by: fc.constantFrom("stranger", "unheard-of") },
  ({ by, history: { events }, n, profile }, met) => {
    const { act, p } = before(events, n)
    met()
    const { outcome, reasons } = advise(p, { ...act, by }, asked(act.on, profile))
    expect(["Denied", "Undetermined", "OutOfOrder"]).toContain(outcome)
    expect(reasons.some((r) => r._tag === "Competence" && r.outcome !== "Allowed")).toBe(true)
  }
)

law(
  "a rule about plans reads no part of a case that it did not name",
  90,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    for (const rule of subject.rules) {
      const read = new Set<PropertyKey>()
      const watched = new Proxy(p, {
        get: (state, key) => {
          read.add(key)
          return Reflect.get(state, key)
        }
      })
      rule.evaluate(watched, asked(day, profile), { verdicts: [], shared: new Map() })
      const named: ReadonlyArray<PropertyKey> = ["id", ...rule.reads]
      if (read.size > 1) met()
      expect(
        [...read].filter((key) => !named.includes(key)),
        rule.norm
      ).toEqual([])
    }
  }
)

law(
  "every open duty on a plan has one bearer, who holds the office on the day asked (arts 3, 4, 6 to 8)",
  25,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const all = says(p, day, profile)
    expect(new Set(all.map(nameOf)).size).toBe(all.length)
    const { duties: owed } = duties(p, asked(day, profile))
    expect(owed.map(({ verdict }) => lineOf(verdict))).toEqual(all.filter((v) => open(v.status)).map(lineOf))
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
