import type { CivilDate } from "@banfa/core/civil"
import {
  compose,
  type Entry,
  type Layer,
  type Parameters,
  type Profile,
  type Source,
  textOnly
} from "@banfa/core/profile"
import * as Result from "effect/Result"
import fc from "fast-check"

const source: Source = {
  title: { zh: "随机示例规定（非现行规定）", en: "Random sample rules (not in force)" },
  status: "sample"
}

/** A period of calendar days, or of working days. */
export const somePeriod: fc.Arbitrary<number | { readonly workdays: number }> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 120 }) },
  { weight: 1, arbitrary: fc.record({ workdays: fc.integer({ min: 1, max: 40 }) }) }
)

const dated: fc.Arbitrary<Pick<Entry, "from" | "until" | "region">> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ from: "2005-02-04" as CivilDate }) },
  {
    weight: 2,
    arbitrary: fc.record({
      from: fc.constantFrom("2005-02-04", "2026-03-20", "2026-08-01", "2027-01-01").map((d) => d as CivilDate),
      until: fc.constantFrom(undefined, "2026-12-31", "2027-06-30").map((d) => d as CivilDate | undefined),
      region: fc.constantFrom(undefined, "440000", "440100", "440106")
    })
  }
)

/** One or two entries of a parameter with random values, or none. */
export const someEntries = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<ReadonlyArray<Entry<A>> | undefined> =>
  fc.option(
    fc.array(
      fc.record({ value, dates: dated }).map(({ dates, value }) => ({ value, source, ...dates })),
      { minLength: 1, maxLength: 2 }
    ),
    { nil: undefined, freq: 3 }
  )

type Values = { readonly [P in keyof Parameters]?: fc.Arbitrary<ReadonlyArray<Entry<Parameters[P]>> | undefined> }
type Options = { readonly [R in keyof Profile["readings"]]?: ReadonlyArray<string> }

const present = <P extends object>(parameters: P): P =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as P

const layer = (values: Values): fc.Arbitrary<Layer> =>
  fc
    .record(values as { readonly [id: string]: fc.Arbitrary<unknown> })
    .map(
      (parameters) =>
        ({ id: "random", version: "1", title: source.title, source, parameters: present(parameters) }) as Layer
    )

const chosen = (options: Options): fc.Arbitrary<Layer> =>
  fc
    .record(
      Object.fromEntries(Object.entries(options).map(([id, all]) => [id, fc.constantFrom(...(all as Array<string>))])),
      { requiredKeys: [] }
    )
    .map((readings) => ({ id: "readings", version: "1", title: source.title, source, readings }) as Layer)

/** Profiles with random values and the readings at their defaults, and profiles with random readings as well. */
export const profilesOf = (
  values: Values,
  options: Options
): { readonly plain: fc.Arbitrary<Profile>; readonly any: fc.Arbitrary<Profile> } => {
  const composed = (...layers: ReadonlyArray<Layer>): Profile => Result.getOrThrow(compose(textOnly, ...layers))
  const plain = fc.oneof(
    fc.constant(textOnly),
    layer(values).map((l) => composed(l))
  )
  return {
    plain,
    any: fc.oneof(
      plain,
      fc.tuple(layer(values), chosen(options)).map((layers) => composed(...layers))
    )
  }
}
