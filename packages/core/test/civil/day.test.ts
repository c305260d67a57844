import { calendar } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, type CivilDate, dayNumber, isCivilDate, monthOf, yearOf } from "../../src/civil/CivilDate.ts"
import { isQuarter, quarterAt, quarterIndex, quarterNumber, quarters } from "../../src/civil/Quarter.ts"
import { addWorkdays, noCalendar } from "../../src/civil/WorkingCalendar.ts"
import { law } from "../law/Law.ts"

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const inMonth = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (lengths[month - 1] as number)
const two = (n: number): string => String(n).padStart(2, "0")

/** The next day, counted on the fingers. */
const tomorrow = (date: string): string => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number)
  if (day < inMonth(year, month)) return `${year}-${two(month)}-${two(day + 1)}`
  return month < 12 ? `${year}-${two(month + 1)}-01` : `${year + 1}-01-01`
}

const dates = fc
  .record({
    year: fc.integer({ min: 1900, max: 2190 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 })
  })
  .map(({ day, month, year }) => `${year}-${two(month)}-${two(Math.min(day, inMonth(year, month)))}` as CivilDate)

describe("civil days", () => {
  law(
    "a day and so many days later is what counting one by one gives, and back again",
    100,
    { date: dates, n: fc.nat(800) },
    ({ date, n }, met) => {
      met()
      let naive: string = date
      for (let i = 0; i < n; i++) naive = tomorrow(naive)
      const later = addDays(date, n)
      expect(later).toBe(naive)
      expect(addDays(later, -n)).toBe(date)
      expect(dayNumber(later) - dayNumber(date)).toBe(n)
      expect(date <= later).toBe(true)
    }
  )

  law(
    "a text is a day exactly when the calendar has it",
    95,
    { year: fc.integer({ min: 1900, max: 2199 }), month: fc.nat(13), day: fc.nat(32) },
    ({ day, month, year }, met) => {
      met()
      const text = `${year}-${two(month)}-${two(day)}`
      const exists = month >= 1 && month <= 12 && day >= 1 && day <= inMonth(year, month)
      expect(isCivilDate(text), text).toBe(exists)
      if (exists) expect([yearOf(text), monthOf(text)]).toEqual([year, month])
    }
  )

  law("nothing but YYYY-MM-DD is a day", 95, { text: fc.string() }, ({ text }, met) => {
    met()
    if (isCivilDate(text)) expect(text).toMatch(/^\d{4}-\d\d-\d\d$/u)
  })
})

describe("quarters", () => {
  law(
    "a day lies in its quarter, and quarters follow each other without a gap (art. 12)",
    90,
    { date: dates },
    ({ date }, met) => {
      if (yearOf(date) < 1990 || yearOf(date) > 2148) return met()
      met()
      const at = quarterIndex(date)
      const { ends, id, instance, starts } = quarterAt(at)
      expect(starts <= date && date <= ends).toBe(true)
      expect(id).toBe(`${yearOf(date)}-Q${Math.ceil(monthOf(date) / 3)}`)
      expect([instance, quarterNumber(id), isQuarter(id)]).toEqual([`quarter/${id}`, at, true])
      expect(addDays(ends, 1)).toBe(quarterAt(at + 1).starts)
    }
  )

  test("every quarter has three months, and no text but the name of one is a quarter", () => {
    for (const q of quarters) expect(monthOf(q.ends) - monthOf(q.starts)).toBe(2)
    for (const text of ["2026-Q0", "2026-Q5", "2026Q1", "1989-Q4", "2150-Q1", "2026-Q1 "])
      expect(isQuarter(text), text).toBe(false)
  })
})

describe("working days", () => {
  law(
    "the n-th working day is what looking at every day on the way gives, or unknown where one of them is not known",
    30,
    {
      date: dates.map((d) => `202${5 + (yearOf(d) % 3)}${d.slice(4)}`.replace("02-29", "02-28") as CivilDate),
      n: fc.nat(60)
    },
    ({ date, n }, met) => {
      let day = date
      let left = n
      let known = true
      while (left > 0 && known) {
        day = tomorrow(day) as CivilDate
        const worked = calendar.isWorkday(day)
        if (worked === undefined) known = false
        else if (worked) left--
      }
      if (known && n > 0) met()
      expect(addWorkdays(calendar, date, n)).toBe(known ? day : undefined)
    }
  )

  test("without a calendar no working day is known, and no working day later is the same day", () => {
    expect(addWorkdays(noCalendar, "2026-03-02" as CivilDate, 1)).toBeUndefined()
    expect(addWorkdays(noCalendar, "2026-03-02" as CivilDate, 0)).toBe("2026-03-02")
  })
})
