import { globSync } from "node:fs"
import { command } from "../command.ts"
import { sourceCondition } from "../Exports.ts"
import type { Gate } from "../Gate.ts"

/** Every example runs to its end, from source, without being asked anything. */
export const examples: Gate = {
  name: "examples",
  run: async ({ root }) => {
    const files = globSync("examples/*/main.ts", { cwd: root }).sort()
    const problems: Array<string> = []
    for (const file of files) {
      const args = [`--conditions=${sourceCondition}`, "--disable-warning=ExperimentalWarning", file]
      const { code, output } = await command(process.execPath, args, { cwd: root })
      if (code !== 0) problems.push(`${file} ended with code ${code}\n${output}`)
    }
    return { problems, note: `${files.length} run` }
  }
}
