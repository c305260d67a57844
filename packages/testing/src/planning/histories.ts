import type { Event } from "@banfa/core/planning"
import fc from "fast-check"
import { type Recording, readable, type Upset, upsetBy, upsetsAmong } from "../record/Upset.ts"
import { anybody } from "./agencies.ts"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export interface History {
  /** How the plan went. */
  readonly course: Course
  /** What went wrong with the record of it. */
  readonly upsets: ReadonlyArray<Upset>
  /** The facts, as they are then. */
  readonly events: ReadonlyArray<Event>
}

const named = [
  "_tag",
  "id",
  "plan",
  "on",
  "recordedAt",
  "seq",
  "filing",
  "by",
  "of",
  "corrects",
  "norm",
  "instance",
  "outcome"
]

/** What has to be known of the facts about plans to upset their record. */
export const recording: Recording<Event> = {
  key: "plan",
  opens: ({ _tag }) => _tag === "PlanDrafted" || _tag === "PlanTakenOver",
  particulars: (e) => Object.keys(e).filter((key) => !named.includes(key)),
  lists: []
}

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = courses.map((course) =>
  readable({ course, upsets: [], events: lawful(course) }, "plan")
)

/** Whole histories of one version of a plan with up to eight things gone wrong; the opening of the record comes with every one. */
export const histories: fc.Arbitrary<History> = fc
  .record({ course: courses, upsets: fc.array(upsetsAmong(anybody), { maxLength: 8, size: "max" }) })
  .map((history) =>
    readable({ ...history, events: upsetBy(recording, lawful(history.course), history.upsets) }, "plan")
  )
