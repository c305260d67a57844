import type { Event } from "@banfa/core/complaint"
import type fc from "fast-check"
import { anybody } from "../project/agencies.ts"
import { type HistoriesOf, type HistoryOf, historiesOf } from "../record/historiesOf.ts"
import type { Decision, Recording } from "../record/Recording.ts"
import { type Course, courses } from "./Course.ts"
import { complainant, lawful } from "./lawful.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export type History = HistoryOf<Course, Event>

const contrary = (e: Event): Decision | undefined => {
  switch (e._tag) {
    case "ComplaintAccepted":
      return { _tag: "ComplaintRefused", reason: "不属于职责范围" }
    case "ComplaintRefused":
    case "ComplaintRedirected":
      return { _tag: "ComplaintAccepted" }
    default:
      return undefined
  }
}

/** What of the record can go wrong. */
const recording: Recording<Event> = {
  key: "complaint",
  opens: ({ _tag }) => _tag === "ComplaintReceived" || _tag === "ComplaintTakenOver",
  particulars: (e) => ["reason", "to", "text"].filter((name) => name in e),
  lists: [],
  turns: [
    ["ComplaintAccepted", "ComplaintReplied"],
    ["ComplaintAccepted", "ComplaintClosed"],
    ["ComplaintAccepted", "ComplaintWithdrawn"],
    ["ComplaintRefused", "ComplaintWithdrawn"],
    ["ComplaintRedirected", "ComplaintAccepted"],
    ["ComplaintRedirected", "ComplaintRefused"],
    ["ComplaintReplied", "ComplaintReopened"]
  ],
  contrary
}

const all: HistoriesOf<Course, Event> = historiesOf({
  courses,
  told: lawful,
  recording,
  anybody: [...anybody, complainant],
  most: 4
})

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = all.lawful

/**
 * Whole histories of a complaint with up to four facts told wrong and up to two things against the order. Shrinks to few upsets of a
 * plain course.
 */
export const histories: fc.Arbitrary<History> = all.upset

/** Histories in which one fact is told some hundred times: for few cases of few laws. */
export const floods: fc.Arbitrary<History> = all.flooded
