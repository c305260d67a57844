import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { consumerDir } from "../Consumer.ts"
import { command } from "../command.ts"
import type { Workspace } from "../Workspace.ts"
import type { Told } from "./corpus.ts"
import { environment, type Place } from "./Place.ts"

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

const main = `import { tell } from "./corpus.ts"
import material from "./material.json"
const told = JSON.stringify(await tell(material))
if (typeof document === "undefined") console.log(told)
else await fetch("/told", { method: "POST", body: told })
`

/** Bundles the corpus with its material from the packed packages: one file, for Node and for a browser. Returns its path. */
export const bundleCorpus = async (workspace: Workspace): Promise<string> => {
  const cwd = consumerDir(workspace)
  const outfile = join(cwd, "corpus.mjs")
  const written = await command(process.execPath, [here("material.ts"), join(cwd, "material.json")], { cwd })
  if (written.code !== 0) throw new Error(written.output)
  copyFileSync(here("corpus.ts"), join(cwd, "corpus.ts"))
  await build({
    stdin: { contents: main, resolveDir: cwd },
    platform: "browser",
    format: "esm",
    target: "es2022",
    bundle: true,
    outfile,
    logLevel: "silent"
  })
  return outfile
}

/** Runs the corpus under a Node, somewhere. Throws with what it wrote where it did not tell. */
export const toldBy = async (node: string, corpus: string, place: Place): Promise<Told> => {
  const { code, output } = await command(node, [corpus], { cwd: process.cwd(), env: environment(place) })
  if (code !== 0) throw new Error(output)
  return JSON.parse(output)
}
