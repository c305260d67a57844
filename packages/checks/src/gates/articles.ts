import { fileURLToPath } from "node:url"
import { command } from "../command.ts"
import { sourceCondition } from "../Exports.ts"
import type { Gate } from "../Gate.ts"

const main = fileURLToPath(new URL("../articles/main.ts", import.meta.url))

/** Every sentence of the Measures can be followed to its norms, rules, scenarios and properties, and the pages that show it are those committed. */
export const articles: Gate = {
  name: "articles",
  run: async ({ root }) => {
    const args = [`--conditions=${sourceCondition}`, "--disable-warning=ExperimentalWarning", main]
    const { code, output } = await command(process.execPath, args, { cwd: root })
    return code === 0 ? { problems: [], note: output.trim() } : { problems: [output] }
  }
}
