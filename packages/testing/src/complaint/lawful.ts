import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag } from "@banfa/core/complaint"
import { organOn, projectRegion } from "../project/agencies.ts"
import { chronological } from "../record/Upset.ts"
import type { Course } from "./Course.ts"

/** The id of the complaint of which the samples tell. */
export const complaintId = "complaint-1"
/** Whoever complained, where that is told. */
export const complainant = "resident"
/** The organ to which complaints are handed on. */
const competent = "fin"

const zero = "2026-01-05" as CivilDate
type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "complaint" | "on" | "recordedAt">

/** The facts of a course, in the order of their days; every act is of the organ that has to deal with it, or of whoever complained. */
export const lawful = (course: Course): Array<Event> => {
  const events: Array<Event> = []
  const write = <T extends EventTag>(tag: T, on: CivilDate, particulars: Particulars<T>): void => {
    const fact = { _tag: tag, id: `${tag}-${events.length}`, complaint: complaintId, on, recordedAt: `${on}T01:00:00Z` }
    events.push({ ...fact, seq: events.length, ...particulars } as unknown as Event)
  }
  const { acts, level, named, start, taken } = course
  const first = addDays(zero, start)
  const opening = { region: projectRegion(level), organ: organOn(level, first) }
  const public_ = named ? { by: complainant } : {}
  if (taken !== "taken-over") write("ComplaintReceived", first, { ...opening, ...public_, text: "反映事项" })
  if (taken !== "received") {
    const [answer, reply] = course.coverage.map((n) => (n === undefined ? undefined : addDays(first, n)))
    const on = taken === "both" ? addDays(first, 20) : first
    const coverage = { ...(answer === undefined ? {} : { answer }), ...(reply === undefined ? {} : { reply }) }
    write("ComplaintTakenOver", on, { ...opening, by: organOn(level, on), coverage })
  }
  let day = first
  let redirected = false
  for (const { act, day: later, known, reason } of acts) {
    day = addDays(day, later)
    const by = !redirected ? organOn(level, day) : competent
    const why = reason ? { reason: "不属于职责范围" } : {}
    switch (act) {
      case "accept":
        write("ComplaintAccepted", day, { by })
        break
      case "refuse":
        write("ComplaintRefused", day, { by, ...why })
        break
      case "redirect":
        write("ComplaintRedirected", day, { by, ...(known ? { to: competent } : {}), ...why })
        redirected = true
        break
      case "assign":
        write("ComplaintAssigned", day, { by, text: "承办科室" })
        break
      case "reply":
        write("ComplaintReplied", day, { by, text: "办理结果" })
        break
      case "reopen":
        write("ComplaintReopened", day, { ...(known ? public_ : { by }), ...why })
        break
      case "close":
        write("ComplaintClosed", day, { by })
        break
      case "withdraw":
        write("ComplaintWithdrawn", day, { ...public_, ...why })
        break
      case "judge":
        write("Judged", day, {
          norm: "N21.3",
          instance: "",
          outcome: reason ? "fulfilled" : "not-fulfilled",
          reason: "检查",
          by: level === "city" ? "supervisor" : "c-supervisor"
        })
    }
  }
  return chronological(events)
}
