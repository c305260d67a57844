import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag, RecordSlice } from "@banfa/core/organ"
import { organOn, projectRegion } from "../project/agencies.ts"
import { chronological } from "../record/Upset.ts"
import type { Course } from "./Course.ts"

const slices: ReadonlyArray<RecordSlice> = ["progress", "site", "information", "publication", "channel"]

/** The id of the organ of which the samples of a level tell. */
export const agencyOf = ({ level }: Pick<Course, "level">): string => (level === "city" ? "health" : "c-health")

const zero = "2026-01-05" as CivilDate
type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "agency" | "on" | "recordedAt">

/** The facts of a course, in the order of their days; every act is of the organ or of an authority that may do it. */
export const lawful = (course: Course): Array<Event> => {
  const events: Array<Event> = []
  const agency = agencyOf(course)
  const first = addDays(zero, course.start)
  const on = (day: number): CivilDate => addDays(first, day)
  const write = <T extends EventTag>(tag: T, day: CivilDate, particulars: Particulars<T>): void => {
    const fact = { _tag: tag, id: `${tag}-${events.length}`, agency, on: day, recordedAt: `${day}T01:00:00Z` }
    events.push({ ...fact, seq: events.length, by: organOn(course.level, day), ...particulars } as unknown as Event)
  }
  const region = projectRegion(course.level)
  if (course.taken !== "taken-over") write("OrganRecorded", first, { region })
  if (course.taken !== "opened") {
    const coverage: { [S in RecordSlice]?: CivilDate } = {}
    for (const [i, slice] of slices.entries()) {
      const days = course.coverage[i]
      if (days !== undefined) coverage[slice] = on(days)
    }
    write("OrganTakenOver", course.taken === "both" ? on(-3) : first, { region, coverage })
  }
  for (const { day, ...counts } of course.holdings) write("OrganHoldingsStated", on(day), counts)
  for (const { day, ...progress } of course.progress) write("OrganProgressStated", on(day), progress)
  for (const { day, exists, own } of course.portals)
    write("OrganPortalStated", on(day), { exists, host: own ? organOn(course.level, on(day)) : "info" })
  for (const [i, { closed, day, links }] of course.sites.entries()) {
    write("OrganSiteOpened", on(day), { site: `W${i}` })
    for (const link of links) write("OrganSiteLinkStated", on(link.day), { site: `W${i}`, linked: link.linked })
    if (closed !== undefined) write("OrganSiteClosed", on(day + closed), { site: `W${i}`, reason: "合并" })
  }
  for (const [i, { day, published }] of course.information.entries()) {
    write("OrganInformationArose", on(day), { item: `I${i}`, text: "通告" })
    if (published !== undefined) write("OrganInformationPublished", on(day + published), { item: `I${i}` })
  }
  for (const [i, day] of course.channel.entries())
    if (i % 2 === 0) write("OrganChannelOpened", on(day), { text: "网上投诉" })
    else write("OrganChannelClosed", on(day), { reason: "改版" })
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
  return chronological(events)
}
