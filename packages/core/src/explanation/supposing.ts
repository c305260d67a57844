/** With what every subject supposes the answers to missing facts: two ways, days, judgements, working days that nobody published. */
import { addDays, type CivilDate, dayNumber } from "../civil/CivilDate.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import type { Judging } from "../verdict/judged.ts"
import type { Dated } from "../verdict/stated.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Suppose, Supposition } from "./Inquiry.ts"

/** The id of whatever is supposed to exist. No agency, plan or record is called so. */
export const supposed = "（假设）"

/** A statement that is supposed to be the last of its day. */
export const supposedOn = <P extends object>(on: CivilDate, said: P): Dated & P => ({ order: `${on}#~`, on, ...said })

/** A fact that holds or does not. */
export const eitherWay = <S>(
  yes: Text,
  no: Text,
  suppose: (holds: boolean) => Omit<Supposition<S>, "answer">
): ReadonlyArray<Supposition<S>> => [
  { answer: yes, ...suppose(true) },
  { answer: no, ...suppose(false) }
]

/** How whoever may judge would judge. */
export const supposedJudgement: Suppose<{ readonly id: string; readonly judgements: ReadonlyArray<Judging> }> = (
  s,
  v,
  ctx
) =>
  eitherWay(
    { zh: "有权机关判断为符合规定", en: "a body that may judge finds it as provided" },
    { zh: "有权机关判断为不符合规定", en: "a body that may judge finds it not as provided" },
    (holds) => {
      const outcome = holds ? ("fulfilled" as const) : ("not-fulfilled" as const)
      const row = supposedOn(ctx.asOf, { norm: v.norm as NormId, instance: v.instance, outcome, reason: null })
      return { state: { ...s, judgements: [...s.judgements, row] } }
    }
  )

/** The day of the week, Sunday as 0. */
const weekday = (day: CivilDate): number => (dayNumber(day) + 4) % 7

/** The earliest and the latest day that the working days of a year could lead to, and that of ordinary weeks. */
export const supposedCalendar = (ctx: Context): ReadonlyArray<{ readonly answer: Text; readonly ctx: Context }> => {
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

/** A day well before another. */
export const longBefore = (day: CivilDate): CivilDate => addDays(day, -365)
