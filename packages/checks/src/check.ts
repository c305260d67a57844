/**
 * The quick check of a change: `npm run check [subject | file…]` looks at format, types, the direction of imports, and the tests that are
 * about it; of what differs from the last commit, where nothing is named. `npm run watch` does so whenever a file is saved. The whole check is
 * `npm test`.
 */
import { execFileSync } from "node:child_process"
import { globSync, statSync, watch } from "node:fs"
import { join, relative, resolve } from "node:path"
import type { Gate } from "./Gate.ts"
import { direction } from "./gates/direction.ts"
import { formatOf } from "./gates/format.ts"
import { testsGate } from "./gates/tests.ts"
import { types } from "./gates/types.ts"
import { printEnd, printing } from "./report.ts"
import { schedule } from "./schedule.ts"
import { type Scope, scopeOfFiles, scopeOfSubject, subjectsIn } from "./scope.ts"
import { readWorkspace } from "./Workspace.ts"
import { removeWork } from "./workDir.ts"

const root = resolve(import.meta.dirname, "../../..")
const subjects = subjectsIn(root)

const changed = (): ReadonlyArray<string> =>
  execFileSync("git", ["status", "--porcelain", "--no-renames", "-z", "--untracked-files=all"], {
    cwd: root,
    encoding: "utf8"
  })
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => line.slice(3))

/** The scopes of all that is named, together. */
const scopeOf = (named: ReadonlyArray<string>): Scope => {
  const scopes = named
    .map((name) => (subjects.includes(name) ? scopeOfSubject(root, name) : undefined))
    .filter((scope) => scope !== undefined)
  const files = named
    .filter((name) => !subjects.includes(name))
    .map((file) => relative(root, resolve(file)).replaceAll("\\", "/"))
  const all = [...scopes, scopeOfFiles(root, files)]
  const parts = (part: keyof Scope) => [...new Set(all.flatMap((scope) => scope[part]))]
  return { sources: parts("sources"), tests: parts("tests") }
}

const run = async ({ sources, tests }: Scope): Promise<number> => {
  const gates: ReadonlyArray<Gate> = [
    types,
    ...(tests.length === 0 ? [] : [testsGate({ name: "tests" }, { args: () => tests })]),
    ...(sources.length === 0 ? [] : [formatOf(sources)]),
    direction
  ]
  return printEnd(await schedule(gates, readWorkspace(root), gates.length, printing(gates.length)))
}

/** Where sources are: folders that somebody writes in. */
const written = ["src", "test", "scenarios"].flatMap((part) => globSync(`{packages,examples}/*/${part}`, { cwd: root }))

/** Checks what was saved, again and again; what is saved meanwhile is checked next. */
const watchSources = (): void => {
  const saved = new Set<string>()
  let busy = false
  const next = async () => {
    if (busy || saved.size === 0) return
    busy = true
    // an editor writes a file more than once
    await new Promise((settled) => setTimeout(settled, 100))
    const files = [...saved]
    saved.clear()
    console.log(`\n${files.join(" ")}`)
    await run(scopeOf(files))
    busy = false
    await next()
  }
  const folders = written.filter((folder) => statSync(join(root, folder)).isDirectory())
  for (const folder of folders)
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (file === null || !/\.(ts|yaml)$/.test(file)) return
      saved.add(join(folder, file).replaceAll("\\", "/"))
      void next()
    })
  console.log(`Watching ${folders.length} folders. A file that is saved is checked.`)
}

process.on("exit", () => removeWork(root))
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

const named = process.argv.slice(2)
const unknown = named.filter(
  (name) => name !== "--watch" && !subjects.includes(name) && !statSync(name, { throwIfNoEntry: false })
)
if (unknown.length > 0) {
  console.error(`Neither a subject nor a file: ${unknown.join(", ")}. The subjects: ${subjects.join(", ")}`)
  process.exit(2)
}
if (named.includes("--watch")) watchSources()
else process.exitCode = await run(scopeOf(named.length > 0 ? named : changed().map((file) => join(root, file))))
