import { existsSync, writeFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { consumerDir, importsOf } from "../Consumer.ts"
import { command } from "../command.ts"
import type { Gate } from "../Gate.ts"
import { published } from "../Workspace.ts"

const oldest = "20.20.2"

/** The command that runs Node 20: one that is installed, or else the one from the registry. */
const node20 = async (cwd: string): Promise<readonly [string, ReadonlyArray<string>]> => {
  const name = process.platform === "win32" ? "node.exe" : "node"
  const installed = new Set((process.env.PATH ?? "").split(delimiter).map((dir) => join(dir, name)))
  for (const path of [...installed].filter(existsSync)) {
    const { output } = await command(path, ["--version"], { cwd })
    if (output.startsWith("v20.")) return [path, []]
  }
  return ["npx", ["-y", `node@${oldest}`]]
}

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
    const [program, args] = await node20(cwd)
    const { code, output } = await command(program, [...args, script], { cwd })
    return code === 0
      ? { problems: [], note: `${modules.length} modules on Node ${output.trim()}` }
      : { problems: [output] }
  }
}
