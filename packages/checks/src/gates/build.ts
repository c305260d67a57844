import { fileURLToPath } from "node:url"
import { tool } from "../command.ts"
import type { Gate } from "../Gate.ts"
import { publishDeclarations } from "../publishDeclarations.ts"
import { published } from "../Workspace.ts"

const config = fileURLToPath(new URL("../tsupConfig.ts", import.meta.url))

/** Every published package builds: modules by tsup, one for each that it exports, and their types. */
export const build: Gate = {
  name: "build",
  after: ["manifests", "types"],
  run: async (workspace, progress) => {
    const problems: Array<string> = []
    for (const one of published(workspace)) {
      const { code, output } = await tool("tsup", ["--config", config], { cwd: one.dir })
      const untyped = code === 0 ? publishDeclarations(workspace, one) : []
      if (code !== 0) problems.push(`${one.manifest.name}\n${output}`)
      else if (untyped.length === 0) progress(`built ${one.manifest.name}`)
      else problems.push(...untyped.map((source) => `${one.manifest.name}: no types of ${source}`))
    }
    return { problems }
  }
}
