import type { Data } from "../Data.ts"
import { moduleOf, table } from "./table.ts"

const sourceDoc = `/**
 * The Measures with their letterhead, exactly as in the source. Traps for whoever compares it with another copy: the date
 * is written with two U+25CB circles (二○○五), not with U+3007; the year of the document number stands in ASCII brackets,
 * [2005], where a citation prints 〔2005〕; article 12 and the addressees have half-width parentheses; chapters and
 * articles are set off from their titles by one U+3000; the last line has no line break after it.
 */`

/** `source.ts`: the text itself. */
export const sourceModule = ({ source }: Data): string => {
  if (/[`\\\r]|\$\{/u.test(source)) throw new Error("the source holds characters that a template literal would change")
  return moduleOf(`${sourceDoc}\nexport const measures = \`${source}\``)
}

/** `articles.ts`: where each article stands, and its English. */
export const articlesModule = ({ articles }: Data): string =>
  moduleOf(
    `import type { Article, ArticleNumber, ChapterNumber } from "./Article.ts"\nimport type { Text } from "./Text.ts"`,
    table(
      "chapters",
      "The titles of the seven chapters.",
      Object.fromEntries(
        articles.map(({ chapter, chapterTitle, chapterTitleEn }) => [chapter, { zh: chapterTitle, en: chapterTitleEn }])
      ),
      "{ readonly [C in ChapterNumber]: Text }"
    ),
    table(
      "articles",
      "The 36 articles: chapter, label, place in the source, and the library's English (unverified).",
      Object.fromEntries(
        articles.map(({ article, chapter, en, label, offset }) => [article, { chapter, label, at: offset, en }])
      ),
      "{ readonly [N in ArticleNumber]: Article }"
    )
  )

/** `clauses.ts`: where the words of each norm stand, and their English. */
export const clausesModule = ({ norms }: Data): string =>
  moduleOf(
    `import type { Clause } from "./Article.ts"\nimport type { NormId } from "./Norm.ts"`,
    table(
      "clauses",
      "The words that carry each of the 94 norms: their place in the source, and the library's English (unverified).",
      Object.fromEntries(norms.map(({ clauseOffset, en, id }) => [id, { at: clauseOffset, en }])),
      "{ readonly [N in NormId]: Clause }"
    )
  )

/** `readingTexts.ts`: what each reading asks, what may be answered, and why the default is the default. */
export const readingTextsModule = ({ readings, terms }: Data): string =>
  moduleOf(
    `import type { ReadingId } from "./Norm.ts"\nimport type { ReadingText } from "./ReadingText.ts"`,
    table(
      "readingTexts",
      "The questions that the text leaves open. 库内译文，待核: the Chinese is the library's own wording, not the regulation's.",
      Object.fromEntries(
        readings.map(({ confidence, id, options, question, rationale }) => {
          const zh = terms.readings[id]
          return [
            id,
            {
              question: { zh: zh?.question, en: question },
              options: Object.fromEntries(options.map((one) => [one.id, { zh: zh?.options[one.id], en: one.text }])),
              rationale: { zh: zh?.rationale, en: rationale },
              confidence
            }
          ]
        })
      ),
      "{ readonly [R in ReadingId]: ReadingText<R> }"
    )
  )
