import { dayOf, histories, profiles, provinces, readingOptions } from "@banfa/testing/resource"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { norms } from "../../src/regulation/norms.ts"
import { readings } from "../../src/regulation/readings.ts"
import { advise, duties, type Event, subject } from "../../src/resource/index.ts"
import { register } from "../../src/resource/register.ts"
import { drawn, full, lineOf } from "./Law.ts"
import { asked, onDay, says } from "./resourceLaw.ts"

type Id = keyof typeof readingOptions

/** The readings that no option of this library can tell apart, and why. */
const inert: { readonly [R in Id]?: string } = {
  A27a: "a closed list of special circumstances is one that nobody wrote; no circumstance can be read into the text"
}

/** The acts on which advice is asked. */
const advisedOn: ReadonlyArray<string> = ["StorageConsentGiven", "SharingGranted", "StoredAtDepartment"]

/** Everything that a host is told about a case: verdicts, bearers, and what is advised on its last act. */
const told = (
  events: ReadonlyArray<Event>,
  n: number,
  profile: Profile,
  province: Parameters<typeof asked>[2]
): string => {
  const day = dayOf(events, n)
  const r = onDay(events, day)
  const acts = events.filter((e) => advisedOn.includes(e._tag))
  const act = acts[n % Math.max(1, acts.length)]
  const others = events.filter((e) => e !== act)
  const advice = act && advise(onDay(others, act.on), act, asked(act.on, profile, province))
  const owed = duties(r, asked(day, profile, province)).duties.map((d) => d.bearers.map((b) => b.agency))
  return JSON.stringify([says(r, day, profile, province).map((v) => [lineOf(v), v.intervals]), owed, advice?.outcome])
}

const cases = fc.sample(fc.tuple(histories, fc.nat(20_000), profiles, provinces), { numRuns: drawn(800), seed: 9 })

/** The first case that two options of a reading tell apart; of these only those whose verdicts are of norms on which it is said to bear. */
const witness = (id: Id, option: string): number =>
  cases.findIndex(([{ events }, n, profile, province]) => {
    const by = (o: string): string => told(events, n, reading(profile, id, o as Profile["readings"][Id]), province)
    return by(option) !== by(readings[id].default)
  })

describe("the readings of arts 22 to 24 and 26 to 28", () => {
  test("every question on which a norm about a resource depends is asked here", () => {
    const bearing = Object.keys(register).flatMap(
      (id): ReadonlyArray<string> => norms[id as keyof typeof register].readings
    )
    expect(Object.keys(readingOptions).toSorted()).toEqual([...new Set(bearing)].toSorted())
    for (const id of Object.keys(readingOptions) as Array<Id>) {
      expect([...readingOptions[id]], id).toEqual([...readings[id].options])
      expect(textOnly.readings[id]).toBe(readingOptions[id][0])
    }
  })

  test("a reading changes the verdicts of no norm that the data do not name with it", () => {
    for (const id of Object.keys(readingOptions) as Array<Id>) {
      for (const [{ events }, n, profile, province] of cases.slice(0, 150)) {
        const day = dayOf(events, n)
        const r = onDay(events, day)
        const lines = (option: string): ReadonlyMap<string, ReadonlyArray<string>> => {
          const all = says(r, day, reading(profile, id, option as Profile["readings"][Id]), province)
          return new Map(
            subject.rules.map(({ norm }) => [
              norm,
              all.filter((v) => v.norm === norm).map((v) => `${lineOf(v)} ${JSON.stringify(v.intervals)}`)
            ])
          )
        }
        const [first, second] = [lines(readingOptions[id][0]), lines(readingOptions[id][1])]
        for (const [norm, said] of first) {
          const named: ReadonlyArray<string> = norms[norm as keyof typeof norms].readings
          if (!named.includes(id)) expect(second.get(norm), `${norm} under ${id}`).toEqual(said)
        }
      }
    }
  })

  for (const id of Object.keys(readingOptions) as Array<Id>) {
    for (const option of readingOptions[id].slice(1)) {
      const reason = inert[id]
      if (reason !== undefined)
        test(`${id}=${option} changes nothing: ${reason}`, () => expect(witness(id, option)).toBe(-1))
      // a few draws need not meet it; the scenarios show each option
      else if (full)
        test(`${id}=${option} tells some history of a resource otherwise`, () =>
          expect(witness(id, option)).toBeGreaterThanOrEqual(0))
    }
  }
})
