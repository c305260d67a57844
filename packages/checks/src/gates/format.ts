import { tool } from "../command.ts"
import type { Gate } from "../Gate.ts"

/** Biome finds nothing to mend: format, import order and lint. */
export const format: Gate = {
  name: "format",
  run: async ({ root }) => {
    const { code, output } = await tool("@biomejs/biome", ["check", "--error-on-warnings"], { cwd: root })
    return { problems: code === 0 ? [] : [output] }
  }
}
