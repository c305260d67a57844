import { join } from "node:path"
import { type Ended, toolOf } from "./command.ts"

/** Runs the compiler of the workspace. TypeDoc and the gates that read sources use one of their own, whose programs can be asked. */
export const compile = (root: string, args: ReadonlyArray<string>, cwd = root): Promise<Ended> =>
  toolOf(join(root, "package.json"), "typescript", args, { cwd })

/** Where the one program over all sources keeps what it found out, and the types that it makes of them. */
export const typesDir = (root: string): string => join(root, ".work/types")

/** Where the types of a source are, below `typesDir`. */
export const typesOf = (source: string): string => source.replace(/\.ts$/, ".d.ts")

/** Checks everything in one program, makes types of every source, and goes by what it found out before. */
export const compileAll = (root: string, ...more: ReadonlyArray<string>): Promise<Ended> => {
  const out = typesDir(root)
  const emit = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", root, "--outDir", out]
  return compile(root, [
    "-p",
    root,
    ...emit,
    "--incremental",
    "--tsBuildInfoFile",
    join(out, "program.tsbuildinfo"),
    ...more
  ])
}
