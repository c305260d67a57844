import type { CivilDate } from "../civil/CivilDate.ts"
import { type ArticleNumber, articleText } from "./Article.ts"
import { documentNumber } from "./documentNumber.ts"
import type { Text } from "./Text.ts"
import { standing } from "./terms.ts"

/** The Measures as they read from one day to the next change: who issued them, when, and how sure we are that they stand. */
export interface Version {
  /** The day of the text, with the ids of amendments that are in force. */
  readonly id: string
  /** As printed, with 〔 〕. */
  readonly documentNumber: string
  /** In full. */
  readonly title: Text
  /** Whose document it is. */
  readonly issuer: Text
  /** The day of promulgation; with the last article, the day on which they take effect. @article 36 */
  readonly promulgated: CivilDate
  /** The first day on which they read so. */
  readonly effectiveFrom: CivilDate
  /** Nobody has verified that the Measures are still in force; every answer says so. */
  readonly status: "unverified"
  /** What has to be said of it wherever an answer is shown. */
  readonly standing: Text
  /** Why nobody has verified it. */
  readonly why: Text
  /** Names this library's transcription and analysis; changes whenever a word of either does. */
  readonly content: string
}

/** A change of articles by a later document, in force from a day. Source and English are the deployment's to answer for. */
export interface Amendment {
  /** Unique among the amendments; part of the id of the version. */
  readonly id: string
  /** Of the amending document. */
  readonly documentNumber: string
  /** Of the amending document. */
  readonly title: Text
  /** The first day on which the articles read so. */
  readonly effectiveFrom: CivilDate
  /** Where the text was taken from. */
  readonly source: string
  /** The articles changed, in full. */
  readonly articles: ReadonlyArray<{ readonly article: ArticleNumber; readonly text: Text }>
}

/** The Measures through time: the text of 2005, and the amendments entered by a deployment in the order of their days. */
export interface Regulation {
  /** The text of 2005. */
  readonly base: Version
  /** In the order of their days. */
  readonly amendments: ReadonlyArray<Amendment>
}

/** The text of 2005. @article 36 */
const base: Version = {
  id: "2005-02-04",
  documentNumber,
  title: {
    zh: "广东省电子政务建设管理办法",
    en: "Measures of Guangdong Province for the Administration of E-government Construction"
  },
  issuer: {
    zh: "广东省人民政府办公厅（粤府办）",
    en: "General Office of the People's Government of Guangdong Province (Yue Fu Ban)"
  },
  promulgated: "2005-02-04" as CivilDate,
  effectiveFrom: "2005-02-04" as CivilDate,
  status: "unverified",
  standing: standing.inForceUnverified,
  why: {
    zh: "未见公开的废止、修改或者继续有效的公告可供核对；文件所称信息化、监察等主管部门此后经过机构改革。使用前应向制定机关核实。",
    en: "No published notice of repeal, amendment or continued force was at hand to check against, and the authorities named (informatization, supervision) have since been reorganized. Verify with the issuing office before use."
  },
  content: "2005-02-04.1"
}

/** The Measures as this library has them: the text of 2005 without amendments. */
export const regulation: Regulation = { base, amendments: [] }

/** The version that governs a day: `null` before the Measures took effect. @article 36 */
export const versionOn = (on: CivilDate, text: Regulation = regulation): Version | null => {
  if (on < text.base.effectiveFrom) return null
  const applied = text.amendments.filter((amendment) => amendment.effectiveFrom <= on)
  const last = applied.at(-1)
  if (last === undefined) return text.base
  return {
    ...text.base,
    id: applied.reduce((id, amendment) => `${id}+${amendment.id}`, text.base.id),
    effectiveFrom: last.effectiveFrom,
    content: applied.reduce((content, amendment) => `${content}+${amendment.id}`, text.base.content)
  }
}

/** An article as it reads on a day: `null` before the Measures took effect. @article 36 */
export const articleOn = (article: ArticleNumber, on: CivilDate, text: Regulation = regulation): Text | null => {
  if (on < text.base.effectiveFrom) return null
  let found: Text | undefined
  for (const amendment of text.amendments) {
    if (amendment.effectiveFrom > on) break
    found = amendment.articles.find((change) => change.article === article)?.text ?? found
  }
  return found ?? articleText(article)
}

/**
 * The articles that no longer read as in 2005 on a day. The norms of these articles still rest on the old words: a host
 * that enters an amendment reviews them, and what they cite is the base text.
 */
export const amendedArticles = (on: CivilDate, text: Regulation = regulation): ReadonlyArray<ArticleNumber> => {
  const numbers = text.amendments
    .filter((amendment) => amendment.effectiveFrom <= on)
    .flatMap((amendment) => amendment.articles.map((change) => change.article))
  return [...new Set(numbers)].sort((a, b) => a - b)
}
