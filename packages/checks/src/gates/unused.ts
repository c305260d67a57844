import { tool } from "../command.ts"
import type { Gate } from "../Gate.ts"

/** knip finds no file, export or dependency that nothing uses, and none that is used without being declared. */
export const unused: Gate = {
  name: "unused",
  run: async ({ root }) => {
    const { code, output } = await tool("knip", ["--no-progress"], { cwd: root })
    return { problems: code === 0 ? [] : [output] }
  }
}
