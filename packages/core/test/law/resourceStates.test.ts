import {
  courses,
  dayOf,
  days,
  defaultProfiles,
  type History,
  histories,
  lawful,
  lawfulHistories,
  opens,
  profiles,
  provinces,
  resourceId,
  upsetBy,
  upsets
} from "@banfa/testing/resource"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { caseAt, type Event, type Verdict } from "../../src/resource/index.ts"
import { commencement } from "../../src/verdict/Rule.ts"
import { law, lineOf, named, nameOf, now } from "./Law.ts"
import { folded, onDay, says } from "./resourceLaw.ts"

const storage: ReadonlyArray<string> = ["N27.1", "N27.2", "N27.3"]
const stored = (all: ReadonlyArray<Verdict>): ReadonlyArray<string> =>
  all.filter((v) => storage.includes(v.norm) && v.instance.startsWith("storage/")).map(lineOf)
/** The days on which a verdict says that it was not as provided before. */
const past = (v: Verdict | undefined): ReadonlyArray<readonly [string, string]> =>
  (v?.intervals ?? []).map(({ from, until }) => [from, until] as const)

const consentOn = (on: CivilDate, by: string): Event => ({
  _tag: "StorageConsentGiven",
  id: "new-consent",
  resource: resourceId,
  consent: "C9",
  on,
  recordedAt: `${on}T01:00:00Z`,
  by,
  until: null
})

law(
  "consent given on a day changes no verdict of a day before it (art. 27)",
  25,
  { history: histories, n: days, back: fc.integer({ min: 1, max: 60 }), profile: defaultProfiles, province: provinces },
  ({ back, history: { events }, n, profile, province }, met) => {
    const given = dayOf(events, n)
    const day = addDays(given, -back)
    const by = given < "2026-09-01" ? "p-info" : "p-info-2"
    const before = says(onDay(events, day), day, profile, province)
    if (before.some((v) => v.norm === "N27.3")) met()
    const after = onDay([...events, consentOn(given, by)], day)
    expect(says(after, day, profile, province).map(lineOf)).toEqual(before.map(lineOf))
  }
)

law(
  "late consent cures the future only: what was uncovered before it stays on record (art. 27)",
  4,
  { history: histories, n: days, profile: defaultProfiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    const by = day < "2026-09-01" ? "p-info" : "p-info-2"
    const eve = addDays(day, -1)
    const before = named(says(onDay(events, eve), eve, profile, province))
    for (const v of says(onDay(events, day), day, profile, province)) {
      if (v.norm !== "N27.3" || v.status !== "Breached" || before.get(nameOf(v))?.status !== "Breached") continue
      const cured = named(says(onDay([...events, consentOn(day, by)], day), day, profile, province)).get(nameOf(v))
      met()
      expect(cured?.status, lineOf(v)).toBe("Fulfilled")
      expect(past(cured).at(-1)?.[1], lineOf(v)).toBe(day)
      expect(past(cured).slice(0, -1), lineOf(v)).toEqual(past(v))
    }
  }
)

