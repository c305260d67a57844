import type { Directory } from "../agency/Directory.ts"
import { articleName } from "../regulation/Citation.ts"
import { isNormId, type Status } from "../regulation/Norm.ts"
import { norms } from "../regulation/norms.ts"
import { normTerms } from "../regulation/normTerms.ts"
import type { Text } from "../regulation/Text.ts"
import { standing, statuses } from "../regulation/terms.ts"
import type { Comparison } from "../verdict/Comparison.ts"
import type { Counts } from "../verdict/counts.ts"
import { differencesText, joined } from "./differencesText.ts"
import { subjectNames } from "./subjectNames.ts"
import { bearerText, word } from "./wording.ts"

type Row = ReadonlyArray<Text>

const same = (text: string | number): Text => ({ zh: String(text), en: String(text) })

const columns: { readonly [C in Exclude<keyof Counts, "transitions">]: Text } = {
  cases: { zh: "案件", en: "cases" },
  changes: { zh: "结论变动", en: "verdicts changed" },
  newDuties: { zh: "新增待办", en: "new duties" },
  vanishedDuties: { zh: "不再待办", en: "duties gone" },
  changedDays: { zh: "期限变动", en: "other due day" },
  changedBearers: { zh: "责任单位变动", en: "other bearer" },
  changedGates: { zh: "办理条件变动", en: "other answer to an act" }
}
const names = Object.keys(columns) as ReadonlyArray<keyof typeof columns>

const statusText = (status: Status | null): Text =>
  status === null ? { zh: "（无结论）", en: "(nothing said)" } : statuses[status]

const transitionsText = ({ transitions }: Counts): Text =>
  joined(
    transitions.map(({ count, from, to }) => {
      const [was, is] = [statusText(from), statusText(to)]
      return { zh: `${was.zh} → ${is.zh} ${count}`, en: `${was.en} → ${is.en} ${count}` }
    }),
    { zh: "；", en: "; " }
  )

const row = (name: Text, counts: Counts): Row => [name, ...names.map((c) => same(counts[c])), transitionsText(counts)]

/** A cell keeps to its line and its column. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s+/gu, " ")

const line = (cells: Row): Text => ({
  zh: `| ${cells.map((c) => cell(c.zh)).join(" | ")} |`,
  en: `| ${cells.map((c) => cell(c.en)).join(" | ")} |`
})

const table = (first: Text, rows: ReadonlyArray<Row>): Text => {
  const head = [first, ...names.map((c) => columns[c]), { zh: "状态变化", en: "changes of status" }]
  const rule = head.map((_, i) => same(i === 0 || i === head.length - 1 ? "---" : "--:"))
  return joined([head, rule, ...rows].map(line), same("\n"))
}

const normName = (norm: string, { differences }: Comparison): Text => {
  if (isNormId(norm)) {
    const [article, { summary }] = [articleName(norms[norm].article), normTerms[norm]]
    return { zh: `${article.zh} ${summary.zh}（${norm}）`, en: `${article.en} ${summary.en} (${norm})` }
  }
  const local = differences.localNorms.find(({ id }) => id === norm)
  return (local?.after ?? local?.before)?.summary ?? same(norm)
}

const regionText = (region: string | undefined, directory: Directory): Text =>
  region === undefined ? { zh: "（未载明）", en: "(not stated)" } : (directory.regionName(region) ?? same(region))

const list = (items: ReadonlyArray<Text>): Text =>
  joined(
    items.map(({ en, zh }) => ({ zh: `- ${zh}`, en: `- ${en}` })),
    same("\n")
  )

/**
 * A comparison of two profiles as a document in Markdown, in Chinese and in English: in what the profiles differ and by which documents,
 * then what that changes by norm, by bearer, by region and by subject. Same inputs, same bytes.
 */
export const comparisonText = (comparison: Comparison, directory: Directory): Text => {
  const { asked, basis, byBearer, byNorm, byRegion, bySubject, differences, total } = comparison
  const [was, is] = [basis.before.profile, basis.after.profile]
  const forces = new Set([basis.before.standing[0], basis.after.standing[0]])
  const differing = differencesText(differences, directory)
  const parts: ReadonlyArray<Text> = [
    { zh: `# 规则对照：${was} → ${is}`, en: `# Comparison: ${was} → ${is}` },
    {
      zh: `查问案件 ${asked} 件，其中 ${total.cases} 件的结论有变动，共 ${total.changes} 项。`,
      en: `Cases asked: ${asked}; with changed verdicts: ${total.cases}; verdicts changed: ${total.changes}.`
    },
    { zh: "## 规则的差异", en: "## In what the rules differ" },
    differing.length === 0 ? { zh: "没有差异。", en: "In nothing." } : list(differing),
    ...(total.changes === 0
      ? []
      : [
          { zh: "## 按规范", en: "## By norm" },
          table({ zh: "规范", en: "norm" }, [
            ...byNorm.map((counts) => row(normName(counts.norm, comparison), counts)),
            row({ zh: "合计", en: "total" }, total)
          ]),
          { zh: "## 按责任单位", en: "## By bearer" },
          {
            zh: "从各单位看：转给其他单位的，对原单位为不再有结论，对新单位为新有结论；由数个单位共同负责的，各计一次。",
            en: "As each bearer sees it: what moves to another is no longer said to the one and newly said to the other; what several bear is counted with each."
          },
          table(
            { zh: "责任单位", en: "bearer" },
            byBearer.map((counts) => row(bearerText(counts, directory), counts))
          ),
          { zh: "## 按地区", en: "## By region" },
          table(
            { zh: "地区", en: "region" },
            byRegion.map((counts) => row(regionText(counts.region, directory), counts))
          ),
          { zh: "## 按案件类别", en: "## By subject" },
          table(
            { zh: "案件类别", en: "subject" },
            bySubject.map((counts) => row(word(subjectNames, counts.subject), counts))
          )
        ]),
    list([standing.findingDisclaimer, ...[...forces].map((one) => standing[one])])
  ]
  return joined(parts, same("\n\n"))
}
