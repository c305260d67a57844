import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag, RecordSlice } from "@banfa/core/organ"
import { holderOn, organOn, projectRegion } from "../project/agencies.ts"
import { chronological } from "../record/Upset.ts"
import type { Course } from "./Course.ts"

const slices: ReadonlyArray<RecordSlice> = ["progress", "site", "information", "publication", "channel"]

/** Whose record a course tells of. */
export type Who = Pick<Course, "level" | "who">

/** The id of the organ of which the samples tell: any organ of a level, or an informatization authority. */
export const agencyOf = ({ level, who }: Who): string => {
  if (who === "provincial") return "p-info"
  if (who === "authority") return level === "city" ? "info" : "c-info"
  return level === "city" ? "health" : "c-health"
}

/** Who that organ is on a day. */
const agencyOn = ({ level, who }: Who, on: CivilDate): string =>
  who === "organ" ? organOn(level, on) : holderOn("info", who === "provincial" ? "province" : level, on)

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
    events.push({ ...fact, seq: events.length, by: agencyOn(course, day), ...particulars } as unknown as Event)
  }
  const region = course.who === "provincial" ? "440000" : projectRegion(course.level)
  const supervisor =
    course.who === "provincial" ? "p-supervisor" : course.level === "city" ? "supervisor" : "c-supervisor"
  const appraiser =
    course.who === "provincial" ? "p-appraisers" : course.level === "city" ? "appraisers" : "c-appraisers"
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
    write("OrganPortalStated", on(day), { exists, host: own ? agencyOn(course, on(day)) : "fin" })
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
  if (course.who !== "organ")
    for (const { day, signed, together, township } of course.coordinated)
      write("OrganCoordinated", on(day), {
        text: "协调会议纪要",
        ...(together === undefined ? {} : { with: together ? ["fin"] : [] }),
        ...(signed === undefined ? {} : { signed: signed ? ["fin"] : [] }),
        ...(township ? { township: "某镇" } : {})
      })
  for (const [i, { day, item, items, work }] of course.appraised.entries())
    write("OrganAppraised", on(day), {
      appraisal: `K${i}`,
      appraises: work,
      eGovernment: item,
      by: appraiser,
      ...(items === undefined ? {} : { items })
    })
  for (const { day, fulfilled, norm } of course.judged) {
    write("Judged", on(day), {
      norm,
      instance: "",
      outcome: fulfilled ? "fulfilled" : "not-fulfilled",
      reason: "检查",
      by: supervisor
    })
  }
  return chronological(events)
}
