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
  type Text
} from "@banfa/core/regulation"
import type { RuleSource } from "./ruleSources.ts"

const quote = (text: string): string => text.replaceAll(/^/gm, "> ")
/** A text in both languages, in one line. */
export const both = ({ zh, en }: Text): string => `${zh} · ${en}`

const readingOf = (id: ReadingId): string => {
  const { question, options, rationale, confidence } = readingTexts[id]
  const lines = Object.entries<Text>(options).map(
    ([option, text]) => `- \`${option}\`${option === readings[id].default ? " **（默认 default）**" : ""} ${both(text)}`
  )
  return `**${id}** ${both(question)}\n\n${lines.join("\n")}\n\n${both(rationale)} (confidence: ${confidence})`
}

const ruleOf = ({ file, line, code }: RuleSource, toRoot: string): string =>
  `<details><summary>规则 Rule: <a href="${toRoot}/${file}">${file}</a>:${line}</summary>\n\n\`\`\`ts\n${code}\n\`\`\`\n\n</details>`

const normText = (id: NormId, rules: ReadonlyArray<RuleSource>, toRoot: string): string => {
  const { bearer, force, readings: open, detectability: detected } = norm(id)
  const clause = clauseText(id)
  const own = rules.filter((rule) => rule.norm === id)
  return [
    `## ${id}`,
    both(normTerms[id].summary),
    quote(`${clause.zh}\n\n${clause.en}`),
    [
      `- 约束力 Force: \`${force}\` ${both(forces[force])}`,
      `- 承担者 Borne by: ${bearer.map((role) => `\`${role}\` ${both(roleNames[role])}`).join("; ")}`,
      `- 可核查性 Checked: ${both(detectability[detected])}`
    ].join("\n"),
    ...(own.length === 0 ? ["尚未评价 · No rule evaluates this norm yet."] : own.map((rule) => ruleOf(rule, toRoot))),
    ...open.map(readingOf)
  ].join("\n\n")
}

const isOf = (article: ArticleNumber) => (id: string) => norms[id as NormId].article === article

/** An article and its norms in Markdown. `toRoot` is the way from the folder of the page to the root of the checkout. */
export const articleMarkdown = (article: ArticleNumber, rules: ReadonlyArray<RuleSource>, toRoot: string): string => {
  const { zh, en } = articleText(article)
  const ids = Object.keys(norms).filter(isOf(article)) as ReadonlyArray<NormId>
  return [
    `# ${both(articleName(article))}`,
    both(chapterTitle(article)),
    quote(`${zh}\n\n${en}`),
    "英文为库内译文，未经核定 · The English is the library's own, unverified.",
    ...ids.map((id) => normText(id, rules, toRoot))
  ].join("\n\n")
}
