import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag, Instrument } from "@banfa/core/standard"
import fc from "fast-check"
import { type HistoriesOf, type HistoryOf, historiesOf } from "../record/historiesOf.ts"
import type { Decision, Recording } from "../record/Recording.ts"
import { anybody, provinceOn } from "./agencies.ts"

/** The course of an instrument, as it would be told in a few words; every field has a plainest value. */
export interface Course {
  /** As which of the instruments it is issued. */
  readonly kind: Exclude<Instrument["kind"], undefined>
  /** Whose standard it is; `undefined`: nobody said. */
  readonly level: "national" | "provincial" | "local" | undefined
  /** How the record was opened. */
  readonly taken: "opened" | "taken-over" | "both"
  /** From which day after the start each slice of a record that was taken over is complete. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** Days from the first day of all samples. */
  readonly start: number
  /** Days between its acts. */
  readonly pace: number
  /** Who issues it. */
  readonly issuer: "province" | "city" | "organ"
  /** Who drafts it together with the issuer: the four departments of art. 34, all but the nth, one, or nobody. */
  readonly drafters: "four" | "but-one" | "one" | "none"
  /** Which of the four is left out. */
  readonly but: number
  /** Whether those who drafted it signed. */
  readonly signed: boolean
  /** How far it comes. */
  readonly end: "drafting" | "abandoned" | "issued" | "in-force" | "replaced" | "repealed"
}

/** A history with the course that it comes from and what went wrong with its record. */
export type History = HistoryOf<Course, Event>

/** The id of the instrument of which the samples tell. */
export const instrumentId = "instrument-1"

const zero = "2026-01-05" as CivilDate
const four = ["p-drc", "p-fin", "p-audit", "p-supervisor"]

const draftersOf = ({ but, drafters }: Course): ReadonlyArray<string> => {
  switch (drafters) {
    case "four":
      return [...four, "p-police"]
    case "but-one":
      return four.filter((_, i) => i !== but % 4)
    case "one":
      return ["p-police"]
    case "none":
      return []
  }
}

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "instrument" | "on" | "recordedAt">

/** The facts of a course, in the order of their days. */
export const told = (course: Course): ReadonlyArray<Event> => {
  const { end, issuer, kind, level, pace, start, taken } = course
  const events: Array<Event> = []
  const write = <T extends EventTag>(_tag: T, on: CivilDate, particulars: Particulars<T>): void => {
    const fact = {
      _tag,
      id: `${_tag}-1`,
      instrument: instrumentId,
      on,
      recordedAt: `${on}T01:00:00Z`,
      seq: events.length
    }
    events.push({ ...fact, ...particulars } as unknown as Event)
  }
  let day = addDays(zero, start)
  const later = (): CivilDate => (day = addDays(day, pace))
  const by = (): string => (issuer === "province" ? provinceOn(day) : issuer === "city" ? "info" : "p-police")
  const opening = {
    kind,
    ...(level === undefined ? {} : { level }),
    region: issuer === "city" ? "440100" : "440000",
    organ: by(),
    by: by()
  }
  if (taken !== "taken-over") write("InstrumentDrafted", day, { ...opening, former: null })
  if (taken !== "opened") {
    const [issue, effect, ended] = course.coverage.map((n) => (n === undefined ? undefined : addDays(day, n)))
    write("InstrumentTakenOver", taken === "both" ? addDays(day, -3) : day, {
      ...opening,
      coverage: {
        ...(issue === undefined ? {} : { issue }),
        ...(effect === undefined ? {} : { effect }),
        ...(ended === undefined ? {} : { end: ended })
      }
    })
  }
  if (end === "abandoned") write("InstrumentAbandoned", later(), { reason: "并入其他文件", by: by() })
  if (end === "drafting" || end === "abandoned") return events
  const drafters = draftersOf(course)
  write("InstrumentIssued", later(), {
    by: by(),
    with: drafters,
    signed: course.signed ? drafters : [],
    parts: ["standards", "scheme"],
    items: kind === "exchange-catalogue" ? ["法人基本信息", "人口基本信息"] : "n/a",
    document: "示例文号"
  })
  if (end === "issued") return events
  write("InstrumentTookEffect", later(), { by: by() })
  if (end === "replaced") write("InstrumentReplaced", later(), { successor: "instrument-2", by: by() })
  if (end === "repealed") write("InstrumentRepealed", later(), { reason: "不再适用", by: by() })
  return events
}

const kinds = [
  "assessment-standards",
  "standards",
  "security-norms",
  "exchange-catalogue",
  "exchange-agreement",
  "exchange-standards"
] as const

/** Courses of instruments from drafting to repeal; some start in the winter in which the Measures took force. Shrinks towards assessment standards issued as provided. */
export const courses: fc.Arbitrary<Course> = fc.record({
  kind: fc.constantFrom<Course["kind"]>(...kinds),
  level: fc.constantFrom<Course["level"]>("provincial", undefined, "national", "local"),
  taken: fc.constantFrom<Course["taken"]>("opened", "opened", "taken-over", "both"),
  coverage: fc.array(fc.option(fc.integer({ min: -8000, max: 200 }), { nil: undefined, freq: 3 }), {
    minLength: 3,
    maxLength: 3
  }),
  start: fc.oneof(
    { weight: 9, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.integer({ min: -7780, max: -7600 }) }
  ),
  pace: fc.integer({ min: 0, max: 120 }),
  issuer: fc.constantFrom<Course["issuer"]>("province", "province", "province", "city", "organ"),
  drafters: fc.constantFrom<Course["drafters"]>("four", "four", "but-one", "one", "none"),
  but: fc.nat(3),
  signed: fc.boolean(),
  end: fc.constantFrom<Course["end"]>("issued", "in-force", "in-force", "replaced", "repealed", "drafting", "abandoned")
})

const contrary = (e: Event): Decision | undefined => {
  switch (e._tag) {
    case "InstrumentIssued":
      return { _tag: "InstrumentAbandoned", reason: "并入其他文件" }
    case "InstrumentAbandoned":
      return { _tag: "InstrumentIssued", document: "示例文号" }
    case "InstrumentReplaced":
      return { _tag: "InstrumentRepealed", reason: "不再适用" }
    case "InstrumentRepealed":
      return { _tag: "InstrumentReplaced", successor: "instrument-2" }
    default:
      return undefined
  }
}

/** What may go wrong with the record of an instrument. */
export const recording: Recording<Event> = {
  key: "instrument",
  opens: ({ _tag }) => _tag === "InstrumentDrafted" || _tag === "InstrumentTakenOver",
  particulars: (e) => ["with", "signed", "parts", "items", "document", "successor", "reason"].filter((key) => key in e),
  lists: ["with", "signed"],
  turns: [
    ["InstrumentIssued", "InstrumentTookEffect"],
    ["InstrumentTookEffect", "InstrumentReplaced"],
    ["InstrumentTookEffect", "InstrumentRepealed"]
  ],
  contrary
}

const all: HistoriesOf<Course, Event> = historiesOf({ courses, told, recording, anybody, most: 4 })

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const plainHistories: fc.Arbitrary<History> = all.lawful

/**
 * Whole histories of an instrument with up to four facts told wrong and up to two things against the order. Shrinks to few upsets of a
 * plain course.
 */
export const histories: fc.Arbitrary<History> = all.upset

/** Histories in which one fact is told some hundred times: for few cases of few laws. */
export const floods: fc.Arbitrary<History> = all.flooded

/** Readings on which the norms about instruments depend; the first option is the one that the analysis recommends. */
export const readingOptions = { A06: ["record", "joint"], A28c: ["provincial", "bilateral"] } as const
