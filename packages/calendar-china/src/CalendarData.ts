import { CivilDateSchema } from "@banfa/core/civil"
import * as Schema from "effect/Schema"

const YearSchema = Schema.String.check(Schema.isPattern(/^(19[5-9]|20\d|21\d)\d$/u))

const SourceSchema = Schema.Struct({
  title: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString }),
  status: Schema.Literals(["sample", "unverified", "verified"]),
  issuedOn: Schema.optionalKey(CivilDateSchema)
})

const ListSchema = Schema.Array(CivilDateSchema).check(
  Schema.isMaxLength(366, { message: "一年至多 366 天 / a year has at most 366 days" })
)

const DaysSchema = Schema.Struct({ holidays: ListSchema, workdays: ListSchema })

/** Decodes the data of a calendar; what the days mean is checked by `inspectCalendar`. */
export const CalendarDataSchema = Schema.Struct({
  version: Schema.NonEmptyString,
  source: SourceSchema,
  years: Schema.Record(YearSchema, DaysSchema).check(
    Schema.makeFilter((years) => Object.keys(years).length > 0 || "至少应有一年 / there is at least one year")
  ),
  replaces: Schema.optionalKey(Schema.Array(Schema.Int))
})

/**
 * What one paper says, as a host writes it down: `version` changes with every change of it, `source` is the paper, `years` lists the days
 * off and the made-up working days of each year (with those from 25 December before it), `replaces` the known years that it sets anew.
 */
export type CalendarData = typeof CalendarDataSchema.Encoded
