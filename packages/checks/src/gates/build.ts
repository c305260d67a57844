import { fileURLToPath } from "node:url"
import { tool } from "../command.ts"
import { declarations } from "../declarations.ts"
import type { Gate } from "../Gate.ts"
import { published } from "../Workspace.ts"

const config = fileURLToPath(new URL("../tsupConfig.ts", import.meta.url))

/** Every published package builds: modules by tsup, one for each that it exports, and their types. */
export const build: Gate = {
  name: "build",
  after: ["manifests"],
  run: async (workspace, progress) => {
    const problems: Array<string> = []
    for (const one of published(workspace)) {
      const bundled = await tool("tsup", ["--config", config], { cwd: one.dir })
      const { code, output } = bundled.code === 0 ? await declarations(workspace, one) : bundled
      if (code === 0) progress(`built ${one.manifest.name}`)
      else problems.push(`${one.manifest.name}\n${output}`)
    }
    return { problems }
  }
}
