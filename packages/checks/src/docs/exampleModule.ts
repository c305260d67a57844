import ts from "typescript"
import type { Fence } from "./Fence.ts"

/** A module that runs an example, or the lines of its document whose `// =>` says nothing that can be checked. */
export interface ExampleModule {
  readonly text: string
  readonly unread: ReadonlyArray<number>
}

interface Edit {
  readonly pos: number
  readonly end: number
  readonly text: string
}

const marker = /^\/\/ =>/

/** The comment that states the value of what ends at a position, with the indented comments that continue it. */
const statedAt = (code: string, position: number): ReadonlyArray<ts.CommentRange> => {
  const ranges = [
    ...(ts.getTrailingCommentRanges(code, position) ?? []),
    ...(ts.getLeadingCommentRanges(code, position) ?? [])
  ]
  const [first, ...rest] = ranges
  if (first === undefined || !marker.test(code.slice(first.pos, first.end))) return []
  const stop = rest.findIndex(({ pos }) => !code.startsWith("//  ", pos))
  return [first, ...(stop < 0 ? rest : rest.slice(0, stop))]
}

const comparedIn = (node: ts.Node): ts.Expression | ts.Identifier | undefined => {
  if (ts.isExpressionStatement(node)) return node.expression
  const [declaration] = ts.isVariableStatement(node) ? node.declarationList.declarations : []
  return declaration !== undefined && ts.isIdentifier(declaration.name) ? declaration.name : undefined
}

const editsFor = (node: ts.Node, source: ts.SourceFile): ReadonlyArray<Edit> => {
  const compared = comparedIn(node)
  if (compared === undefined) return []
  const stated = statedAt(source.text, node.end)
  const last = stated.at(-1)
  if (last === undefined) return []
  const opening = ts.isExpressionStatement(node)
    ? [
        { pos: node.getStart(source), end: node.getStart(source), text: "shows((" },
        { pos: node.expression.end, end: node.end, text: "), (" }
      ]
    : [{ pos: node.end, end: node.end, text: `; shows(${compared.getText(source)}, (` }]
  return [
    ...opening,
    ...stated.map(({ pos }, index) => ({ pos, end: pos + (index === 0 ? "// =>" : "//").length, text: "" })),
    { pos: last.end, end: last.end, text: "));" }
  ]
}

/**
 * Makes the module that runs an example. `expr // => value` becomes a comparison of the two, deep and strict, and so does
 * `const name = expr // => value`; the comment may stand on the next line and go on in comments that are indented.
 * Every line of the module has the number that it has in the document.
 */
export const exampleModule = (fence: Fence, importShows: string): ExampleModule => {
  const source = ts.createSourceFile("example.ts", fence.code, ts.ScriptTarget.ESNext, true)
  const edits: Array<Edit> = []
  const visit = (node: ts.Node): void => {
    edits.push(...editsFor(node, source))
    ts.forEachChild(node, visit)
  }
  visit(source)
  const read = new Set(edits.map(({ pos }) => source.getLineAndCharacterOfPosition(pos).line))
  const unread = fence.code
    .split("\n")
    .flatMap((line, index) => (/\/\/ =>/.test(line) && !read.has(index) ? [index + fence.line] : []))
  let text = fence.code
  for (const { pos, end, text: inserted } of edits.toSorted((a, b) => b.pos - a.pos)) {
    text = text.slice(0, pos) + inserted + text.slice(end)
  }
  return { text: `${importShows}${"\n".repeat(fence.line - 1)}${text}\n`, unread }
}
