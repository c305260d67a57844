import type { Event } from "@banfa/core/resource"
import fc from "fast-check"
import { readable } from "../record/Upset.ts"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"
import { type Upset, upsetBy, upsets } from "./Upset.ts"

export { dayOf, days } from "../record/Upset.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export interface History {
  /** How the resource went. */
  readonly course: Course
  /** What went wrong with the record of it. */
  readonly upsets: ReadonlyArray<Upset>
  /** The facts, as they are then. */
  readonly events: ReadonlyArray<Event>
}

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = courses.map((course) =>
  readable({ course, upsets: [], events: lawful(course) }, "resource")
)

/** Whole histories of a resource with up to eight things gone wrong; the opening of the record comes with every one of them. */
export const histories: fc.Arbitrary<History> = fc
  .record({ course: courses, upsets: fc.array(upsets, { maxLength: 8, size: "max" }) })
  .map((history) => readable({ ...history, events: upsetBy(lawful(history.course), history.upsets) }, "resource"))
