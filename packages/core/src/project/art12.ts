import type { NormId } from "../regulation/Norm.ts"
import { type Act, known } from "../verdict/Fact.ts"
import type { Due, Owed } from "../verdict/owed.ts"
import { owedOf, type Received } from "../verdict/Received.ts"
import { shared } from "../verdict/Rule.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { approvedRegions, type Regions } from "./authorities.ts"
import { each, type ProjectRule } from "./Rule.ts"
import { copied, received } from "./receipts.ts"
import {
  eachPeriod,
  graced,
  listing,
  type OwedPeriod,
  quarterly,
  type Reporting,
  slices,
  timetabled,
  timetableQuiet
} from "./reporting.ts"

type Periodic = Ruling<Owed>

/** An owed period with what the three norms share of it: by when the report is owed, and what was received. */
interface Heard extends OwedPeriod {
  /** Whether it is one of a provincial key project; `undefined`: not known. */
  readonly key: boolean | undefined
  /** Whether another body of the province listed it than the investment authority. */
  readonly listedByAnother: boolean
  /** The provincial timetable, where one is in force. */
  readonly timetable: Due | undefined
  /** The time that governs: the timetable of a key project, else the quarter. `undefined`: the listing is not known. */
  readonly due: Due | undefined
  readonly got: Received
}

/** The owed periods of a case, which the three norms share; `undefined`: nobody knows whether any is owed. */
const periodsOf = (p: Reporting, ctx: Context): ReadonlyArray<Heard> | undefined => {
  const periods: Array<Heard> = []
  const where = approvedRegions(p, ctx)
  const begun = eachPeriod(p, ctx, (period) => {
    const { ended, quarter, report, trigger } = period
    const timetable = timetabled(p, quarter, ctx)
    const { byAnother, is: key } = listing(p, quarter, ctx)
    const unsure = timetable !== undefined && key === undefined
    periods.push({
      key,
      listedByAnother: key === true && byAnother,
      timetable,
      due: unsure ? undefined : key === true && timetable !== undefined ? timetable : quarterly(p, quarter, ctx),
      quarter,
      report,
      trigger,
      ended,
      got: received(p, period, ctx, where)
    })
  })
  return begun ? periods : undefined
}

/** Every owed period of a project, each judged for itself. */
const perPeriod = <N extends NormId & ("N12.1" | "N12.2" | "N12.3")>(
  norm: N,
  rule: (period: Heard, p: Reporting, ctx: Context, where: Regions) => Periodic,
  onlyKeyProjects = false
): ProjectRule<N> =>
  each(norm, slices, (p, ctx, ruled, out) => {
    if (onlyKeyProjects && p.coverage === undefined && p.keyList.length === 0) return
    const periods = shared(periodsOf, p, ctx, out)
    if (periods === undefined) return ruled("", undetermined("decision"))
    const where = approvedRegions(p, ctx)
    for (const period of periods) ruled(period.quarter.instance, rule(period, p, ctx, where))
  })

/** What a period came to, once it is known by when and what was received. */
const judged = (period: OwedPeriod, got: Received, due: Due, p: Reporting, ctx: Context): Periodic => {
  const { ended, quarter, trigger } = period
  const running = ctx.asOf <= quarter.ends
  const quiet = running ? timetableQuiet(p, quarter, ctx) : undefined
  if (running && got.act === null && due.on === undefined && due.note !== "calendar-unknown") {
    const note = got.note ?? due.note
    return ruling("Pending", trigger, undefined, undefined, undefined, undefined, note, quiet ?? quarter.ends)
  }
  const r = owedOf(ctx, trigger, got, due, ended)
  // a timetable changes within the quarter, before any day on which its report is due
  return quiet !== undefined && r.stands !== undefined ? { ...r, stands: quiet } : r
}

/** Nobody knows whether the project is on the key list, until a day may come from which the record of it is complete. */
const unlisted = (period: Heard, p: Reporting, ctx: Context): Ruling<"Undetermined"> => ({
  ...undetermined("keyList", period.trigger, undefined, timetableQuiet(p, period.quarter, ctx)),
  entry: period.timetable?.entry
})

/** 行政机关电子政务项目投资进展情况，由建设单位按季度(…)报送投资主管部门 */
export const N12_1 = perPeriod("N12.1", (period, p, ctx) => {
  const { due: time } = period
  if (time === undefined) return unlisted(period, p, ctx)
  if (time === period.timetable) {
    const stands = timetableQuiet(p, period.quarter, ctx)
    return ruling("NotApplicable", period.trigger, undefined, undefined, time.entry, undefined, "displaced", stands)
  }
  return judged(period, period.got, time, p, ctx)
})

/** By when the copy is owed beside a report: in the time of the report, or on its very day, which a late report does not put off (A12g). */
const copyDue = (report: Act, time: Due, ctx: Context): Due => {
  const last = time.on ?? time.limit
  const late = time.note === "calendar-unknown" || (last !== undefined && report.on > last)
  return ctx.profile.readings.A12g === "same-day" && !late ? { on: report.on } : time
}

/** 抄送信息化主管部门备案 */
export const N12_2 = perPeriod("N12.2", (period, p, ctx, where) => {
  const { due: time } = period
  if (time === undefined) return unlisted(period, p, ctx)
  const report = period.got.act
  const due = graced(known(report) ? copyDue(report, time, ctx) : time, p, period.quarter, ctx)
  const copy = copied(p, period, ctx, where)
  const awaited = copy.act === null && copy.note === undefined && known(report) && due.note === undefined
  return judged(period, awaited ? { ...copy, note: "copy-missing" } : copy, due, p, ctx)
})

/** Art. 12 gives the provincial investment authority the time requirement, not the list: a listing by another body of the province is remarked on. */
const remarked = ({ listedByAnother }: Heard, r: Periodic): Periodic =>
  listedByAnother && r.note === undefined ? { ...r, note: "listed-by-another" } : r

/** 其中纳入省重点项目的，按省投资主管部门的时间要求 */
export const N12_3 = perPeriod(
  "N12.3",
  (period, p, ctx) => {
    const { key, timetable } = period
    if (key === false) return notApplicable
    if (key === undefined) return unlisted(period, p, ctx)
    if (timetable === undefined) {
      const stands = timetableQuiet(p, period.quarter, ctx)
      return undetermined("timetable", period.trigger, "no-timetable", stands)
    }
    return remarked(period, judged(period, period.got, timetable, p, ctx))
  },
  true
)
