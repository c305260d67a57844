import type { CivilDate, WorkingCalendar } from "@banfa/core/civil"
import { noticeKinds } from "@banfa/core/notice"
import { opening, type QuietHours, quietHours } from "@banfa/notify"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { day, noticeOf } from "./world.ts"

const numRuns = fc.readConfigureGlobal()?.numRuns ?? 25

/** Weekends off and 1 to 7 October 2026; nothing is known of another year. */
const calendar: WorkingCalendar = {
  version: "sample",
  isWorkday: (date) => {
    if (!date.startsWith("2026")) return undefined
    const off = date >= "2026-10-01" && date <= "2026-10-07"
    return !off && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
  }
}

const nights: QuietHours = { from: "18:00", until: "08:30", restDays: true }
const useful = noticeOf("n", { demanded: false, kind: "due-soon" })

/** The time and the day in Shanghai, read from the engine's own tables of time zones. */
const shanghai = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "medium"
})
const wallAt = (instant: number) => {
  const [date = "", time = ""] = shanghai.format(instant).split(" ")
  return { date: day(date), time: time.slice(0, 5) }
}

const quietBy = (instant: number, { from, restDays, until }: QuietHours): boolean => {
  const { date, time } = wallAt(instant)
  const hours = from < until ? time >= from && time < until : time >= from || time < until
  return hours || (restDays && calendar.isWorkday(date) === false)
}

