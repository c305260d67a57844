import type { Event } from "@banfa/core/organ"
import fc from "fast-check"
import { anybody } from "../project/agencies.ts"
import { type Recording, readable, type Upset, upsetBy, upsetsAmong } from "../record/Upset.ts"
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

const said: ReadonlyArray<string> = [
  "systems",
  "resources",
  "covered",
  "total",
  "exists",
  "host",
  "linked",
  "reason",
  "appraises",
  "eGovernment",
  "items",
  "township",
  "with",
  "signed"
]

/** What of the record can go wrong. */
const record: Recording<Event> = {
  key: "agency",
  opens: ({ _tag }) => _tag === "OrganRecorded" || _tag === "OrganTakenOver",
  particulars: (e) => said.filter((name) => name in e),
  lists: ["with", "signed"]
}

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = courses.map((course) =>
  readable({ course, upsets: [], events: lawful(course) }, record.key)
)

/** Whole histories of an organ with up to eight things gone wrong. Shrinks to few upsets of a plain course. */
export const histories: fc.Arbitrary<History> = fc
  .record({ course: courses, upsets: fc.array(upsetsAmong(anybody), { maxLength: 8, size: "max" }) })
  .map((history) =>
    readable({ ...history, events: upsetBy(record, lawful(history.course), history.upsets) }, record.key)
  )
