import { fileURLToPath } from "node:url"
import { command } from "../command.ts"
import { sourceCondition } from "../Exports.ts"
import type { Gate } from "../Gate.ts"
import { workDir } from "../workDir.ts"

const main = fileURLToPath(new URL("../reference/main.ts", import.meta.url))

/** The reference builds without a warning: every export is documented, every link leads somewhere, no page needs a network. */
export const reference: Gate = {
  name: "reference",
  run: async ({ root }) => {
    const args = [`--conditions=${sourceCondition}`, "--disable-warning=ExperimentalWarning", main]
    const { code, output } = await command(process.execPath, [...args, workDir(root, "reference")], { cwd: root })
    return { problems: code === 0 ? [] : [output] }
  }
}
