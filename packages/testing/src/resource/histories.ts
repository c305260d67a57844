import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event } from "@banfa/core/resource"
import fc from "fast-check"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"
import { type Upset, upsetBy, upsets } from "./Upset.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export interface History {
  /** How the resource went. */
  readonly course: Course
  /** What went wrong with the record of it. */
  readonly upsets: ReadonlyArray<Upset>
  /** The facts, as they are then. */
  readonly events: ReadonlyArray<Event>
}

const told = ({ _tag, id, on, recordedAt, resource, seq, ...rest }: Event): string =>
  `  ${on} ${id}${recordedAt.startsWith(on) ? "" : ` entered ${recordedAt}`} ${JSON.stringify(rest)}`

/** A history that a failed property prints fact by fact, not as one line of JSON. */
const readable = (history: History): History =>
  Object.defineProperty({ ...history }, fc.toStringMethod, {
    value: () => [...history.upsets.map((u) => `  upset: ${JSON.stringify(u)}`), ...history.events.map(told)].join("\n")
  })

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = courses.map((course) =>
  readable({ course, upsets: [], events: lawful(course) })
)

/** Whole histories of a resource with up to eight things gone wrong; the opening of the record comes with every one of them. */
export const histories: fc.Arbitrary<History> = fc
  .record({ course: courses, upsets: fc.array(upsets, { maxLength: 8, size: "max" }) })
  .map((history) => readable({ ...history, events: upsetBy(lawful(history.course), history.upsets) }))

/** A day on which a history can be asked about: around its facts and for two years after them. */
export const dayOf = (events: ReadonlyArray<Event>, n: number): CivilDate => {
  const last = events.at(-1)
  if (last === undefined) return "2026-01-01" as CivilDate
  const near = events[n % events.length] as Event
  return n % 3 === 0 ? near.on : n % 3 === 1 ? addDays(near.on, n % 97) : addDays(last.on, n % 730)
}

/** A number that `dayOf` turns into a day of a history. */
export const days: fc.Arbitrary<number> = fc.nat(20_000)
