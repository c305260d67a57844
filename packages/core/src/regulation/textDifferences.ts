import type { ArticleNumber } from "./Article.ts"
import type { NormId } from "./Norm.ts"
import { norms } from "./norms.ts"
import type { Text } from "./Text.ts"
import type { Amendment, Regulation } from "./Version.ts"

/** An article as an amendment words it that is entered in only one of two texts. */
export interface ArticleDifference {
  /** The number of the article. */
  readonly article: ArticleNumber
  /** Which of the two has the amendment. */
  readonly in: "before" | "after"
  /** The amendment, without its articles. */
  readonly amendment: Omit<Amendment, "articles">
  /** The article as the amendment words it. */
  readonly text: Text
  /** The norms of the article. They are still judged by the words of 2005: whoever enters the amendment reviews them. */
  readonly norms: ReadonlyArray<NormId>
}

/** The articles in which two texts of the Measures differ, whatever the day from which their amendments have effect. */
export const textDifferences = (before: Regulation, after: Regulation): ReadonlyArray<ArticleDifference> => {
  const found = [...entered(before, after, "before"), ...entered(after, before, "after")]
  return found.sort(
    (a, b) =>
      a.article - b.article ||
      Number(a.amendment.effectiveFrom > b.amendment.effectiveFrom) -
        Number(a.amendment.effectiveFrom < b.amendment.effectiveFrom) ||
      Number(a.amendment.id > b.amendment.id) - Number(a.amendment.id < b.amendment.id)
  )
}

const entered = (
  text: Regulation,
  other: Regulation,
  which: ArticleDifference["in"]
): ReadonlyArray<ArticleDifference> => {
  const others = new Set(rowsOf(other, which).map((row) => JSON.stringify(row)))
  return rowsOf(text, which).filter((row) => !others.has(JSON.stringify(row)))
}

const rowsOf = ({ amendments }: Regulation, which: ArticleDifference["in"]): ReadonlyArray<ArticleDifference> =>
  amendments.flatMap(({ articles, documentNumber, effectiveFrom, id, source, title }) =>
    articles.map(({ article, text }) => ({
      article,
      in: which,
      amendment: { id, documentNumber, title, effectiveFrom, source },
      text,
      norms: (Object.keys(norms) as Array<NormId>).filter((norm) => norms[norm].article === article)
    }))
  )
