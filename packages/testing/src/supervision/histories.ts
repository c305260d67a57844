import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag, RecordSlice } from "@banfa/core/supervision"
import fc from "fast-check"
import { type HistoriesOf, type HistoryOf, historiesOf } from "../record/historiesOf.ts"
import { type Decision, type Recording, stated } from "../record/Recording.ts"
import { chronological } from "../record/Upset.ts"
import { anybody, type Level, organOn, regionOf, supervisorOn } from "./agencies.ts"

/** The course of an inspection, as it would be told in a few words; every field has a plainest value. */
export interface Course {
  /** Of which level the supervision department is. */
  readonly level: Level
  /** The organs that are inspected. */
  readonly organs: ReadonlyArray<string>
  /** How the record was opened. */
  readonly taken: "opened" | "taken-over" | "both"
  /** From which day after the start each slice of a record that was taken over is complete. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** Days from the first day of all samples. */
  readonly start: number
  /** Days between its acts. */
  readonly pace: number
  /** Whether it was started. */
  readonly started: boolean
  /** How often something was found; a finding that is followed by another was contested. */
  readonly found: number
  /** How often what was put right did not pass. */
  readonly failed: number
  /** How it ends. */
  readonly end: "going-on" | "passed" | "concluded" | "withdrawn"
  /** Who closes or withdraws it: the department that inspects, or the first of the organs inspected. */
  readonly closer: "department" | "inspected"
  /** What was judged of the whole of it. */
  readonly judged: ReadonlyArray<{
    readonly day: number
    readonly fulfilled: boolean
    readonly by: "supervision" | "info"
  }>
}

/** A history with the course that it comes from and what went wrong with its record. */
export type History = HistoryOf<Course, Event>

/** The id of the inspection of which the samples tell. */
export const inspectionId = "inspection-1"

const zero = "2026-01-05" as CivilDate
const slices: ReadonlyArray<RecordSlice> = ["start", "findings", "rectification"]
const finding = { id: "F1", norm: "N10.1", evidence: "立项卷宗第12页" } as const

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "inspection" | "on" | "recordedAt" | "seq">

/** The facts of a course, in the order of their days. */
export const told = (course: Course): ReadonlyArray<Event> => {
  const { closer, end, failed, found, level, organs, pace, start, started, taken } = course
  const events: Array<Event> = []
  const first = addDays(zero, start)
  let day = first
  const write = <T extends EventTag>(_tag: T, on: CivilDate, particulars: Particulars<T>): void => {
    const fact = { _tag, id: `${_tag}-${events.length}`, inspection: inspectionId, on, recordedAt: `${on}T01:00:00Z` }
    events.push({ ...fact, seq: events.length, ...particulars } as unknown as Event)
  }
  const later = (): CivilDate => (day = addDays(day, pace))
  const department = (): string => supervisorOn(level, day)
  const organ = (): string => organOn(organs[0] as string, day)
  const closing = (): string => (closer === "inspected" ? organ() : department())
  const opening = { region: regionOf(level), organs, by: department() }
  if (taken !== "taken-over")
    write("InspectionOpened", first, { ...opening, period: { from: zero }, ground: "年度检查计划" })
  if (taken !== "opened") {
    const coverage: { [S in RecordSlice]?: CivilDate } = {}
    for (const [i, slice] of slices.entries()) {
      const days = course.coverage[i]
      if (days !== undefined) coverage[slice] = addDays(first, days)
    }
    write("InspectionTakenOver", taken === "both" ? addDays(first, -3) : first, { ...opening, coverage })
  }
  for (const { by, day: after, fulfilled } of course.judged) {
    const on = addDays(first, after)
    const judge = by === "info" ? "info" : supervisorOn(level, on)
    const outcome = fulfilled ? "fulfilled" : "not-fulfilled"
    write("Judged", on, { norm: "N35.2", instance: "", outcome, reason: "年度总结", by: judge })
  }
  if (started) write("InspectionStarted", later(), { by: department() })
  for (let n = 0; started && n < found; n++) {
    if (n > 0) write("InspectionContested", later(), { statement: "已依法征求意见", by: organ() })
    write("InspectionFindingsIssued", later(), { findings: [finding], considered: ["X1"], by: department() })
  }
  const over = started && found > 0
  if (over && end !== "withdrawn" && end !== "concluded") {
    write("RectificationStarted", later(), { by: organ() })
    for (let n = 0; n <= failed; n++) {
      write("RectificationReported", later(), { document: "整改报告", by: organ() })
      if (n < failed) write("RecheckFailed", later(), { by: department() })
    }
  }
  // only what is in progress is withdrawn: what was found is contested before
  if (end === "withdrawn" && over) write("InspectionContested", later(), { statement: "已依法征求意见", by: organ() })
  later()
  if (end === "passed" && over) write("RecheckPassed", day, { by: closing() })
  else if (end === "passed" && started) write("InspectionFoundNothing", day, { considered: [], by: closing() })
  else if (end === "concluded" && over) write("InspectionConcluded", day, { exception: "moot", by: closing() })
  else if (end === "withdrawn") write("InspectionWithdrawn", day, { reason: "重复立项", by: closing() })
  return chronological(events)
}

