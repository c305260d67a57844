import type { Event } from "@banfa/core/organ"
import fc from "fast-check"
import type { Fact } from "../record/Fact.ts"
import { type Fragile, type Upset, upsetAll, upsets } from "../record/Upset.ts"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export interface History {
  /** How the organ went. */
  readonly course: Course
  /** What went wrong with the record of it. */
  readonly upsets: ReadonlyArray<Upset>
  /** The facts, as they are then. */
  readonly events: ReadonlyArray<Event>
}

/** What of the record of an organ can go wrong. */
const fragile: Fragile = {
  opens: (e: Fact) => e._tag === "OrganRecorded" || e._tag === "OrganTakenOver",
  key: "agency",
  particulars: ["systems", "resources", "covered", "total", "exists", "host", "linked", "reason"]
}

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = courses.map((course) => ({
  course,
  upsets: [],
  events: lawful(course)
}))

/** Whole histories of an organ with up to eight things gone wrong. Shrinks to few upsets of a plain course. */
export const histories: fc.Arbitrary<History> = fc
  .record({ course: courses, upsets: fc.array(upsets, { maxLength: 8, size: "max" }) })
  .map((history) => ({ ...history, events: upsetAll(lawful(history.course), history.upsets, fragile) }))
