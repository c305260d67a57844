import {
  anybody,
  dayOf,
  days,
  histories,
  inspectionId,
  plainHistories,
  profiles,
  readingOptions,
  regionOf
} from "@banfa/testing/supervision"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { caseOf, dutyList, inspectCases } from "../../src/duty/index.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { norms } from "../../src/regulation/norms.ts"
import { explain, inquire, prose, vocabulary } from "../../src/supervision/explain.ts"
import {
  advise,
  caseAt,
  duties,
  type Event,
  evolve,
  fold,
  type InspectionCase,
  quietUntil,
  subject,
  uninspected,
  verdicts
} from "../../src/supervision/index.ts"
import { row } from "../../src/supervision/Lifecycle.ts"
import { compare } from "../../src/verdict/compare.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { asked, sample } from "../supervision/story.ts"
import { law, lineOf, nameOf, now } from "./Law.ts"

const end = "2198-01-01" as CivilDate
const onDay = (events: ReadonlyArray<Event>, day: CivilDate): InspectionCase => caseAt(inspectionId, events, day, now)
const all = (x: InspectionCase, day: CivilDate, profile: Profile): ReadonlyArray<Verdict> =>
  verdicts(x, asked(day, profile)).verdicts
/** What the norm about inspecting says: whether the Measures reach the case at all is another question. */
const says = (x: InspectionCase, day: CivilDate, profile: Profile): ReadonlyArray<Verdict> =>
  all(x, day, profile).filter(({ norm }) => norm === "N35.2")
const said = (x: InspectionCase, day: CivilDate, profile: Profile): ReadonlyArray<string> =>
  says(x, day, profile).map(lineOf)

const lots = fc.array(fc.nat(1000), { minLength: 7, maxLength: 20 })
const shuffled = (events: ReadonlyArray<Event>, by: ReadonlyArray<number>): ReadonlyArray<Event> =>
  events
    .map((e, i) => ({ e, at: (by[i % by.length] ?? 0) * 31 + ((i * 7) % 13) }))
    .sort((a, b) => a.at - b.at)
    .map(({ e }) => e)

const gated = ({ _tag }: Event): boolean => row(_tag).guards?.["N35.2"] !== undefined
const ending = ({ _tag }: Event): boolean => row(_tag).to === "closed" || row(_tag).to === "withdrawn"
/** The case before an act, and the act; nothing where the history has no such act. */
const before = (
  events: ReadonlyArray<Event>,
  n: number,
  which: (e: Event) => boolean
): { readonly act: Event; readonly x: InspectionCase } | undefined => {
  const acts = events.filter((e) => e._tag !== "Retracted" && which(e))
  const act = acts[n % Math.max(1, acts.length)]
  if (act === undefined) return undefined
  return {
    act,
    x: onDay(
      events.filter((e) => e.id !== act.id && e.corrects !== act.id),
      act.on
    )
  }
}

law(
  "the order in which facts about an inspection are read does not matter, and a fact told twice is told once (art. 35)",
  40,
  { history: histories, lots },
  ({ history: { events }, lots }, met) => {
    const other = shuffled(events, lots)
    if (other.some((e, i) => e !== events[i])) met()
    const [a, b] = [fold(inspectionId, other), fold(inspectionId, events)]
    expect(a).toEqual(b)
    expect(said(a, end, textOnly)).toEqual(said(b, end, textOnly))
    expect(fold(inspectionId, [...events, ...other])).toEqual(b)
    expect(events.reduce(evolve, fold(inspectionId, []))).toEqual(b)
  }
)

law(
  "slices of an inspection that a fact does not touch stay the same objects (art. 35)",
  60,
  { history: histories, n: fc.nat(40) },
  ({ history: { events }, n }, met) => {
    const act = events[n % events.length]
    if (act === undefined) return
    const rest = fold(
      inspectionId,
      events.filter((e) => e !== act)
    )
    const after = evolve(rest, act)
    const touched = (Object.keys(after) as Array<keyof InspectionCase>).filter((k) => after[k] !== rest[k])
    if (touched.length > 0) met()
    const opening = ["region", "organs", "opened", "begun", "period", "ground", "coverage"]
    const allowed = subject.opens(act) ? opening : act._tag === "Judged" ? ["judgements"] : ["steps", "position"]
    expect(touched.filter((k) => !allowed.includes(k))).toEqual([])
  }
)

