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
  Intl: ["DateTimeFormat"],
  DateTime: ["nowUnsafe"]
}

const isChance = (node: ts.Node): boolean => {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const isDate = ts.isIdentifier(node.expression) && node.expression.text === "Date"
    return isDate && (ts.isCallExpression(node) || (node.arguments ?? []).length === 0)
  }
  return (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    (members[node.expression.text]?.includes(node.name.text) ?? false)
  )
}

/** Finds where a file reads the clock, the time zone of the machine or a random number. */
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
