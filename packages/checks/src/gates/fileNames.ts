import { globSync } from "node:fs"
import type { Gate } from "../Gate.ts"

const folders = (path: string): ReadonlyArray<string> =>
  path.split(/[\\/]/).map((_, index, parts) => parts.slice(0, index + 1).join("/"))

/** Paths that are one path on a file system that ignores case, as those of macOS and Windows do, in groups. */
export const collisions = (paths: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> => {
  const spellings = new Map<string, ReadonlyArray<string>>()
  for (const path of new Set(paths.flatMap(folders))) {
    spellings.set(path.toLowerCase(), [...(spellings.get(path.toLowerCase()) ?? []), path])
  }
  return [...spellings.values()].filter((group) => group.length > 1)
}

const generated = new Set(["node_modules", "dist", ".work"])

/** A checkout is the same on every file system: no two names differ by case alone. */
export const fileNames: Gate = {
  name: "file names",
  run: async ({ root }) => ({
    problems: collisions(
      globSync("{packages,examples,docs}/**/*", { cwd: root, exclude: (name) => generated.has(name) })
    ).map((group) => `${group.join(" and ")} differ by case alone`)
  })
}
