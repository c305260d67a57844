/** What is done step by step (逐步): how far a track has come, whether it fell back, and what a document expects of it by when. */
import { addDays, type CivilDate, dayNumber } from "../civil/CivilDate.ts"
import type { Entry, Milestones, ProgressTrack } from "../profile/Parameter.ts"
import { parameter } from "../profile/Parameter.ts"
import type { Status } from "../regulation/Norm.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { commencement } from "../verdict/Rule.ts"
import { earliest, governing, laterOf, untilNextEntry } from "../verdict/recurring.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Interval, Note, Ruling } from "../verdict/Verdict.ts"
import type { Progress } from "./Organ.ts"
import type { View } from "./Rule.ts"

type Stepwise = Ruling<
  "Pending" | "DueUnspecified" | "Overdue" | "Fulfilled" | "FulfilledLate" | "Undetermined" | "NotApplicable"
>

/** A share as two counts, compared without division. */
interface Share {
  readonly covered: number
  readonly total: number
}
const nothing: Share = { covered: 0, total: 1 }
const atLeast = (a: Share, b: Share): boolean => a.covered * b.total >= b.covered * a.total
const reaches = ({ covered, total }: Share, percent: number): boolean => covered * 100 >= percent * total

/** What a statement says of the share: the share, or which count is missing. A whole of nothing leaves nothing to be done. */
const shareOf = ({ covered, total }: Progress): Share | "covered" | "total" | "nothing" => {
  if (total === 0 || total === "n/a" || covered === "n/a") return "nothing"
  if (!known(covered)) return covered === null ? nothing : "covered"
  return known(total) ? { covered, total } : covered === 0 ? nothing : "total"
}

/** One milestone of a document that is in force on its day. */
interface Milestone {
  readonly by: CivilDate
  readonly percent: number
  readonly entry: Entry<Milestones>
}

/** The milestones of a track, of documents that have come into force, in the order of their days. @article 15 @article 21 */
const milestonesOf = (track: ProgressTrack, o: View<never>, ctx: Context): ReadonlyArray<Milestone> =>
  (ctx.profile.parameters["progress.milestones"] ?? [])
    .filter(({ from }) => from <= ctx.asOf)
    .flatMap((entry) =>
      (entry.value.steps ?? [])
        .filter((step) => step.track === track && parameter(ctx, "progress.milestones", step.by, o.region) === entry)
        .map(({ by, percent }) => ({ by, percent, entry }))
    )
    .sort((a, b) => dayNumber(a.by) - dayNumber(b.by))

/** How a track stood on a day: its share, that there is nothing to be done, or what is not known. */
const standOn = (
  steps: ReadonlyArray<Progress>,
  o: View<never>,
  on: CivilDate
): Share | { readonly missing: string } | "nothing" => {
  const last = steps.findLast((step) => step.on <= on)
  if (silence(o.coverage, "progress", last?.on) === undefined) return { missing: "progress" }
  const share = last === undefined ? nothing : shareOf(last)
  return share === "covered" || share === "total" ? { missing: share } : share
}

/** What became of a milestone whose day is over: reached in time, afterwards on a day, or not yet. */
type Met = { readonly reached: "inTime" | "not" } | { readonly reached: CivilDate } | { readonly missing: string }

const met = ({ by, percent }: Milestone, steps: ReadonlyArray<Progress>, o: View<never>): Met => {
  const stood = standOn(steps, o, by)
  if (stood === "nothing") return { reached: "inTime" }
  if ("missing" in stood) {
    const later = steps.findLast((step) => step.on <= by)
    const share = later === undefined ? undefined : shareOf(later)
    // What the record tells was enough already.
    return typeof share === "object" && reaches(share, percent) ? { reached: "inTime" } : stood
  }
  if (reaches(stood, percent)) return { reached: "inTime" }
  let unsure: string | undefined
  for (const step of steps) {
    const share = step.on > by ? shareOf(step) : undefined
    if (share === "covered" || share === "total") unsure ??= share
    else if (share === "nothing" || (share !== undefined && reaches(share, percent)))
      return unsure === undefined ? { reached: step.on } : { missing: unsure }
  }
  if (unsure !== undefined) return { missing: unsure }
  return { reached: "not" }
}

/** The last day on which standing still is not remarked on, by a document; counted from the last step, or from the document. */
const horizonEnd = (since: CivilDate | undefined, o: View<never>, ctx: Context): CivilDate | undefined => {
  const set = governing(ctx, "progress.milestones", laterOf(since ?? commencement, commencement), o.region)
  const days = set === undefined || set.from > ctx.asOf ? undefined : set.entry.value.horizon
  return set === undefined || days === undefined ? undefined : addDays(set.from, days)
}

