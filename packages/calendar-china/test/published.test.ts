import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { addDays, addWorkdays, type CivilDate, yearOf } from "@banfa/core/civil"
import fc from "fast-check"
import { afterEach, describe, expect, test, vi } from "vitest"
import manifest from "../package.json" with { type: "json" }
import { publishedCalendar } from "../src/index.ts"

const day = (text: string) => text as CivilDate
const calendar = publishedCalendar()
const worked = (...days: ReadonlyArray<string>) => days.map((text) => calendar.isWorkday(day(text)))

/** What chinese-days publishes beside its functions, in one file. */
const file: { readonly holidays: Record<string, string>; readonly workdays: Record<string, string> } = createRequire(
  import.meta.url
)("chinese-days/dist/chinese-days.json")
const yearsInFile = [...new Set(Object.keys(file.holidays).map(yearOf))].sort()

/** Every day from the first known year to a year after the last. */
const everyDay: ReadonlyArray<CivilDate> = Array.from({ length: 366 * 24 }, (_, n) => addDays(day("2003-12-01"), n))

describe("the published years", () => {
  test("are those that chinese-days has, 2004 and on without a gap, and name the calendar", () => {
    expect(calendar.years).toEqual(yearsInFile)
    expect(calendar.years[0]).toBe(2004)
    expect(calendar.years.length).toBe(Number(calendar.years.at(-1)) - 2003)
    const { version } = createRequire(import.meta.url)("chinese-days/package.json")
    expect(manifest.dependencies["chinese-days"]).toBe(version)
    expect(calendar.version).toBe(`chinese-days ${version} (2004-${calendar.years.at(-1)})`)
  })

  test("have the week of National Day off, and the make-up days around it are worked, Sunday and Saturday", () => {
    for (const off of ["01", "02", "03", "04", "05", "06", "07"]) expect(worked(`2026-10-${off}`)).toEqual([false])
    expect(worked("2026-09-20", "2026-10-08", "2026-10-10", "2026-10-11")).toEqual([true, true, true, false])
    expect(addWorkdays(calendar, day("2026-09-30"), 3)).toBe("2026-10-10")
  })

  test("rest on a source that says of itself that it was not checked", () => {
    expect(calendar.sourceOf(2026)).toEqual({
      title: {
        zh: "chinese-days 1.5.7 所载2026年节假日安排",
        en: "the holiday arrangement of 2026 as in chinese-days 1.5.7"
      },
      status: "unverified"
    })
    expect([calendar.sourceOf(2027), calendar.arrangement(2027), calendar.sourceOf(2003)]).toEqual([
      undefined,
      undefined,
      undefined
    ])
  })

  test("keep the days that the paper of the next year moved with it: 29 to 31 December 2018", () => {
    expect(worked("2018-12-29", "2018-12-30", "2018-12-31")).toEqual([true, false, false])
    expect(calendar.arrangement(2019)?.workdays[0]).toBe("2018-12-29")
    expect(calendar.arrangement(2018)?.holidays.at(-1)).toBe("2018-10-07")
  })

  test("have every day as the file of chinese-days lists it", () => {
    const lists = calendar.years.map((year) => calendar.arrangement(year))
    expect(lists.flatMap((one) => one?.holidays ?? []).sort()).toEqual(Object.keys(file.holidays).sort())
    expect(lists.flatMap((one) => one?.workdays ?? []).sort()).toEqual(Object.keys(file.workdays).sort())
  })
})

test("no paper has ever moved a day of December that comes before its last seven", () => {
  const december = [...Object.keys(file.holidays), ...Object.keys(file.workdays)].filter(
    (one) => one.slice(5, 7) === "12"
  )
  expect(december.map((one) => one.slice(5)).sort()[0]).toBe("12-29")
})

