import { type Concerns, issuing, type Sentence } from "./issuing.ts"

/**
 * The province-wide standards, and of the exchange standards of art. 14 those of the province: one of the State is measured by no sentence,
 * and one of a city or a county is not province-wide.
 */
const provinceWide: Concerns = ({ kind, level }) => {
  if (kind === undefined) return "kind"
  if (kind !== "standards" && kind !== "exchange-standards") return false
  if (level === undefined) return kind === "standards" ? true : "level"
  return level === "provincial" || (kind === "standards" && (level === null || level === "n/a"))
}

/** What art. 3 asks of the province-wide standards. @article 3 */
export const provinceStandards: Sentence = {
  concerns: provinceWide,
  named: [],
  lacking: "no-co-organizer",
  provincial: () => true
}

/** 全省电子政务标准规范 */
export const N3_2 = issuing("N3.2", provinceStandards)
