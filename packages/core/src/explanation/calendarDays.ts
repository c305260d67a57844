/** How the working days of a year may be laid down that nobody has published yet. */
import { type CivilDate, dayNumber } from "../civil/CivilDate.ts"
import type { Text } from "../regulation/Text.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import type { Supposition } from "./Inquiry.ts"

/** The day of the week, Sunday as 0. */
const weekday = (day: CivilDate): number => (dayNumber(day) + 4) % 7

/** The earliest and the latest day that the working days of a year could lead to, and that of ordinary weeks. */
export const calendar = <S>(_state: S, _v: Verdict, ctx: Context): ReadonlyArray<Supposition<S>> => {
  const under = (answer: Text, worked: (day: CivilDate) => boolean) => {
    const isWorkday = (day: CivilDate): boolean => ctx.calendar.isWorkday(day) ?? worked(day)
    return { answer, ctx: { ...ctx, calendar: { version: ctx.calendar.version, isWorkday } } }
  }
  return [
    under({ zh: "各日均为工作日（期限最早）", en: "every day is a working day (the earliest day)" }, () => true),
    under(
      { zh: "周一至周五为工作日", en: "Monday to Friday are working days" },
      (day) => weekday(day) !== 0 && weekday(day) !== 6
    ),
    under(
      { zh: "每周仅周一为工作日（期限最晚）", en: "only Mondays are working days (the latest day)" },
      (day) => weekday(day) === 1
    )
  ]
}
