import { addDays, type CivilDate, type WorkingCalendar, yearOf } from "@banfa/core/civil"
import { type Arrangement, arrangedIn, type CalendarSource, isWeekend } from "./Arrangement.ts"

/**
 * A working calendar that can say what it rests on. A day is known when its year is published, and for the last seven days of December
 * the year after it too, since that one's paper may still move them.
 */
export interface ChinaCalendar extends WorkingCalendar {
  /** The years whose arrangement is known, in order. */
  readonly years: ReadonlyArray<number>
  /** How a year is arranged, as its paper lists the days; `undefined` for a year that is not known. */
  readonly arrangement: (year: number) => Arrangement | undefined
  /** The paper that a year rests on; `undefined` for a year that is not known. */
  readonly sourceOf: (year: number) => CalendarSource | undefined
}

/** Builds a calendar from arrangements that contradict each other nowhere. */
export const calendarOf = (version: string, arrangements: ReadonlyMap<number, Arrangement>): ChinaCalendar => {
  const all = [...arrangements.values()]
  const holidays = new Set(all.flatMap((one) => one.holidays))
  const workdays = new Set(all.flatMap((one) => one.workdays))
  const years = [...arrangements.keys()].sort((a, b) => a - b)
  const worked = new Map<CivilDate, boolean>()
  for (const year of years) {
    for (let day = `${year}-01-01` as CivilDate; yearOf(day) === year; day = addDays(day, 1)) {
      if (arrangements.has(arrangedIn(day)))
        worked.set(day, workdays.has(day) || (!isWeekend(day) && !holidays.has(day)))
    }
  }
  return {
    version,
    isWorkday: (date) => worked.get(date),
    years,
    arrangement: (year) => arrangements.get(year),
    sourceOf: (year) => arrangements.get(year)?.source
  }
}

/** A calendar that knows no year: papers can be put on it in the place of the published years. */
export const emptyCalendar: ChinaCalendar = calendarOf("none", new Map())
