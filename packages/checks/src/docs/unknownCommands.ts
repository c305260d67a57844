import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Workspace } from "../Workspace.ts"
import type { Fence } from "./Fence.ts"

/** Commands that a reader has anyway, whatever the repository holds. */
const familiar = new Set(["git", "cd", "mkdir", "curl"])

const problemOf = (words: ReadonlyArray<string>, { root, manifest, packages }: Workspace): string | undefined => {
  const [program = "", verb = "", ...rest] = words
  if (familiar.has(program)) return undefined
  if (program === "node") {
    const file = [verb, ...rest].find((word) => !word.startsWith("-"))
    return file !== undefined && existsSync(join(root, file)) ? undefined : `there is no file ${file}`
  }
  if (program !== "npm" && program !== "pnpm") return `${program} is no command of this repository`
  if (["install", "add", "i"].includes(verb)) {
    const stranger = rest.find(
      (name) => name.startsWith("@banfa/") && !packages.some((one) => one.manifest.name === name)
    )
    return stranger === undefined ? undefined : `there is no package ${stranger}`
  }
  const script = verb === "run" ? rest[0] : verb
  return script !== undefined && script in (manifest.scripts ?? {}) ? undefined : `package.json has no script ${script}`
}

/** Finds commands in the `sh` fences given that the repository cannot run. Each problem has its file and line. */
export const unknownCommands = (fences: ReadonlyArray<Fence>, workspace: Workspace): ReadonlyArray<string> =>
  fences.flatMap(({ file, line, code }) =>
    code.split("\n").flatMap((text, index) =>
      text
        .replace(/(^|\s)#.*/, "")
        .split("&&")
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .flatMap((part) => {
          const problem = problemOf(part.replace(/^\$ /, "").split(/\s+/), workspace)
          return problem === undefined ? [] : [`${file}:${line + index}: ${part}: ${problem}`]
        })
    )
  )
