import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { tool } from "../command.ts"
import { drawingTests } from "../drawingTests.ts"
import type { Gate } from "../Gate.ts"
import { workDir } from "../workDir.ts"

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

const watchdog = fileURLToPath(new URL("../Watchdog.ts", import.meta.url))

/** The part of vitest's output that is about failures: all of it, if that part cannot be told. */
const failuresIn = (output: string): string =>
  output.slice(Math.max(0, output.search(/⎯+ (Failed|Unhandled)/))).replace(/^JSON report written.*$/m, "")

/** Which tests a gate runs. */
interface Chosen {
  /** The arguments of vitest that choose them. */
  readonly args: (root: string) => ReadonlyArray<string>
  /** How many cases a property draws unless `RUNS` says otherwise; 25 where nothing is said. */
  readonly runs?: number
}

/** The seed that every process of a run draws from: always the same, or as `SEED` says; one that nobody chose where it says `any`. */
const seedOf = ({ SEED = "4" }: NodeJS.ProcessEnv): string =>
  SEED === "any" ? String(Math.floor(Math.random() * 0x7fff_ffff)) : SEED

/** Runs the tests that are chosen. Its closing line names the draws, so that a run can be repeated. */
export const testsGate = (gate: Omit<Gate, "run">, { args, runs = 25 }: Chosen): Gate => ({
  ...gate,
  run: async ({ root }, progress) => {
    const file = join(workDir(root, gate.name), "report.json")
    const reporters = ["--reporter=default", `--reporter=${watchdog}`, "--reporter=json", `--outputFile.json=${file}`]
    const env = { RUNS: process.env.RUNS ?? String(runs), SEED: seedOf(process.env) }
    const { code, output } = await tool("vitest", ["run", ...args(root), "--allowOnly=false", ...reporters], {
      cwd: root,
      env,
      onLine: (line) => /^\s*[✓❯×]/.test(line) && progress(line.trim())
    })
    if (!existsSync(file)) return { problems: [output] }
    const report: Report = JSON.parse(readFileSync(file, "utf8"))
    const { numPassedTests: passed, numFailedTests: failed } = report
    const skipped = report.numPendingTests + report.numTodoTests
    return {
      problems: [
        ...(code === 0 ? [] : [failuresIn(output)]),
        ...(skipped === 0 ? [] : [`${skipped} tests are skipped`])
      ],
      tests: { passed, failed },
      note: `${passed} passed, ${failed} failed, RUNS=${env.RUNS} SEED=${env.SEED}`
    }
  }
})

/** Every test of every package passes, and none is skipped or singled out. */
export const tests: Gate = testsGate({ name: "tests" }, { args: () => ["--project", "!postgres"] })

/** So does every test on a server of PostgreSQL, beside them: those go one file after the other, and wait more than they work. */
export const testsOnPostgres: Gate = testsGate(
  { name: "tests on PostgreSQL" },
  { args: () => ["--project", "postgres"] }
)

/** Every property holds of twenty times as many cases, and meets what it speaks of often enough. */
export const laws: Gate = testsGate(
  { name: "laws", onRequest: true },
  { args: (root) => ["--project", "all", ...drawingTests(root)], runs: 500 }
)
