import type { Directory } from "../agency/Directory.ts"
import { dayText } from "../civil/dayText.ts"
import type { ChosenReading, LocalNormText, ProfileDifferences } from "../profile/differences.ts"
import type { Entry, Source } from "../profile/Parameter.ts"
import { articleName } from "../regulation/Citation.ts"
import type { ReadingId } from "../regulation/Norm.ts"
import { readingTexts } from "../regulation/readingTexts.ts"
import type { Text } from "../regulation/Text.ts"
import { parameters } from "../regulation/terms.ts"
import type { ArticleDifference } from "../regulation/textDifferences.ts"
import { sourceText } from "./restsOn.ts"

/** Both languages of several texts, one after another. */
export const joined = (texts: ReadonlyArray<Text>, separator: Text): Text => ({
  zh: texts.map((t) => t.zh).join(separator.zh),
  en: texts.map((t) => t.en).join(separator.en)
})

const by = (source: Source | undefined): Text => {
  if (source === undefined) return { zh: "", en: "" }
  const doc = sourceText(source)
  return { zh: `（依据：${doc.zh}）`, en: ` (by: ${doc.en})` }
}

const became = (what: Text, before: Text, after: Text): Text => ({
  zh: `${what.zh}${before.zh} → ${after.zh}`,
  en: `${what.en} ${before.en} → ${after.en}`
})

const named = ({ en, zh }: Text): Text => ({ zh: `${zh}：`, en: `${en}:` })

const readingText = (id: ReadingId, { option, source }: ChosenReading): Text => {
  const text = (readingTexts[id].options as { readonly [option: string]: Text })[option] ?? { zh: option, en: option }
  const doc = by(source)
  return { zh: `“${text.zh}”${doc.zh}`, en: `"${text.en}"${doc.en}` }
}

const valueText = (value: unknown): Text => {
  if (typeof value === "number") return { zh: `${value}日`, en: `${value} days` }
  if (typeof value === "object" && value !== null && "workdays" in value)
    return { zh: `${value.workdays}个工作日`, en: `${value.workdays} working days` }
  return { zh: "逐季度定明的日期", en: "a day for each quarter" }
}

const entryText = ({ from, region, source, until, value }: Entry, directory: Directory): Text => {
  const [what, doc, start] = [valueText(value), by(source), dayText(from)]
  const end = until === undefined ? { zh: "", en: "" } : { zh: `至${dayText(until).zh}`, en: ` until ${until}` }
  const place = region === undefined ? undefined : (directory.regionName(region) ?? { zh: region, en: region })
  const where = place === undefined ? { zh: "", en: "" } : { zh: `${place.zh}，`, en: `${place.en}, ` }
  return {
    zh: `${where.zh}${start.zh}起${end.zh}${what.zh}${doc.zh}`,
    en: `${where.en}${what.en} from ${start.en}${end.en}${doc.en}`
  }
}

const entriesText = (entries: ReadonlyArray<Entry>, directory: Directory): Text =>
  entries.length === 0
    ? { zh: "未定", en: "not fixed" }
    : joined(
        entries.map((e) => entryText(e, directory)),
        { zh: "，", en: ", " }
      )

const localText = (norm: LocalNormText | undefined): Text => {
  if (norm === undefined) return { zh: "无", en: "none" }
  const [doc, start] = [by(norm.source), dayText(norm.from)]
  return { zh: `“${norm.quote.zh}”${start.zh}起${doc.zh}`, en: `"${norm.quote.en}" from ${start.en}${doc.en}` }
}

const articleText = ({ amendment, article, in: side, norms }: ArticleDifference): Text => {
  const [name, start] = [articleName(article), dayText(amendment.effectiveFrom)]
  const only = side === "before" ? { zh: "仅变更前", en: "before only" } : { zh: "仅变更后", en: "after only" }
  return {
    zh: `${name.zh}（${only.zh}）：${start.zh}起由${amendment.title.zh}（${amendment.documentNumber}）修改；${norms.join("、")}仍按2005年条文判断，须人工复核`,
    en: `${name.en} (${only.en}): amended from ${start.en} by ${amendment.title.en} (${amendment.documentNumber}); ${norms.join(", ")} are still judged by the words of 2005 and have to be reviewed`
  }
}

/** In what two profiles and texts differ, a line each, with the documents. */
export const differencesText = (
  {
    articles,
    layers,
    localNorms,
    parameters: values,
    readings
  }: ProfileDifferences & { readonly articles: ReadonlyArray<ArticleDifference> },
  directory: Directory
): ReadonlyArray<Text> => [
  ...layers.before.map((id) => ({ zh: `去除规则层 ${id}`, en: `without the layer ${id}` })),
  ...layers.after.map((id) => ({ zh: `加入规则层 ${id}`, en: `with the layer ${id}` })),
  ...readings.map(({ after, before, id }) => {
    const { en, zh } = readingTexts[id].question
    return became({ zh: `${id} ${zh}`, en: `${id} ${en}` }, readingText(id, before), readingText(id, after))
  }),
  ...values.map(({ after, before, id }) =>
    became(named(parameters[id]), entriesText(before, directory), entriesText(after, directory))
  ),
  ...localNorms.map(({ after, before, id }) =>
    became(named((after ?? before)?.summary ?? { zh: id, en: id }), localText(before), localText(after))
  ),
  ...articles.map(articleText)
]
