import type { EventOf } from "@banfa/core/system"
import fc from "fast-check"
import type { At } from "../record/At.ts"

/** One check of the system. */
export interface Checking extends At, Pick<EventOf<"SystemChecked">, "what" | "result" | "occasion"> {
  /** The versions or plans it was made against, by their place in the samples; `undefined`: not stated. */
  readonly against: ReadonlyArray<string> | undefined
}

/** The course of one application system, as it would be told in a few words; `lawful` writes its facts out. */
export interface Course {
  /** Whose system it is. */
  readonly level: "city" | "county"
  /** Days from the first day of all samples. */
  readonly start: number
  /** How the record was opened. */
  readonly taken: "opened" | "taken-over" | "both"
  /** From which day each slice of a record that was taken over is complete, by its place in the list of slices. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** Whether it was first built before the Measures. */
  readonly old: boolean
  /** Its construction and rebuilds. */
  readonly builds: ReadonlyArray<At>
  /** What it was said to reach. */
  readonly reaches: ReadonlyArray<At & { readonly crossDept: boolean; readonly crossRegion: boolean }>
  /** On which network it was said to stand. */
  readonly networks: ReadonlyArray<At & { readonly network: "unified-platform" | "other"; readonly consent: boolean }>
  /** What was checked. */
  readonly checks: ReadonlyArray<Checking>
  /** Days on which it was put into operation and stopped, in turn. */
  readonly operation: ReadonlyArray<number>
  /** Days on which its data were updated. */
  readonly updates: ReadonlyArray<number>
  /** Cycles that were declared. */
  readonly cycles: ReadonlyArray<At & { readonly cycle: number | null }>
  /** Errors, with the days from confirmation to correction. */
  readonly errors: ReadonlyArray<At & { readonly open: number | undefined }>
  /** Which services were said to be used. */
  readonly uses: ReadonlyArray<
    At & { readonly service: string; readonly used: boolean; readonly own: boolean; readonly reason: boolean }
  >
  /** Days on which it was maintained. */
  readonly maintained: ReadonlyArray<number>
  /** What was judged. */
  readonly judged: ReadonlyArray<At & { readonly norm: "N14.3" | "N16.1"; readonly fulfilled: boolean }>
  /** The day of its end. */
  readonly retired: number | undefined
}

const day = fc.nat(500)
const few = <A>(one: fc.Arbitrary<A>, maxLength = 3): fc.Arbitrary<ReadonlyArray<A>> => fc.array(one, { maxLength })
const maybe = <A>(value: fc.Arbitrary<A>, freq = 3): fc.Arbitrary<A | undefined> =>
  fc.option(value, { nil: undefined, freq })

const versions = ["plan-p", "plan-c", "std-1", "std-2", "sec-1", "sec-2", "other-1"]
const checking: fc.Arbitrary<Checking> = fc
  .record({
    day,
    what: fc.constantFrom<Checking["what"]>(
      "plan",
      "exchange-standards",
      "security-norms",
      "security-norms",
      "accuracy"
    ),
    result: fc.constantFrom<"pass" | "fail">("pass", "pass", "fail"),
    occasion: fc.constantFrom<"assessment" | "inspection" | "test" | "statement">(
      "assessment",
      "inspection",
      "test",
      "statement"
    ),
    all: fc.boolean(),
    some: fc.subarray(versions)
  })
  .map(({ all, some, ...rest }) => ({ ...rest, against: all ? versions : some }))

/** Courses of systems: most of today, some first built before the Measures took force. Shrink towards one that was only recorded. */
export const courses: fc.Arbitrary<Course> = fc.record({
  level: fc.constantFrom<Course["level"]>("city", "city", "county"),
  start: fc.nat(150),
  taken: fc.constantFrom<Course["taken"]>("opened", "opened", "opened", "taken-over", "both"),
  coverage: fc.array(maybe(fc.integer({ min: -30, max: 300 })), { minLength: 4, maxLength: 4 }),
  old: fc.boolean(),
  builds: few(fc.record({ day }), 2),
  reaches: few(fc.record({ day, crossDept: fc.boolean(), crossRegion: fc.boolean() })),
  networks: few(
    fc.record({
      day,
      network: fc.constantFrom<"unified-platform" | "other">("other", "unified-platform"),
      consent: fc.boolean()
    })
  ),
  checks: few(checking, 6),
  operation: fc.array(day, { maxLength: 4 }).map((days) => [...new Set(days)].sort((a, b) => a - b)),
  updates: few(day, 6),
  cycles: few(fc.record({ day, cycle: fc.option(fc.integer({ min: 1, max: 120 }), { freq: 4 }) }), 2),
  errors: few(fc.record({ day, open: maybe(fc.nat(120)) })),
  uses: few(
    fc.record({
      day,
      service: fc.constantFrom("ca", "backup"),
      used: fc.boolean(),
      own: fc.boolean(),
      reason: fc.boolean()
    })
  ),
  maintained: few(day, 2),
  judged: few(
    fc.record({ day, norm: fc.constantFrom<"N14.3" | "N16.1">("N14.3", "N16.1"), fulfilled: fc.boolean() }),
    2
  ),
  retired: maybe(fc.integer({ min: 100, max: 600 }), 3)
})