law(
  "the rule about inspections reads no part of a case that it did not name (art. 35)",
  60,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const read = new Set<PropertyKey>()
    const watched = new Proxy(onDay(events, day), {
      get: (state, key) => {
        read.add(key)
        return Reflect.get(state, key)
      }
    })
    const rule = subject.rules.find(({ norm }) => norm === "N35.2")
    rule?.evaluate(watched, asked(day, profile), { verdicts: [], shared: new Map() })
    if (read.size > 1) met()
    const reads: ReadonlyArray<PropertyKey> = ["id", ...(rule?.reads ?? [])]
    expect([...read].filter((key) => !reads.includes(key))).toEqual([])
  }
)

law(
  "advice on an inspection tells exactly what recording the act would change (art. 35)",
  35,
  { history: histories, n: fc.nat(40), profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const given = before(events, n, () => true)
    if (given === undefined) return
    const { act, x } = given
    const full = compare(all(x, act.on, profile), all(evolve(x, act), act.on, profile))
    met(full.length)
    const shown = (list: typeof full) =>
      list.map((c) => [c.before, c.after].map((v) => v && lineOf(v)).join(" > ")).sort()
    expect(shown(advise(x, act, asked(act.on, profile)).changes)).toEqual(shown(full))
  }
)

law(
  "whoever may start, find, close or withdraw holds the supervision office for exactly the region on the day (art. 35)",
  20,
  { history: histories, n: fc.nat(40), by: fc.constantFrom(...anybody), profile: profiles },
  ({ by, history: { events }, n, profile }, met) => {
    const given = before(events, n, gated)
    if (given === undefined) return
    const { x } = given
    const act = { ...given.act, by } as Event
    const { outcome } = advise(x, act, asked(act.on, profile))
    const holds = x.region !== undefined && sample.holds(by, "supervision.any", x.region, act.on) === true
    if (!holds) {
      met()
      expect(["Denied", "Undetermined", "OutOfOrder"], by).toContain(outcome)
      if (sample.name(by) !== undefined && x.region !== undefined) expect(outcome).toBe("Denied")
    }
  }
)

law(
  "no inspected organ ever closes or withdraws the inspection of itself, whatever office it holds (art. 35)",
  30,
  { history: histories, n: fc.nat(40), which: fc.nat(3), profile: profiles },
  ({ history: { events }, n, profile, which }, met) => {
    const given = before(events, n, ending)
    if (given === undefined || given.x.organs.length === 0) return
    const { x } = given
    const organ = x.organs[which % x.organs.length] as string
    const act = { ...given.act, by: sample.successorOn(organ, given.act.on) } as Event
    met()
    expect(advise(x, act, asked(act.on, profile)).outcome).toBe("Denied")
    const v = says(evolve(x, act), end, profile).find(({ instance }) => instance === `act/${act.id}`)
    expect([v?.note, v?.gate]).toEqual(["self-closed", "unmet"])
  }
)

law(
  "an inspection that the inspected organ closed is recorded, stands closed, and is written down against it (art. 35)",
  8,
  { history: plainHistories, profile: profiles },
  ({ history: { course, events }, profile }, met) => {
    const last = events.findLast((e) => e._tag !== "Judged" && !subject.opens(e))
    if (course.closer !== "inspected" || last === undefined || !ending(last)) return
    met()
    const x = fold(inspectionId, events)
    expect(["closed", "withdrawn"]).toContain(x.position)
    const { items } = inspectCases([caseOf(subject, x)], { bearer: last.by }, asked(end, profile))
    expect(items.map(({ verdicts: [v] }) => v?.note)).toContain("self-closed")
    for (const { severity } of items) expect(severity).not.toBe("late")
  }
)

law(
  "an inspection as it ought to be told leaves nothing to remark on and every act of it is allowed (art. 35)",
  25,
  { history: plainHistories, n: fc.nat(40) },
  ({ history: { course, events }, n }, met) => {
    if (course.closer === "inspected" || course.taken === "taken-over") return
    const selfInspecting = course.organs.some((organ) => organ.endsWith("supervisor"))
    const given = before(events, n, gated)
    if (given === undefined || (selfInspecting && ending(given.act))) return
    met()
    const { act, x } = given
    const until = events.filter((e) => (e.seq ?? 0) < (act.seq ?? 0) && e._tag !== "Judged")
    expect(advise(fold(inspectionId, until), act, asked(act.on)).outcome).toBe("Allowed")
    if (!selfInspecting) expect(says(x, end, textOnly).map(({ instance }) => instance)).toEqual([""])
  }
)

