import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag, Facility } from "@banfa/core/facility"
import fc from "fast-check"
import { type HistoriesOf, type HistoryOf, historiesOf } from "../record/historiesOf.ts"
import { type Decision, type Recording, stated } from "../record/Recording.ts"
import { anybody, provinceOn } from "../standard/agencies.ts"

/** The course of a facility, as it would be told in a few words; every field has a plainest value. */
export interface Course {
  /** Which of the facilities it is. */
  readonly kind: Exclude<Facility["kind"], undefined>
  /** How the record was opened. */
  readonly taken: "planned" | "taken-over" | "both"
  /** From which day after the start each slice of a record that was taken over is complete. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** Days from the first day of all samples. */
  readonly start: number
  /** Days between its acts. */
  readonly pace: number
  /** Days from its planning to the day on which it is to open; `undefined`: nobody said. */
  readonly opensIn: number | undefined
  /** What happened to it. */
  readonly turns: ReadonlyArray<"FacilityOpened" | "FacilitySuspended" | "FacilityResumed" | "FacilityClosed">
  /** How each request for access was answered. */
  readonly requests: ReadonlyArray<"granted" | "refused" | "unanswered">
  /** How whoever inspects judged its service. */
  readonly judged: "fulfilled" | "not-fulfilled" | undefined
}

/** A history with the course that it comes from and what went wrong with its record. */
export type History = HistoryOf<Course, Event>

/** The id of the facility of which the samples tell. */
export const facilityId = "facility-1"

const zero = "2026-01-05" as CivilDate

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "facility" | "on" | "recordedAt">

/** The facts of a course, in the order of their days. */
export const told = (course: Course): ReadonlyArray<Event> => {
  const { judged, kind, opensIn, pace, requests, start, taken, turns } = course
  const events: Array<Event> = []
  const write = <T extends EventTag>(_tag: T, on: CivilDate, particulars: Particulars<T>): void => {
    const id = `${_tag}-${events.length}`
    const fact = { _tag, id, facility: facilityId, on, recordedAt: `${on}T01:00:00Z`, seq: events.length }
    events.push({ ...fact, ...particulars } as unknown as Event)
  }
  let day = addDays(zero, start)
  const later = (): CivilDate => (day = addDays(day, pace))
  const opening = { kind, region: "440000", organ: provinceOn(day), by: provinceOn(day) }
  if (taken !== "taken-over")
    write("FacilityPlanned", day, { ...opening, ...(opensIn === undefined ? {} : { opensOn: addDays(day, opensIn) }) })
  if (taken !== "planned") {
    const [service, access] = course.coverage.map((n) => (n === undefined ? undefined : addDays(day, n)))
    write("FacilityTakenOver", taken === "both" ? addDays(day, -3) : day, {
      ...opening,
      coverage: { ...(service === undefined ? {} : { service }), ...(access === undefined ? {} : { access }) }
    })
  }
  for (const turn of turns) {
    const reason = turn === "FacilitySuspended" || turn === "FacilityClosed" ? { reason: "检修" } : {}
    write(turn, later(), { ...reason, by: provinceOn(day) } as Particulars<typeof turn>)
  }
  for (const [i, answer] of requests.entries()) {
    write("FacilityAccessRequested", later(), { request: `Q${i}`, need: "业务协同", by: "health" })
    if (answer === "unanswered") continue
    const granted = answer === "granted"
    write("FacilityAccessAnswered", day, { request: `Q${i}`, granted, reason: null, by: provinceOn(day) })
  }
  if (judged !== undefined) {
    const norm = kind === "data-centre" ? "N25.2" : "N17.2"
    write("Judged", later(), { norm, instance: "", outcome: judged, reason: "检查记录", by: "p-supervisor" })
  }
  return events
}

const turn = fc.constantFrom<Course["turns"][number]>("FacilitySuspended", "FacilityResumed", "FacilityClosed")

/** Courses of facilities from planning to closing; some start before the Measures took force. Shrinks towards a network platform that was opened. */
export const courses: fc.Arbitrary<Course> = fc.record({
  kind: fc.constantFrom<Course["kind"]>("network-platform", "security-infrastructure", "data-centre"),
  taken: fc.constantFrom<Course["taken"]>("planned", "planned", "taken-over", "both"),
  coverage: fc.array(fc.option(fc.integer({ min: -300, max: 200 }), { nil: undefined, freq: 3 }), {
    minLength: 2,
    maxLength: 2
  }),
  start: fc.oneof(
    { weight: 9, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.integer({ min: -7780, max: -7600 }) }
  ),
  pace: fc.integer({ min: 0, max: 60 }),
  opensIn: fc.option(fc.integer({ min: -10, max: 400 }), { nil: undefined, freq: 2 }),
  turns: fc.oneof(
    { weight: 1, arbitrary: fc.constant<Course["turns"]>([]) },
    { weight: 3, arbitrary: fc.array(turn, { maxLength: 3 }).map((rest) => ["FacilityOpened" as const, ...rest]) }
  ),
  requests: fc.array(fc.constantFrom<Course["requests"][number]>("granted", "refused", "unanswered"), { maxLength: 3 }),
  judged: fc.constantFrom<Course["judged"]>(undefined, undefined, "fulfilled", "not-fulfilled")
})

const contrary = (e: Event): Decision | undefined => {
  if (e._tag !== "FacilityAccessAnswered") return undefined
  return { _tag: "FacilityAccessAnswered", ...stated(e, "request"), granted: e.granted !== true, reason: null }
}

/** What may go wrong with the record of a facility. */
export const recording: Recording<Event> = {
  key: "facility",
  opens: ({ _tag }) => _tag === "FacilityPlanned" || _tag === "FacilityTakenOver",
  particulars: (e) => ["need", "granted", "reason"].filter((key) => key in e),
  lists: [],
  turns: [
    ["FacilityOpened", "FacilitySuspended"],
    ["FacilityOpened", "FacilityClosed"],
    ["FacilitySuspended", "FacilityResumed"],
    ["FacilityAccessRequested", "FacilityAccessAnswered", "request"]
  ],
  contrary
}

const all: HistoriesOf<Course, Event> = historiesOf({ courses, told, recording, anybody, most: 4 })

/**
 * Whole histories of a facility with up to four facts told wrong and up to two things against the order. Shrinks to few upsets of a
 * plain course.
 */
export const histories: fc.Arbitrary<History> = all.upset

/** Histories in which one fact is told some hundred times: for few cases of few laws. */
export const floods: fc.Arbitrary<History> = all.flooded
