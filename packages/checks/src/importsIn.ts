import ts from "typescript"

/** One import of a module: also a re-export, a dynamic `import()`, a `require()` and an import in a type. */
export interface Import {
  readonly specifier: string
  /** Counted from 1. */
  readonly line: number
  /** Whether nothing of it is left at run time. `import { type X }` is: `verbatimModuleSyntax` keeps the import. */
  readonly typeOnly: boolean
}

const isCallOf = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === "require"))

const specifierOf = (node: ts.Node): ts.Node | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isExternalModuleReference(node)) return node.expression
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  return isCallOf(node) ? node.arguments[0] : undefined
}

const isTypeOnly = (node: ts.Node): boolean =>
  ts.isImportTypeNode(node) ||
  (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
  (ts.isExportDeclaration(node) && node.isTypeOnly)

/** Every import in a TypeScript file, in the order of the text. */
export const importsIn = (file: string, text: string): ReadonlyArray<Import> => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext)
  const found: Array<Import> = []
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push({ specifier: specifier.text, line: line + 1, typeOnly: isTypeOnly(node) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
