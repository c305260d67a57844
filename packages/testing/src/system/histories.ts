import type { Event } from "@banfa/core/system"
import type fc from "fast-check"
import { anybody } from "../project/agencies.ts"
import { type HistoriesOf, type HistoryOf, historiesOf } from "../record/historiesOf.ts"
import { type Decision, type Recording, stated } from "../record/Recording.ts"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export type History = HistoryOf<Course, Event>

const said: ReadonlyArray<string> = [
  "work",
  "crossDept",
  "crossRegion",
  "network",
  "result",
  "against",
  "occasion",
  "cycle",
  "used",
  "own",
  "reason"
]

const contrary = (e: Event): Decision | undefined => {
  switch (e._tag) {
    case "SystemChecked": {
      const said = stated(e, "what", "against", "occasion", "build")
      return { _tag: "SystemChecked", ...said, result: e.result === "pass" ? "fail" : "pass" }
    }
    case "SystemReachStated":
      return { _tag: "SystemReachStated", crossDept: e.crossDept !== true, crossRegion: e.crossRegion !== true }
    case "SystemSecurityUseStated":
      return { _tag: "SystemSecurityUseStated", ...stated(e, "service", "own", "reason"), used: e.used !== true }
    default:
      return undefined
  }
}

/** What of the record can go wrong. */
const recording: Recording<Event> = {
  key: "system",
  opens: ({ _tag }) => _tag === "SystemRecorded" || _tag === "SystemTakenOver",
  particulars: (e) => said.filter((name) => name in e),
  lists: ["against"],
  turns: [
    ["SystemBuilt", "SystemOperationStarted"],
    ["SystemOperationStarted", "SystemOperationStopped"],
    ["SystemErrorConfirmed", "SystemErrorCorrected", "error"],
    ["SystemOperationStarted", "SystemRetired"]
  ],
  contrary
}

const all: HistoriesOf<Course, Event> = historiesOf({ courses, told: lawful, recording, anybody, most: 8 })

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = all.lawful

/**
 * Whole histories of a system with up to eight facts told wrong and up to two things against the order. Shrinks to few upsets of a
 * plain course.
 */
export const histories: fc.Arbitrary<History> = all.upset

/** Histories in which one fact is told some hundred times: for few cases of few laws. */
export const floods: fc.Arbitrary<History> = all.flooded
