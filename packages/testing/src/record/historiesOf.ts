import fc from "fast-check"
import type { Recording, Told } from "./Recording.ts"
import { floodsOf, type Upset, upsetsOf } from "./Upset.ts"
import { upsetBy } from "./upsetBy.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export interface HistoryOf<Course, E> {
  /** How the case went. */
  readonly course: Course
  /** What went wrong with the record of it. */
  readonly upsets: ReadonlyArray<Upset>
  /** The facts, as they are then. */
  readonly events: ReadonlyArray<E>
}

/** A history that a failed property prints fact by fact, not as one line of JSON; `key` is the particular that names its case. */
const readable = <Course, E extends Told>(history: HistoryOf<Course, E>, key: string): HistoryOf<Course, E> => {
  const line = (e: Told): string => {
    const { _tag, id, on, recordedAt, seq, ...rest } = e
    const entered = recordedAt.startsWith(on) ? "" : ` entered ${recordedAt}`
    const said = Object.fromEntries(Object.entries(rest).filter(([field]) => field !== key))
    return `  ${on} ${id}${entered} ${JSON.stringify(said)}`
  }
  return Object.defineProperty({ ...history }, fc.toStringMethod, {
    value: () => [...history.upsets.map((u) => `  upset: ${JSON.stringify(u)}`), ...history.events.map(line)].join("\n")
  })
}

/** How the histories of a subject are made. */
interface Making<Course, E extends Told> {
  readonly courses: fc.Arbitrary<Course>
  /** The facts of a course as they ought to be told. */
  readonly told: (course: Course) => ReadonlyArray<E>
  readonly recording: Recording<E>
  /** Who may turn up in a record that goes wrong. */
  readonly anybody: ReadonlyArray<string>
  /** How many facts of one record are told wrong at most. */
  readonly most: number
}

/** The histories of a subject. */
export interface HistoriesOf<Course, E> {
  /** As they ought to be told: nothing is unknown that the course knows. */
  readonly lawful: fc.Arbitrary<HistoryOf<Course, E>>
  /** With what goes wrong with records; the opening comes with every one. Shrinks to few upsets of a plain course. */
  readonly upset: fc.Arbitrary<HistoryOf<Course, E>>
  /** With one fact told some hundred times: for few cases of few laws, since everything that is asked of them takes its time. */
  readonly flooded: fc.Arbitrary<HistoryOf<Course, E>>
}

/** The histories of a subject: of its courses, as they ought to be told and as they are. */
export const historiesOf = <Course, E extends Told>(making: Making<Course, E>): HistoriesOf<Course, E> => {
  const { anybody, courses, most, recording, told } = making
  const history = (course: Course, upsets: ReadonlyArray<Upset>): HistoryOf<Course, E> =>
    readable({ course, upsets, events: upsetBy(recording, told(course), upsets) }, recording.key)
  const hundreds = floodsOf(fc.integer({ min: 100, max: 300 }))
  return {
    lawful: courses.map((course) => history(course, [])),
    upset: fc.tuple(courses, upsetsOf(anybody, most)).map(([course, upsets]) => history(course, upsets)),
    flooded: fc.tuple(courses, hundreds).map(([course, flood]) => history(course, [flood]))
  }
}
