import { existsSync } from "node:fs"
import { join, relative } from "node:path"
import { isDeepStrictEqual } from "node:util"
import { entries, withExports } from "../Exports.ts"
import type { Gate } from "../Gate.ts"
import { type Package, published } from "../Workspace.ts"

const problemsOf = ({ dir, manifest }: Package, file: string): ReadonlyArray<string> => {
  const missing = entries(manifest)
    .filter(({ source }) => !existsSync(join(dir, source)))
    .map(({ subpath, source }) => `${file}: exports["${subpath}"] names ${source}, which does not exist`)
  const { exports, publishConfig } = withExports(manifest)
  const agrees =
    JSON.stringify(exports) === JSON.stringify(manifest.exports) &&
    isDeepStrictEqual(publishConfig, manifest.publishConfig)
  return agrees ? missing : [...missing, `${file}: exports and publishConfig do not agree: pnpm run exports`]
}

/** What each published package exports exists, and what `pnpm pack` will publish of it agrees with it. */
export const manifests: Gate = {
  name: "manifests",
  run: async (workspace) => ({
    problems: published(workspace).flatMap((one) =>
      problemsOf(one, relative(workspace.root, join(one.dir, "package.json")))
    )
  })
}
