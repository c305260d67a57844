import type { Brand } from "effect/Brand"

/**
 * A civil day in Asia/Shanghai, written `YYYY-MM-DD` (years 1900 to 2199). Text order is time order, so `<` is "earlier than".
 * The day is over at 24:00: on the due day itself a duty is still pending.
 */
export type CivilDate = string & Brand<"CivilDate">

const shape = /^(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** The first of all days. */
export const firstDay = "1900-01-01" as CivilDate

/** Whether a text is a day that exists: `2026-02-30` is not. */
export const isCivilDate = (text: string): text is CivilDate => shape.test(text) && iso(dayNumber(text)) === text

const two = (date: string, at: number): number => date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528
const iso = (day: number): CivilDate => new Date(day * 86_400_000).toISOString().slice(0, 10) as CivilDate

/** The year of a day. */
export const yearOf = (date: string): number => two(date, 0) * 100 + two(date, 2)
/** The month of a day, 1 to 12. */
export const monthOf = (date: string): number => two(date, 5)
/** Days since 1970-01-01, for differences between days. */
export const dayNumber = (date: string): number => Date.UTC(yearOf(date), monthOf(date) - 1, two(date, 8)) / 86_400_000

const interned: Array<CivilDate | undefined> = []

/**
 * The day `days` after a date (before it, when negative). Days are interned by number: a due date costs a look-up, not a formatting.
 *
 * @example
 * ```ts
 * import { addDays, type CivilDate } from "@banfa/core/civil"
 *
 * addDays("2026-02-27" as CivilDate, 2) // => "2026-03-01"
 * ```
 */
export const addDays = (date: CivilDate, days: number): CivilDate => dayAt(dayNumber(date) + days)

/** The day that lies so many days after 1970-01-01. */
export const dayAt = (day: number): CivilDate => {
  // biome-ignore lint/suspicious/noAssignInExpressions: the interning table reads best as one expression
  return (interned[day] ??= iso(day))
}

/** The same day so many years later; of 29 February in an ordinary year, 28 February. */
export const addYears = (date: CivilDate, years: number): CivilDate => {
  const year = String(yearOf(date) + years)
  const same = `${year}${date.slice(4)}`
  return isCivilDate(same) ? same : (`${year}-02-28` as CivilDate)
}
