import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { compile } from "../compile.ts"

/** An error of the compiler in one of the files given, with its line counted from 1. */
export interface TypeError {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** One error as the compiler prints it; what explains it follows on indented lines. */
const printed = /^(\S.*)\((\d+),\d+\): error (TS\d+: .*(?:\n\s+.*)*)/gmu

/** Type-checks files of a folder as the workspace's own code is, save that an example may leave a name unused. */
export const typeErrors = async (
  root: string,
  dir: string,
  files: ReadonlyArray<string>
): Promise<ReadonlyArray<TypeError>> => {
  const config = join(dir, "tsconfig.json")
  const compilerOptions = { noUnusedLocals: false }
  writeFileSync(config, JSON.stringify({ extends: join(root, "tsconfig.base.json"), compilerOptions, files }))
  const { code, output } = await compile(root, ["-p", config, "--pretty", "false"], dir)
  const found = [...output.matchAll(printed)].map(([, file = "", line, message = ""]) => ({
    file: resolve(dir, file).replaceAll("\\", "/"),
    line: Number(line),
    message
  }))
  if (code !== 0 && found.length === 0) throw new Error(output)
  return found.filter(({ file }) => files.includes(file))
}
