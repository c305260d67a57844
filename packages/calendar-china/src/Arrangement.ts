import { addDays, type CivilDate, dayNumber, yearOf } from "@banfa/core/civil"
import type { Source } from "@banfa/core/profile"

/** The paper that a year rests on, and whether anybody has checked the days against it. */
export interface CalendarSource extends Source {
  /** The day on which the paper was issued. */
  readonly issuedOn?: CivilDate | undefined
}

/** How one year is arranged: where nothing is listed, Monday to Friday are worked. */
export interface Arrangement {
  /** The paper that says so. */
  readonly source: CalendarSource
  /** The days off (放假), weekends among them where the paper lists them. */
  readonly holidays: ReadonlyArray<CivilDate>
  /** The Saturdays and Sundays that are worked to make up for days off (调休上班). */
  readonly workdays: ReadonlyArray<CivilDate>
}

/**
 * The year whose paper arranges a day. New Year's Day is moved together with the days before it, so the last seven days of a year are
 * arranged with the next one: the paper for 2019 made 2018-12-29 a working day and 2018-12-31 a day off.
 */
export const arrangedIn = (day: CivilDate): number => yearOf(addDays(day, 7))

/** Public holidays that stand on one date of every year: a year in which one of them is no day off is not arranged. */
export const fixedHolidays = (year: number): ReadonlyArray<CivilDate> =>
  ["01-01", "05-01", "10-01"].map((day) => `${year}-${day}` as CivilDate)

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (day: CivilDate): boolean => {
  // 1970-01-01 was a Thursday; the days before it have negative numbers
  const fromSaturday = (((dayNumber(day) + 5) % 7) + 7) % 7
  return fromSaturday < 2
}
