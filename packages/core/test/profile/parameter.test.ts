import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { type Entry, type Period, parameter } from "../../src/profile/Parameter.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { agencies } from "../explanation/sample.ts"
import { law } from "../law/Law.ts"

const day = (n: number): CivilDate => addDays("2026-01-01" as CivilDate, n)
const { source } = sampleLayer
const entry = (value: number, from: number, until?: number, region?: string): Entry<Period> => ({
  value,
  source,
  from: day(from),
  until: until === undefined ? undefined : day(until),
  region
})
const asked = (entries: ReadonlyArray<Entry<Period>>, on: CivilDate, region: string | undefined) =>
  parameter(
    { directory: agencies, profile: { ...textOnly, parameters: { "opinion.within": entries } } },
    "opinion.within",
    on,
    region
  )?.value

describe("what a profile fixes", () => {
  law(
    "of the entries in force on a day the one that took force last counts",
    30,
    {
      spans: fc.array(fc.tuple(fc.nat(50), fc.option(fc.nat(50), { nil: undefined })), { minLength: 1, maxLength: 5 }),
      on: fc.nat(100)
    },
    ({ on, spans }, met) => {
      const entries = spans.map(([from, length], i) => entry(i, from, length === undefined ? undefined : from + length))
      const inForce = entries.filter((e) => e.from <= day(on) && (e.until === undefined || day(on) <= e.until))
      if (inForce.length > 0) met()
      const latest = inForce
        .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : Number(a.value) - Number(b.value)))
        .at(-1)
      expect(asked(entries, day(on), "440100")).toBe(latest?.value)
    }
  )

  test("an entry for a region holds there and below, and nowhere else; where the region is not known it does not hold", () => {
    const city = [entry(5, 0, undefined, "440100")]
    expect(["440100", "440106", "440000", "440300", undefined].map((region) => asked(city, day(1), region))).toEqual([
      5,
      5,
      undefined,
      undefined,
      undefined
    ])
  })

  test("another reading of one question leaves the profile itself and every other question as they were", () => {
    const other = reading(textOnly, "A10a", "veto")
    expect([other.readings.A10a, textOnly.readings.A10a]).toEqual(["veto", "reference"])
    expect({ ...other.readings, A10a: "reference" }).toEqual(textOnly.readings)
  })

  test("the text alone fixes nothing and says so", () => {
    expect([textOnly.parameters, textOnly.localNorms, textOnly.layers]).toEqual([{}, [], []])
  })

  test("the sample says in both languages that it is one", () => {
    expect(source.status).toBe("sample")
    expect([source.title.zh, sampleLayer.title.zh].every((text) => text.includes("示例"))).toBe(true)
    expect([source.title.en, sampleLayer.title.en].every((text) => /sample/iu.test(text))).toBe(true)
  })
})
