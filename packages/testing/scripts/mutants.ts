/**
 * Breaks the rules of a copy of core in one way after the other and runs the law tests there: a mutation that they do not notice has survived.
 * Run by hand: `node packages/testing/scripts/mutants.ts [words of a name]`. The working tree is only read.
 */
import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { lawMutations, type Mutation } from "./lawMutations.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const copy = mkdtempSync(join(tmpdir(), "banfa-mutants-"))
const core = join(copy, "packages/core")

for (const file of ["package.json", "vitest.config.ts"]) cpSync(join(root, file), join(copy, file))
for (const part of ["src", "data", "test/law", "test/project", "test/verdict", "test/explanation", "package.json"]) {
  cpSync(join(root, "packages/core", part), join(core, part), { recursive: true })
}
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"))
symlinkSync(join(root, "packages/core/node_modules"), join(core, "node_modules"))

const report = join(copy, "report.json")

/** Runs the law tests of the copy; the title of the first that fails, if any does. */
const noticed = (): string | undefined => {
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      ...["law", "project", "verdict"].map((folder) => `packages/core/test/${folder}`),
      "--bail=1",
      "--reporter=json",
      `--outputFile=${report}`
    ],
    { cwd: copy, stdio: "ignore" }
  )
  if (status === 0) return undefined
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    readonly testResults: ReadonlyArray<{
      readonly assertionResults: ReadonlyArray<{ readonly status: string; readonly title: string }>
    }>
  }
  const failed = testResults.flatMap((file) => file.assertionResults).find((result) => result.status === "failed")
  return failed?.title ?? "a file that does not load"
}

/** Whether the tests notice a mutation; `undefined` where its text does not stand exactly once in its file. */
const killedBy = ({ file, replacement, text }: Mutation): string | false | undefined => {
  const path = join(core, "src", file)
  const source = readFileSync(path, "utf8")
  if (source.split(text).length !== 2) return undefined
  writeFileSync(
    path,
    source.replace(text, () => replacement)
  )
  const by = noticed()
  writeFileSync(path, source)
  return by ?? false
}

const wanted = process.argv.slice(2).join(" ")
let left = 0
try {
  const broken = noticed()
  if (broken !== undefined) throw new Error(`The law tests fail without any mutation: ${broken}`)
  for (const mutation of lawMutations.filter(({ name }) => name.includes(wanted))) {
    const by = killedBy(mutation)
    const told = by === undefined ? "NOT APPLIED" : by === false ? "SURVIVED" : "killed"
    if (told !== "killed") left++
    console.info(`${told.padEnd(12)}${mutation.file}: ${mutation.name}${by ? `\n            by: ${by}` : ""}`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.info(left === 0 ? "No mutation is left." : `${left} left.`)
process.exitCode = left === 0 ? 0 : 1
