import { isNormId } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import { regulation } from "../regulation/Version.ts"
import type { Basis } from "../verdict/Basis.ts"
import type { DocumentUsed } from "./DocumentUsed.ts"
import type { Explanation, ReadingUsed } from "./Explanation.ts"
import type { Inquiry } from "./Inquiry.ts"

const zhOf = (texts: ReadonlyArray<Text>, separator: string): string => texts.map((t) => t.zh).join(separator)
const enOf = (texts: ReadonlyArray<Text>, separator: string): string => texts.map((t) => t.en).join(separator)

/** A line with one full stop at its end. */
const line = (lead: Text, { en, zh }: Text): Text => ({
  zh: `${lead.zh}：${zh.replace(/。$/u, "")}。`,
  en: `${lead.en}: ${en.replace(/\.$/u, "")}.`
})

/** Chinese words in quotation marks: those within them become single ones. */
const quoted = (zh: string): string => `“${zh.replaceAll("“", "‘").replaceAll("”", "’")}”`

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

/** Several items in one sentence, numbered as documents number them; one item stands alone. */
const numbered = (items: ReadonlyArray<Text>): Text =>
  items.length < 2
    ? { zh: zhOf(items, ""), en: enOf(items, "") }
    : {
        zh: items.map(({ zh }, i) => `（${numerals[i] ?? i + 1}）${zh}`).join("；"),
        en: items.map(({ en }, i) => `(${i + 1}) ${en}`).join("; ")
      }

const ruleLine = ({ article, binding, norm, quote }: Explanation): Text => {
  const { title } = regulation.base
  const where = isNormId(norm) ? { zh: `《${title.zh}》${article.zh}`, en: `${title.en}, ${article.en}` } : article
  return line(
    { zh: "依据", en: "Rule" },
    {
      zh: `${where.zh}${quoted(quote.zh.replace(/。$/u, ""))}（${norm}，${binding.says.zh}）`,
      en: `${where.en}: "${quote.en.replace(/\.$/u, "")}" (${norm}; ${binding.says.en})`
    }
  )
}

const conclusionLine = ({ about, bearers, conclusion, gate }: Explanation): Text => {
  const parts = [
    { zh: `${about.zh}，${conclusion.zh}`, en: `${about.en}: ${conclusion.en}` },
    ...(gate === undefined ? [] : [gate]),
    ...(bearers.length === 0 ? [] : [{ zh: `责任单位为${zhOf(bearers, "、")}`, en: `borne by ${enOf(bearers, ", ")}` }])
  ]
  return line({ zh: "结论", en: "Conclusion" }, { zh: zhOf(parts, "；"), en: enOf(parts, "; ") })
}

const documentLine = (restsOn: Text, document: DocumentUsed | undefined): Text => {
  const lead = { zh: "规则来源", en: "Source" }
  if (document === undefined) return line(lead, restsOn)
  const { fixes, from, region, status, until, value } = document
  const parts = [
    status,
    ...(fixes === undefined ? [] : [fixes]),
    ...(value === undefined ? [] : [{ zh: `定为${value.zh}`, en: `set to ${value.en}` }]),
    until === undefined
      ? { zh: `自${from.zh}起适用`, en: `from ${from.en}` }
      : { zh: `自${from.zh}起至${until.zh}止适用`, en: `from ${from.en} until ${until.en}` },
    ...(region === undefined ? [] : [{ zh: `适用于${region.zh}`, en: `for ${region.en}` }])
  ]
  return line(lead, { zh: `${restsOn.zh}（${zhOf(parts, "，")}）`, en: `${restsOn.en} (${enOf(parts, ", ")})` })
}

const readingText = ({ alternatives, chosen, id, question }: ReadingUsed): Text => {
  const others = alternatives.map(({ changes, status, text }): Text => {
    const said = status ?? { zh: "不适用", en: "not applicable" }
    return changes
      ? { zh: `如采${quoted(text.zh)}，结论为${quoted(said.zh)}`, en: `read as "${text.en}": ${said.en}` }
      : { zh: `如采${quoted(text.zh)}，结论不变`, en: `read as "${text.en}": no change` }
  })
  return {
    zh: `${question.zh}现采${quoted(chosen.text.zh)}（${id}），${zhOf(others, "，")}`,
    en: `${question.en} Read as "${chosen.text.en}" (${id}); ${enOf(others, "; ")}`
  }
}

const inquiryLine = ({ answers, decides, fact }: Inquiry): Text => {
  const ways = numbered(
    answers.map(({ answer, conclusion }) => ({
      zh: `${answer.zh}的，结论为${quoted(conclusion.zh)}`,
      en: `if ${answer.en}: "${conclusion.en}"`
    }))
  )
  const matters = decides
    ? { zh: "查明情况不同的，结论不同", en: "The answer changes the conclusion" }
    : { zh: "无论查明情况如何，结论相同", en: "Whatever the answer, the conclusion is the same" }
  return line(
    { zh: "待查明", en: "To be found out" },
    { zh: `${fact.zh}。${ways.zh}。${matters.zh}`, en: `${fact.en}. ${ways.en}. ${matters.en}` }
  )
}

const versionLine = ({ calendar, directory, library, norms, profile, readings, text }: Basis): Text =>
  line(
    { zh: "版本", en: "Versions" },
    {
      zh: `《办法》文本${text}，规范${norms}，解释${readings}，程序库${library}，规则配置${profile}，机构名录${directory}，工作日安排${calendar}`,
      en: `Measures ${text}, norms ${norms}, readings ${readings}, library ${library}, profile ${profile}, directory ${directory}, calendar ${calendar}`
    }
  )

/**
 * A whole explanation as running text, a line for each of: rule, facts, conclusion, source, readings, what is to be found out, what to do,
 * how the conclusion may be used, versions. Lines end with a line feed but for the last. Same explanation, same bytes.
 */
export const prose = (e: Explanation): Text => {
  const lines: ReadonlyArray<Text> = [
    ruleLine(e),
    ...(e.facts.length === 0 ? [] : [line({ zh: "经查", en: "Facts" }, numbered(e.facts))]),
    conclusionLine(e),
    documentLine(e.restsOn, e.document),
    ...(e.readings.length === 0
      ? []
      : [line({ zh: "条文解释", en: "Readings" }, numbered(e.readings.map(readingText)))]),
    ...(e.inquiry === undefined ? [] : [inquiryLine(e.inquiry)]),
    ...(e.remedy === undefined ? [] : [line({ zh: "办理建议", en: "What to do" }, e.remedy)]),
    line({ zh: "说明", en: "Note" }, { zh: zhOf(e.standing, "；"), en: enOf(e.standing, ". ") }),
    versionLine(e.basis)
  ]
  return { zh: zhOf(lines, "\n"), en: enOf(lines, "\n") }
}
