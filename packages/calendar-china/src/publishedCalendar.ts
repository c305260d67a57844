import { type CivilDate, isCivilDate, yearOf } from "@banfa/core/civil"
import published from "chinese-days/dist/chinese-days.json" with { type: "json" }
import library from "chinese-days/package.json" with { type: "json" }
import { type Arrangement, arrangedIn, fixedHolidays } from "./Arrangement.ts"
import { type ChinaCalendar, calendarOf } from "./ChinaCalendar.ts"
import { yearsText } from "./yearsText.ts"

const name = `${library.name} ${library.version}`

// The lists alone are read: the functions over them call every other day an ordinary one, and take their dates from the machine's time zone.
const listed = (list: Readonly<Record<string, string>>): ReadonlyArray<CivilDate> =>
  Object.keys(list).filter(isCivilDate).sort()

const read = (): ChinaCalendar => {
  const [holidays, workdays] = [listed(published.holidays), listed(published.workdays)]
  const off = new Set(holidays)
  const years = [...new Set(holidays.map(yearOf))].filter((year) => fixedHolidays(year).every((day) => off.has(day)))
  const arrangementOf = (year: number): Arrangement => ({
    source: {
      title: { zh: `${name} 所载${year}年节假日安排`, en: `the holiday arrangement of ${year} as in ${name}` },
      status: "unverified"
    },
    holidays: holidays.filter((day) => arrangedIn(day) === year),
    workdays: workdays.filter((day) => arrangedIn(day) === year)
  })
  return calendarOf(`${name} (${yearsText(years)})`, new Map(years.map((year) => [year, arrangementOf(year)])))
}

let calendar: ChinaCalendar | undefined

/**
 * The years that chinese-days has, each read off its list of days off. Its days were collected from the yearly notices of the State
 * Council's General Office and are not checked against them here, so every source is `unverified`. Read once, at the first call.
 */
export const publishedCalendar = (): ChinaCalendar => {
  calendar ??= read()
  return calendar
}
