import { globSync, readFileSync } from "node:fs"
import { join, posix } from "node:path"
import { type Import, importsIn } from "../importsIn.ts"

/** A source file and what it imports. The path is relative to the package, with `/` on every system. */
export interface Module {
  readonly path: string
  readonly imports: ReadonlyArray<Import>
}

/** An import that a rule forbids. The rule is a sentence. */
export interface Violation {
  readonly module: Module
  readonly found: Import
  readonly rule: string
}

/** Reads the modules of a package under the folders named. */
export const modulesIn = (packageDir: string, folders: ReadonlyArray<string>): ReadonlyArray<Module> =>
  globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: packageDir }
  )
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, imports: importsIn(path, readFileSync(join(packageDir, path), "utf8")) }))

/** Whether an import names a file rather than a package. */
export const isRelative = ({ specifier }: Import): boolean => /^\.{0,2}\//.test(specifier)

/** The path, relative to the package, that a relative import of a module names. */
export const target = (module: Module, found: Import): string =>
  posix.normalize(posix.join(posix.dirname(module.path), found.specifier))
