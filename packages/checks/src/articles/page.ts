import {
  type ArticleNumber,
  articleName,
  articleText,
  chapterTitle,
  clauseText,
  detectability,
  forces,
  type NormId,
  norm,
  norms,
  normTerms,
  type ReadingId,
  readings,
  readingTexts,
  roleNames,
  standing as sentences,
  type Text
} from "@banfa/core/regulation"
import type { Law } from "./laws.ts"
import type { RuleSource } from "./ruleSources.ts"
import type { Trace } from "./Trace.ts"

/** How a page is shown: the way from its folder to the root of the checkout, and whether with the code of the rules. */
export interface Shown {
  readonly toRoot: string
  readonly code: boolean
}

const quote = (text: string): string => text.replaceAll(/^/gm, "> ").replaceAll(/ $/gm, "")
const list = (lines: ReadonlyArray<string>): string => lines.map((line) => `- ${line}`).join("\n")
/** A text in both languages, in one line. */
export const both = ({ zh, en }: Text): string => (zh === en ? zh : `${zh} · ${en}`)

const link = (file: string, { toRoot }: Shown): string => `[${file}](${toRoot}/${file})`

const codeOf = ({ code, file, line }: RuleSource): string =>
  `<details><summary>规则 Rule: ${file}:${line}</summary>\n\n\`\`\`ts\n${code}\n\`\`\`\n\n</details>`

/** Entries under the files that they stand in, by name; `heading` says what and how many they are. */
const byFile = (
  heading: string,
  entries: ReadonlyArray<{ readonly file: string; readonly text: string }>,
  shown: Shown
): string => {
  const files = [...new Set(entries.map(({ file }) => file))].sort()
  const lines = files.flatMap((file) => [
    `- ${link(file, shown)}`,
    ...entries.filter((one) => one.file === file).map(({ text }) => `  - ${text}`)
  ])
  return `<details><summary>${heading}: ${entries.length}</summary>\n\n${lines.join("\n")}\n\n</details>`
}

/** Where a norm is evaluated, or why it is not. */
const evaluationOf = (id: NormId, { rules, standing }: Trace, shown: Shown): ReadonlyArray<string> => {
  const files = [...new Set(rules.filter((rule) => rule.norm === id).map(({ file }) => file))]
  const written = files.map((file) => `规则 Rule: ${link(file, shown)}`)
  const stands = standing[id]
  if (stands?.kind === "judgement") return [`由人判断 Declared as a judgement: ${both(stands.why)}`, ...written]
  if (stands?.kind === "notEvaluable") return [`**不作评价 Not evaluable**: ${both(stands.why)}`]
  return written
}

const normText = (id: NormId, trace: Trace, shown: Shown): string => {
  const { bearer, detectability: detected, force, modality, readings: open } = norm(id)
  const clause = clauseText(id)
  const signs = trace.signs[id]
  const named = trace.scenarios.filter(({ norms: about }) => about.includes(id))
  return [
    `## ${id}`,
    both(normTerms[id].summary),
    quote(`${clause.zh}\n\n${clause.en}`),
    list([
      `情态 Modality: \`${modality}\` ${both(forces[modality])}`,
      `约束力 Force: \`${force}\` ${both(forces[force])}`,
      `承担者 Borne by: ${bearer.map((role) => `\`${role}\` ${both(roleNames[role])}`).join("; ")}`,
      `可核查性 Checked: ${both(detectability[detected])}`,
      ...(signs === undefined || signs.fulfilled.en === "" ? [] : [`履行 Fulfilled: ${both(signs.fulfilled)}`]),
      ...(signs === undefined || signs.breached.en === "" ? [] : [`未按规定 Not as provided: ${both(signs.breached)}`]),
      ...evaluationOf(id, trace, shown),
      ...(open.length === 0 ? [] : [`解释选项 Readings: ${open.map((reading) => `\`${reading}\``).join(", ")}`])
    ]),
    ...(named.length === 0
      ? []
      : [
          byFile(
            "情景 Scenarios",
            named.map(({ file, name }) => ({ file, text: both(name) })),
            shown
          )
        ]),
    ...(shown.code ? trace.rules.filter((rule) => rule.norm === id).map(codeOf) : [])
  ].join("\n\n")
}

const readingOf = (id: ReadingId): string => {
  const { question, options, rationale, confidence } = readingTexts[id]
  const lines = Object.entries<Text>(options).map(
    ([option, text]) => `\`${option}\`${option === readings[id].default ? " **（默认 default）**" : ""} ${both(text)}`
  )
  return `### ${id}\n\n${both(question)}\n\n${list(lines)}\n\n${both(rationale)} (把握 confidence: ${confidence})`
}

const readingsOf = (ids: ReadonlyArray<NormId>): ReadonlyArray<string> => {
  const open = [...new Set(ids.flatMap((id): ReadonlyArray<ReadingId> => norm(id).readings))].sort()
  return open.length === 0 ? [] : ["## 解释选项 Readings", ...open.map(readingOf)]
}

const lawsOf = (laws: ReadonlyArray<Law>, shown: Shown): ReadonlyArray<string> =>
  laws.length === 0
    ? []
    : [
        "## 性质测试 Property tests",
        byFile(
          "生成的历史均须符合 What generated histories have to hold",
          laws.map(({ file, title }) => ({ file, text: title })),
          shown
        )
      ]

const withoutNorm = (article: ArticleNumber, { notNormative }: Trace): ReadonlyArray<string> => {
  const words = notNormative.passages.filter((passage) => passage.article === article)
  return words.length === 0
    ? []
    : ["## 不含规范的文字 Words without a norm", list(words.map((one) => `“${one.words}” ${both(one.reason)}`))]
}

/** The norms of an article, in their order. */
export const normsOf = (article: ArticleNumber): ReadonlyArray<NormId> =>
  (Object.keys(norms) as ReadonlyArray<NormId>).filter((id) => norms[id].article === article)

/** An article in Markdown: its text, its norms with what evaluates and shows them, its readings, and the properties that protect it. */
export const articleMarkdown = (article: ArticleNumber, trace: Trace, shown: Shown): string => {
  const { zh, en } = articleText(article)
  const ids = normsOf(article)
  return [
    `# ${both(articleName(article))}`,
    both(chapterTitle(article)),
    quote(`${zh}\n\n${en}`),
    `英文为库内译文，待核 · The English is the library's own, unverified. ${both(sentences.inForceUnverified)}.`,
    ...ids.map((id) => normText(id, trace, shown)),
    ...withoutNorm(article, trace),
    ...readingsOf(ids),
    ...lawsOf(
      trace.laws.filter(({ articles }) => articles.includes(article)),
      shown
    )
  ].join("\n\n")
}
