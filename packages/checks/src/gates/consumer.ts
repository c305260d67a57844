import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { consumerDir, importsOf } from "../Consumer.ts"
import { compile } from "../compile.ts"
import type { Gate } from "../Gate.ts"
import { published } from "../Workspace.ts"

const flags = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "false", "--types", "node"]
const target = ["--target", "es2023", "--lib", "es2023,dom", "--module", "nodenext"]

/** A project that has installed the packages compiles with every module of theirs, and their own types are checked too. */
export const consumer: Gate = {
  name: "consumer",
  after: ["pack"],
  run: async (workspace) => {
    const cwd = consumerDir(workspace)
    const modules = published(workspace).flatMap(importsOf)
    const lines = modules.map((specifier, index) => `export * as module${index} from "${specifier}"\n`)
    writeFileSync(join(cwd, "all.ts"), lines.join(""))
    const { code, output } = await compile(workspace.root, ["all.ts", ...flags, ...target], cwd)
    return { problems: code === 0 ? [] : [output], note: `${modules.length} modules` }
  }
}
