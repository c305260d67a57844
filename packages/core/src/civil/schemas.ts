import * as Schema from "effect/Schema"
import { isCivilDate } from "./CivilDate.ts"

/** Decodes a day that exists. */
export const CivilDateSchema = Schema.String.check(
  Schema.isPattern(/^(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, {
    message: "日期应写作 YYYY-MM-DD / a day is written YYYY-MM-DD"
  }),
  Schema.makeFilter((text) => isCivilDate(text) || `没有这一天 / there is no such day: ${text}`)
).pipe(
  Schema.brand("CivilDate"),
  Schema.annotate({ identifier: "CivilDate", description: "A civil day in Asia/Shanghai" })
)

/** Decodes a quarter, `2026-Q1`. */
export const QuarterSchema = Schema.String.check(
  Schema.isPattern(/^(199\d|20\d\d|21[0-4]\d)-Q[1-4]$/u, {
    message: "季度应写作 2026-Q1 / a quarter is written 2026-Q1"
  })
).pipe(Schema.brand("Quarter"), Schema.annotate({ identifier: "Quarter", description: "A calendar quarter" }))

/** Decodes an instant in UTC, `2026-03-01T09:00:00Z`, with or without milliseconds. */
export const InstantSchema = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/u, {
    message: "时刻应写作 2026-03-01T09:00:00Z / an instant is written 2026-03-01T09:00:00Z"
  }),
  Schema.makeFilter((text) => isCivilDate(text.slice(0, 10)) || `没有这一时刻 / there is no such instant: ${text}`)
).pipe(Schema.annotate({ identifier: "Instant", description: "An instant in UTC" }))

/** A period of calendar days, or of working days. */
export const PeriodSchema = Schema.Union([
  Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 3660 })),
  Schema.Struct({ workdays: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2000 })) })
])
