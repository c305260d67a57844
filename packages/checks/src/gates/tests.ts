import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { tool } from "../command.ts"
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

/** Runs the tests that these arguments of vitest choose, all if none is given, under variables of the environment. */
export const testsGate = (
  gate: Omit<Gate, "alone" | "run">,
  chosen: ReadonlyArray<string>,
  env: Record<string, string>
): Gate => ({
  ...gate,
  alone: true,
  run: async ({ root }, progress) => {
    const file = join(workDir(root, gate.name), "report.json")
    const reporters = ["--reporter=default", `--reporter=${watchdog}`, "--reporter=json", `--outputFile.json=${file}`]
    const { code, output } = await tool("vitest", ["run", ...chosen, "--allowOnly=false", ...reporters], {
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
      note: `${passed} passed, ${failed} failed`
    }
  }
})

/** Every test of every package passes, and none is skipped or singled out. */
export const tests: Gate = testsGate({ name: "tests" }, [], {})

/** The properties of the law hold of other cases than those that every run draws; `RUNS` says of how many. */
export const laws: Gate = testsGate({ name: "laws", onRequest: true }, ["packages/core/test/law"], { SEED: "any" })
