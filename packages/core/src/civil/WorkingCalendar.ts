import { addDays, type CivilDate } from "./CivilDate.ts"

/**
 * Which days are worked. Only published years are known: for a day of any other year the answer is `undefined`,
 * since holidays and make-up days are decided year by year and an ordinary week would be an invention.
 */
export interface WorkingCalendar {
  /** Names the published years behind it; every answer carries it. */
  readonly version: string
  /** Whether a day is worked; `undefined` for a day of a year that is not published. */
  readonly isWorkday: (date: CivilDate) => boolean | undefined
}

/** A calendar that knows no year: every period in working days stays undetermined. */
export const noCalendar: WorkingCalendar = { version: "none", isWorkday: () => undefined }

/** The day on which the `count`-th working day after a date ends; `undefined` when a day on the way is not known. */
export const addWorkdays = (calendar: WorkingCalendar, date: CivilDate, count: number): CivilDate | undefined => {
  let day = date
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    const worked = calendar.isWorkday(day)
    if (worked === undefined) return undefined
    if (worked) left--
  }
  return day
}