describe("a day that is not published", () => {
  test("is unknown: a year to come, New Year's Day of it, a year long past, and no day at all", () => {
    expect(worked("2027-01-01", "2027-01-04", "2027-06-16", "2003-06-16", "1949-10-01", "2199-12-31")).toEqual(
      Array(6).fill(undefined)
    )
    expect(worked("2026-02-30", "", "now", "__proto__", "2026-2-3")).toEqual(Array(5).fill(undefined))
  })

  test("may lie in a published year: its last seven days are arranged with the next one", () => {
    expect(worked("2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31")).toEqual([
      true,
      undefined,
      undefined,
      undefined
    ])
  })

  test("leaves every period open that leads over it, and none that ends before", () => {
    expect(addWorkdays(calendar, day("2026-12-21"), 3)).toBe("2026-12-24")
    expect(addWorkdays(calendar, day("2026-12-21"), 4)).toBeUndefined()
    expect(addWorkdays(calendar, day("2026-12-21"), 20)).toBeUndefined()
    expect(addWorkdays(calendar, day("2025-12-29"), 5)).toBe("2026-01-06")
  })

  test("is every day outside the known ones, and no day within them", () => {
    const last = Number(calendar.years.at(-1))
    for (const one of everyDay)
      expect(calendar.isWorkday(one) !== undefined, one).toBe(one >= "2004-01-01" && one <= `${last}-12-24`)
  })
})

test("whether a day is worked agrees with counting working days, for every known day", () => {
  for (const one of everyDay) {
    const is = calendar.isWorkday(one)
    if (is !== undefined) expect(addWorkdays(calendar, addDays(one, -1), 1) === one, one).toBe(is)
  }
})

test("the n-th working day has n working days behind it, whatever lies between", () => {
  const known = everyDay.filter((one) => calendar.isWorkday(one) !== undefined)
  fc.assert(
    fc.property(fc.nat(known.length - 1), fc.integer({ min: 1, max: 300 }), (at, count) => {
      const end = addWorkdays(calendar, known[at] as CivilDate, count)
      const ahead = known.slice(at + 1).filter((one) => calendar.isWorkday(one))
      expect(end).toBe(ahead[count - 1])
    })
  )
})

test("the days are the same in every time zone of the machine", () => {
  const script = `import { publishedCalendar } from "@banfa/calendar-china"
    const { arrangement, version, years } = publishedCalendar()
    console.log(JSON.stringify([version, years.map(arrangement)]))`
  for (const TZ of ["Asia/Shanghai", "America/New_York", "Pacific/Apia"]) {
    const { status, stdout } = spawnSync(
      process.execPath,
      ["--conditions=@banfa/source", "--input-type=module", "--eval", script],
      { cwd: import.meta.dirname, env: { ...process.env, TZ }, encoding: "utf8" }
    )
    expect(status, TZ).toBe(0)
    expect(JSON.parse(stdout)).toEqual([calendar.version, calendar.years.map(calendar.arrangement)])
  }
})

describe("a later chinese-days", () => {
  afterEach(() => {
    vi.doUnmock("chinese-days/dist/chinese-days.json")
    // files share their modules: the next one reads the calendar as it is
    vi.resetModules()
  })

  /** The calendar over a chinese-days that lists more days off. */
  const withMore = async (...more: ReadonlyArray<string>) => {
    vi.resetModules()
    const holidays = { ...file.holidays, ...Object.fromEntries(more.map((one) => [one, ""])) }
    vi.doMock("chinese-days/dist/chinese-days.json", () => ({ default: { ...file, holidays } }))
    return (await import("../src/publishedCalendar.ts")).publishedCalendar()
  }

  test("makes a year known by listing its fixed holidays, and with it the end of the year before", async () => {
    const later = await withMore("2027-01-01", "2027-05-01", "2027-10-01")
    expect(later.version).toBe("chinese-days 1.5.7 (2004-2027)")
    expect(["2026-12-31", "2027-01-01", "2027-01-04", "2027-12-25"].map((one) => later.isWorkday(day(one)))).toEqual([
      true,
      false,
      true,
      undefined
    ])
  })

  test("makes no year known by listing New Year's Day alone", async () => {
    const later = await withMore("2027-01-01")
    expect([later.years.at(-1), later.isWorkday(day("2027-01-01"))]).toEqual([2026, undefined])
  })

  test("may leave a year out, and the name of the calendar says so", async () => {
    const later = await withMore("2028-01-01", "2028-05-01", "2028-10-01")
    expect(later.version).toBe("chinese-days 1.5.7 (2004-2026,2028)")
    expect([later.isWorkday(day("2027-12-31")), later.isWorkday(day("2028-01-03"))]).toEqual([undefined, true])
  })
})
