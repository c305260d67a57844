import { articles, chapters } from "./articles.ts"
import { clauses } from "./clauses.ts"
import type { NormId } from "./Norm.ts"
import type { norms } from "./norms.ts"
import { measures } from "./source.ts"
import type { Text } from "./Text.ts"

/** The number of an article, 1 to 36. */
export type ArticleNumber = (typeof norms)[NormId]["article"]

/** The number of a chapter, 1 to 7. */
export type ChapterNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Where a passage stands in the source: from one character up to, not including, another (all are one UTF-16 unit). */
export type Passage = readonly [from: number, to: number]

/** An article as it is kept: the Chinese is cut from the source, so it cannot drift. The English is the library's, unverified. */
export interface Article {
  readonly chapter: ChapterNumber
  readonly label: string
  readonly at: Passage
  readonly en: string
}

/** The words of the source that carry a norm, with the library's English, unverified. */
export interface Clause {
  readonly at: Passage
  readonly en: string
}

/** The words of a passage. */
export const passage = ([from, to]: Passage): string => measures.slice(from, to)

/** An article in full, its label included. */
export const articleText = (number: ArticleNumber): Text => {
  const article = articles[number]
  return { zh: passage(article.at), en: article.en }
}

/** The words of the text that carry a norm. */
export const clauseText = (norm: NormId): Text => {
  const clause = clauses[norm]
  return { zh: passage(clause.at), en: clause.en }
}

/** The title of the chapter in which an article stands. */
export const chapterTitle = (number: ArticleNumber): Text => chapters[articles[number].chapter]

/** Whether a number is that of an article. */
export const isArticleNumber = (number: number): number is ArticleNumber => Object.hasOwn(articles, number)
