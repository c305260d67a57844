import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"

/** Where a rule is written: the file (relative to the root, with `/`), its line, counted from 1, the code, and the quote above it. */
export interface RuleSource {
  readonly norm: string
  readonly file: string
  readonly line: number
  readonly code: string
  readonly quote: string
}

/** The first paragraph of the docstring: the words of the text under which the rule stands. */
const quoteOf = (statement: ts.Statement): string => {
  const [doc] = ts.getJSDocCommentsAndTags(statement)
  const text = ts.getTextOfJSDocComment(doc?.comment) ?? ""
  return text.split(/\n\s*\n/u)[0]?.replaceAll("\n", "") ?? ""
}

const normOf = (statement: ts.Statement): string | undefined => {
  const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : []
  if (declaration === undefined || !ts.isIdentifier(declaration.name)) return undefined
  return /^N\d+_\d+$/.test(declaration.name.text) ? declaration.name.text.replace("_", ".") : undefined
}

const rulesIn = (file: string, text: string): ReadonlyArray<RuleSource> => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
  return source.statements.flatMap((statement) => {
    const norm = normOf(statement)
    if (norm === undefined) return []
    const line = source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1
    return [{ norm, file, line, code: statement.getFullText(source).trim(), quote: quoteOf(statement) }]
  })
}

/** The rules of core, in the order of the files. A norm that several subjects ask about has one in each. */
export const ruleSources = (root: string): ReadonlyArray<RuleSource> =>
  globSync("packages/core/src/*/*.ts", { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .flatMap((file) => rulesIn(file, readFileSync(join(root, file), "utf8")))
