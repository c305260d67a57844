import type { Event } from "@banfa/core/project"
import fc from "fast-check"
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

const told = (e: Event): string => {
  const { _tag, id, on, project, recordedAt, seq, ...rest } = e
  const entered = recordedAt.startsWith(on) ? "" : ` entered ${recordedAt}`
  return `  ${on} ${id}${entered} ${JSON.stringify(rest)}`
}

/** A history that a failed property prints fact by fact, not as one line of JSON. */
const readable = (history: History): History =>
  Object.defineProperty({ ...history }, fc.toStringMethod, {
    value: () => [...history.upsets.map((u) => `  upset: ${JSON.stringify(u)}`), ...history.events.map(told)].join("\n")
  })

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = courses.map((course) =>
  readable({ course, upsets: [], events: lawful(course) })
)

/**
 * Whole histories of a project with up to ten things gone wrong: the material of the law tests. The opening of the record comes with every
 * one of them. Shrinks to few upsets of a plain course.
 */
export const histories: fc.Arbitrary<History> = fc
  .record({ course: courses, upsets: fc.array(upsets, { maxLength: 10, size: "max" }) })
  .map((history) => readable({ ...history, events: upsetBy(lawful(history.course), history.upsets) }))

/** A number that `dayOf` turns into a day of a history. */
export const days: fc.Arbitrary<number> = fc.nat(20_000)
