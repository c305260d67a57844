import type { EventOf } from "@banfa/core/organ"
import fc from "fast-check"
import type { At } from "../record/At.ts"

type Track = EventOf<"OrganProgressStated">["track"]
const judgedNorms = ["N3.3", "N4.1", "N13.1", "N13.2", "N13.4", "N20.1", "N20.3", "N20.5"] as const
type JudgedNorm = (typeof judgedNorms)[number]
/** The course of the record of one organ, as it would be told in a few words; `lawful` writes its facts out. */
export interface Course {
  /** Of which level the organ is. */
  readonly level: "city" | "county"
  /** Whether it is any organ, the informatization authority of its level, or that of the province. */
  readonly who: "organ" | "authority" | "provincial"
  /** Days from the first day of all samples. */
  readonly start: number
  /** How the record was opened. */
  readonly taken: "opened" | "taken-over" | "both"
  /** From which day each slice of a record that was taken over is complete, by its place in the list of slices. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** How many systems and resources were counted. */
  readonly holdings: ReadonlyArray<At & { readonly systems: number; readonly resources: number }>
  /** How far each track had come. */
  readonly progress: ReadonlyArray<At & { readonly track: Track; readonly covered: number; readonly total: number }>
  /** Whether there is a portal, and whether the organ hosts it. */
  readonly portals: ReadonlyArray<At & { readonly exists: boolean; readonly own: boolean }>
  /** Its public sites: when closed, and what was stated of their links. */
  readonly sites: ReadonlyArray<
    At & { readonly closed: number | undefined; readonly links: ReadonlyArray<At & { readonly linked: boolean }> }
  >
  /** Information, with the days to its publication. */
  readonly information: ReadonlyArray<At & { readonly published: number | undefined }>
  /** Days on which the channel was opened and closed, in turn. */
  readonly channel: ReadonlyArray<number>
  /** What it coordinated: with a department and signed by one or not, for a township alone or not. */
  readonly coordinated: ReadonlyArray<
    At & {
      readonly together: boolean | undefined
      readonly signed: boolean | undefined
      readonly township: boolean
    }
  >
  /** Its appraisals, with what was said of e-government construction. */
  readonly appraised: ReadonlyArray<
    At & {
      readonly work: "openness" | "administration-by-law"
      readonly item: boolean
      readonly items: ReadonlyArray<string> | undefined
    }
  >
  /** What was judged. */
  readonly judged: ReadonlyArray<At & { readonly norm: JudgedNorm; readonly fulfilled: boolean }>
}

const day = fc.nat(500)
const few = <A>(one: fc.Arbitrary<A>, maxLength = 3): fc.Arbitrary<ReadonlyArray<A>> => fc.array(one, { maxLength })
const maybe = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> => fc.option(value, { nil: undefined, freq: 3 })

/** Courses of records of organs. Shrink towards a record that was only opened. */
export const courses: fc.Arbitrary<Course> = fc.record({
  level: fc.constantFrom<Course["level"]>("city", "city", "county"),
  who: fc.constantFrom<Course["who"]>("organ", "organ", "organ", "authority", "authority", "provincial"),
  start: fc.nat(150),
  taken: fc.constantFrom<Course["taken"]>("opened", "opened", "opened", "taken-over", "both"),
  coverage: fc.array(maybe(fc.integer({ min: -30, max: 300 })), { minLength: 5, maxLength: 5 }),
  holdings: few(fc.record({ day, systems: fc.nat(2), resources: fc.nat(1) }), 2),
  progress: few(
    fc.record({
      day,
      track: fc.constantFrom<Track>("office-automation", "document-transmission", "matters", "approval"),
      covered: fc.nat(10),
      total: fc.constantFrom(10, 10, 20, 0)
    }),
    10
  ),
  portals: few(fc.record({ day, exists: fc.constantFrom(true, true, false), own: fc.boolean() }), 2),
  sites: few(fc.record({ day, closed: maybe(day), links: few(fc.record({ day, linked: fc.boolean() })) }), 2),
  information: few(fc.record({ day, published: maybe(fc.nat(120)) })),
  channel: fc.array(day, { maxLength: 4 }).map((days) => [...new Set(days)].sort((a, b) => a - b)),
  coordinated: few(
    fc.record({
      day,
      together: fc.constantFrom(true, true, false, undefined),
      signed: fc.constantFrom(undefined, true, false),
      township: fc.constantFrom(false, false, true)
    })
  ),
  appraised: few(
    fc.record({
      day,
      work: fc.constantFrom<Course["appraised"][number]["work"]>("openness", "administration-by-law"),
      item: fc.boolean(),
      items: fc.constantFrom<Course["appraised"][number]["items"]>(undefined, ["政务公开", "电子政务"], [])
    }),
    2
  ),
  judged: few(
    fc.record({
      day,
      norm: fc.constantFrom(...judgedNorms),
      fulfilled: fc.boolean()
    })
  )
})
