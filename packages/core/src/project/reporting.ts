/** Which quarters are owed, which receipts count, and whose time they follow: what the three norms of art. 12 share. */
import { addDays, type CivilDate, dayAt } from "../civil/CivilDate.ts"
import { type Quarter, type QuarterSpan, quarterAt, quarterIndex, quarters } from "../civil/Quarter.ts"
import { addWorkdays } from "../civil/WorkingCalendar.ts"
import { type Period, parameter } from "../profile/Parameter.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, known, latest } from "../verdict/Fact.ts"
import type { Due } from "../verdict/owed.ts"
import { commencement } from "../verdict/Rule.ts"
import type { Context, Note } from "../verdict/Verdict.ts"
import { spent } from "./art11.ts"
import { type Listed, listedOn } from "./listing.ts"
import { firstApproval, type IssuedTimetable, type Report, switchedOn } from "./Project.ts"
import type { View } from "./Rule.ts"

export const slices = [
  "applications",
  "budgets",
  "reports",
  "keyList",
  "timetables",
  "pauses",
  "started",
  "completed",
  "settled"
] as const
export type Reporting = View<(typeof slices)[number]>

/** One owed period. */
export interface OwedPeriod {
  readonly quarter: QuarterSpan
  readonly report: Report | undefined
  /** What set the duty for this period off. */
  readonly trigger: Act
  /** The approval that took the place of the first investment as the ground of the duty. */
  readonly ended: Act | undefined
}

interface Span {
  readonly from: Act
  readonly first: number
  readonly last: number
  readonly ended?: Act
}

const quarterOf = (act: Act): number => quarterIndex(act.on)

/**
 * From when to when reports are owed (A12b): by default from the approval of establishment, or before one from the first investment or
 * construction start on record, to the quarter of settlement or cancellation. `undefined`: nobody knows whether it began.
 */
const spans = (p: Reporting, ctx: Context): ReadonlyArray<Span> | undefined => {
  const today = quarterIndex(ctx.asOf)
  const last = known(p.settled) ? Math.min(quarterOf(p.settled), today) : today
  if (ctx.profile.readings.A12b === "works") {
    if (!known(p.started))
      return p.started === undefined && silence(p.coverage, "works", undefined) === undefined ? undefined : []
    const completed = known(p.completed) ? quarterOf(p.completed) : last
    return [{ from: p.started, first: quarterOf(p.started), last: Math.min(last, completed) }]
  }
  const approval = firstApproval(p)
  const invested = begun(p)
  if (approval === undefined) {
    if (invested !== undefined) return [{ from: invested.act, first: invested.quarter, last }]
    return silence(p.coverage, "decision", undefined) === undefined ? undefined : []
  }
  const approved = { from: approval, first: quarterOf(approval), last }
  return invested === undefined
    ? [approved]
    : [
        { from: invested.act, first: invested.quarter, last: Math.min(last, approved.first - 1), ended: approval },
        approved
      ]
}

/** The first quarter of which an investment or the start of construction is on record. */
const begun = (p: Reporting): { readonly act: Act; readonly quarter: number } | undefined => {
  let first = known(p.started) ? { act: p.started, quarter: quarterOf(p.started) } : undefined
  for (const { issued } of p.budgets) {
    if (!known(issued)) continue
    const quarter = quarterOf(issued)
    if (first === undefined || quarter < first.quarter) first = { act: issued, quarter }
  }
  for (const report of p.reports) {
    if (first !== undefined && report.quarter >= first.quarter) break
    const act = spent(report)
    if (act !== undefined) return { act, quarter: report.quarter }
  }
  return first
}

/** A project that was under way when the Measures took force reports from the first quarter that ended under them (A36b). */
const underWay = (act: Act, { starts }: QuarterSpan): Act => {
  if (act.on >= commencement) return act
  return { ...act, on: starts < commencement ? commencement : starts }
}

/** The quarter in which the Measures took force: no earlier one is owed. */
const inForce = quarterIndex(commencement)

/** Calls back for every owed period in order; answers false when nobody knows whether any is owed. */
export const eachPeriod = (p: Reporting, ctx: Context, visit: (period: OwedPeriod) => void): boolean => {
  const all = spans(p, ctx)
  if (all === undefined) return false
  let r = 0
  for (const { ended, first, from, last } of all) {
    for (let q = Math.max(first, inForce); q <= last; q++) {
      const quarter = quarterAt(q)
      if (skipped(p, quarter, ctx)) continue
      while (r < p.reports.length && (p.reports[r] as Report).quarter < q) r++
      const report = p.reports[r]?.quarter === q ? p.reports[r] : undefined
      if (ctx.profile.readings.A12c === "skip" && report?.receipts.some((x) => x.amount === "0.00")) continue
      visit({ quarter, report, trigger: underWay(from, quarter), ended })
    }
  }
  return true
}

/** Under the reading that nothing is owed for an idle quarter: the works stood still through all of it, as far as the day asked (A12c). */
const skipped = (p: Reporting, { ends, starts }: QuarterSpan, ctx: Context): boolean =>
  ctx.profile.readings.A12c === "skip" &&
  switchedOn(p.pauses, starts) &&
  !p.pauses.some((pause) => !pause.to && pause.on > starts && pause.on <= ends)

