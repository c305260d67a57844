import { tool } from "../command.ts"
import type { Gate } from "../Gate.ts"

/** Biome finds nothing to mend in these files and folders: format, import order and lint. */
export const formatOf = (paths: ReadonlyArray<string>): Gate => ({
  name: "format",
  run: async ({ root }) => {
    const unmatched = "--no-errors-on-unmatched"
    const { code, output } = await tool("@biomejs/biome", ["check", "--error-on-warnings", unmatched, ...paths], {
      cwd: root
    })
    return { problems: code === 0 ? [] : [output] }
  }
})

/** Nor anywhere else. */
export const format: Gate = formatOf(["."])
