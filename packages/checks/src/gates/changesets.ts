import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import parse from "@changesets/parse"
import type { Gate } from "../Gate.ts"
import { published } from "../Workspace.ts"

const read = (text: string): ReturnType<typeof parse> | undefined => {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

/** What is wrong with one changeset, given the names of the published packages. */
export const problemsOf = (text: string, names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const changeset = read(text)
  if (changeset === undefined) return ["is no changeset: it opens with a list of packages between two lines of ---"]
  return [
    ...changeset.releases
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => `names ${name}, which is not a published package`),
    ...(changeset.summary.trim() === "" ? ["says nothing of the change"] : [])
  ]
}

/** Every pending changeset can be read, names published packages only and says what changes. */
export const changesets: Gate = {
  name: "changesets",
  run: async (workspace) => {
    const names = published(workspace).map(({ manifest }) => manifest.name)
    const files = globSync(".changeset/*.md", { cwd: workspace.root }).filter((file) => !file.endsWith("README.md"))
    return {
      problems: files.flatMap((file) =>
        problemsOf(readFileSync(join(workspace.root, file), "utf8"), names).map((problem) => `${file} ${problem}`)
      ),
      note: `${files.length} pending`
    }
  }
}
