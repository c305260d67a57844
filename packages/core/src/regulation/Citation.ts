import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type ArticleNumber, clauseText, isArticleNumber } from "./Article.ts"
import { articles } from "./articles.ts"
import type { NormId } from "./Norm.ts"
import { norms } from "./norms.ts"
import type { Text } from "./Text.ts"

/** A norm's place and its words: what a person needs to look it up. */
export interface Citation {
  /** The name of the article. */
  readonly article: Text
  /** The words that carry the norm. */
  readonly quote: Text
}

/** The name of an article: 第十条, art. 10. */
export const articleName = (number: ArticleNumber): Text => ({ zh: articles[number].label, en: `art. ${number}` })

/** Where a norm stands, and its words. The Chinese is the source's; the English is the library's own, unverified. */
export const cite = (norm: NormId): Citation => ({ article: articleName(norms[norm].article), quote: clauseText(norm) })

/** A text that names no article of the Measures; `zh` and `en` say which. */
export class UnknownArticle extends Schema.TaggedError<UnknownArticle>()("UnknownArticle", {
  zh: Schema.String,
  en: Schema.String
}) {
  override get message(): string {
    return `${this.zh} / ${this.en}`
  }
}

const byLabel: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(articles).map(([number, { label }]) => [label, number])
)

const shape = /^(?:第([0-9]{1,2})条|(?:art\.?|article)?\s*([0-9]{1,2}))$/iu

/** Reads the name of an article: `第十条`, `第10条`, `art. 10`, `Article 10` or `10`, full-width digits included. */
export const parseArticle = (input: string): Result.Result<ArticleNumber, UnknownArticle> => {
  const text = input.normalize("NFKC").trim()
  const found = shape.exec(text)
  const number = Number(byLabel.get(text) ?? found?.[1] ?? found?.[2] ?? "0")
  return isArticleNumber(number)
    ? Result.succeed(number)
    : Result.fail(
        new UnknownArticle({
          zh: `“${input}”不是《办法》的条文，《办法》共三十六条`,
          en: `"${input}" names no article of the Measures, which have 36`
        })
      )
}
