import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Ended, tool } from "./command.ts"
import { entries } from "./Exports.ts"
import type { Package, Workspace } from "./Workspace.ts"
import { workDir } from "./workDir.ts"

/**
 * Writes the types of a package into its `dist`, a file for each source that its exports reach. Other packages of the
 * workspace are seen as a consumer sees them, by the types that were built before.
 */
export const declarations = ({ root }: Workspace, { dir, manifest }: Package): Promise<Ended> => {
  const config = join(workDir(root, "declarations"), `${manifest.name.replace(/\W+/g, "-")}.json`)
  const compilerOptions = {
    customConditions: [],
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(dir, "src"),
    outDir: join(dir, "dist")
  }
  const files = entries(manifest).map(({ source }) => join(dir, source))
  writeFileSync(config, JSON.stringify({ extends: join(root, "tsconfig.base.json"), compilerOptions, files }))
  return tool("typescript", ["-p", config], { cwd: dir })
}
