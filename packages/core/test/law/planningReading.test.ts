import { dayOf, histories, profiles, readingOptions } from "@banfa/testing/planning"
import { days } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { advise, duties, type Event, subject } from "../../src/planning/index.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { readings } from "../../src/regulation/readings.ts"
import { drawn, full, lineOf, readingsBearing } from "./Law.ts"
import { asked, onDay, says } from "./planning.ts"

type Id = keyof typeof readingOptions

/** The readings that no option of this library can tell apart, and why. */
const inert: { readonly [R in Id]?: string } = {
  A07b: "what a local document asks of local departments is a local norm of a layer; art. 7 itself binds provincial organs alone",
  A08a: "whoever the planning authority is, the directory names it: the option says whom a deployment should enter there"
}

/** Everything that a host is told about a plan: verdicts, bearers, and what is advised on one of its acts. */
const told = (events: ReadonlyArray<Event>, n: number, profile: Profile): string => {
  const day = dayOf(events, n)
  const p = onDay(events, day)
  const acts = events.filter((e) => e._tag !== "Retracted" && !subject.opens(e))
  const act = acts[n % Math.max(1, acts.length)]
  const others = (e: Event): boolean => e !== act
  const advice = act && advise(onDay(events.filter(others), act.on), act, asked(act.on, profile))
  const owed = duties(p, asked(day, profile)).duties.map((d) => d.bearers.map((b) => b.agency))
  return JSON.stringify([says(p, day, profile).map(lineOf), owed, advice?.outcome])
}

const cases = fc.sample(fc.tuple(histories, days, profiles), { numRuns: drawn(1500), seed: 9 })

/** The first case that two options of a reading tell apart. */
const witness = (id: Id, option: string): number =>
  cases.findIndex(([{ events }, n, profile]) => {
    const by = (o: string): string => told(events, n, reading(profile, id, o as Profile["readings"][Id]))
    return by(option) !== by(readings[id].default)
  })

describe("the readings on which the norms about plans depend (arts 3, 4, 6 to 8)", () => {
  test("every question on which one of these norms depends is asked here", () => {
    expect(Object.keys(readingOptions).toSorted()).toEqual(readingsBearing(subject.rules))
    for (const id of Object.keys(readingOptions) as ReadonlyArray<Id>) {
      expect([...readingOptions[id]], id).toEqual([...readings[id].options])
      expect(textOnly.readings[id]).toBe(readingOptions[id][0])
    }
  })

  for (const id of Object.keys(readingOptions) as ReadonlyArray<Id>) {
    for (const option of readingOptions[id].slice(1)) {
      const reason = inert[id]
      if (reason !== undefined)
        test(`${id}=${option} changes nothing: ${reason}`, () => expect(witness(id, option)).toBe(-1))
      // a few draws need not meet it; the scenarios show each option
      else if (full)
        test(`${id}=${option} tells some plan otherwise`, () => expect(witness(id, option)).toBeGreaterThanOrEqual(0))
    }
  }
})
