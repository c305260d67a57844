import type { Event } from "@banfa/core/project"
import fc from "fast-check"
import { readable } from "../record/Upset.ts"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"
import { type Upset, upsetBy, upsets } from "./Upset.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export interface History {
  /** How the project went. */
  readonly course: Course
  /** What went wrong with the record of it. */
  readonly upsets: ReadonlyArray<Upset>
  /** The facts, as they are then. */
  readonly events: ReadonlyArray<Event>
}

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = courses.map((course) =>
  readable({ course, upsets: [], events: lawful(course) }, "project")
)

/**
 * Whole histories of a project with up to ten things gone wrong: the material of the law tests. The opening of the record comes with every
 * one of them. Shrinks to few upsets of a plain course.
 */
export const histories: fc.Arbitrary<History> = fc
  .record({ course: courses, upsets: fc.array(upsets, { maxLength: 10, size: "max" }) })
  .map((history) => readable({ ...history, events: upsetBy(lawful(history.course), history.upsets) }, "project"))
