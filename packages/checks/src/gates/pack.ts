import { existsSync, mkdirSync, realpathSync, symlinkSync } from "node:fs"
import { dirname, join } from "node:path"
import { consumerDir, tarballDir, tarballOf } from "../Consumer.ts"
import { command } from "../command.ts"
import type { Gate } from "../Gate.ts"
import { type Package, published, type Workspace } from "../Workspace.ts"

const pnpmOf = ({ manifest }: Workspace): string => {
  const [pinned] = /pnpm@[\d.]+/.exec(manifest.scripts?.test ?? "") ?? []
  if (pinned === undefined) throw new Error("the script named test in package.json pins no version of pnpm")
  return pinned
}

/** What a package depends on, other than its neighbours, as the workspace has installed it. */
const linkDependencies = (workspace: Workspace, { dir, manifest }: Package): void => {
  for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
    const link = join(consumerDir(workspace), "node_modules", name)
    if (range.startsWith("workspace:") || existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(join(dir, "node_modules", name)), link, "junction")
  }
}

/** pnpm packs every published package, with `publishConfig` applied, and the tarballs unpack into a consumer. */
export const pack: Gate = {
  name: "pack",
  after: ["build"],
  run: async (workspace) => {
    const packages = published(workspace)
    const filters = packages.flatMap(({ manifest }) => ["--filter", manifest.name])
    const args = ["-y", pnpmOf(workspace), ...filters, "pack", "--out", join(tarballDir(workspace), "%s.tgz")]
    const packed = await command("npx", args, { cwd: workspace.root })
    if (packed.code !== 0) return { problems: [packed.output] }

    const problems: Array<string> = []
    for (const one of packages) {
      const installed = join(consumerDir(workspace), "node_modules", one.manifest.name)
      mkdirSync(installed, { recursive: true })
      const args = ["-xzf", tarballOf(workspace, one), "--strip-components", "1", "-C", installed]
      const { code, output } = await command("tar", args, { cwd: workspace.root })
      if (code !== 0) problems.push(`${one.manifest.name}\n${output}`)
      linkDependencies(workspace, one)
    }
    return { problems }
  }
}
