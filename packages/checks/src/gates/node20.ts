import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { consumerDir, importsAnywhere } from "../Consumer.ts"
import { command } from "../command.ts"
import { nodeOf } from "../engines/nodeOf.ts"
import type { Gate } from "../Gate.ts"

/** Every module of the packages that need nothing of Node loads under Node 20, as packed. */
export const onNode20: Gate = {
  name: "node 20",
  after: ["pack"],
  run: async (workspace) => {
    const modules = importsAnywhere(workspace)
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
