/**
 * Runs the gates over the workspace: `node packages/checks/src/verify.ts [name…]`, all that need Node alone, or those named
 * and what they come after. The last line says how many tests and gates passed and failed; the exit code is 1 if any failed.
 */
import { resolve } from "node:path"
import { gates } from "./gates.ts"
import { type Observer, type Result, schedule } from "./schedule.ts"
import { readWorkspace } from "./Workspace.ts"
import { removeWork } from "./workDir.ts"

const root = resolve(import.meta.dirname, "../../..")
const asked = new Set(process.argv.slice(2))
const unknown = [...asked].filter((name) => !gates.some((gate) => gate.name === name))
if (unknown.length > 0) {
  console.error(`No gate is called ${unknown.join(", ")}. There are: ${gates.map((gate) => gate.name).join(", ")}`)
  process.exit(2)
}
for (const gate of gates.toReversed()) {
  if (asked.has(gate.name)) for (const name of gate.after ?? []) asked.add(name)
}
const chosen = gates.filter((gate) => (asked.size === 0 ? gate.onRequest !== true : asked.has(gate.name)))

const indent = (text: string): string => text.trimEnd().replaceAll(/^/gm, "    ")

const running = new Set<string>()

const patience = 10 * 60_000
let watchdog: NodeJS.Timeout | undefined
/** Called whenever something moves: ends the run, and names the gates that hang, when nothing has moved since for ten minutes. */
const moved = (): void => {
  clearTimeout(watchdog)
  watchdog = setTimeout(() => {
    console.error(`Nothing has moved for ${patience / 60_000} minutes. Still running: ${[...running].join(", ")}`)
    process.exit(1)
  }, patience).unref()
}

let begun = 0
const observer: Observer = {
  started: (gate) => {
    moved()
    running.add(gate)
    console.log(`▶ [${++begun}/${chosen.length}] ${gate}`)
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

const tally = (results: ReadonlyArray<Result>) => {
  const tests = results.flatMap(({ outcome }) => outcome.tests ?? [])
  const held = results.filter(({ outcome }) => outcome.problems.length === 0)
  return {
    broken: results.filter((result) => !held.includes(result)).map(({ gate }) => gate),
    passed: held.length + tests.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.length - held.length + tests.reduce((sum, { failed }) => sum + failed, 0)
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

process.on("exit", () => removeWork(root))
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

const results = await schedule(chosen, readWorkspace(root), 2, observer)
if (results.length > 1) console.log(`\nShares of the time of all gates:\n${shares(results)}`)
const { broken, passed, failed } = tally(results)
if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`)
process.exitCode = failed > 0 ? 1 : 0
console.log(`\n${passed} passed, ${failed} failed`)
