import fc from "fast-check"
import { type Afterwards, afterwards } from "./Assessing.ts"

/** How the responsible organ reports the completed project. */
export type CompletionReport =
  | "in-time"
  | "after-acceptance"
  | "to-another-level"
  | "on-behalf"
  | "by-builder-alone"
  | "before-completion"
  | "none"

/** A review for which the result of an application assessment is a reference. */
export interface Reviewing {
  /** What the review is for. */
  readonly purpose: "inspection" | "appraisal" | "improvement"
  /** Whether it refers to the results of the assessments before it. */
  readonly considers: boolean
}

/** The operation of a completed project. */
export interface Operating {
  /** Whether it begins after acceptance, or as a trial. */
  readonly from: "accepted" | "trial"
  /** The application assessments. */
  readonly assessments: ReadonlyArray<Afterwards>
  /** The reviews, in their order. */
  readonly reviews: ReadonlyArray<Reviewing>
  /** Whether the system is retired in the end. */
  readonly retired: boolean
  /** What is said then of interfaces for the provincial catalogue. */
  readonly interfaces: "none" | "some" | "unsaid"
}

/** What comes after the works. */
export interface Completed {
  /** How the completed project is reported. */
  readonly report: CompletionReport
  /** The ex-post assessments. */
  readonly exPost: ReadonlyArray<Afterwards>
  /** How acceptance goes. */
  readonly acceptance: "passed" | "failed-then-passed" | "failed" | "none"
  /** What the application for acceptance says of the security norms: kept to, not kept to, an old version, or nothing. */
  readonly security: "pass" | "fail" | "old" | "unsaid"
  /** On which network the finished system stands. */
  readonly network: "unified-platform" | "other" | "unsaid"
  /** Whether decisions on acceptance refer to the results of the assessments before them. */
  readonly considers: boolean
  /** The operation that follows; `undefined` where there is none. */
  readonly operation: Operating | undefined
}

const operating: fc.Arbitrary<Operating> = fc.record({
  from: fc.constantFrom<Operating["from"]>("accepted", "trial"),
  assessments: afterwards(3),
  reviews: fc.array(
    fc.record({
      purpose: fc.constantFrom<Reviewing["purpose"]>("inspection", "appraisal", "improvement"),
      considers: fc.boolean()
    }),
    { maxLength: 3 }
  ),
  retired: fc.boolean(),
  interfaces: fc.constantFrom<Operating["interfaces"]>("none", "some", "unsaid")
})

/** What may come after the works, from the completion report to retirement. */
export const completed: fc.Arbitrary<Completed> = fc.record({
  report: fc.constantFrom<CompletionReport>(
    "in-time",
    "in-time",
    "after-acceptance",
    "to-another-level",
    "on-behalf",
    "by-builder-alone",
    "before-completion",
    "none"
  ),
  exPost: afterwards(2),
  acceptance: fc.constantFrom<Completed["acceptance"]>("passed", "passed", "failed-then-passed", "failed", "none"),
  security: fc.constantFrom<Completed["security"]>("pass", "pass", "fail", "old", "unsaid"),
  network: fc.constantFrom<Completed["network"]>("unified-platform", "unified-platform", "other", "unsaid"),
  considers: fc.boolean(),
  operation: fc.option(operating, { nil: undefined, freq: 4 })
})
