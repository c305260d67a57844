import type { Text } from "@banfa/core/regulation"
import * as Schema from "effect/Schema"

/** One thing that is wrong with the data of a calendar: what kind it is, where it stands, and what a person reads. */
export const CalendarFinding = Schema.Struct({
  kind: Schema.Literals([
    "Malformed",
    "OutsideYear",
    "RepeatedDay",
    "HolidayAndWorkday",
    "NoWeekend",
    "MissingHoliday",
    "OtherDays",
    "ReplacesNothing"
  ]),
  /** Where in the data, as a path: `years.2027.holidays.3`; empty for the whole. */
  path: Schema.String,
  zh: Schema.String,
  en: Schema.String
})
export type CalendarFinding = typeof CalendarFinding.Type

/** The data of a calendar is malformed, contradicts itself or a year that is known; every finding is listed, and no calendar was made. */
export class CalendarInvalid extends Schema.TaggedError<CalendarInvalid>()("CalendarInvalid", {
  /** Everything that is wrong, not the first thing. */
  findings: Schema.Array(CalendarFinding)
}) {
  /** For people. */
  get text(): Text {
    const all = (language: keyof Text) => this.findings.map((f) => `${f.path} ${f[language]}`.trim()).join("; ")
    return { zh: `工作日安排数据有误：${all("zh")}`, en: `the data of the working calendar are wrong: ${all("en")}` }
  }
  override get message(): string {
    return `${this.text.zh} / ${this.text.en}`
  }
}
