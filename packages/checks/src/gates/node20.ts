import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { consumerDir, importsOf } from "../Consumer.ts"
import { command } from "../command.ts"
import { nodeOf } from "../engines/nodeOf.ts"
import type { Gate } from "../Gate.ts"
import { published } from "../Workspace.ts"

/** Every module that core exports loads under Node 20, from the packed package. */
export const onNode20: Gate = {
  name: "node 20",
  after: ["pack"],
  run: async (workspace) => {
    const modules = published(workspace)
      .filter(({ manifest }) => manifest.name === "@banfa/core")
      .flatMap(importsOf)
    const cwd = consumerDir(workspace)
    const script = join(cwd, "smoke.mjs")
    writeFileSync(
      script,
      [
        `if (!process.versions.node.startsWith("20.")) throw new Error("this is Node " + process.versions.node)`,
        ...modules.map((specifier) => `await import(${JSON.stringify(specifier)})`),
        "console.log(process.versions.node)"
      ].join("\n")
    )
    const { code, output } = await command(await nodeOf(20, cwd), [script], { cwd })
    return code === 0
      ? { problems: [], note: `${modules.length} modules on Node ${output.trim()}` }
      : { problems: [output] }
  }
}
