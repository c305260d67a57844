import { addDays, type WorkingCalendar } from "@banfa/core/civil"
import { type Notice, noticeKinds } from "@banfa/core/notice"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { dayOf, instantOf, startOf } from "./instant.ts"
import { decoded, SettingsInvalid } from "./SettingsInvalid.ts"

const TimeOfDay = Schema.String.check(
  Schema.isPattern(/^([01]\d|2[0-3]):[0-5]\d$/u, {
    message: "时间应写作 18:00 / a time of day is written 18:00"
  })
)

/** Decodes quiet hours. */
const QuietHoursSchema = Schema.Struct({
  from: TimeOfDay,
  until: TimeOfDay,
  restDays: Schema.Boolean,
  urgent: Schema.optionalKey(Schema.Array(Schema.Literals(noticeKinds)))
}).check(
  Schema.makeFilter(
    ({ from, until }) =>
      from !== until ||
      "开始与结束为同一时间，无从发送 / it begins and ends at the same time: there would be no time to send"
  )
)

/**
 * The hours in which nothing is sent that can wait, in Asia/Shanghai: every day from the time `from` until the time `until`, on the next day where
 * that is the earlier one, and with `restDays` the whole of each day that is not worked. The notices of the kinds `urgent` do not wait.
 */
export type QuietHours = typeof QuietHoursSchema.Type

const read = decoded(QuietHoursSchema)

/**
 * Reads quiet hours from what a host has parsed, or says everything that is wrong with them.
 *
 * @example
 * ```ts
 * import { quietHours } from "@banfa/notify"
 * import * as Result from "effect/Result"
 *
 * Result.isSuccess(quietHours({ from: "18:00", until: "08:30", restDays: true })) // => true
 * Result.isSuccess(quietHours({ from: "18:00", until: "18:00", restDays: true })) // => false
 * ```
 */
export const quietHours = (input: unknown): Result.Result<QuietHours, SettingsInvalid> =>
  Result.mapError(read(input), (findings) => new SettingsInvalid({ findings }))

/** When something may be sent. */
export interface Opening {
  /** The first instant at which it may, in UTC with milliseconds; not before the instant asked. */
  readonly at: string
  /**
   * Why then: nothing is quiet (`open`), quiet hours or a day that is not worked are waited for (`quiet`, `rest-day`), or it does not wait for
   * them, since its kind is `urgent`, or since the Measures demand it by a day that would be over (`demanded`).
   */
  readonly because: "open" | "quiet" | "rest-day" | "urgent" | "demanded"
  /** The calendar does not know a day that it was asked about, so nothing was held back because of days that are not worked. */
  readonly calendarUnknown: boolean
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Where quiet hours that hold at an instant may be over, and why they hold; `undefined` where none do. */
const heldAt = (
  instant: number,
  { from, restDays, until }: QuietHours,
  calendar: WorkingCalendar
): { readonly over: number; readonly because: "quiet" | "rest-day" } | undefined => {
  const day = dayOf(instant)
  const [start, tomorrow] = [startOf(day), startOf(addDays(day, 1))]
  if (restDays && calendar.isWorkday(day) === false) return { over: tomorrow, because: "rest-day" }
  const [begins, ends] = [start + minutes(from) * 60_000, start + minutes(until) * 60_000]
  const overnight = ends < begins
  if (overnight ? instant < ends : instant >= begins && instant < ends) return { over: ends, because: "quiet" }
  return overnight && instant >= begins ? { over: tomorrow, because: "quiet" } : undefined
}

/** No calendar has so many days off in a row: one that says so is not waited for. */
const longestWait = 366 * 86_400_000

/**
 * When a notice may be sent, asked at an instant (`2026-03-01T09:00:00.000Z`). What the Measures demand is never held beyond its day: `by`, and
 * where no day is fixed the day on which it arose. A calendar that does not know a day holds nothing back because of it, and that is said.
 */
export const opening = (
  instant: string,
  notice: Pick<Notice, "kind" | "demanded" | "by" | "on">,
  quiet: QuietHours | undefined,
  calendar: WorkingCalendar
): Opening => {
  const asked = Date.parse(instant)
  const now = instantOf(asked)
  if (quiet === undefined) return { at: now, because: "open", calendarUnknown: false }
  if (quiet.urgent?.includes(notice.kind) === true) return { at: now, because: "urgent", calendarUnknown: false }
  let at = asked
  let because: Opening["because"] = "open"
  for (let held = heldAt(at, quiet, calendar); held !== undefined; held = heldAt(at, quiet, calendar)) {
    if (because === "open") because = held.because
    at = held.over
    if (at - asked > longestWait) return { at: now, because: "open", calendarUnknown: false }
  }
  const calendarUnknown = quiet.restDays && calendar.isWorkday(dayOf(at)) === undefined
  const last = notice.demanded ? (notice.by ?? notice.on) : undefined
  return last !== undefined && at > asked && dayOf(at) > last
    ? { at: now, because: "demanded", calendarUnknown }
    : { at: instantOf(at), because, calendarUnknown }
}