describe("quiet hours", () => {
  test("hold what can wait from the evening to the next morning that is worked", () => {
    // 18:00 in Shanghai on Wednesday 30 September 2026; the week behind it is off, and so is the weekend
    expect(opening("2026-09-30T10:00:00.000Z", useful, nights, calendar)).toEqual({
      at: "2026-10-08T00:30:00.000Z",
      because: "quiet",
      calendarUnknown: false
    })
    expect(opening("2026-09-30T09:59:59.999Z", useful, nights, calendar).because).toBe("open")
    expect(opening("2026-10-08T00:29:59.999Z", useful, nights, calendar).at).toBe("2026-10-08T00:30:00.000Z")
    expect(opening("2026-10-10T04:00:00.000Z", useful, nights, calendar)).toEqual({
      at: "2026-10-12T00:30:00.000Z",
      because: "rest-day",
      calendarUnknown: false
    })
  })

  test("never hold what the Measures demand beyond its day", () => {
    const evening = "2026-09-30T11:00:00.000Z"
    const copy = noticeOf("n", { on: day("2026-09-30") })
    expect(opening(evening, copy, nights, calendar)).toMatchObject({ at: evening, because: "demanded" })
    expect(opening(evening, { ...copy, by: day("2026-10-07") }, nights, calendar).because).toBe("demanded")
    expect(opening(evening, { ...copy, by: day("2026-10-08") }, nights, calendar).at).toBe("2026-10-08T00:30:00.000Z")
    // at 07:00 of its own day it waits for the morning
    expect(opening("2026-09-29T23:00:00.000Z", copy, nights, calendar).at).toBe("2026-09-30T00:30:00.000Z")
  })

  test("do not hold the kinds that a host calls urgent", () => {
    const urgent: QuietHours = { ...nights, urgent: ["due-soon"] }
    expect(opening("2026-09-30T11:00:00.000Z", useful, urgent, calendar).because).toBe("urgent")
  })

  test("hold nothing back because of days off in a year that the calendar does not know, and say so", () => {
    // Friday 1 January 2027, 12:00 in Shanghai
    expect(opening("2027-01-01T04:00:00.000Z", useful, nights, calendar)).toEqual({
      at: "2027-01-01T04:00:00.000Z",
      because: "open",
      calendarUnknown: true
    })
  })

  test("hold nothing for ever under a calendar that has no working day", () => {
    const closed: WorkingCalendar = { version: "closed", isWorkday: () => false }
    expect(opening("2026-09-30T04:00:00.000Z", useful, nights, closed).at).toBe("2026-09-30T04:00:00.000Z")
  })

  test("are read from what a host has parsed, or everything wrong with them is said in both languages", () => {
    expect(Result.isSuccess(quietHours(nights))).toBe(true)
    for (const wrong of [
      { ...nights, from: "24:00" },
      { ...nights, until: "8:30" },
      { ...nights, until: "18:00" },
      { ...nights, urgent: ["birthday"] },
      { ...nights, holidays: true },
      { from: "18:00", until: "08:30" },
      undefined,
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no")
          },
          ownKeys: () => {
            throw new Error("no")
          }
        }
      )
    ]) {
      const read = quietHours(wrong)
      expect(Result.isFailure(read) && read.failure.findings.length).toBeGreaterThan(0)
      if (Result.isFailure(read)) {
        expect(read.failure.text.zh).toMatch(/[\u4e00-\u9fff]/u)
        expect(read.failure.text.en).not.toMatch(/[\u4e00-\u9fff]/u)
      }
    }
  })

  const minute = 60_000
  const from2026 = Date.parse("2025-12-20T00:00:00Z")
  const instants = fc.integer({ min: 0, max: 380 * 24 * 3_600_000 }).map((past) => from2026 + past)
  const times = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 30, 59))
    .map(([hour, minutes]) => `${String(hour).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`)
  const quiets: fc.Arbitrary<QuietHours> = fc
    .record(
      { from: times, until: times, restDays: fc.boolean(), urgent: fc.subarray([...noticeKinds], { maxLength: 3 }) },
      { requiredKeys: ["from", "until", "restDays"] }
    )
    .filter(({ from, until }) => from !== until)
  const days = fc.integer({ min: 0, max: 400 }).map((past): CivilDate => wallAt(from2026 + past * 24 * 3_600_000).date)
  const notices = fc
    .record({
      kind: fc.constantFrom(...noticeKinds),
      demanded: fc.boolean(),
      by: fc.option(days, { nil: undefined }),
      on: days
    })
    .map((more) => noticeOf("n", more))

  /** The first open time by trying minute by minute, no later than 20 days on: no days off in a row are as many. */
  const firstOpen = (asked: number, quiet: QuietHours): number | undefined => {
    if (!quietBy(asked, quiet)) return asked
    const first = Math.floor(asked / minute) * minute + minute
    for (let one = first; one <= asked + 20 * 24 * 60 * minute; one += minute) if (!quietBy(one, quiet)) return one
    return undefined
  }

  const law = (answers: typeof opening) =>
    fc.property(instants, quiets, notices, (asked, quiet, notice) => {
      const { at, because } = answers(new Date(asked).toISOString(), notice, quiet, calendar)
      const then = Date.parse(at)
      const last = notice.by ?? notice.on
      const opens = firstOpen(asked, quiet)
      if (quiet.urgent?.includes(notice.kind)) {
        expect([because, then]).toEqual(["urgent", asked])
      } else if (opens !== asked && notice.demanded && (opens === undefined || wallAt(opens).date > last)) {
        expect([because, then]).toEqual(["demanded", asked])
      } else {
        expect(["open", "quiet", "rest-day"]).toContain(because)
        expect(then).toBe(opens)
      }
    })

  test("end, for every instant, calendar and notice, at the first open time, or are not waited for since the day of the notice would be over", () => {
    fc.assert(law(opening))
  })

  const broken: Readonly<Record<string, typeof opening>> = {
    "does not know days off": (at, notice, quiet) => opening(at, notice, quiet, { ...calendar, isWorkday: () => true }),
    "holds what is demanded as anything else": (at, notice, quiet, days) =>
      opening(at, { ...notice, demanded: false }, quiet, days),
    "forgets the day by which it is demanded": (at, { by: _, ...notice }, quiet, days) =>
      opening(at, notice, quiet, days),
    "holds what is urgent": (at, notice, quiet, days) => opening(at, notice, quiet && { ...quiet, urgent: [] }, days),
    "takes UTC for the time of the place": (at, notice, quiet, days) => {
      const ahead = 8 * 60 * minute
      const moved = opening(new Date(Date.parse(at) - ahead).toISOString(), notice, quiet, days)
      return { ...moved, at: new Date(Date.parse(moved.at) + ahead).toISOString() }
    },
    "takes a year that is not known for one with ordinary weeks": (at, notice, quiet) =>
      opening(at, notice, quiet, {
        ...calendar,
        isWorkday: (date) => calendar.isWorkday(date) ?? ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
      })
  }
  for (const [name, answers] of Object.entries(broken)) {
    test(`that somebody reckons who ${name} are found out`, () => {
      expect(fc.check(law(answers), { numRuns: Math.max(100, numRuns), endOnFailure: true }).failed).toBe(true)
    })
  }
})
