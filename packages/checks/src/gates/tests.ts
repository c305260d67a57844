import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { tool } from "../command.ts"
import type { Gate } from "../Gate.ts"
import { workDir } from "../workDir.ts"

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

/** The part of vitest's output that is about failures: all of it, if that part cannot be told. */
const failuresIn = (output: string): string =>
  output.slice(Math.max(0, output.search(/⎯+ (Failed|Unhandled)/))).replace(/^JSON report written.*$/m, "")

/** Every test of every package passes, and none is skipped or singled out. */
export const tests: Gate = {
  name: "tests",
  alone: true,
  run: async ({ root }, progress) => {
    const file = join(workDir(root, "tests"), "report.json")
    const args = ["run", "--allowOnly=false", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
    const { code, output } = await tool("vitest", args, {
      cwd: root,
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
}
