import { type ArticleNumber, isArticleNumber } from "@banfa/core/regulation"
import {
  Comment,
  type CommentDisplayPart,
  CommentTag,
  type DeclarationReflection,
  type ProjectReflection,
  type Reflection
} from "typedoc"

/** The articles that the docstring of an exported symbol names, in the order in which it names them. */
export interface Named {
  readonly symbol: Reflection
  readonly comment: Comment
  readonly articles: ReadonlyArray<ArticleNumber>
}

const tag = "@article"

/** The number that a tag gives, and nothing beside it: a tag takes whatever follows it, so words behind it would be lost. */
const numberIn = ({ content }: CommentTag): ArticleNumber | string => {
  const text = Comment.combineDisplayParts(content).trim()
  const number = /^[1-9]\d?$/.test(text) ? Number(text) : 0
  return isArticleNumber(number) ? number : text
}

/** What a reader calls by a name of its own: a function rather than its signature, a type rather than a type written inside it. */
const symbolOf = (reflection: Reflection): Reflection => {
  let symbol = reflection
  for (let one: Reflection | undefined = reflection; one !== undefined && !one.isProject(); one = one.parent) {
    if (one.isSignature() || one.name === "__type") symbol = one.parent ?? one
  }
  return symbol
}

const placeOf = (reflection: Reflection): string => {
  const [source] = (reflection as DeclarationReflection).sources ?? []
  return source === undefined ? reflection.getFriendlyFullName() : `${source.fileName}:${source.line}`
}

/** Reads the `@article` tags of a project; `report` is told of each that names no article of the Measures. */
export const articleTags = (project: ProjectReflection, report: (problem: string) => void): ReadonlyArray<Named> =>
  Object.values(project.reflections).flatMap((reflection) => {
    const { comment } = reflection
    const numbers = comment?.getTags(tag).map(numberIn) ?? []
    if (comment === undefined || numbers.length === 0) return []
    const symbol = symbolOf(reflection)
    for (const number of numbers) {
      if (typeof number === "number") continue
      report(
        `${placeOf(reflection)}: ${symbol.name}: "${tag} ${number}" is not the number of an article, 1 to 36, alone`
      )
    }
    return [{ symbol, comment, articles: numbers.filter((number) => typeof number === "number") }]
  })

/** A link to a reflection, as a part of a docstring or a document. */
export const linkTo = (target: Reflection, text: string): CommentDisplayPart => ({
  kind: "inline-tag",
  tag: "@link",
  text,
  target
})

/** Puts one tag with links in the place of the tags of a docstring. */
export const linkTags = ({ comment, articles }: Named, pages: ReadonlyMap<ArticleNumber, Reflection>): void => {
  const links = articles.flatMap((number) => {
    const page = pages.get(number)
    return page === undefined ? [] : [{ kind: "text", text: ", " } as const, linkTo(page, page.name)]
  })
  comment.removeTags(tag)
  comment.blockTags.push(new CommentTag(tag, links.slice(1)))
}
