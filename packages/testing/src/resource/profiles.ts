import type { CivilDate } from "@banfa/core/civil"
import { compose, type Entry, type Layer, type Profile, type Source, textOnly } from "@banfa/core/profile"
import * as Result from "effect/Result"
import fc from "fast-check"

type Readings = Profile["readings"]

/** Every option of every open question on which the norms about a resource depend; the first is the one that the analysis recommends. */
export const readingOptions = {
  A18: ["either", "both"],
  A22a: ["ground", "none"],
  A22b: ["exception", "never"],
  A23: ["either", "both"],
  A23b: ["record", "catalogue"],
  A24: ["no", "yes"],
  A26: ["open", "now"],
  A27a: ["reason", "list"],
  A27b: ["prior-provincial", "any"],
  A27c: ["responsibility", "physical"],
  A28a: ["eligibility", "right"],
  A28b: ["open", "exclusive"],
  A28c: ["provincial", "bilateral"]
} as const satisfies { readonly [R in keyof Readings]?: ReadonlyArray<Readings[R]> }

const source: Source = {
  title: { zh: "随机示例规定（非现行规定）", en: "Random sample rules (not in force)" },
  status: "sample"
}

const dated: fc.Arbitrary<Pick<Entry, "from" | "until" | "region">> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ from: "2005-02-04" as CivilDate }) },
  {
    weight: 1,
    arbitrary: fc.record({
      from: fc.constantFrom("2005-02-04", "2026-03-20", "2026-08-01").map((d) => d as CivilDate),
      until: fc.constantFrom(undefined, "2026-12-31").map((d) => d as CivilDate | undefined),
      region: fc.constantFrom(undefined, "440000", "440100", "440106")
    })
  }
)

const periods = fc.option(
  fc.array(
    fc.record({ value: fc.nat(60), dates: dated }).map(({ dates, value }) => ({ value, source, ...dates })),
    { minLength: 1, maxLength: 2 }
  ),
  { nil: undefined, freq: 2 }
)

const present = <P extends object>(parameters: P): P =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as P

/** Layers with random values for what arts 22 to 28 leave open, dated, some for one region only, and no readings. */
export const valueLayers: fc.Arbitrary<Layer> = fc
  .record({
    "publication.within": periods,
    "integration.within": periods,
    "declaration.within": periods,
    "interface.within": periods,
    "storageException.within": periods,
    "sharing.within": periods
  })
  .map((parameters) => ({ id: "random", version: "1", title: source.title, source, parameters: present(parameters) }))

/** Layers that choose among the readings. */
export const readingLayers: fc.Arbitrary<Layer> = (
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
