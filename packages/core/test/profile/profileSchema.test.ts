import { profiles } from "@banfa/testing/province"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { gd2006No10 } from "../../src/layer/gd2006No10.ts"
import { compose, reading, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { parseProfile } from "../../src/profile/ProfileSchema.ts"
import { law } from "../law/Law.ts"

const layered = Result.getOrThrow(compose(textOnly, sampleLayer, gd2006No10({ from: "2026-01-01" as CivilDate })))

const found = (input: unknown) => {
  const read = parseProfile(input)
  if (Result.isSuccess(read)) throw new Error("expected findings")
  for (const { en, zh } of read.failure) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/[a-z]/u)
  }
  return read.failure.map(({ path }) => path)
}
const [local] = layered.localNorms
const entry = { value: 20, source: sampleLayer.source, from: "2026-01-01" }

law(
  "every profile that the layers of a deployment make is read as it is",
  100,
  { profile: profiles },
  ({ profile }, met) => {
    met()
    expect(parseProfile(profile)).toEqual(Result.succeed(profile))
  }
)

describe("a profile of a caller without types", () => {
  test("is read with its local norms, and with a reading that no document chose", () => {
    for (const profile of [textOnly, layered]) expect(Result.getOrThrow(parseProfile(profile))).toBe(profile)
    const undone = reading(layered, "A31b", layered.readings.A31b)
    expect(undone.chosenBy).toHaveProperty("A31b", undefined)
    expect(Result.getOrThrow(parseProfile(undone))).toBe(undone)
  })

  test.each([[undefined], [null], [7], ["text-only"], [[]]])("is refused where it is none: %j", (input) => {
    expect(found(input)).toEqual([""])
  })

  test("is refused with everything that it lacks", () => {
    expect(found({}).toSorted()).toEqual(["id", "layers", "localNorms", "parameters", "readings", "title", "version"])
    const { A10a: _, ...few } = textOnly.readings
    expect(found({ ...textOnly, readings: few })).toEqual(["readings.A10a"])
  })

  test("is refused where a reading, a value or a norm is none that exists, or is misspelt", () => {
    const paths = (more: object) => found({ ...textOnly, ...more })
    expect(paths({ readings: { ...textOnly.readings, A10a: "maybe" } })).toEqual(["readings.A10a"])
    expect(paths({ readings: { ...textOnly.readings, A99: "veto" } })).toEqual(["readings.A99"])
    expect(paths({ parameters: { "opinion.witin": [entry] } })).toEqual(["parameters.opinion.witin"])
    expect(paths({ parameters: { "opinion.within": 20 } })).toEqual(["parameters.opinion.within"])
    expect(paths({ parameters: { "opinion.within": [{ ...entry, value: "20" }] } })).toEqual([
      "parameters.opinion.within.0.value"
    ])
    const { source: _, ...bare } = entry
    expect(paths({ parameters: { "opinion.within": [bare] } })).toEqual(["parameters.opinion.within.0.source"])
    expect(paths({ parameters: { "opinion.within": [{ ...entry, from: "2026-02-30" }] } })).toEqual([
      "parameters.opinion.within.0.from"
    ])
    expect(paths({ parameter: {} })).toEqual(["parameter"])
    expect(paths({ localNorms: [{ ...local, evaluate: "P1" }] })).toEqual(["localNorms.0.evaluate"])
    expect(paths({ localNorms: [{ ...local, id: "N10.1", bearer: ["mayor"] }] })).toEqual([
      "localNorms.0.id",
      "localNorms.0.bearer.0"
    ])
  })
})
