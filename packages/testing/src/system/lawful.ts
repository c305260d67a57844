import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag, RecordSlice } from "@banfa/core/system"
import { organOn, projectRegion } from "../project/agencies.ts"
import { chronological } from "../record/Upset.ts"
import type { Course } from "./Course.ts"

const slices: ReadonlyArray<RecordSlice> = ["construction", "operation", "update", "error"]

/** The id of the system of which the samples tell. */
export const systemId = "system-1"

const zero = "2026-01-05" as CivilDate
type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "system" | "on" | "recordedAt">

/** The facts of a course, in the order of their days; every act is of the organ or of an authority that may do it. */
export const lawful = (course: Course): Array<Event> => {
  const events: Array<Event> = []
  const first = addDays(zero, course.start)
  const on = (day: number): CivilDate => addDays(first, day)
  const write = <T extends EventTag>(tag: T, day: CivilDate, particulars: Particulars<T>): void => {
    const fact = { _tag: tag, id: `${tag}-${events.length}`, system: systemId, on: day, recordedAt: `${day}T01:00:00Z` }
    events.push({ ...fact, seq: events.length, by: organOn(course.level, day), ...particulars } as unknown as Event)
  }
  const opening = { region: projectRegion(course.level), organ: organOn(course.level, first) }
  if (course.taken !== "taken-over") write("SystemRecorded", first, { ...opening, former: null })
  if (course.taken !== "opened") {
    const coverage: { [S in RecordSlice]?: CivilDate } = {}
    for (const [i, slice] of slices.entries()) {
      const days = course.coverage[i]
      if (days !== undefined) coverage[slice] = on(days)
    }
    write("SystemTakenOver", course.taken === "both" ? on(-3) : first, { ...opening, coverage })
  }
  if (course.old) write("SystemBuilt", "2004-06-01" as CivilDate, { build: "B0", work: "construction" })
  for (const [i, { day }] of course.builds.entries())
    write("SystemBuilt", on(day), { build: `B${i + 1}`, work: i === 0 && !course.old ? "construction" : "rebuild" })
  for (const { day, ...reach } of course.reaches) write("SystemReachStated", on(day), reach)
  for (const { consent, day, network } of course.networks)
    write("SystemNetworkStated", on(day), { network, consent: consent ? "同意暂不接入" : null })
  for (const { against, day, ...check } of course.checks)
    write("SystemChecked", on(day), { ...check, ...(against === undefined ? {} : { against }) })
  for (const [i, day] of course.operation.entries())
    if (i % 2 === 0) write("SystemOperationStarted", on(day), {})
    else write("SystemOperationStopped", on(day), { reason: "改造" })
  for (const day of course.updates) write("SystemDataUpdated", on(day), {})
  for (const { cycle, day } of course.cycles) write("SystemCycleDeclared", on(day), { cycle })
  for (const [i, { day, open }] of course.errors.entries()) {
    write("SystemErrorConfirmed", on(day), { error: `E${i}`, text: "数据有误" })
    if (open !== undefined) write("SystemErrorCorrected", on(day + open), { error: `E${i}` })
  }
  for (const { day, reason, ...use } of course.uses)
    write("SystemSecurityUseStated", on(day), { ...use, reason: reason ? "已有专线" : null })
  for (const day of course.maintained) write("SystemMaintained", on(day), { text: "升级" })
  for (const { day, fulfilled, norm } of course.judged) {
    const by = course.level === "city" ? "supervisor" : "c-supervisor"
    write("Judged", on(day), {
      norm,
      instance: "",
      outcome: fulfilled ? "fulfilled" : "not-fulfilled",
      reason: "检查",
      by
    })
  }
  if (course.retired !== undefined) write("SystemRetired", on(course.retired), { reason: "停用" })
  return chronological(events)
}
