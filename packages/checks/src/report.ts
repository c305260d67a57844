import type { Observer, Result } from "./schedule.ts"

const indent = (text: string): string => text.trimEnd().replaceAll(/^/gm, "    ")

const patience = 10 * 60_000

/** Prints what so many gates do, and ends the process, naming those that hang, when nothing has moved for ten minutes. */
export const printing = (count: number): Observer => {
  const running = new Set<string>()
  let begun = 0
  let watchdog: NodeJS.Timeout | undefined
  const moved = (): void => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => {
      console.error(`Nothing has moved for ${patience / 60_000} minutes. Still running: ${[...running].join(", ")}`)
      process.exit(1)
    }, patience).unref()
  }
  return {
    started: (gate) => {
      moved()
      running.add(gate)
      console.log(`▶ [${++begun}/${count}] ${gate}`)
    },
    progress: (gate, line) => {
      moved()
      console.log(`  ${gate} │ ${line}`)
    },
    ended: ({ gate, outcome, seconds }) => {
      moved()
      running.delete(gate)
      const note = outcome.note === undefined ? "" : `, ${outcome.note}`
      console.log(`${outcome.problems.length === 0 ? "✔" : "✘"} ${gate} (${seconds.toFixed(1)} s${note})`)
      for (const problem of outcome.problems) console.log(indent(problem))
    }
  }
}

/** Which share of the time of all gates each took, the longest first. */
const shares = (results: ReadonlyArray<Result>): string => {
  const all = results.reduce((sum, { seconds }) => sum + seconds, 0)
  return results
    .toSorted((a, b) => b.seconds - a.seconds)
    .map(({ gate, seconds }) => `${((100 * seconds) / all).toFixed(1).padStart(6)} %  ${gate}`)
    .join("\n")
}

/** Prints the closing lines, the last one `N passed, N failed`; answers with the exit code. */
export const printEnd = (results: ReadonlyArray<Result>): number => {
  const tests = results.flatMap(({ outcome }) => outcome.tests ?? [])
  const broken = results.filter(({ outcome }) => outcome.problems.length > 0)
  const passed = results.length - broken.length + tests.reduce((sum, one) => sum + one.passed, 0)
  const failed = broken.length + tests.reduce((sum, one) => sum + one.failed, 0)
  if (results.length > 1) console.log(`\nShares of the time of all gates:\n${shares(results)}`)
  if (broken.length > 0) console.log(`\nFailed: ${broken.map(({ gate }) => gate).join(", ")}`)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}
