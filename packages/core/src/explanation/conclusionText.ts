import type { Text } from "../regulation/Text.ts"
import { statuses } from "../regulation/terms.ts"
import type { Verdict } from "../verdict/Verdict.ts"
import { noteTexts } from "./noteTexts.ts"

/** A status with its remark. */
export const conclusionText = (v: Pick<Verdict, "status" | "note">): Text => {
  const status = statuses[v.status]
  if (v.note === undefined) return status
  const note = noteTexts[v.note]
  return { zh: `${status.zh}：${note.zh}`, en: `${status.en}: ${note.en}` }
}
