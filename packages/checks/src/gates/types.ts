import { compileAll } from "../compile.ts"
import type { Gate } from "../Gate.ts"

/** Everything compiles: sources, tests, scripts, examples. The gate named build publishes the types that come of it. */
export const types: Gate = {
  name: "types",
  run: async ({ root }) => {
    const { code, output } = await compileAll(root)
    return { problems: code === 0 ? [] : [output] }
  }
}