law(
  "a consent of anybody but the provincial authority is none (art. 27)",
  25,
  {
    history: histories,
    n: days,
    profile: defaultProfiles,
    by: fc.constantFrom("info", "centre", "health", "stranger")
  },
  ({ by, history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const before = stored(says(onDay(events, day), day, profile))
    if (before.length > 0) met()
    const after = says(onDay([...events, consentOn(day, by)], day), day, profile)
    if (onDay(events, day).exceptions.length > 0) expect(stored(after)).toEqual(before)
    for (const v of after)
      if (v.norm.startsWith("N27.") && v.status === "Fulfilled") expect(v.act?.ref).not.toBe("new-consent")
  }
)

law(
  "what stays on record of an interval is what was said on each of its days (arts 22, 26, 27)",
  12,
  { history: histories, n: days, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    // Corrections tell another past; each day is asked of the record as it then stood.
    const plain = events.filter((e) => e._tag !== "Retracted" && e.corrects === undefined)
    const day = dayOf(plain, n)
    const free = { ...profile, readings: { ...profile.readings, A27b: "prior-provincial" as const } }
    for (const v of says(onDay(plain, day), day, free, province)) {
      for (const { from, status, until } of v.intervals ?? []) {
        const then = (on: CivilDate): string | undefined =>
          named(says(onDay(plain, on), on, free, province)).get(nameOf(v))?.status
        met()
        const told = `${lineOf(v)} on ${day}: ${status} from ${from} until ${until}`
        expect(then(from), told).toBe(status)
        expect(then(addDays(until, -1)), told).toBe(status)
        expect(then(until), told).not.toBe(status)
        if (from > commencement) expect(then(addDays(from, -1)), told).not.toBe(status)
      }
    }
  }
)

law(
  "a breach of a state that is over stays on record (arts 22, 26, 27)",
  10,
  {
    history: histories,
    n: days,
    wait: fc.integer({ min: 1, max: 200 }),
    profile: defaultProfiles,
    province: provinces
  },
  ({ history: { events }, n, profile, province, wait }, met) => {
    const plain = events.filter((e) => e._tag !== "Retracted" && e.corrects === undefined)
    const day = dayOf(plain, n)
    const later = addDays(day, wait)
    const then = named(says(onDay(plain, later), later, profile, province))
    for (const v of says(onDay(plain, day), day, profile, province)) {
      if (v.status !== "Breached" || v.norm === "N28.1" || v.instance.startsWith("sharing/") || v.due !== undefined)
        continue
      const w = then.get(nameOf(v))
      met()
      const told = `${lineOf(v)} on ${day}, on ${later}: ${w === undefined ? "nothing" : lineOf(w)}`
      // The name of a storage verdict stays; its breach either goes on or is among the intervals.
      expect(w?.status === "Breached" || past(w).some(([from, until]) => from <= day && until > day), told).toBe(true)
    }
  }
)

law(
  "storage, exception and sharing change nothing in the other tracks: rules read the tracks, never the position (art. 22 to 28)",
  60,
  { history: histories, n: days, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    const r = onDay(events, day)
    const before = says(r, day, profile, province).map(lineOf)
    if (before.length > 0) met()
    expect(says({ ...r, moves: [] }, day, profile, province).map(lineOf)).toEqual(before)
  }
)

law(
  "the interface hangs on the catalogue, not on where the data are kept (art. 26)",
  40,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const exchange = (list: ReadonlyArray<Event>): ReadonlyArray<string> =>
      says(onDay(list, day), day, profile)
        .filter((v) => v.norm === "N26.1")
        .map(lineOf)
    const all = exchange(events)
    if (all.length > 0) met()
    const placed = events.filter((e) => !e._tag.startsWith("Stor") && !e._tag.startsWith("Moved"))
    expect(exchange(placed)).toEqual(all)
  }
)

law(
  "no verdict of art. 28 is a breach, and none of art. 22 third sentence can be more than late (arts 22, 28)",
  40,
  { history: histories, n: days, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    for (const v of says(onDay(events, day), day, profile, province)) {
      if (v.norm !== "N28.1" && v.norm !== "N22.3") continue
      met()
      expect(["Breached", "Overdue"], lineOf(v)).not.toContain(v.status)
    }
  }
)

law(
  "a refusal blames nobody, whatever its reason (art. 28)",
  2,
  { history: histories, n: days, profile: defaultProfiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    const r = onDay(events, day)
    for (const v of says(r, day, profile, province)) {
      const s = r.sharings.find(({ instance }) => instance === v.instance)
      if (v.norm !== "N28.1" || s?.decision === undefined || s.decision === null || s.decision === "n/a") continue
      if (s.decision.granted) continue
      met()
      expect(["Discretionary", "Undetermined"], lineOf(v)).toContain(v.status)
      expect(v.note, lineOf(v)).toBeUndefined()
    }
  }
)

const early = courses.map((course) => ({ ...course, start: course.start < 0 ? course.start : -7610 - course.start }))

law(
  "nothing is owed on a resource before 2005-02-04, and nothing done before it is a finding (art. 36)",
  60,
  { course: early, list: fc.array(upsets, { maxLength: 5 }), n: days, profile: profiles },
  ({ course, list, n, profile }, met) => {
    const events = upsetBy(lawful(course), list)
    for (const day of [dayOf(events, n), addDays(commencement, n % 400), addDays(commencement, -1 - (n % 60))]) {
      const found = says(onDay(events, day), day, profile)
      if (day < commencement) expect(found).toEqual([])
      if (found.length > 0) met()
      for (const v of found) {
        if (v.trigger !== undefined) expect(v.trigger.on >= commencement, lineOf(v)).toBe(true)
        for (const { from } of v.intervals ?? []) expect(from >= commencement, lineOf(v)).toBe(true)
      }
    }
  }
)