/** The steps of a track: the statements that say more than any before, and the highest share before the last statement. */
const advances = (steps: ReadonlyArray<Progress>): { readonly last: Progress | undefined; readonly peak: Share } => {
  let peak = nothing
  let last: Progress | undefined
  for (const step of steps) {
    const share = shareOf(step)
    if (typeof share !== "object" || atLeast(peak, share)) continue
    peak = share
    last = step
  }
  return { last, peak }
}

/** What the milestones of a track come to on the day asked. */
interface Passed {
  /** The earliest that is over and not reached. */
  readonly overdue: Milestone | undefined
  /** The earliest that asked for the whole and was reached afterwards. */
  readonly late: Milestone | undefined
  /** What is not known of one that is over. */
  readonly missing: string | undefined
  /** Those to come. */
  readonly coming: ReadonlyArray<Milestone>
  /** When others stood unreached that are reached now. */
  readonly intervals: ReadonlyArray<Interval> | undefined
}

const milestonesMet = (track: ProgressTrack, steps: ReadonlyArray<Progress>, o: View<never>, ctx: Context): Passed => {
  const all = milestonesOf(track, o, ctx)
  const intervals: Array<Interval> = []
  let [overdue, late]: Array<Milestone | undefined> = []
  let missing: string | undefined
  for (const milestone of all) {
    const found = ctx.asOf > milestone.by ? met(milestone, steps, o) : undefined
    if (found === undefined) continue
    if ("missing" in found) missing ??= found.missing
    else if (found.reached === "not") overdue ??= milestone
    else if (found.reached !== "inTime") {
      const from = addDays(milestone.by, 1)
      if (from < found.reached) intervals.push({ status: "Overdue", from, until: found.reached })
      if (milestone.percent >= 100) late ??= milestone
    }
  }
  const coming = all.filter(({ by }) => ctx.asOf <= by)
  return { overdue, late, missing, coming, intervals: intervals.length === 0 ? undefined : intervals }
}

/**
 * What a progressive duty comes to on the day asked: never late by lapse of time, unless a document fixed a day. `plain`: under the chosen
 * reading 逐步 does not reach this act, so that it is owed like any duty without a day (A21).
 */
export const stepwise = (track: ProgressTrack, o: View<"progress">, ctx: Context, plain: boolean): Stepwise => {
  const steps = o.progress.filter((step) => step.track === track)
  const current = steps.at(-1)
  if (current === undefined && !known(o.opened)) return notApplicable
  const share = current === undefined ? nothing : shareOf(current)
  if (share === "nothing") return notApplicable
  const passed = milestonesMet(track, steps, o, ctx)
  const { intervals, missing, overdue } = passed
  const say = <S extends Status>(status: S, due?: Milestone, note?: Note, stands?: CivilDate): Ruling<S> => ({
    ...ruling(status, undefined, current, due?.by, due?.entry, undefined, note, stands),
    intervals
  })
  const open = (name: string, stands?: CivilDate): Ruling<"Undetermined"> => ({
    ...undetermined(name, undefined, undefined, stands),
    act: current,
    intervals
  })
  const fallen = fell(share, steps)
  if (overdue !== undefined) return say("Overdue", overdue, fallen)
  if (typeof share === "string") return open(share)
  if (reaches(share, 100)) return passed.late === undefined ? say("Fulfilled") : say("FulfilledLate", passed.late)
  const next = passed.coming.find(({ percent }) => !reaches(share, percent))
  const stands = untilNextEntry(ctx, "progress.milestones")
  const until = earliest(next?.by, stands)
  if (missing !== undefined) return open(missing, until)
  if (fallen !== undefined) return say("DueUnspecified", undefined, fallen, until)
  const { last } = advances(steps)
  if (current === undefined && silence(o.coverage, "progress", undefined) === undefined) return open("progress", stands)
  const horizon = horizonEnd(last?.on, o, ctx)
  if (horizon !== undefined && ctx.asOf > horizon) return say("DueUnspecified", undefined, "no-step", until)
  const quiet = earliest(until, horizon)
  if (next !== undefined) return say("Pending", next, undefined, quiet)
  if (plain) return say("DueUnspecified", undefined, undefined, quiet)
  return last === undefined && horizon === undefined
    ? open("progress", quiet)
    : say("Pending", undefined, undefined, quiet)
}

/** Whether the share is lower than it was. */
const fell = (share: Share | string, steps: ReadonlyArray<Progress>): "fallen" | undefined =>
  typeof share === "object" && !atLeast(share, advances(steps).peak) ? "fallen" : undefined
