import { join, relative } from "node:path"
import { type ArticleNumber, articleName, chapterTitle, isArticleNumber, regulation } from "@banfa/core/regulation"
import {
  type Application,
  type CommentDisplayPart,
  type Context,
  Converter,
  DocumentReflection,
  type ProjectReflection
} from "typedoc"
import { articleMarkdown, both } from "../articles/page.ts"
import type { Trace } from "../articles/Trace.ts"
import { articleTags, linkTags, linkTo, type Named } from "./articleTags.ts"

type Pages = ReadonlyMap<ArticleNumber, DocumentReflection>

const text = (words: string): CommentDisplayPart => ({ kind: "text", text: words })

/** The contents of the Measures: chapters, and their articles as links. */
const contents = (pages: Pages): Array<CommentDisplayPart> => {
  const { documentNumber, issuer, standing } = regulation.base
  const parts = [text([documentNumber, both(issuer), `**${both(standing)}**`].join("\n\n"))]
  let chapter = ""
  for (const [number, page] of pages) {
    const title = both(chapterTitle(number))
    if (title !== chapter) parts.push(text(`\n\n## ${title}\n`))
    chapter = title
    parts.push(text("\n- "), linkTo(page, page.name))
  }
  return parts
}

const addPages = (project: ProjectReflection): Pages => {
  const title = regulation.base.title
  const measures = new DocumentReflection(`《${title.zh}》 The Measures`, project, [], { address: "articles/index" })
  project.addChild(measures)
  project.registerReflection(measures, undefined, undefined)
  const pages = new Map<ArticleNumber, DocumentReflection>()
  for (let number = 1; isArticleNumber(number); number++) {
    const page = new DocumentReflection(both(articleName(number)), measures, [], { address: `articles/${number}` })
    measures.addChild(page)
    project.registerReflection(page, undefined, undefined)
    pages.set(number, page)
  }
  measures.content = contents(pages)
  return pages
}

const namedBy = (article: ArticleNumber, named: ReadonlyArray<Named>): ReadonlyArray<CommentDisplayPart> => {
  const symbols = new Set(named.filter(({ articles }) => articles.includes(article)).map(({ symbol }) => symbol))
  if (symbols.size === 0) return []
  const lines = [...symbols].flatMap((symbol) => [text("\n- "), linkTo(symbol, symbol.getFriendlyFullName())])
  return [text("\n\n## 引用本条的导出 Exports that name this article\n"), ...lines, text("\n")]
}

/**
 * Gives the site a page for each article of the Measures, as under `docs/articles`, with the code of the rules and the exported
 * symbols whose `@article` names it, and makes links of these tags. A tag that names no article is an error.
 */
export const articles = (app: Application, root: string, out: string, trace: Trace): void => {
  const toRoot = relative(join(out, "articles"), root).replaceAll("\\", "/")
  let pages: Pages = new Map()
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
    pages = addPages(project)
  })
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }: Context) => {
    const named = articleTags(project, (problem) => app.logger.error(problem))
    for (const one of named) linkTags(one, pages)
    for (const [number, page] of pages) {
      page.content = [text(articleMarkdown(number, trace, { toRoot, code: true })), ...namedBy(number, named)]
    }
  })
}
