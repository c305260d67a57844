import { addWorkdays, type CivilDate } from "@banfa/core/civil"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { calendarFrom, emptyCalendar, publishedCalendar } from "../src/index.ts"
import { data, days2027, source } from "./sample.ts"

const day = (text: string) => text as CivilDate
const built = (input: unknown, ...below: ReadonlyArray<typeof emptyCalendar>) =>
  Result.getOrThrow(calendarFrom(input, ...below))
const refused = (input: unknown, ...below: ReadonlyArray<typeof emptyCalendar>) =>
  Result.getOrThrow(Result.flip(calendarFrom(input, ...below)))

/** What is wrong with the sample where its days are others. */
const kinds = (changes: object) =>
  refused(data({ years: { 2027: { ...days2027, ...changes } } })).findings.map(({ kind, path }) => `${kind} ${path}`)

const published2026 = publishedCalendar().arrangement(2026) ?? { holidays: [], workdays: [] }
const { holidays, workdays } = published2026

describe("a paper put on the published years", () => {
  const calendar = built(data())

  test("makes its year known, the end of the year before it too, and says what it rests on", () => {
    const known = ["2026-12-25", "2026-12-27", "2026-12-31", "2027-01-01", "2027-01-04", "2027-10-09", "2027-12-24"]
    expect(known.map((one) => calendar.isWorkday(day(one)))).toEqual([true, true, false, false, true, true, true])
    expect(calendar.isWorkday(day("2027-12-25"))).toBeUndefined()
    expect(calendar.sourceOf(2027)).toEqual(source)
    expect(calendar.sourceOf(2026)).toEqual(publishedCalendar().sourceOf(2026))
    expect(calendar.version).toBe(`${publishedCalendar().version}+sample-2027 (2027)`)
  })

  test("lets a period lead over the end of the year", () => {
    expect(addWorkdays(publishedCalendar(), day("2026-12-24"), 5)).toBeUndefined()
    expect(addWorkdays(calendar, day("2026-12-24"), 5)).toBe("2026-12-30")
    expect(addWorkdays(calendar, day("2026-12-24"), 6)).toBe("2027-01-04")
  })

  test("leaves the published years as they were", () => {
    expect(publishedCalendar().isWorkday(day("2027-01-04"))).toBeUndefined()
    for (const year of publishedCalendar().years)
      expect(calendar.arrangement(year)).toBe(publishedCalendar().arrangement(year))
  })

  test("can be put on another paper, and another on it", () => {
    const source2028 = { ...source, issuedOn: "2027-11-04" }
    const days2028 = { holidays: ["2028-01-01", "2028-05-01", "2028-10-01"], workdays: [] }
    const both = built({ version: "sample-2028", source: source2028, years: { 2028: days2028 } }, calendar)
    expect([both.isWorkday(day("2027-12-31")), both.sourceOf(2028)]).toEqual([true, source2028])
    expect(both.years.slice(-3)).toEqual([2026, 2027, 2028])
  })

  test("stands alone on an empty calendar: no other year is known", () => {
    const alone = built(data(), emptyCalendar)
    expect([alone.version, alone.years]).toEqual(["sample-2027 (2027)", [2027]])
    expect(alone.isWorkday(day("2027-01-04"))).toBe(true)
    expect(alone.isWorkday(day("2026-12-31"))).toBeUndefined()
    expect(alone.isWorkday(day("2026-10-10"))).toBeUndefined()
    expect(emptyCalendar.isWorkday(day("2026-10-10"))).toBeUndefined()
  })
})

describe("a year that is known already", () => {
  test("may be stated again with the same days, and then rests on the paper", () => {
    const again = built(data({ years: { 2026: { holidays, workdays } } }))
    expect(again.sourceOf(2026)).toEqual(source)
    const weekdays = holidays.filter((one) => one !== "2026-10-03" && one !== "2026-10-04")
    expect(built(data({ years: { 2026: { holidays: weekdays, workdays } } })).isWorkday(day("2026-10-03"))).toBe(false)
  })

  test("is not set anew without saying so", () => {
    const { findings } = refused(data({ years: { 2026: { holidays, workdays: workdays.slice(0, -1) } } }))
    expect(findings).toEqual([
      {
        kind: "OtherDays",
        path: "years.2026",
        zh: "2026年已依“chinese-days 1.5.7 所载2026年节假日安排”安排，所列日期与之不同（2026-10-10），未声明替代",
        en:
          '2026 is arranged by "the holiday arrangement of 2026 as in chinese-days 1.5.7"; these days differ (2026-10-10), ' +
          "and the data do not say that they replace it"
      }
    ])
    const few = { holidays: ["2026-01-01", "2026-05-01", "2026-10-01"], workdays: [] }
    expect(refused(data({ years: { 2026: few } })).findings[0]?.zh).toContain(" …）")
  })

  test("is set anew where the data say that they replace it", () => {
    const replaced = built(data({ years: { 2026: { holidays, workdays: workdays.slice(0, -1) } }, replaces: [2026] }))
    expect(replaced.isWorkday(day("2026-10-10"))).toBe(false)
    expect(replaced.isWorkday(day("2026-09-20"))).toBe(true)
    expect(replaced.years).toEqual(publishedCalendar().years)
  })

  test("is replaced only where it is known and listed", () => {
    const { findings } = refused(data({ replaces: [2026, 2027] }))
    expect(findings.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "ReplacesNothing replaces.0",
      "ReplacesNothing replaces.1"
    ])
  })
})