law(
  "no lapse of days changes what is said of an inspection, nobody is ever late and nothing is owed (art. 35)",
  60,
  { history: histories, n: days, wait: fc.nat(20_000), profile: profiles },
  ({ history: { events }, n, profile, wait }, met) => {
    const day = dayOf(events, n)
    const x = onDay(events, day)
    const now = says(x, day, profile)
    if (now.length > 0) met()
    for (const v of now) expect(["Fulfilled", "Breached", "Undetermined"], lineOf(v)).toContain(v.status)
    expect(said(x, addDays(day, wait), profile)).toEqual(now.map(lineOf))
    expect(quietUntil(x, asked(day, profile))).toBeUndefined()
    expect(duties(x, asked(day, profile)).duties).toEqual([])
    expect(dutyList([caseOf(subject, x)], {}, asked(day, profile)).rows).toEqual([])
  }
)

law(
  "only a person's judgement makes the norm fulfilled or breached (art. 35)",
  20,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const x = onDay(events, day)
    for (const v of says(x, day, profile)) {
      if (v.status === "Undetermined") continue
      met()
      expect(v.act?.kind).toBe("Judged")
    }
    for (const v of says({ ...x, judgements: [] }, day, profile)) expect(v.status, lineOf(v)).toBe("Undetermined")
  }
)

law(
  "a verdict about an inspection sees no later fact, and what was known then stays as it was known (art. 35)",
  40,
  { history: histories, n: days, late: fc.nat(500), profile: profiles },
  ({ history: { events }, late, n, profile }, met) => {
    const day = dayOf(events, n)
    const found = says(onDay(events, day), day, profile)
    if (found.length > 0 && events.some((e) => e.on > day)) met()
    for (const v of found) {
      if (v.act !== undefined && !["InspectionOpened", "InspectionTakenOver"].includes(v.act.kind ?? ""))
        expect(v.act.on <= day, lineOf(v)).toBe(true)
    }
    const known = `${addDays((events[0] as Event).on, late)}T12:00:00Z`
    const then = events.filter((e) => e.recordedAt <= known)
    expect(caseAt(inspectionId, then, day, now)).toEqual(caseAt(inspectionId, events, day, known))
  }
)

law(
  "nothing is said of an inspection before 2005-02-04 (art. 36)",
  50,
  { history: histories, back: fc.integer({ min: 1, max: 900 }), profile: profiles },
  ({ back, history: { events }, profile }, met) => {
    const x = fold(inspectionId, events)
    if (says(x, end, profile).length > 0) met()
    const day = addDays("2005-02-04" as CivilDate, -back)
    expect(all(x, day, profile)).toEqual([])
    expect(uninspected([x], { agencies: [{ id: "info", region: "440100" }] }, asked(day, profile)).items).toEqual([])
  }
)

law(
  "every fact that an inspection misses has answers, each once, and two of them lead to different conclusions (art. 35)",
  40,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const x = onDay(events, day)
    const ctx = asked(day, profile)
    const found = says(x, day, profile)
    expect(new Set(found.map(nameOf)).size).toBe(found.length)
    for (const v of found) {
      expect(v.missing !== undefined, lineOf(v)).toBe(v.status === "Undetermined")
      const text = prose(explain(x, v, ctx))
      for (const words of [text.zh, text.en]) expect(words, lineOf(v)).not.toMatch(/undefined|null|\[object/u)
      if (v.missing === undefined) continue
      met()
      const inquiry = inquire(x, v, ctx)
      if (inquiry === undefined) return expect.fail(`nothing is supposed of ${lineOf(v)}`)
      const { answers, decides, fact } = inquiry
      expect(fact, lineOf(v)).toBe(vocabulary.missing[v.missing])
      expect(new Set(answers.map((a) => a.answer.zh)).size).toBe(answers.length)
      expect(decides, [lineOf(v), ...answers.map((a) => `${a.answer.en} -> ${a.conclusion.en}`)].join("\n")).toBe(true)
    }
  },
  0.5
)

const populations = fc.uniqueArray(fc.constantFrom(...anybody), { minLength: 1, maxLength: 8 })

