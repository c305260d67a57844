import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs"
import { dirname, join, posix, relative } from "node:path"
import { typesDir, typesOf } from "./compile.ts"
import { entries } from "./Exports.ts"
import { importsIn } from "./importsIn.ts"
import type { Package, Workspace } from "./Workspace.ts"

/**
 * Copies the types of a package into its `dist`: those of the sources that its exports reach, as the gate named types made them. Returns
 * the sources whose types are not there.
 */
export const publishDeclarations = ({ root }: Workspace, { dir, manifest }: Package): ReadonlyArray<string> => {
  const made = join(typesDir(root), relative(root, dir))
  const missing: Array<string> = []
  const reached = new Set(entries(manifest).map(({ source }) => posix.normalize(source)))
  for (const source of reached) {
    const file = join(made, typesOf(source))
    if (!existsSync(file)) {
      missing.push(source)
      continue
    }
    const out = join(dir, "dist", relative("src", typesOf(source)))
    mkdirSync(dirname(out), { recursive: true })
    copyFileSync(file, out)
    for (const { specifier } of importsIn(file, readFileSync(file, "utf8")))
      if (specifier.startsWith(".")) reached.add(posix.join(posix.dirname(source), specifier))
  }
  return missing
}
