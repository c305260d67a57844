import type { CivilDate } from "@banfa/core/civil"
import { compose, type Entry, type Layer, type Profile, type Source, textOnly } from "@banfa/core/profile"
import * as Result from "effect/Result"
import fc from "fast-check"

type Readings = Profile["readings"]

/** Every option of every open question on which the norms about plans depend; the first is the one that the analysis recommends. */
export const readingOptions = {
  A04: ["nearest", "none"],
  A06: ["record", "joint"],
  A07a: ["notify", "registered", "approve"],
  A07b: ["no", "profile"],
  A08a: ["map", "urban"],
  A08b: ["province", "both"]
} as const satisfies { readonly [R in keyof Readings]?: ReadonlyArray<Readings[R]> }

const source: Source = {
  title: { zh: "随机示例规定（非现行规定）", en: "Random sample rules (not in force)" },
  status: "sample"
}
const period = fc.oneof(fc.nat(60), fc.record({ workdays: fc.nat(25) }))
const entries: fc.Arbitrary<ReadonlyArray<Entry<number | { readonly workdays: number }>>> = fc.array(
  fc.record({ value: period, from: fc.constantFrom("2005-02-04", "2026-05-20") }).map(({ from, value }) => ({
    value,
    source,
    from: from as CivilDate
  })),
  { minLength: 1, maxLength: 2 }
)

const valueLayers: fc.Arbitrary<Layer> = fc
  .record({ "planReview.within": entries, "filing.within": entries }, { requiredKeys: [] })
  .map((parameters) => ({ id: "random", version: "1", title: source.title, source, parameters }))

const readingLayers: fc.Arbitrary<Layer> = (
  fc.record(
    Object.fromEntries(Object.entries(readingOptions).map(([id, options]) => [id, fc.constantFrom(...options)])),
    { requiredKeys: [] }
  ) as fc.Arbitrary<NonNullable<Layer["readings"]>>
).map((readings) => ({ id: "readings", version: "1", title: source.title, source, readings }))

const composed = (...layers: ReadonlyArray<Layer>): Profile => Result.getOrThrow(compose(textOnly, ...layers))

/** Profiles that leave every reading at its default: the text alone, or random values. */
export const defaultProfiles: fc.Arbitrary<Profile> = fc.oneof(
  fc.constant(textOnly),
  valueLayers.map((layer) => composed(layer))
)

/** Any profile: the text alone, or random values with random readings. */
export const profiles: fc.Arbitrary<Profile> = fc.oneof(
  defaultProfiles,
  fc.tuple(valueLayers, readingLayers).map((layers) => composed(...layers))
)
