import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, RecordSlice } from "@banfa/core/project"
import { chronological } from "../record/Upset.ts"
import { organOn, projectRegion } from "./agencies.ts"
import { build } from "./build.ts"
import type { Course } from "./Course.ts"
import { establish } from "./establish.ts"
import type { Name, Write } from "./Write.ts"

const slices: ReadonlyArray<RecordSlice> = [
  "application",
  "consultation",
  "decision",
  "works",
  "filing",
  "budget",
  "report",
  "copy",
  "keyList",
  "submission",
  "assessment",
  "completion",
  "acceptance",
  "operation",
  "review"
]

/** The id of the project of which the samples tell. */
export const projectId = "project-1"

const zero = "2026-01-05" as CivilDate

/** Which instance the n-th one is called, along the order of time or against it. */
const names =
  (course: Course): Name =>
  (prefix, n) =>
    `${prefix}${course.backwards ? 9 - n : n + 1}`

const coverageOf = (course: Course, opened: CivilDate): { readonly [S in RecordSlice]?: CivilDate } => {
  const coverage: { [S in RecordSlice]?: CivilDate } = {}
  for (const [i, slice] of slices.entries()) {
    const days = course.coverage[i]
    if (days !== undefined) coverage[slice] = addDays(opened, days)
  }
  return coverage
}

const open = (course: Course, on: CivilDate, write: Write): void => {
  const particulars = {
    region: projectRegion(course.level),
    organ: organOn(course.level, on),
    work: course.taken === "both" ? ("upgrade" as const) : ("new-build" as const),
    by: organOn(course.level, on)
  }
  if (course.taken !== "taken-over") write("Drafted", on, { ...particulars, former: null })
  if (course.taken !== "opened") {
    const taken = course.taken === "both" ? addDays(on, -3) : on
    write("TakenOver", taken, { ...particulars, coverage: coverageOf(course, on) })
  }
}

/**
 * The facts of a course, in the order of their days. The acts are of those who are competent and in the usual order; what the course itself
 * tells of (a late report, a reply that does not conclude) is all that is not as provided.
 */
export const lawful = (course: Course): Array<Event> => {
  const events: Array<Event> = []
  const count = new Map<string, number>()
  const write: Write = (tag, on, particulars) => {
    const n = (count.get(tag) ?? 0) + 1
    count.set(tag, n)
    const fact = {
      _tag: tag,
      id: `${tag}-${n}`,
      project: projectId,
      on,
      recordedAt: `${on}T01:00:00Z`,
      seq: events.length
    }
    events.push({ ...fact, ...particulars } as unknown as Event)
  }
  const name = names(course)
  let day = addDays(zero, course.start)
  open(course, day, write)
  for (const [n, round] of course.rounds.entries()) {
    day = establish(course, round, n, addDays(day, course.pace), name, write, false)
    const next = n + 1 < course.rounds.length
    if (round.end === "rejected" && next) {
      write("Reapplied", day, { application: name("A", n + 1), former: name("A", n), by: organOn(course.level, day) })
    }
    if (round.end === "rejected" && !next)
      write("Closed", addDays(day, 10), { by: organOn(course.level, addDays(day, 10)) })
    if (round.end === "approved" && course.works !== undefined) build(course, course.works, n, day, name, write)
  }
  return chronological(events)
}
