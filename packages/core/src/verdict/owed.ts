import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { addWorkdays } from "../civil/WorkingCalendar.ts"
import { type Entry, type Period, type PeriodParameter, parameter } from "../profile/Parameter.ts"
import type { Status } from "../regulation/Norm.ts"
import type { Act, Fact } from "./Fact.ts"
import { lapsed, notApplicable, ruling, undetermined } from "./ruling.ts"
import type { Context, Note, Ruling } from "./Verdict.ts"

/**
 * By when something is owed. `on` is a due day that the text or the profile fixes; `limit` is no due day, only the day after which
 * lateness is certain; with neither it is owed on no day.
 */
export interface Due {
  readonly on?: CivilDate | undefined
  readonly entry?: Entry | undefined
  readonly limit?: CivilDate | undefined
  readonly note?: Note | undefined
  /** What is owed with no day is `DueUnspecified`, unless it only has to precede a coming act. */
  readonly undated?: "Pending" | undefined
  /** After a mere `limit` silence is no lateness that runs but a breach, of which the act is still owed. */
  readonly spent?: "Breached" | undefined
}

/** Nothing in the text or the profile fixes a day. */
const noDay: Due = {}

const unknownDay = (entry: Entry): Due => ({ note: "calendar-unknown", entry })

/** The last day of a period that starts on a day: the day itself is not counted. `undefined`: the calendar does not know the way. */
export const lastDay = (ctx: Context, period: Period, from: CivilDate): CivilDate | undefined =>
  typeof period === "number" ? addDays(from, period) : addWorkdays(ctx.calendar, from, period.workdays)

/** A period that only a profile can set, counted from a day. */
export const within = (ctx: Context, id: PeriodParameter, from: CivilDate, region: string | undefined): Due => {
  const entry = parameter(ctx, id, from, region)
  if (entry === undefined) return noDay
  const on = lastDay(ctx, entry.value, from)
  return on === undefined ? unknownDay(entry) : { on, entry }
}

/** 同时, …时: the same legal day, unless a profile grants days of grace. */
export const simultaneous = (ctx: Context, id: PeriodParameter, from: CivilDate, region: string | undefined): Due => {
  const entry = parameter(ctx, id, from, region)
  if (entry === undefined) return { on: from }
  const on = lastDay(ctx, entry.value, from)
  return on === undefined ? unknownDay(entry) : { on, entry }
}

/** What a duty can come to. */
export type Owed =
  | "Pending"
  | "DueUnspecified"
  | "Overdue"
  | "Fulfilled"
  | "FulfilledLate"
  | "Breached"
  | "Undetermined"
  | "NotApplicable"

/** A lateness that no fixed day shows: since when it was certain. */
const certain = <S extends Status>(r: Ruling<S>, { limit, on }: Due): Ruling<S> =>
  on === undefined ? { ...r, limit } : r

/**
 * Somebody must act after a trigger: the one place where dates become statuses.
 *
 * `ended` takes the object of the duty away (withdrawal, return, decision): what was not yet late lapses, what was late stays broken,
 * and an act after the end counts for nothing.
 */
export const owed = (ctx: Context, trigger: Act, act: Fact<Act>, due: Due, name: string, ended?: Act): Ruling<Owed> =>
  act === undefined ? { ...undetermined(name, trigger), entry: due.entry } : measured(ctx, trigger, act, due, ended)

/** The same of an act of which it is known whether it was done. */
export const measured = (
  ctx: Context,
  trigger: Act,
  act: Exclude<Fact<Act>, undefined>,
  due: Due,
  ended?: Act
): Ruling<Owed> => {
  if (act === "n/a") return notApplicable
  if (due.note === "calendar-unknown")
    return { ...undetermined("calendar", trigger, "calendar-unknown"), entry: due.entry }
  const last = due.on ?? due.limit
  if (act !== null && (ended === undefined || act.on <= ended.on)) {
    const late = last !== undefined && act.on > last
    if (!late) return ruling("Fulfilled", trigger, act, due.on, due.entry, undefined, due.note)
    return certain(ruling("FulfilledLate", trigger, act, due.on, due.entry, undefined, due.note), due)
  }
  const late = last !== undefined && (ended === undefined ? ctx.asOf : ended.on) > last
  if (ended !== undefined) {
    if (!late) return { ...lapsed(trigger), entry: due.entry }
    return certain(ruling("Breached", trigger, ended, due.on, due.entry, undefined, due.note), due)
  }
  if (late) {
    const broken = due.on === undefined && due.spent !== undefined
    const ruled = ruling(broken ? due.spent : "Overdue", trigger, undefined, due.on, due.entry, undefined, due.note)
    return certain(broken ? { ...ruled, outstanding: true } : ruled, due)
  }
  const status = due.on !== undefined ? "Pending" : (due.undated ?? "DueUnspecified")
  return ruling(status, trigger, undefined, due.on, due.entry, undefined, due.note, last)
}

/**
 * Something has to be renewed before a day, counted from the last time (`act`); while it is not yet over, what was renewed once is as it
 * should be, and what never was can still be. `unsure` names what is not known of the time since then.
 */
export const renewed = (
  ctx: Context,
  act: Act | undefined,
  due: Due,
  unsure: string | undefined
): Ruling<"Pending" | "Overdue" | "Fulfilled" | "Undetermined"> => {
  if (due.on === undefined) return { ...undetermined("calendar", undefined, "calendar-unknown"), entry: due.entry }
  if (ctx.asOf <= due.on)
    return ruling(
      act === undefined ? "Pending" : "Fulfilled",
      undefined,
      act,
      due.on,
      due.entry,
      undefined,
      undefined,
      due.on
    )
  if (unsure !== undefined) return { ...undetermined(unsure), act, entry: due.entry }
  return ruling("Overdue", undefined, act, due.on, due.entry)
}