law(
  "the Measures alone set no day for a resource (arts 22 to 28)",
  90,
  { history: histories, n: days, province: provinces },
  ({ history: { events }, n, province }, met) => {
    const day = dayOf(events, n)
    for (const v of says(onDay(events, day), day, textOnly, province)) {
      met()
      expect([v.due, v.entry, v.limit], lineOf(v)).toEqual([undefined, undefined, undefined])
      expect(["Overdue", "FulfilledLate", "Pending"], lineOf(v)).not.toContain(v.status)
    }
  }
)

law(
  "a resource elsewhere and its organs change nothing: what another case records is not of this one",
  80,
  { history: lawfulHistories, n: days, profile: profiles },
  ({ history: { events }, n, profile }: { history: History; n: number; profile: typeof textOnly }, met) => {
    const day = dayOf(events, n)
    const before = says(onDay(events, day), day, profile).map(lineOf)
    if (before.length > 0) met()
    // Another region on the record moves no office: the provincial authority, the data centre and the organ are those they were.
    const moved = events.map((e) => (opens(e) ? { ...e, region: "440106" } : e)) as ReadonlyArray<Event>
    const dated = Object.values(profile.parameters).some((list) => list?.some(({ region }) => region !== undefined))
    if (!dated) expect(says(onDay(moved, day), day, profile).map(lineOf)).toEqual(before)
  }
)

law(
  "a fact entered late, or corrected, keeps the day on which it was done: to correct the entry never makes it earlier",
  20,
  { history: histories, n: fc.nat(200), profile: profiles, wait: fc.integer({ min: 1, max: 40 }) },
  ({ history: { events }, n, profile, wait }, met) => {
    const acts = events.filter((e) => !opens(e) && e._tag !== "Retracted" && e.corrects === undefined)
    const e = acts[n % Math.max(1, acts.length)]
    if (e === undefined) return
    const day = addDays(e.on, wait)
    const right = { ...e, id: "right", corrects: e.id, recordedAt: `${addDays(day, 1)}T01:00:00Z` } as Event
    const before = says(caseAt(resourceId, events, day, now), day, profile)
    const after = named(says(caseAt(resourceId, [...events, right], day, now), day, profile))
    const clean = events.every((x) => x === e || (x.corrects !== e.id && (x._tag !== "Retracted" || x.of !== e.id)))
    if (!clean) return
    for (const v of before) {
      if (!["Overdue", "FulfilledLate", "Breached"].includes(v.status)) continue
      met()
      expect(after.get(nameOf(v))?.status, lineOf(v)).toBe(v.status)
    }
  }
)

law(
  "under A27b=any a consent covers the past and may be the city's; under the plain reading neither (art. 27)",
  4,
  { history: lawfulHistories, n: days },
  ({ history: { events }, n }: { history: History; n: number }, met) => {
    const day = dayOf(events, n)
    const given = consentOn(day, "info")
    const r = folded([...events.filter((e) => !("consent" in e) && e.on <= day), given])
    for (const v of says(r, day, textOnly)) {
      if (v.norm !== "N27.3" || v.status !== "Breached") continue
      met()
      const any = named(says(r, day, reading(textOnly, "A27b", "any"))).get(nameOf(v))
      expect([any?.status, any?.intervals], lineOf(v)).toEqual(["Fulfilled", undefined])
    }
  }
)

law(
  "since when catalogue and agreement are in force is the same, whether a host says so or is asked about each day (art. 24)",
  30,
  { history: histories, n: days, profile: defaultProfiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const day = dayOf(events, n)
    const r = onDay(events, day)
    const read = (dated: boolean): ReadonlyArray<string> =>
      says(r, day, profile, { ...province, dated })
        .filter((v) => v.norm === "N24.1")
        .map(lineOf)
    if (read(true).length > 0) met()
    expect(read(true)).toEqual(read(false))
  },
  0.2
)
