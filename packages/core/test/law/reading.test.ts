import { dayOf, histories, profiles, readingOptions } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { advise, duties, type Event, subject } from "../../src/project/index.ts"
import { readings } from "../../src/regulation/readings.ts"
import { asked, drawn, full, lineOf, onDay, readingsBearing, says } from "./Law.ts"

type Id = keyof typeof readingOptions

/** The readings that no option of this library can tell apart, and why. */
const inert: { readonly [R in Id]?: string } = {
  A12a: "plus-N is what a profile sets as quarterlyReport.dueRule; no number of days can be read into the text",
  A26: "by when an interface is owed is asked of the resource; of a project only those are told that end with it",
  A32c: "whoever judges the need, to hold no assessment is no breach, and no demand for one is a fact of a project"
}

/** The acts on which advice is asked. */
const advisedOn: ReadonlyArray<string> = [
  "Approved",
  "Rejected",
  "OpinionGiven",
  "AcceptancePassed",
  "AssessmentStarted"
]

/** Everything that a host is told about a case: verdicts, bearers, and what is advised on its last act. */
const told = (events: ReadonlyArray<Event>, n: number, profile: Profile): string => {
  const day = dayOf(events, n)
  const p = onDay(events, day)
  const ctx = asked(day, profile)
  const acts = events.filter((e) => advisedOn.includes(e._tag))
  const act = acts[n % Math.max(1, acts.length)]
  const advice =
    act === undefined
      ? undefined
      : advise(
          onDay(
            events.filter((e) => e !== act),
            act.on
          ),
          act,
          asked(act.on, profile)
        )
  const owed = duties(p, ctx).duties.map((d) => d.bearers.map((b) => b.agency))
  return JSON.stringify([says(p, day, profile).map(lineOf), owed, advice?.outcome])
}

const cases = fc.sample(fc.tuple(histories, fc.nat(20_000), profiles), { numRuns: drawn(4000), seed: 9 })

/** The first case that two options of a reading tell apart. */
const witness = (id: Id, option: string): number =>
  cases.findIndex(([{ events }, n, profile]) => {
    const by = (o: string): string => told(events, n, reading(profile, id, o as Profile["readings"][Id]))
    return by(option) !== by(readings[id].default)
  })

describe("the readings of the norms about projects", () => {
  test("every question on which one of these norms depends is asked here", () => {
    // Whether a township has an authority (A04) is asked of its plans and of who coordinates it: a project does not tell of townships.
    const bearing = readingsBearing(subject.rules).filter((id) => id !== "A04")
    expect(Object.keys(readingOptions).toSorted()).toEqual(bearing)
    for (const id of Object.keys(readingOptions) as Array<Id>) {
      expect([...readingOptions[id]], id).toEqual([...readings[id].options])
      expect(textOnly.readings[id]).toBe(readingOptions[id][0])
    }
  })

  for (const id of Object.keys(readingOptions) as Array<Id>) {
    for (const option of readingOptions[id].slice(1)) {
      const reason = inert[id]
      if (reason !== undefined)
        test(`${id}=${option} changes nothing: ${reason}`, () => expect(witness(id, option)).toBe(-1))
      // a few draws need not meet it; the scenarios show each option
      else if (full)
        test(`${id}=${option} tells some history otherwise`, () =>
          expect(witness(id, option)).toBeGreaterThanOrEqual(0))
    }
  }
})
