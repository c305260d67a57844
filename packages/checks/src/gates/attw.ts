import { tarballOf } from "../Consumer.ts"
import { tool } from "../command.ts"
import type { Gate } from "../Gate.ts"
import { published } from "../Workspace.ts"

/** The types of every published package are found, by each way of resolving that an ESM-only package can serve. */
export const attw: Gate = {
  name: "types of packages",
  after: ["pack"],
  onRequest: true,
  run: async (workspace, progress) => {
    const problems: Array<string> = []
    for (const one of published(workspace)) {
      const args = [tarballOf(workspace, one), "--profile", "esm-only", "--format", "ascii", "--no-emoji"]
      // a plain file, such as a script for a database, has no types
      const plain = Object.entries(one.manifest.exports ?? {}).filter(([, target]) => typeof target === "string")
      if (plain.length > 0) args.push("--exclude-entrypoints", ...plain.map(([subpath]) => subpath.replace("./", "")))
      const { code, output } = await tool("@arethetypeswrong/cli", args, { cwd: workspace.root })
      if (code === 0) progress(`checked ${one.manifest.name}`)
      else problems.push(output)
    }
    return { problems }
  }
}
