import { type ArticleRow, type Copies, sentencesOf } from "./checkSource.ts"

/** Words that carry no norm, and why. */
interface Declared {
  readonly words: string
  readonly reason: { readonly zh: string; readonly en: string }
}

/** The words that are declared to carry no norm: connectives wherever they stand, and passages of an article. */
export interface NotNormative {
  readonly connectives: ReadonlyArray<Declared>
  readonly passages: ReadonlyArray<Declared & { readonly article: number }>
}

/** Words of an article that stand in no clause, and the sentence that they belong to. */
interface Rest {
  readonly words: string
  readonly sentence: string
}

const punctuation = /^[\s，、。；：“”（）()]+|[\s，、。；：“”（）()]+$/gu

const sentenceOf = (article: ArticleRow, at: number): string => {
  let end = article.offset[0]
  return (
    sentencesOf(article.text).find((sentence) => {
      end += sentence.length
      return at < end
    }) ?? article.text
  )
}

/** What is left of the body of an article without its clauses and without punctuation. */
const restOf = (article: ArticleRow, { norms, source }: Copies): ReadonlyArray<Rest> => {
  const clauses = norms.map(({ clauseOffset }) => clauseOffset).toSorted(([a], [b]) => a - b)
  const [from, to] = article.offset
  const rest: Array<Rest> = []
  let at = from + article.label.length
  for (const [start, end] of [...clauses, [to, to] as const]) {
    if (end < at || start > to) continue
    const words = source.slice(at, start).replace(punctuation, "")
    if (words !== "") rest.push({ words, sentence: sentenceOf(article, source.indexOf(words, at)) })
    at = Math.max(at, end)
  }
  return rest
}

const file = "packages/core/data/notNormative.json"

/** Each passage that carries no norm and is not declared to carry none, by its words and its sentence; and each idle declaration. */
export const unmapped = (copies: Copies, declared: NotNormative): ReadonlyArray<string> => {
  const used = new Set<Declared>()
  const missing = copies.articles.flatMap((article) =>
    restOf(article, copies).flatMap(({ sentence, words }) => {
      const one =
        declared.connectives.find((connective) => connective.words === words) ??
        declared.passages.find((passage) => passage.article === article.article && passage.words === words)
      if (one === undefined)
        return [
          `article ${article.article}, "${sentence}": no norm rests on "${words}"; map it, or give the reason in ${file}`
        ]
      used.add(one)
      return []
    })
  )
  const idle = [...declared.connectives, ...declared.passages].filter((one) => !used.has(one))
  return [...missing, ...idle.map(({ words }) => `${file}: "${words}" stands nowhere outside the clause of a norm`)]
}
