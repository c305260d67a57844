import type { Brand } from "effect/Brand"
import { type CivilDate, dayNumber, monthOf, yearOf } from "./CivilDate.ts"

/** A calendar quarter, written `2026-Q1`: the period of 按季度. @article 12 */
export type Quarter = string & Brand<"Quarter">

/** Whether a text names a quarter between 1990 and 2149. */
export const isQuarter = (text: string): text is Quarter => /^(199\d|20\d\d|21[0-4]\d)-Q[1-4]$/.test(text)

const first = 1990
const count = 640
const day = (year: number, month: number, date: number): CivilDate =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10) as CivilDate

/** A quarter with its first and its last day. */
export interface QuarterSpan {
  /** Written `2026-Q1`. */
  readonly id: Quarter
  /** Its number, as `quarterIndex` and `quarterNumber` count. */
  readonly index: number
  /** The name of a verdict about this quarter. */
  readonly instance: string
  /** The first day. */
  readonly starts: CivilDate
  /** The last day. */
  readonly ends: CivilDate
  /** The last day as days since 1970-01-01: a period after it costs no parsing. */
  readonly lastDay: number
}

/** All quarters from 1990 on, counted once: periodic rules only look them up by number. */
export const quarters: ReadonlyArray<QuarterSpan> = Array.from({ length: count }, (_, i) => {
  const year = first + (i >> 2)
  const id = `${year}-Q${(i & 3) + 1}` as Quarter
  const ends = day(year, (i & 3) * 3 + 3, 0)
  return { id, index: i, instance: `quarter/${id}`, starts: day(year, (i & 3) * 3, 1), ends, lastDay: dayNumber(ends) }
})

/** The number of the quarter in which a day lies. */
export const quarterIndex = (date: CivilDate): number => {
  const index = (yearOf(date) - first) * 4 + (((monthOf(date) - 1) / 3) | 0)
  return Math.max(0, Math.min(index, count - 2))
}

/** The number of a quarter by its name. */
export const quarterNumber = (quarter: Quarter): number => (yearOf(quarter) - first) * 4 + quarter.charCodeAt(6) - 49

/** The quarter with this number; numbers come from `quarterIndex` or `quarterNumber` and are always in the table. */
export const quarterAt = (index: number): QuarterSpan => quarters[index] as QuarterSpan
