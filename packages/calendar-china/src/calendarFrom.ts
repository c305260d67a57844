import { badInputs } from "@banfa/core/verdict/BadInput"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Arrangement } from "./Arrangement.ts"
import { CalendarDataSchema } from "./CalendarData.ts"
import { CalendarInvalid } from "./CalendarInvalid.ts"
import { type ChinaCalendar, calendarOf } from "./ChinaCalendar.ts"
import { inspectCalendar } from "./inspectCalendar.ts"
import { publishedCalendar } from "./publishedCalendar.ts"
import { yearsText } from "./yearsText.ts"

const decode = Schema.decodeUnknownResult(CalendarDataSchema, { errors: "all", onExcessProperty: "error" })

const malformed = (findings: ReadonlyArray<{ readonly path: string; readonly zh: string; readonly en: string }>) =>
  new CalendarInvalid({ findings: findings.map((one) => ({ kind: "Malformed", ...one })) })

/** Reading an object may run code of its own, which may throw. */
const decoded = (input: unknown): Result.Result<typeof CalendarDataSchema.Type, CalendarInvalid> =>
  Result.flatMap(
    Result.try({
      try: () => decode(input),
      catch: () => malformed([{ path: "", zh: "数据无法读取", en: "the data cannot be read" }])
    }),
    Result.mapError((error) => malformed(badInputs(error.issue)))
  )

/**
 * A calendar of what one paper says, over the published years or over another calendar (`emptyCalendar`: the paper alone); or everything
 * that is wrong with its data. A year that is known already may be stated again with the same days, and then rests on this paper; with
 * other days only where the data say that they replace it.
 *
 * @example
 * ```ts
 * import { calendarFrom, emptyCalendar } from "@banfa/calendar-china"
 * import { CivilDateSchema } from "@banfa/core/civil"
 * import * as Result from "effect/Result"
 *
 * const source = { title: { zh: "示例文件", en: "a sample paper" }, status: "sample" }
 * const days = { holidays: ["2027-01-01", "2027-05-01", "2027-10-01"], workdays: ["2027-10-09"] }
 * const calendar = Result.getOrThrow(calendarFrom({ version: "1", source, years: { 2027: days } }, emptyCalendar))
 * calendar.isWorkday(CivilDateSchema.make("2027-10-09")) // => true
 * ```
 */
export const calendarFrom = (
  input: unknown,
  below: ChinaCalendar = publishedCalendar()
): Result.Result<ChinaCalendar, CalendarInvalid> =>
  Result.flatMap(decoded(input), (data) => {
    const findings = inspectCalendar(data, below)
    if (findings.length > 0) return Result.fail(new CalendarInvalid({ findings }))
    const years = Object.keys(data.years).map(Number)
    const arrangements = new Map(below.years.map((year) => [year, below.arrangement(year) as Arrangement]))
    for (const [year, days] of Object.entries(data.years))
      arrangements.set(Number(year), { source: data.source, ...days })
    const named = `${data.version} (${yearsText(years)})`
    return Result.succeed(calendarOf(below.years.length === 0 ? named : `${below.version}+${named}`, arrangements))
  })
