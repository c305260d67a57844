/**
 * Writes the reference: `npm run docs`. The pages of the articles go to `docs/articles`, those of the lifecycles to
 * `docs/lifecycles`, the site to `docs/api`. With a folder as its argument it changes nothing in `docs`: it builds the site
 * in that folder, and compares the lifecycles; the articles have a gate of their own.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { articleFiles, folder } from "../articles/files.ts"
import { readTrace } from "../articles/Trace.ts"
import { untraceable } from "../articles/untraceable.ts"
import { lifecycleFiles } from "../lifecycles/files.ts"
import { readWorkspace } from "../Workspace.ts"
import { buildReference } from "./Reference.ts"

const root = resolve(import.meta.dirname, "../../../..")
const [checked] = process.argv.slice(2)
const out = resolve(checked ?? join(root, "docs/api"))
const problems: Array<string> = []

const trace = readTrace(root)
if (checked === undefined) {
  const pages = join(root, folder)
  rmSync(pages, { recursive: true, force: true })
  mkdirSync(pages, { recursive: true })
  for (const [name, text] of articleFiles(trace)) writeFileSync(join(pages, name), text)
  problems.push(...untraceable(trace))
}

const lifecycles = join(root, "docs/lifecycles")
for (const [name, text] of await lifecycleFiles()) {
  const file = join(lifecycles, name)
  if (checked === undefined) {
    mkdirSync(lifecycles, { recursive: true })
    writeFileSync(file, text)
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    problems.push(
      `${relative(root, file).replaceAll("\\", "/")} is not what the rows of the lifecycle give: npm run docs`
    )
  }
}

problems.push(...(await buildReference(readWorkspace(root), trace, out)))
for (const problem of problems) console.error(problem)
if (checked === undefined && problems.length === 0) console.log(`The reference opens at ${join(out, "index.html")}`)
process.exitCode = problems.length === 0 ? 0 : 1
