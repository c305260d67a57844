import ts from "typescript"

/** A place at which a file asks for what differs from one run to the next. */
export interface Chance {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
}

const members: Readonly<Record<string, ReadonlyArray<string>>> = {
  Date: ["now"],
  Math: ["random"],
  DateTime: ["nowUnsafe"]
}

/** Methods whose answer depends on the time zone or the language of the machine, whatever they are called on. */
const local =
  /^(toLocale\w+|localeCompare|toDateString|toTimeString|getTimezoneOffset|[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds))$/

/** `new Date()` reads the clock, `new Date(2005, 1, 4)` the time zone; of one argument neither is read. */
const isDate = (node: ts.NewExpression | ts.CallExpression): boolean =>
  ts.isIdentifier(node.expression) &&
  node.expression.text === "Date" &&
  (ts.isCallExpression(node) || (node.arguments ?? []).length !== 1)

const isChance = (node: ts.Node): boolean => {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) return isDate(node)
  if (!ts.isPropertyAccessExpression(node)) return false
  const { expression, name } = node
  if (local.test(name.text)) return true
  return (
    ts.isIdentifier(expression) &&
    (expression.text === "Intl" || (members[expression.text]?.includes(name.text) ?? false))
  )
}

/** Finds where a file reads the clock, the time zone or the language of the machine, or a random number. */
export const chancesIn = (file: string, text: string): ReadonlyArray<Chance> => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext)
  const found: Array<Chance> = []
  const visit = (node: ts.Node): void => {
    if (isChance(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push({ line: line + 1, text: node.getText(source) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
