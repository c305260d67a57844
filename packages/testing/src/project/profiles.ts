import type { CivilDate } from "@banfa/core/civil"
import { compose, type Entry, type Layer, type Profile, type Source, sampleLayer, textOnly } from "@banfa/core/profile"
import * as Result from "effect/Result"
import fc from "fast-check"

type Readings = Profile["readings"]

/** Every option of every open question on which the norms about projects depend; the first is the one that the analysis recommends. */
export const readingOptions = {
  A06: ["record", "joint"],
  A09: ["explain", "never"],
  A09b: ["chain", "provincial"],
  A10a: ["reference", "veto"],
  A10b: ["pending", "deemed"],
  A10c: ["same-level", "province"],
  A10d: ["enum", "binary"],
  A10e: ["after-asking", "wait"],
  A11a: ["all-sources", "fiscal"],
  A11b: ["same-time", "year-end"],
  A12a: ["param", "plus-N"],
  A12b: ["life", "works"],
  A12c: ["nil", "skip"],
  A12d: ["time-only", "all"],
  A12e: ["named", "organ"],
  A12f: ["approver", "province"],
  A12g: ["with-or-within", "same-day"],
  A18: ["either", "both"],
  A19: ["undetermined", "general"],
  A26: ["open", "now"],
  A29: ["same-level", "province"],
  A30a: ["allowed", "void"],
  A30b: ["flag", "forbid"],
  A30c: ["open-min", "closed"],
  A31a: ["same-day", "same-act", "before-decision"],
  A31b: ["yes", "started", "notice"],
  A31c: ["two-roles", "same"],
  A31d: ["either", "both"],
  A31e: ["counts", "anew"],
  A31f: ["either", "authority"],
  A32a: ["open", "immediate"],
  A32b: ["no-block", "block"],
  A32c: ["authority", "organ"],
  A33: ["none", "annual"],
  A34: ["yes", "no"]
} as const satisfies { readonly [R in keyof Readings]?: ReadonlyArray<Readings[R]> }

const source: Source = {
  title: { zh: "随机示例规定（非现行规定）", en: "Random sample rules (not in force)" },
  status: "sample"
}
const workdays = fc.record({ workdays: fc.nat(25) })
const period = fc.oneof(fc.nat(60), workdays)

const dated: fc.Arbitrary<Pick<Entry, "from" | "until" | "region">> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ from: "2005-02-04" as CivilDate }) },
  {
    weight: 2,
    arbitrary: fc.record({
      from: fc.constantFrom("2005-02-04", "2026-05-20", "2026-08-01", "2027-01-01").map((d) => d as CivilDate),
      until: fc
        .constantFrom(undefined, "2026-12-31", "2027-02-10", "2027-06-30")
        .map((d) => d as CivilDate | undefined),
      region: fc.constantFrom(undefined, "440000", "440100", "440106")
    })
  }
)
const entries = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<ReadonlyArray<Entry<A>> | undefined> =>
  fc.option(
    fc.array(
      fc.record({ value, dates: dated }).map(({ dates, value }) => ({ value, source, ...dates })),
      { minLength: 1, maxLength: 2 }
    ),
    { nil: undefined, freq: 2 }
  )

const byQuarter = fc.constant({
  "2026-Q2": "2026-07-20" as CivilDate,
  "2026-Q3": "2026-10-12" as CivilDate,
  "2027-Q1": "2027-05-30" as CivilDate
})

const readings = fc.record(
  Object.fromEntries(Object.entries(readingOptions).map(([id, options]) => [id, fc.constantFrom(...options)])),
  { requiredKeys: [] }
) as fc.Arbitrary<NonNullable<Layer["readings"]>>

/** Layers with random values for what the Measures leave open, dated, some in working days, some for one region only, and no readings. */
export const valueLayers: fc.Arbitrary<Layer> = fc
  .record({
    "opinionRequest.within": entries(period),
    "opinion.within": entries(period),
    "investmentFiling.within": entries(period),
    "budgetCopy.graceDays": entries(period),
    "quarterlyReport.dueRule": entries(period),
    "quarterlyReport.copyGraceDays": entries(period),
    "keyProject.timetable": entries(fc.oneof(period, byQuarter)),
    "exAnteSubmission.graceDays": entries(period),
    "exAnte.within": entries(period),
    "completionReport.within": entries(period),
    "applicationAssessment.cycle": entries(fc.oneof(fc.integer({ min: 1, max: 500 }), workdays)),
    "assessment.content": entries(fc.subarray(["security", "cost"], { minLength: 1 })),
    "assessment.interests": entries(fc.subarray(["advises", "lends"], { minLength: 1 }))
  })
  .map((parameters) => ({ id: "random", version: "1", title: source.title, source, parameters: present(parameters) }))

const present = <P extends object>(parameters: P): P =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as P

/** Layers that choose among the readings of the norms about projects. */
export const readingLayers: fc.Arbitrary<Layer> = readings.map((chosen) => ({
  id: "readings",
  version: "1",
  title: source.title,
  source,
  readings: chosen
}))

const composed = (...layers: ReadonlyArray<Layer>): Profile => Result.getOrThrow(compose(textOnly, ...layers))

/** Profiles that leave every reading at its default: the text alone, the sample, random values. */
export const defaultProfiles: fc.Arbitrary<Profile> = fc.oneof(
  fc.constant(textOnly),
  fc.constant(composed(sampleLayer)),
  valueLayers.map((layer) => composed(layer))
)

/** Any profile: the text alone, the sample, or random values with random readings. */
export const profiles: fc.Arbitrary<Profile> = fc.oneof(
  defaultProfiles,
  fc.tuple(valueLayers, readingLayers).map((layers) => composed(...layers))
)