describe("days that cannot be", () => {
  test("are refused outside their year; from 25 December on a day belongs to the next one", () => {
    expect(kinds({ workdays: ["2026-12-20", "2027-12-25", "2028-01-08"] })).toEqual([
      "OutsideYear years.2027.workdays.0",
      "OutsideYear years.2027.workdays.1",
      "OutsideYear years.2027.workdays.2"
    ])
  })

  test("are refused where one is repeated", () => {
    expect(kinds({ workdays: ["2027-10-09", "2027-10-10", "2027-10-09"] })).toEqual([
      "RepeatedDay years.2027.workdays.2"
    ])
    expect(kinds({ holidays: [...days2027.holidays, "2027-01-01"] })).toEqual(["RepeatedDay years.2027.holidays.7"])
  })

  test("are refused where one is off and made up at once", () => {
    expect(kinds({ workdays: ["2027-01-02"] })).toEqual(["HolidayAndWorkday years.2027.workdays.0"])
  })

  test("are refused where one is made up that is no weekend", () => {
    expect(kinds({ workdays: ["2027-10-11"] })).toEqual(["NoWeekend years.2027.workdays.0"])
  })

  test("are refused where a fixed holiday is missing: it would be an ordinary week under the name of a paper", () => {
    expect(kinds({ holidays: [] })).toEqual(Array(3).fill("MissingHoliday years.2027.holidays"))
    expect(kinds({ holidays: ["2027-01-01", "2027-05-01"] })).toEqual(["MissingHoliday years.2027.holidays"])
  })

  test("are all named, each in both languages", () => {
    const error = refused(
      data({ years: { 2027: { holidays: ["2027-01-01"], workdays: ["2027-10-11", "2028-10-07"] } } })
    )
    expect(error.findings.map(({ kind }) => kind)).toEqual([
      "OutsideYear",
      "NoWeekend",
      "MissingHoliday",
      "MissingHoliday"
    ])
    for (const { en, zh } of error.findings) expect([/[一-龥]/u.test(zh), /[a-z]/u.test(en)]).toEqual([true, true])
    expect(error.message).toBe(`${error.text.zh} / ${error.text.en}`)
    expect(error.text.zh).toContain("years.2027.workdays.0 2027-10-11不是周末，不能是调休上班日")
    expect(error.text.en).toContain(
      "years.2027.workdays.0 2027-10-11 is no weekend: it cannot be a made-up working day"
    )
  })
})

describe("data that are malformed", () => {
  test("are refused with every place that is wrong, in both languages", () => {
    const years = { 2027: { holidays: ["2027-02-30", 5], workdays: [], notes: "" }, "27": {} }
    const { findings } = refused({ source: { title: { zh: "" }, status: "certain" }, years, since: 1 })
    expect(findings.every(({ kind }) => kind === "Malformed")).toBe(true)
    expect(findings.map(({ path }) => path).sort()).toEqual([
      "since",
      "source.status",
      "source.title.en",
      "source.title.zh",
      "version",
      "years.2027.holidays.0",
      "years.2027.holidays.1",
      "years.2027.notes",
      "years.27"
    ])
    expect(findings.find(({ path }) => path === "years.2027.holidays.0")).toEqual({
      kind: "Malformed",
      path: "years.2027.holidays.0",
      zh: "没有这一天",
      en: "there is no such day: 2027-02-30"
    })
  })

  test("are refused without a year, with more days than a year has, and where reading them fails", () => {
    expect(refused(data({ years: {} })).findings).toEqual([
      { kind: "Malformed", path: "years", zh: "至少应有一年", en: "there is at least one year" }
    ])
    const tooMany = Array(367).fill("2027-01-01")
    expect(refused(data({ years: { 2027: { holidays: tooMany, workdays: [] } } })).findings).toEqual([
      { kind: "Malformed", path: "years.2027.holidays", zh: "一年至多 366 天", en: "a year has at most 366 days" }
    ])
    const unreadable = {
      get years(): never {
        throw new Error("not today")
      }
    }
    expect(refused(unreadable).findings).toEqual([
      { kind: "Malformed", path: "", zh: "数据无法读取", en: "the data cannot be read" }
    ])
  })
})
