/**
 * Runs the gates over the workspace: `node packages/checks/src/verify.ts [name…]`, all that need Node alone, or those named
 * and what they come after. The last line says how many tests and gates passed and failed; the exit code is 1 if any failed.
 */
import { resolve } from "node:path"
import { gates } from "./gates.ts"
import { printEnd, printing } from "./report.ts"
import { schedule } from "./schedule.ts"
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

process.on("exit", () => removeWork(root))
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

process.exitCode = printEnd(await schedule(chosen, readWorkspace(root), 2, printing(chosen.length)))
