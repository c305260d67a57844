import { addDays, type CivilDate, dayNumber } from "@banfa/core/civil"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { CalendarInvalid, calendarFrom, emptyCalendar, publishedCalendar } from "../src/index.ts"
import { data, source } from "./sample.ts"

const numRuns = fc.readConfigureGlobal()?.numRuns ?? 25

/** The weekday by another count than the library's. */
const weekend = (day: CivilDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The days that the paper of a year arranges. */
const arranged = (year: number): ReadonlyArray<CivilDate> => {
  const first = `${year - 1}-12-25` as CivilDate
  const count = dayNumber(`${year}-12-25`) - dayNumber(first)
  return Array.from({ length: count }, (_, n) => addDays(first, n))
}

const years = fc.integer({ min: 1951, max: 2198 })

/** A year and some days of it that a paper sets apart, the fixed holidays among them. */
const papers = years.chain((year) => {
  const days = arranged(year)
  const fixed = ["01-01", "05-01", "10-01"].map((day) => `${year}-${day}` as CivilDate)
  return fc
    .record({ off: fc.subarray([...days], { maxLength: 40 }), madeUp: fc.subarray(days.filter(weekend)) })
    .map(({ madeUp, off }) => {
      const holidays = [...new Set([...fixed, ...off])]
      return { year, holidays, workdays: madeUp.filter((day) => !holidays.includes(day)) }
    })
})

describe("an arrangement that a host supplies", () => {
  test("comes back day by day, and nothing else of it is known", () => {
    fc.assert(
      fc.property(papers, ({ holidays, workdays, year }) => {
        const calendar = Result.getOrThrow(
          calendarFrom(data({ years: { [year]: { holidays, workdays } } }), emptyCalendar)
        )
        expect(calendar.arrangement(year)).toEqual({ source, holidays, workdays })
        for (const day of arranged(year)) {
          const is = workdays.includes(day) || (!weekend(day) && !holidays.includes(day))
          expect(calendar.isWorkday(day), day).toBe(day.startsWith(String(year)) ? is : undefined)
        }
        expect(calendar.isWorkday(`${year}-12-25` as CivilDate)).toBeUndefined()
        expect(calendar.years).toEqual([year])
      }),
      { numRuns }
    )
  })

  test("makes the same calendar when what the calendar lists is supplied again", () => {
    fc.assert(
      fc.property(papers, ({ holidays, workdays, year }) => {
        const input = data({ years: { [year]: { holidays, workdays } } })
        const calendar = Result.getOrThrow(calendarFrom(input, emptyCalendar))
        const { source: paper, ...days } = calendar.arrangement(year) ?? { source }
        const again = { version: "sample-2027", source: paper, years: { [year]: days } }
        const twice = Result.getOrThrow(calendarFrom(JSON.parse(JSON.stringify(again)), emptyCalendar))
        expect(twice.arrangement(year)).toEqual(calendar.arrangement(year))
        expect(twice.version).toBe(calendar.version)
        for (const day of arranged(year)) expect(twice.isWorkday(day)).toBe(calendar.isWorkday(day))
      }),
      { numRuns: Math.ceil(numRuns / 3) }
    )
  })

  test("changes no published year and makes no other year known", () => {
    const published = publishedCalendar()
    fc.assert(
      fc.property(papers, ({ holidays, workdays, year }) => {
        fc.pre(!published.years.includes(year))
        const calendar = Result.getOrThrow(calendarFrom(data({ years: { [year]: { holidays, workdays } } })))
        expect(new Set(calendar.years)).toEqual(new Set([...published.years, year]))
        for (const day of arranged(2026)) {
          const before = published.isWorkday(day)
          if (before !== undefined) expect(calendar.isWorkday(day)).toBe(before)
        }
      }),
      { numRuns: Math.ceil(numRuns / 3) }
    )
  })
})

/** Data that are nearly right: one part of the sample is anything at all. */
const spoilt = fc
  .record({
    place: fc.constantFrom("version", "source", "years", "replaces", "days", "holidays", "workdays", "day", "year"),
    value: fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSparseArray: true
    })
  })
  .map(({ place, value }) => {
    const fixed = ["2027-01-01", "2027-05-01", "2027-10-01"]
    switch (place) {
      case "days":
        return data({ years: { 2027: value } })
      case "holidays":
      case "workdays":
        return data({ years: { 2027: { holidays: fixed, workdays: [], [place]: value } } })
      case "day":
        return data({ years: { 2027: { holidays: [...fixed, value], workdays: [] } } })
      case "year":
        return data({ years: { [String(Object.prototype.toString.call(value))]: { holidays: fixed, workdays: [] } } })
      default:
        return data({ [place]: value })
    }
  })

test("input of any kind is taken as it stands or refused with its findings, never thrown at and never filled in", () => {
  let refused = 0
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.json().map((text) => JSON.parse(text)),
        spoilt
      ),
      (input) => {
        const result = calendarFrom(input, emptyCalendar)
        if (Result.isSuccess(result)) {
          for (const year of result.success.years)
            expect(Object.keys((input as { readonly years: object }).years)).toContain(String(year))
          return
        }
        refused++
        expect(result.failure).toBeInstanceOf(CalendarInvalid)
        expect(result.failure.findings.length).toBeGreaterThan(0)
        for (const { en, zh } of result.failure.findings) expect([zh, en]).not.toContain("")
      }
    ),
    { numRuns: numRuns * 5 }
  )
  expect(refused).toBeGreaterThan(numRuns * 3)
})

test("a day that is misplaced in a list is never taken for another", () => {
  const days = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => addDays("2025-06-01" as CivilDate, n))
    .filter((day) => day < "2026-12-25" || day > "2027-12-24")
  fc.assert(
    fc.property(days, fc.constantFrom("holidays", "workdays"), (day, list) => {
      const lists = { holidays: ["2027-01-01", "2027-05-01", "2027-10-01"], workdays: [] as ReadonlyArray<string> }
      const result = calendarFrom(data({ years: { 2027: { ...lists, [list]: [...lists[list], day] } } }))
      expect(Result.isFailure(result) && result.failure.findings.some(({ kind }) => kind === "OutsideYear")).toBe(true)
    }),
    { numRuns }
  )
})