law(
  "an organ is named as not inspected only under a document, never as in breach or late, and one more inspection adds none to them (art. 35)",
  20,
  { history: histories, n: days, later: fc.nat(800), profile: profiles, agencies: populations },
  ({ agencies, history: { events }, later, n, profile }, met) => {
    const day = addDays(dayOf(events, n), later)
    const x = onDay(events, day)
    const population = { agencies: agencies.map((id) => ({ id, region: "440100" })) }
    const { items } = uninspected([x], population, asked(day, profile))
    if (profile.parameters["inspection.cycle"] === undefined) expect(items).toEqual([])
    for (const { severity, case: organ, verdicts: found } of items) {
      met()
      expect(severity).toBe("remark")
      expect(["stranger", "unheard-of"]).not.toContain(organ)
      expect(sample.successorOn(organ, day)).toBe(organ)
      for (const v of found) {
        expect([v.norm, v.status]).toEqual(["N35.2", "Undetermined"])
        expect(v.entry).toBeDefined()
        if (v.limit !== undefined) expect(v.limit < day).toBe(true)
      }
    }
    // one more inspection never adds an organ to the list
    const named = items.map((item) => item.case)
    const without = uninspected([], population, asked(day, profile)).items.map((item) => item.case)
    expect(without).toEqual(expect.arrayContaining(named))
    expect(named.length).toBeLessThanOrEqual(without.length)
  }
)

law(
  "an inspection of other organs changes nothing of whether an organ was inspected, and the order of inspections changes nothing (art. 35)",
  30,
  { one: histories, two: histories, n: days, profile: profiles },
  ({ n, one, profile, two }, met) => {
    const day = dayOf(one.events, n)
    const [x, y] = [onDay(one.events, day), onDay(two.events, day)]
    const organs = new Set([...x.organs, ...y.organs].map((organ) => sample.successorOn(organ, day)))
    const population = { agencies: [...organs].map((id) => ({ id, region: regionOf("city") })) }
    const list = (cases: ReadonlyArray<InspectionCase>) => uninspected(cases, population, asked(day, profile)).items
    expect(list([x, y])).toEqual(list([y, x]))
    const of = (organ: string, cases: ReadonlyArray<InspectionCase>) => list(cases).filter((i) => i.case === organ)
    const theirs = new Set(y.organs.map((organ) => sample.successorOn(organ, day)))
    for (const organ of organs) {
      if (theirs.has(organ)) continue
      met()
      expect(of(organ, [x, y])).toEqual(of(organ, [x]))
    }
  }
)

law(
  "correcting an act never changes what was said as of an earlier entry (art. 35)",
  40,
  { history: plainHistories, n: fc.nat(40), by: fc.constantFrom(...anybody), profile: profiles },
  ({ by, history: { events }, n, profile }, met) => {
    const acts = events.filter((e) => !subject.opens(e))
    const act = acts[n % Math.max(1, acts.length)]
    if (act === undefined) return
    met()
    const fixed = { ...act, id: "right", corrects: act.id, by, recordedAt: "2190-01-01T00:00:00Z" } as Event
    const then = caseAt(inspectionId, [...events, fixed], end, "2189-12-31T23:59:59Z")
    expect(then).toEqual(onDay(events, end))
    expect(said(then, end, profile)).toEqual(said(onDay(events, end), end, profile))
    const alone = { ...fixed, corrects: undefined } as unknown as Event
    expect(onDay([...events, fixed], end)).toEqual(onDay([...events.filter((e) => e !== act), alone], end))
  }
)

describe("the readings of the norm about inspections (art. 35)", () => {
  const cases = fc.sample(fc.tuple(histories, days), { numRuns: 1000, seed: 7 })
  test("every question on which it depends is asked here", () => {
    expect(Object.keys(readingOptions)).toEqual([...norms["N35.2"].readings])
  })
  test("A35=fixed tells some history otherwise, and none before the first succession of a department (art. 35)", () => {
    const fixed = reading(textOnly, "A35", "fixed")
    const differs = cases.filter(([{ events }, n]) => {
      const day = dayOf(events, n)
      const x = onDay(events, day)
      return String(said(x, day, fixed)) !== String(said(x, day, textOnly))
    })
    expect(differs.length).toBeGreaterThan(0)
    for (const [{ events }] of differs) expect(events.some((e) => e.on >= "2026-09-01")).toBe(true)
  })
})
