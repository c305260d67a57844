import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"

/** A property of the law that a test states: its title without the articles, and the articles; none where it holds of all. */
export interface Law {
  readonly file: string
  readonly title: string
  readonly articles: ReadonlyArray<number>
}

const ending = / \(arts?\.? (\d+(?:(?:, | to )\d+)*)\)$/u

/** The numbers in the words of a title: `9 to 12, 31`. */
const numbersIn = (words: string): ReadonlyArray<number> =>
  words.split(", ").flatMap((part) => {
    const [from = 0, to = from] = part.split(" to ").map(Number)
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })

/** The texts that a file gives to a name: `arts: "arts 9 to 12"`. */
const valuesOf = (name: string, source: ts.SourceFile): ReadonlyArray<string> => {
  const values: Array<string> = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === name && ts.isStringLiteralLike(node.initializer))
      values.push(node.initializer.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return values
}

/** A title as it is written, or as many as the file has texts for what stands in it. */
const titlesIn = (argument: ts.Expression | undefined, source: ts.SourceFile): ReadonlyArray<string> => {
  if (argument === undefined) return []
  if (ts.isStringLiteralLike(argument)) return [argument.text]
  if (!ts.isTemplateExpression(argument)) return []
  return argument.templateSpans.reduce<ReadonlyArray<string>>(
    (begun, { expression, literal }) =>
      begun.flatMap((text) => valuesOf(expression.getText(source), source).map((value) => text + value + literal.text)),
    [argument.head.text]
  )
}

/** What the rows of a table of laws are called: by their title, or by the first thing that makes them. */
const rowsIn = (table: ts.Expression | undefined, source: ts.SourceFile): ReadonlyArray<string> =>
  table === undefined || !ts.isArrayLiteralExpression(table)
    ? []
    : table.elements.flatMap((row) => {
        if (ts.isCallExpression(row)) return titlesIn(row.arguments[0], source)
        if (!ts.isObjectLiteralExpression(row)) return []
        return row.properties.flatMap((one) =>
          ts.isPropertyAssignment(one) && one.name.getText(source) === "title" ? titlesIn(one.initializer, source) : []
        )
      })

/** The titles of the laws that hold of every subject: what a family of them claims, with its articles left open. */
export const commonTitlesIn = (text: string): ReadonlyArray<ts.TemplateExpression> => {
  const source = ts.createSourceFile("common.ts", text, ts.ScriptTarget.ESNext, true)
  const titles: Array<ts.TemplateExpression> = []
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? node.arguments[1] : undefined
    if (
      title !== undefined &&
      ts.isTemplateExpression(title) &&
      title.templateSpans[0]?.expression.getText(source) === "arts"
    )
      titles.push(title)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return titles
}

/** The properties of the law that a file of tests states, with those that it asks of its subject in common with others. */
export const lawsIn = (
  file: string,
  text: string,
  common: ReadonlyArray<ts.TemplateExpression> = []
): ReadonlyArray<Law> => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
  const laws: Array<Law> = []
  const add = (title: string, always: boolean): void => {
    const articles = numbersIn(ending.exec(title)?.[1] ?? "").filter((number) => number > 0)
    if (articles.length > 0 || always) laws.push({ file, title: title.replace(ending, ""), articles })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(source)
      if (callee === "commonLaws") {
        // the articles of the subject come first in what is known of it
        const [arts = ""] = valuesOf("arts", source)
        for (const { head, templateSpans } of common)
          add(head.text + arts + (templateSpans[0]?.literal.text ?? ""), true)
      }
      if (callee === "provinceLaws") for (const title of rowsIn(node.arguments[1], source)) add(title, true)
      if (callee === "law" || /^(test|it)\b/u.test(callee)) {
        for (const title of titlesIn(node.arguments[0], source)) add(title, callee === "law")
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return laws
}

/** The properties of the law, in the order of the files. */
export const readLaws = (root: string): ReadonlyArray<Law> => {
  const read = (file: string): string => readFileSync(join(root, file), "utf8")
  const files = (glob: string): ReadonlyArray<string> =>
    globSync(glob, { cwd: root })
      .map((file) => file.replaceAll("\\", "/"))
      .sort()
  const common = files("packages/core/test/law/common/*.ts").flatMap((file) => commonTitlesIn(read(file)))
  return files("packages/core/test/law/**/*.test.ts").flatMap((file) => lawsIn(file, read(file), common))
}
