import fc from "fast-check"
import type { Area } from "./agencies.ts"

/** How a plan was submitted for review, and what became of it. Every field has a plainest value, and counterexamples shrink to it. */
export interface Round {
  /** The grounds that it states. @article 6 */
  readonly grounds: "both" | "one" | "none"
  /** The plans that it says to rest on. @article 8 */
  readonly plans: "provincial" | "city" | "both" | "none"
  /** The departments that it says to have drafted it, and whether they signed. */
  readonly coDrafters: "signed" | "named" | "none"
  /** How the review ended. */
  readonly result: "passed" | "returned" | "open"
  /** Who reviewed: who has to, the authority of another area, or nobody with an office. */
  readonly reviewer: "own" | "other-area" | "stranger"
}

/** How a plan was sent for filing, and what became of it. @article 7 */
export interface Sending {
  /** To whom it was sent. */
  readonly to: "province" | "city"
  /** How many days it was on its way; whether that is not stated, or it never arrived. */
  readonly arrived: number | "unstated" | "never"
  /** The plans that it says to rest on. */
  readonly plans: "provincial" | "none"
  /** What the authority did. */
  readonly answer: "registered" | "incomplete" | "merits" | "open"
}

/** The course of one version of a plan, as it would be told in a few words; `lawful` writes its facts out. */
export interface Course {
  /** Whose plan it is. */
  readonly kind: "provincial" | "local" | "departmental"
  /** The area of a local plan. */
  readonly area: Exclude<Area, "province">
  /** Whether a local plan is of a township alone. */
  readonly township: boolean
  /** Who leads the drafting: who has to, or another organ. */
  readonly lead: "own" | "other"
  /** Days from the first day of all samples. */
  readonly start: number
  /** By how much the days between acts are multiplied. */
  readonly pace: number
  /** How the record was opened. */
  readonly taken: "opened" | "taken-over" | "both"
  /** From which day after the start each slice of a record that was taken over is complete, by its place in the list of slices. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** The submissions for review. */
  readonly rounds: ReadonlyArray<Round>
  /** Whether it was reported for approval, and whether that came before the last review. */
  readonly report: "after" | "before" | "none"
  /** What the government said; it may say no before it says yes. */
  readonly answer: "approved" | "refused-then-approved" | "refused" | "open"
  /** Whose government answered. */
  readonly approver: "own" | "other-area"
  /** Whether it was put into force, and whether before the approval or the filing. */
  readonly implemented: "after" | "before" | "none"
  /** The sendings for filing. */
  readonly sendings: ReadonlyArray<Sending>
  /** Whether the organ filed it again after a change. */
  readonly refiled: boolean
  /** How it ended. */
  readonly end: "open" | "superseded" | "repealed" | "withdrawn"
  /** Whether somebody judged it. */
  readonly judged: boolean
}

const round: fc.Arbitrary<Round> = fc.record({
  grounds: fc.constantFrom<Round["grounds"]>("both", "both", "both", "one", "none"),
  plans: fc.constantFrom<Round["plans"]>("provincial", "both", "city", "none"),
  coDrafters: fc.constantFrom<Round["coDrafters"]>("signed", "named", "none"),
  result: fc.constantFrom<Round["result"]>("passed", "passed", "returned", "open"),
  reviewer: fc.constantFrom<Round["reviewer"]>("own", "own", "own", "other-area", "stranger")
})

const sending: fc.Arbitrary<Sending> = fc.record({
  to: fc.constantFrom<Sending["to"]>("province", "province", "city"),
  arrived: fc.oneof(fc.nat(20), fc.constantFrom<Sending["arrived"]>("unstated", "never")),
  plans: fc.constantFrom<Sending["plans"]>("provincial", "provincial", "none"),
  answer: fc.constantFrom<Sending["answer"]>("registered", "open", "incomplete", "merits")
})

/** Up to three, and seldom none. */
const some = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 6, arbitrary: fc.array(value, { minLength: 1, maxLength: 3 }) }
  )

/**
 * Courses of versions of plans from drafting to their end: up to three submissions for review, the report for approval before or after it,
 * approvals of the right and the wrong government, up to three sendings for filing. Most start in 2026, some around the day on which the
 * Measures took force, some before any provincial plan was in force. Shrinks towards a provincial plan in drafting.
 */
export const courses: fc.Arbitrary<Course> = fc.record({
  kind: fc.constantFrom<Course["kind"]>("provincial", "local", "departmental"),
  area: fc.constantFrom<Course["area"]>("city", "county", "plain"),
  township: fc.constantFrom(false, false, false, false, true),
  lead: fc.constantFrom<Course["lead"]>("own", "own", "own", "own", "other"),
  start: fc.oneof(
    { weight: 8, arbitrary: fc.nat(420) },
    { weight: 1, arbitrary: fc.integer({ min: -7720, max: -7600 }) },
    { weight: 1, arbitrary: fc.integer({ min: -300, max: -150 }) }
  ),
  pace: fc.integer({ min: 1, max: 15 }),
  taken: fc.constantFrom<Course["taken"]>("opened", "opened", "opened", "taken-over", "both"),
  coverage: fc.array(fc.option(fc.integer({ min: -30, max: 300 }), { nil: undefined, freq: 3 }), {
    minLength: 6,
    maxLength: 6
  }),
  rounds: some(round),
  report: fc.constantFrom<Course["report"]>("after", "after", "before", "none"),
  answer: fc.constantFrom<Course["answer"]>("approved", "approved", "refused-then-approved", "refused", "open"),
  approver: fc.constantFrom<Course["approver"]>("own", "own", "own", "other-area"),
  implemented: fc.constantFrom<Course["implemented"]>("after", "after", "before", "none"),
  sendings: some(sending),
  refiled: fc.boolean(),
  end: fc.constantFrom<Course["end"]>("open", "open", "superseded", "repealed", "withdrawn"),
  judged: fc.boolean()
})
