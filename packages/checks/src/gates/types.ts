import { tool } from "../command.ts"
import type { Gate } from "../Gate.ts"

/** Everything compiles: sources, tests, scripts, examples. */
export const types: Gate = {
  name: "types",
  run: async ({ root }) => {
    const { code, output } = await tool("typescript", ["-p", "."], { cwd: root })
    return { problems: code === 0 ? [] : [output] }
  }
}