/** Whether the provincial investment authority did it: the time requirement is its own. Not stated who did: it. */
const provincially = (act: Act, ctx: Context): boolean | undefined =>
  act.by === undefined ? true : ctx.directory.holds(act.by, "investment.provincial", province, act.on)

const province = "440000"

/** The day on which the list decides: the last of the quarter; while it runs, as things stand on the day asked (A12d). */
const decisive = ({ ends }: QuarterSpan, ctx: Context): CivilDate => (ctx.asOf < ends ? ctx.asOf : ends)

/** Whether a period is one of a provincial key project; `undefined`: not known. */
export const keyPeriod = (p: Reporting, quarter: QuarterSpan, ctx: Context): boolean | undefined =>
  listing(p, quarter, ctx).is

/** Where a period stands on the list of provincial key projects. */
export const listing = (p: Reporting, quarter: QuarterSpan, ctx: Context): Listed =>
  listedOn("keyList", p, decisive(quarter, ctx), ctx)

const after = (ctx: Context, day: CivilDate, period: Period): CivilDate | undefined =>
  typeof period === "number" ? addDays(day, period) : addWorkdays(ctx.calendar, day, period.workdays)

const afterQuarter = (ctx: Context, { ends, lastDay }: QuarterSpan, period: Period): CivilDate | undefined =>
  typeof period === "number" ? dayAt(lastDay + period) : after(ctx, ends, period)

const issuedOn = (
  timetables: ReadonlyArray<IssuedTimetable>,
  on: CivilDate,
  ctx: Context
): IssuedTimetable | undefined =>
  latest(
    timetables.filter((t) => provincially(t, ctx) !== false && !(known(t.until) && t.until < on)),
    on
  )

/** The provincial timetable for a period: the one issued for the project, else that of the profile. `undefined`: none is in force. */
export const timetabled = (p: Reporting, quarter: QuarterSpan, ctx: Context): Due | undefined => {
  const on = decisive(quarter, ctx)
  const issued = issuedOn(p.timetables, on, ctx)
  const entry = issued === undefined ? parameter(ctx, "keyProject.timetable", on, p.region) : undefined
  const value = issued?.due ?? entry?.value
  if (value === undefined) return undefined
  const due =
    typeof value === "object" && !("workdays" in value)
      ? (value as { readonly [q: Quarter]: CivilDate })[quarter.id]
      : afterQuarter(ctx, quarter, value as Period)
  if (due === undefined)
    return typeof value === "object" && !("workdays" in value) ? undefined : { note: "calendar-unknown", entry }
  const note: Note | undefined =
    (issued?.on ?? (entry?.from as CivilDate)) > quarter.starts ? "timetable-covers-part" : undefined
  return { on: due, entry, note }
}

/** Without a day, certainty that a report is missed comes with the end of the quarter after the one it is about. */
const wholeFurtherQuarter: ReadonlyArray<Due> = quarters.map(({ index }) => {
  const limit = quarters[index + 1]?.ends
  return limit === undefined ? {} : { limit, spent: "Breached" }
})

/** The time for a report that no timetable displaces: the day of a profile, or none, with certainty once a whole further quarter is over (A12a). */
export const quarterly = (p: Reporting, quarter: QuarterSpan, ctx: Context): Due => {
  const entry = parameter(ctx, "quarterlyReport.dueRule", quarter.ends, p.region)
  if (entry === undefined) return wholeFurtherQuarter[quarter.index] ?? {}
  const on = afterQuarter(ctx, quarter, entry.value)
  return on === undefined ? { note: "calendar-unknown", entry } : { on, entry }
}

/** The same time with the days of grace that a profile grants for the copy. */
export const graced = (due: Due, p: Reporting, quarter: QuarterSpan, ctx: Context): Due => {
  const entry = parameter(ctx, "quarterlyReport.copyGraceDays", quarter.ends, p.region)
  const day = due.on ?? due.limit
  if (entry === undefined || day === undefined) return due
  const until = after(ctx, day, entry.value)
  if (until === undefined) return { note: "calendar-unknown", entry }
  return due.on === undefined ? { ...due, limit: until, entry } : { ...due, on: until, entry }
}

/** The last day on which the timetables of a running quarter stand as they stand today. */
export const timetableQuiet = (p: Reporting, quarter: QuarterSpan, ctx: Context): CivilDate | undefined => {
  const entries = ctx.profile.parameters["keyProject.timetable"] ?? []
  const ends = [...entries, ...p.timetables].flatMap(({ until }) => (known(until) ? [addDays(until, 1)] : []))
  const changes = [...entries.map(({ from }) => from), ...ends]
  const complete = p.coverage?.keyList
  if (complete !== undefined && keyPeriod(p, quarter, ctx) === undefined) changes.push(complete)
  const next = changes.filter((day) => day > ctx.asOf && day <= quarter.ends).sort()[0]
  return next === undefined ? undefined : addDays(next, -1)
}