const inspected: { readonly [L in Level]: ReadonlyArray<string> } = {
  province: ["health", "info", "p-supervisor"],
  city: ["health", "info", "drc", "fin", "supervisor"],
  county: ["c-health", "c-info", "c-supervisor"]
}

/** Courses of inspections from their opening to their end; some are closed by an organ that is inspected. Shrinks towards an inspection that was opened. */
export const courses: fc.Arbitrary<Course> = fc
  .constantFrom<Level>("city", "city", "county", "province")
  .chain((level) =>
    fc.record({
      level: fc.constant(level),
      organs: fc.uniqueArray(fc.constantFrom(...inspected[level]), { minLength: 1, maxLength: 2 }),
      taken: fc.constantFrom<Course["taken"]>("opened", "opened", "taken-over", "both"),
      coverage: fc.array(fc.option(fc.integer({ min: -60, max: 200 }), { nil: undefined, freq: 3 }), {
        minLength: 3,
        maxLength: 3
      }),
      start: fc.nat(300),
      pace: fc.integer({ min: 0, max: 60 }),
      started: fc.constantFrom(true, true, true, false),
      found: fc.nat(2),
      failed: fc.nat(1),
      end: fc.constantFrom<Course["end"]>("going-on", "passed", "passed", "concluded", "withdrawn"),
      closer: fc.constantFrom<Course["closer"]>("department", "department", "inspected"),
      judged: fc.array(
        fc.record({
          day: fc.nat(400),
          fulfilled: fc.boolean(),
          by: fc.constantFrom<"supervision" | "info">("supervision", "info")
        }),
        { maxLength: 2 }
      )
    })
  )

const said: ReadonlyArray<string> = [
  "period",
  "ground",
  "findings",
  "considered",
  "statement",
  "document",
  "exception",
  "reason"
]

const contrary = (e: Event): Decision | undefined => {
  switch (e._tag) {
    case "InspectionFoundNothing":
      return { _tag: "InspectionFindingsIssued", ...stated(e, "considered"), findings: [finding] }
    case "InspectionFindingsIssued":
      return { _tag: "InspectionFoundNothing", ...stated(e, "considered") }
    case "RecheckPassed":
      return { _tag: "RecheckFailed" }
    case "RecheckFailed":
    case "InspectionConcluded":
      return { _tag: "RecheckPassed" }
    default:
      return undefined
  }
}

/** What may go wrong with the record of an inspection. */
const recording: Recording<Event> = {
  key: "inspection",
  opens: ({ _tag }) => _tag === "InspectionOpened" || _tag === "InspectionTakenOver",
  particulars: (e) => said.filter((name) => name in e),
  lists: ["findings", "considered"],
  turns: [
    ["InspectionStarted", "InspectionFoundNothing"],
    ["InspectionStarted", "InspectionFindingsIssued"],
    ["InspectionFindingsIssued", "RectificationStarted"],
    ["RectificationReported", "RecheckPassed"],
    ["RectificationReported", "RecheckFailed"],
    ["InspectionFindingsIssued", "InspectionConcluded"],
    ["InspectionStarted", "InspectionWithdrawn"]
  ],
  contrary
}

const all: HistoriesOf<Course, Event> = historiesOf({ courses, told, recording, anybody, most: 4 })

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const plainHistories: fc.Arbitrary<History> = all.lawful

/**
 * Whole histories of an inspection with up to four facts told wrong and up to two things against the order. Shrinks to few upsets of a
 * plain course.
 */
export const histories: fc.Arbitrary<History> = all.upset

/** Histories in which one fact is told some hundred times: for few cases of few laws. */
export const floods: fc.Arbitrary<History> = all.flooded
