import fc from "fast-check"
import { type ExAnte, exAntes } from "./Assessing.ts"
import type { Level } from "./agencies.ts"
import { type Completed, completed } from "./Completed.ts"

/** How a round of establishment goes. Every field has a plainest value, and counterexamples shrink to it. */
export interface Round {
  /** How the plan or scheme was submitted, and whether anew. */
  readonly scheme: "plain" | "early" | "none" | "newer" | "material"
  /** What the scheme says that it reaches, and on which network: one side, both on another network, neither, or nothing. */
  readonly planned: "across" | "off-platform" | "within" | "unsaid"
  /** The ex-ante assessments of the round. */
  readonly exAnte: ReadonlyArray<ExAnte>
  /** Whether the decision considers the results of the assessments before it. */
  readonly considers: boolean
  /** Whether missing materials were asked for. */
  readonly materials: boolean
  /** How often the opinion was asked for. */
  readonly request: "once" | "twice" | "none"
  /** What the opinion concluded. */
  readonly reply:
    | "support"
    | "support-with-conditions"
    | "not-support"
    | "evasive"
    | "evasive-then-support"
    | "revised"
    | "none"
  /** How the round ended. */
  readonly end: "approved" | "rejected" | "withdrawn" | "returned" | "open"
  /** What the approval rests on: a plan item, a recorded deviation, or an item of the local plan. */
  readonly basis: "item" | "deviation" | "local"
}

/** How the report on one quarter goes. */
export type Reporting =
  | "in-time"
  | "nil"
  | "late"
  | "none"
  | "without-copy"
  | "copy-only"
  | "to-informatization"
  | "by-organ"
  | "to-another-level"
  | "corrected"

/** The key list of a project: quarters after the approval in which it comes on and goes off, and whether a timetable is issued for it. */
export interface Listing {
  /** Quarters from that of the approval to the listing. */
  readonly on: number
  /** Quarters from the listing to the removal; `undefined`: it stays listed. */
  readonly off: number | undefined
  /** The period after the quarter that a timetable issued for it gives. */
  readonly timetable: number | { readonly workdays: number } | undefined
}

/** What comes after an approval. */
export interface Works {
  /** Whether construction was started. */
  readonly started: boolean
  /** The quarter after the approval in which it was suspended, and for how many days; `undefined`: without end. */
  readonly pause: { readonly quarter: number; readonly days: number | undefined } | undefined
  /** A new round after a material change. */
  readonly change: Round | undefined
  /** What came after completion, if it came to that. */
  readonly completed: Completed | undefined
  /** How the investment ended. */
  readonly end: "settled" | "cancelled" | "open"
  /** How each quarter was reported, from that of the approval on. */
  readonly reports: ReadonlyArray<Reporting>
  /** Its time on the key list. */
  readonly listing: Listing | undefined
  /** Whether the investment was filed. */
  readonly filed: boolean
  /** How each annual budget was copied. */
  readonly budgets: ReadonlyArray<"copied" | "late" | "not-copied" | "self-raised">
  /** Whether the priority of art. 9 was judged. */
  readonly judged: boolean
}

/** The course of a project, as it would be told in a few words; `lawful` writes its facts out. */
export interface Course {
  /** The level at which it is examined. */
  readonly level: Level
  /** Days from the first day of all samples. */
  readonly start: number
  /** By how much the days between acts are multiplied. */
  readonly pace: number
  /** How the record was opened. */
  readonly taken: "opened" | "taken-over" | "both"
  /** From which day after the start each slice of a record that was taken over is complete, by its place in the list of slices. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** Whether instances are named against the order of time, as hosts' numbers may be. */
  readonly backwards: boolean
  /** Who builds it. */
  readonly builder: "company" | "organ"
  /** The rounds of establishment. */
  readonly rounds: ReadonlyArray<Round>
  /** What follows an approval. */
  readonly works: Works | undefined
}

const round = (end: fc.Arbitrary<Round["end"]>): fc.Arbitrary<Round> =>
  fc.record({
    scheme: fc.constantFrom<Round["scheme"]>("plain", "early", "none", "newer", "material"),
    planned: fc.constantFrom<Round["planned"]>("across", "across", "off-platform", "within", "unsaid"),
    exAnte: exAntes,
    considers: fc.boolean(),
    materials: fc.boolean(),
    request: fc.constantFrom<Round["request"]>("once", "once", "twice", "none"),
    reply: fc.constantFrom<Round["reply"]>(
      "support",
      "support-with-conditions",
      "not-support",
      "revised",
      "evasive",
      "evasive-then-support",
      "none"
    ),
    end,
    basis: fc.constantFrom<Round["basis"]>("item", "deviation", "local")
  })

const unsuccessful = round(fc.constantFrom<Round["end"]>("withdrawn", "returned", "rejected"))
const last = round(fc.constantFrom<Round["end"]>("approved", "approved", "approved", "approved", "rejected", "open"))

const reporting = fc.constantFrom<Reporting>(
  "in-time",
  "nil",
  "late",
  "none",
  "without-copy",
  "copy-only",
  "to-informatization",
  "by-organ",
  "to-another-level",
  "corrected"
)
const sometimes = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 })

const listing: fc.Arbitrary<Listing> = fc.record({
  on: fc.nat(3),
  off: sometimes(fc.integer({ min: 1, max: 3 })),
  timetable: sometimes(
    fc.oneof(fc.integer({ min: 1, max: 40 }), fc.record({ workdays: fc.integer({ min: 1, max: 20 }) }))
  )
})

const works: fc.Arbitrary<Works> = fc.record({
  started: fc.boolean(),
  pause: sometimes(fc.record({ quarter: fc.nat(3), days: sometimes(fc.integer({ min: 1, max: 200 })) })),
  change: fc.option(round(fc.constantFrom<Round["end"]>("approved", "rejected", "open")), { nil: undefined, freq: 3 }),
  completed: fc.option(completed, { nil: undefined, freq: 3 }),
  end: fc.constantFrom<Works["end"]>("open", "open", "settled", "cancelled"),
  reports: fc.array(reporting, { maxLength: 7 }),
  listing: sometimes(listing),
  filed: fc.boolean(),
  budgets: fc.array(fc.constantFrom<Works["budgets"][number]>("copied", "late", "not-copied", "self-raised"), {
    maxLength: 4
  }),
  judged: fc.boolean()
})

/**
 * Courses of projects from the first application to retirement: one to three rounds with their ex-ante assessments, the works, seven
 * quarters, the key list, four budgets, the completed project with its acceptance, its operation and the assessments of both.
 * Most start in 2026, some in the winter in which the Measures took force. Shrinks towards one approved round and nothing after it.
 */
export const courses: fc.Arbitrary<Course> = fc.record({
  level: fc.constantFrom<Level>("city", "city", "county", "province"),
  start: fc.oneof(
    { weight: 9, arbitrary: fc.nat(150) },
    { weight: 1, arbitrary: fc.integer({ min: -7780, max: -7600 }) }
  ),
  pace: fc.integer({ min: 1, max: 12 }),
  taken: fc.constantFrom<Course["taken"]>("opened", "opened", "opened", "taken-over", "both"),
  coverage: fc.array(fc.option(fc.integer({ min: -30, max: 300 }), { nil: undefined, freq: 3 }), {
    minLength: 15,
    maxLength: 15
  }),
  backwards: fc.boolean(),
  builder: fc.constantFrom<Course["builder"]>("company", "organ"),
  rounds: fc.tuple(fc.array(unsuccessful, { maxLength: 2 }), last).map(([before, end]) => [...before, end]),
  works: fc.option(works, { nil: undefined, freq: 6 })
})
