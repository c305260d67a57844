import {
  anybody,
  dayOf,
  days,
  floods,
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
import * as words from "../../src/supervision/explain.ts"
import {
  advise,
  caseAt,
  duties,
  type Event,
  evolve,
  fold,
  type InspectionCase,
  position,
  quietUntil,
  subject,
  uninspected,
  verdicts
} from "../../src/supervision/index.ts"
import { row, standing } from "../../src/supervision/Lifecycle.ts"
import { commencement } from "../../src/verdict/Rule.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { asked, sample } from "../supervision/story.ts"
import { commonLaws } from "./commonLaws.ts"
import { drawn, full, law, lineOf, now } from "./Law.ts"

const opening = ["region", "organs", "opened", "begun", "period", "ground", "coverage"]

commonLaws<InspectionCase, Event, undefined>({
  arts: "art. 35",
  subject,
  stages: () => standing.stages,
  histories,
  floods,
  profiles,
  id: () => inspectionId,
  directory: sample,
  fills: (e) => (subject.opens(e) ? opening : e._tag === "Judged" ? ["judgements"] : ["steps"]),
  words,
  askedEarly: () => false,
  floors: { enteredAfter: 0, stillOwed: 0, lateness: 0, inForce: 0, putRight: 0, duties: 0 }
})

const end = "2198-01-01" as CivilDate
const onDay = (events: ReadonlyArray<Event>, day: CivilDate): InspectionCase => caseAt(inspectionId, events, day, now)
const all = (x: InspectionCase, day: CivilDate, profile: Profile): ReadonlyArray<Verdict> =>
  verdicts(x, asked(day, profile)).verdicts
/** What the norm about inspecting says: whether the Measures reach the case at all is another question. */
const says = (x: InspectionCase, day: CivilDate, profile: Profile): ReadonlyArray<Verdict> =>
  all(x, day, profile).filter(({ norm }) => norm === "N35.2")
const said = (x: InspectionCase, day: CivilDate, profile: Profile): ReadonlyArray<string> =>
  says(x, day, profile).map(lineOf)

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

/** The regions above one: the city of a district, the province of either. */
const higher = (region = "440000"): ReadonlyArray<string> =>
  ["440000", `${region.slice(0, 4)}00`].filter((above, i, all) => above !== region && all.indexOf(above) === i)

law(
  "whoever may start, find, close or withdraw holds the supervision office for the region on the day; one of a higher region is told so (art. 35)",
  20,
  { history: histories, n: fc.nat(40), by: fc.constantFrom(...anybody), profile: profiles },
  ({ by, history: { events }, n, profile }, met) => {
    const given = before(events, n, gated)
    if (given === undefined) return
    const { x } = given
    const act = { ...given.act, by } as Event
    const { outcome } = advise(x, act, asked(act.on, profile))
    const holds = x.region !== undefined && sample.holds(by, "supervision.any", x.region, act.on) === true
    const above = higher(x.region).some((region) => sample.holds(by, "supervision.any", region, act.on) === true)
    if (above) expect(outcome).not.toBe("Allowed")
    if (!holds && !above) {
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
    if (given === undefined || given.x.organs.length === 0 || given.act.on < commencement) return
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
  "an inspection that the inspected organ closed is recorded, closes nothing where it is no supervision department, and is written down against it (art. 35)",
  8,
  { history: plainHistories, profile: profiles },
  ({ history: { course, events }, profile }, met) => {
    const last = events.findLast((e) => e._tag !== "Judged" && !subject.opens(e))
    if (course.closer !== "inspected" || last === undefined || !ending(last)) return
    met()
    const x = fold(inspectionId, events)
    const ctx = asked(last.on, profile)
    const supervises = subject.competence(x, last, ctx)._tag !== "NotCompetent"
    expect(["closed", "withdrawn"].includes(position(x, ctx))).toBe(supervises)
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
    if (day < commencement) return
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
  "no organ is named as not inspected before 2005-02-04 (arts 35, 36)",
  50,
  { history: histories, back: fc.integer({ min: 1, max: 900 }), profile: profiles },
  ({ back, history: { events }, profile }, met) => {
    const x = fold(inspectionId, events)
    if (says(x, end, profile).length > 0) met()
    const day = addDays("2005-02-04" as CivilDate, -back)
    expect(uninspected([x], { agencies: [{ id: "info", region: "440100" }] }, asked(day, profile)).items).toEqual([])
  }
)

law(
  "to whatever an inspection misses two answers lead to different conclusions (art. 35)",
  40,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const x = onDay(events, day)
    for (const v of says(x, day, profile)) {
      if (v.missing === undefined) continue
      met()
      const { answers, decides } = words.inquire(x, v, asked(day, profile)) ?? expect.fail(lineOf(v))
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
  const cases = fc.sample(fc.tuple(histories, days), { numRuns: drawn(1000), seed: 7 })
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
    if (full) expect(differs.length).toBeGreaterThan(0)
    for (const [{ events }] of differs) expect(events.some((e) => e.on >= "2026-09-01")).toBe(true)
  })
})
