/** With what answers about dated statements are supposed: two ways, the last statement of a day, judgements. */
import { addDays, type CivilDate, firstDay } from "../civil/CivilDate.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import type { Judging } from "../verdict/judged.ts"
import type { Dated } from "../verdict/stated.ts"
import type { Suppose, Supposition } from "./Inquiry.ts"

/** A statement that is supposed to be the last of its day. */
export const supposedOn = <P extends object>(on: CivilDate, said: P): Dated & P => ({ order: `${on}#~`, on, ...said })

/** The case with one slice of its record complete; of the others nothing more is known than before. */
export const completeIn = <S extends { readonly coverage: Coverage | undefined }>(
  state: S,
  slice: keyof NonNullable<S["coverage"]> & string
): S => (state.coverage === undefined ? state : { ...state, coverage: { ...state.coverage, [slice]: firstDay } })

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

/** A day well before another. */
export const longBefore = (day: CivilDate): CivilDate => addDays(day, -365)
