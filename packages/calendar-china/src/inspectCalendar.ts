import type { CivilDate } from "@banfa/core/civil"
import { arrangedIn, fixedHolidays, isWeekend } from "./Arrangement.ts"
import type { CalendarDataSchema } from "./CalendarData.ts"
import type { CalendarFinding } from "./CalendarInvalid.ts"
import type { ChinaCalendar } from "./ChinaCalendar.ts"

type Decoded = typeof CalendarDataSchema.Type
type Days = Decoded["years"][string]

/** Everything that is wrong with the days of a calendar's data, by themselves and on the calendar below; nothing when it may be built. */
export const inspectCalendar = (data: Decoded, below: ChinaCalendar): ReadonlyArray<CalendarFinding> => [
  ...Object.entries(data.years).flatMap(([year, days]) => [
    ...listFindings(Number(year), "holidays", days.holidays),
    ...listFindings(Number(year), "workdays", days.workdays),
    ...workdayFindings(Number(year), days),
    ...missingHolidays(Number(year), days),
    ...otherDays(Number(year), days, data.replaces ?? [], below)
  ]),
  ...replacesNothing(data, below)
]

const finding = (kind: CalendarFinding["kind"], path: string, zh: string, en: string): CalendarFinding => ({
  kind,
  path,
  zh,
  en
})

const listFindings = (
  year: number,
  list: "holidays" | "workdays",
  days: ReadonlyArray<CivilDate>
): ReadonlyArray<CalendarFinding> =>
  days.flatMap((day, index) => {
    const path = `years.${year}.${list}.${index}`
    const start = `${year - 1}-12-25`
    const end = `${year}-12-24`
    return [
      ...(arrangedIn(day) === year
        ? []
        : [
            finding(
              "OutsideYear",
              path,
              `${day}不属于${year}年的安排（${start}至${end}）`,
              `${day} does not belong to the arrangement of ${year} (${start} to ${end})`
            )
          ]),
      ...(days.indexOf(day) === index ? [] : [finding("RepeatedDay", path, `${day}重复列出`, `${day} is listed twice`)])
    ]
  })

const workdayFindings = (year: number, { holidays, workdays }: Days): ReadonlyArray<CalendarFinding> =>
  workdays.flatMap((day, index) => {
    const path = `years.${year}.workdays.${index}`
    if (holidays.includes(day))
      return [
        finding(
          "HolidayAndWorkday",
          path,
          `${day}既列为放假日又列为调休上班日`,
          `${day} is listed as a day off and as a made-up working day`
        )
      ]
    return isWeekend(day)
      ? []
      : [
          finding(
            "NoWeekend",
            path,
            `${day}不是周末，不能是调休上班日`,
            `${day} is no weekend: it cannot be a made-up working day`
          )
        ]
  })

/** An arrangement without them would be an ordinary week under the name of a published year. */
const missingHolidays = (year: number, { holidays }: Days): ReadonlyArray<CalendarFinding> =>
  fixedHolidays(year)
    .filter((day) => !holidays.includes(day))
    .map((day) =>
      finding(
        "MissingHoliday",
        `years.${year}.holidays`,
        `法定节日${day}未列为放假日，安排不完整`,
        `the public holiday of ${day} is not listed as a day off: the arrangement is not complete`
      )
    )

/** The days that an arrangement sets apart from an ordinary week: a weekend that is listed as off would be off anyway. */
const apart = ({ holidays, workdays }: Days): ReadonlySet<CivilDate> =>
  new Set([...holidays.filter((day) => !isWeekend(day)), ...workdays])

const otherDays = (
  year: number,
  days: Days,
  replaces: ReadonlyArray<number>,
  below: ChinaCalendar
): ReadonlyArray<CalendarFinding> => {
  const known = below.arrangement(year)
  if (known === undefined || replaces.includes(year)) return []
  const [before, now] = [apart(known), apart(days)]
  const differing = [...before, ...now].filter((day) => !(before.has(day) && now.has(day))).sort()
  if (differing.length === 0) return []
  const shown = `${differing.slice(0, 5).join(", ")}${differing.length > 5 ? " …" : ""}`
  return [
    finding(
      "OtherDays",
      `years.${year}`,
      `${year}年已依“${known.source.title.zh}”安排，所列日期与之不同（${shown}），未声明替代`,
      `${year} is arranged by "${known.source.title.en}"; these days differ (${shown}), and the data do not say that they replace it`
    )
  ]
}

const replacesNothing = ({ replaces = [], years }: Decoded, below: ChinaCalendar): ReadonlyArray<CalendarFinding> =>
  replaces.flatMap((year, index) =>
    Object.hasOwn(years, year) && below.arrangement(year) !== undefined
      ? []
      : [
          finding(
            "ReplacesNothing",
            `replaces.${index}`,
            `声明替代${year}年，但此前没有该年的安排，或者数据未列该年`,
            `the data say that they replace ${year}, which is not known before, or which they do not list`
          )
        ]
  )
