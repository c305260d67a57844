import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { checkExamples } from "../docs/checkExamples.ts"
import { type Fence, fencesInDocstrings, fencesInMarkdown } from "../docs/Fence.ts"
import { unknownCommands } from "../docs/unknownCommands.ts"
import type { Gate } from "../Gate.ts"
import { workDir } from "../workDir.ts"

/** What a reader follows step by step: its commands have to be commands that there are. */
const followed = ["README*.md", "{packages,examples}/*/README*.md", "docs/**/*.md"]

const fencesOf = (root: string, patterns: ReadonlyArray<string>): ReadonlyArray<Fence> =>
  globSync(patterns, { cwd: root, exclude: ["docs/api/**"] })
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .flatMap((file) => {
      const read = file.endsWith(".ts") ? fencesInDocstrings : fencesInMarkdown
      return read(file, readFileSync(join(root, file), "utf8"))
    })

/** Every TypeScript example in the documents and docstrings compiles and gives what it says; the commands in the documents are there. */
export const documentation: Gate = {
  name: "documentation",
  run: async (workspace) => {
    const { root } = workspace
    const examples = fencesOf(root, [...followed, "packages/*/src/**/*.ts"]).filter(({ language }) => language === "ts")
    const commands = fencesOf(root, followed).filter(({ language }) => language === "sh")
    return {
      problems: [
        ...unknownCommands(commands, workspace),
        ...(await checkExamples(examples, workspace, workDir(root, "examples")))
      ],
      note: `${examples.length} examples`
    }
  }
}
