import { join } from "node:path"
import ts from "typescript"

/** An error of the compiler in one of the files given, with its line counted from 1. */
export interface TypeError {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** Type-checks files as the workspace's own code is, save that an example may leave a name unused. */
export const typeErrors = (root: string, files: ReadonlyArray<string>): ReadonlyArray<TypeError> => {
  const { config } = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const program = ts.createProgram(files, { ...options, noUnusedLocals: false })
  const own = new Set(files.map((file) => program.getSourceFile(file)))
  return ts.getPreEmitDiagnostics(program).flatMap(({ file, start = 0, code, messageText }) => {
    if (file === undefined || !own.has(file)) return []
    const line = file.getLineAndCharacterOfPosition(start).line + 1
    return [{ file: file.fileName, line, message: `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}` }]
  })
}
