import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { command } from "../command.ts"
import { sourceCondition } from "../Exports.ts"
import type { Workspace } from "../Workspace.ts"
import { exampleModule } from "./exampleModule.ts"
import type { Fence } from "./Fence.ts"
import { typeErrors } from "./typeErrors.ts"

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** Lets the modules in a folder import every package of the workspace by its name, and what the packages are developed with. */
const linkPackages = (workspace: Workspace, dir: string): void => {
  const link = (target: string, name: string): void => {
    const at = join(dir, "node_modules", name)
    if (existsSync(at) || !existsSync(target)) return
    mkdirSync(dirname(at), { recursive: true })
    symlinkSync(target, at, "junction")
  }
  for (const { dir: target, manifest } of workspace.packages) link(target, manifest.name)
  for (const { dir: target, manifest } of workspace.packages) {
    for (const name of Object.keys(manifest.devDependencies ?? {})) {
      // what the root has is found there
      if (!(name in (workspace.manifest.devDependencies ?? {}))) link(join(target, "node_modules", name), name)
    }
  }
}

/** Runs modules and returns the stack of each one's error, or that it ended the process. */
const failures = async (files: ReadonlyArray<string>, cwd: string): Promise<ReadonlyMap<string, string>> => {
  const report = join(cwd, "report.jsonl")
  const args = [`--conditions=${sourceCondition}`, "--disable-warning=ExperimentalWarning"]
  const { output } = await command(process.execPath, [...args, here("runExamples.ts"), report, ...files], { cwd })
  const lines = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n") : []
  const ran = new Map<string, string | undefined>(
    lines.map((line): [string, string | undefined] => {
      const { file, error } = JSON.parse(line)
      return [file, error]
    })
  )
  const unended = files.find((file) => !ran.has(file))
  if (unended !== undefined) ran.set(unended, `did not end\n${output}`)
  return new Map([...ran].flatMap(([file, error]) => (error === undefined ? [] : [[file, error]])))
}

const lineIn = (stack: string, file: string): number | undefined => {
  const line = stack.split(pathToFileURL(file).href)[1]?.match(/^:(\d+)/)?.[1]
  return line === undefined ? undefined : Number(line)
}

/**
 * Type-checks the TypeScript fences given and runs those that are not marked `no-run`, from the sources of the workspace,
 * in a folder of their own inside it. Returns each problem with the file and line of the document.
 */
export const checkExamples = async (
  fences: ReadonlyArray<Fence>,
  workspace: Workspace,
  dir: string
): Promise<ReadonlyArray<string>> => {
  linkPackages(workspace, dir)
  const importShows = `import { shows } from ${JSON.stringify(here("shows.ts"))};`
  const problems: Array<string> = []
  const byFile = new Map<string, Fence>()
  for (const [index, fence] of fences.entries()) {
    const file = resolve(dir, `example${index + 1}.ts`).replaceAll("\\", "/")
    const { text, unread } = exampleModule(fence, importShows)
    problems.push(...unread.map((line) => `${fence.file}:${line}: "// =>" follows neither an expression nor a name`))
    problems.push(
      ...fence.flags
        .filter((flag) => flag !== "no-run")
        .map((flag) => `${fence.file}:${fence.line - 1}: unknown flag ${flag}`)
    )
    writeFileSync(file, text)
    byFile.set(file, fence)
  }

  const wrong = await typeErrors(workspace.root, dir, [...byFile.keys()])
  problems.push(...wrong.map(({ file, line, message }) => `${byFile.get(file)?.file}:${line}: ${message}`))
  const runnable = [...byFile].filter(
    ([path, { flags }]) => !flags.includes("no-run") && !wrong.some(({ file }) => file === path)
  )
  const failed = await failures(
    runnable.map(([file]) => file),
    dir
  )
  for (const [file, stack] of failed) {
    const fence = byFile.get(file)
    problems.push(`${fence?.file}:${lineIn(stack, file) ?? fence?.line}: ${stack}`)
  }
  return problems
}
