/**
 * Duties about a state are judged for the day asked, and what was not as provided before stays on record as intervals (arts 16 to 19, 22, 25
 * to 27). Between two days on which anything of the case changes, its state is one and the same.
 */
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import type { Status } from "../regulation/Norm.ts"
import type { Act } from "./Fact.ts"
import { commencement } from "./Rule.ts"
import type { Interval, Ruling } from "./Verdict.ts"

/** How a case stands on a day on which it does not stand as provided. */
interface Wrong {
  /** By which act it stands so. */
  readonly act: Act | undefined
  /** Breached, unless it was only late. */
  readonly status?: "Overdue" | undefined
}

/** What a case itself says of a day; `undefined`: nothing is wrong, or nobody knows. */
export type WrongOn = (on: CivilDate) => Wrong | undefined

/**
 * The spells of breach or lateness that were over by the day asked. `changes` are the days on which the case may begin to stand otherwise;
 * `excused` says of a day whether something beside the case takes the breach away. Nothing before the Measures took force is a breach.
 */
export const spells = (
  changes: ReadonlyArray<CivilDate>,
  asOf: CivilDate,
  wrongOn: WrongOn,
  excused?: (on: CivilDate) => boolean
): ReadonlyArray<Interval> => {
  const later = changes.filter((day) => day > commencement)
  const days = [...new Set(later.length < changes.length ? [commencement, ...later] : later)]
    .filter((day) => day <= asOf)
    .sort()
  const found: Array<Interval> = []
  let running: Omit<Interval, "until"> | undefined
  const stand = (on: CivilDate, wrong: Wrong | undefined): void => {
    const status = wrong === undefined ? undefined : (wrong.status ?? "Breached")
    if (running?.status === status) return
    if (running !== undefined) found.push({ ...running, until: on })
    running = status === undefined ? undefined : { status, from: on, act: wrong?.act }
  }
  for (const [i, day] of days.entries()) {
    const wrong = wrongOn(day)
    if (wrong === undefined || excused === undefined) {
      stand(day, wrong)
      continue
    }
    const next = days[i + 1] ?? addDays(asOf, 1)
    for (let on = day; on < next; on = addDays(on, 1)) stand(on, excused(on) ? undefined : wrong)
  }
  return found
}

/** The same of what a rule says of a day; `undefined` where it was never in breach. */
export const breaches = (
  changes: ReadonlyArray<CivilDate>,
  asOf: CivilDate,
  stoodOn: (on: CivilDate) => Ruling
): ReadonlyArray<Interval> | undefined => {
  const found = spells(changes, asOf, (on) => {
    const { act, status } = stoodOn(on)
    return status === "Breached" ? { act } : undefined
  })
  return found.length === 0 ? undefined : found
}

/** A ruling on a state with what was not as provided before; a remark says so where there is no other. */
export const withSpells = <S extends Status>(r: Ruling<S>, intervals: ReadonlyArray<Interval>): Ruling<S> =>
  intervals.length === 0 ? r : { ...r, note: r.note ?? "earlier-breach", intervals }

/** The trigger of a duty about a state: what set it off before the Measures took force sets it off with them, and is not shown. @article 36 */
export const sinceCommencement = (act: Act | undefined): Act | undefined =>
  act === undefined || act.on < commencement ? undefined : act
