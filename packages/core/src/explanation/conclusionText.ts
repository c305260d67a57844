import type { Text } from "../regulation/Text.ts"
import { statuses } from "../regulation/terms.ts"
import type { Verdict } from "../verdict/Verdict.ts"
import { noteTexts } from "./noteTexts.ts"

/** A status with its remark; of what is broken and can still be done late or put right, that too. */
export const conclusionText = (v: Pick<Verdict, "status" | "note" | "outstanding">): Text => {
  const { en, zh } = statuses[v.status]
  const status =
    v.outstanding === true ? { zh: `${zh}，尚可补办或者改正`, en: `${en}, still to be made good` } : { zh, en }
  if (v.note === undefined) return status
  const note = noteTexts[v.note]
  return { zh: `${status.zh}：${note.zh}`, en: `${status.en}: ${note.en}` }
}
