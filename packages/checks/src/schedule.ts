import type { Gate, Outcome } from "./Gate.ts"
import type { Workspace } from "./Workspace.ts"

/** A gate that has ended. `seconds` is wall-clock time. */
export interface Result {
  readonly gate: string
  readonly outcome: Outcome
  readonly seconds: number
}

/** Told what happens while the gates run. */
export interface Observer {
  readonly started: (gate: string) => void
  readonly progress: (gate: string, line: string) => void
  readonly ended: (result: Result) => void
}

const message = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))

/**
 * Runs every gate once, in the order given and at most `width` at a time, each as soon as the gates that it comes after
 * have ended. A gate whose forerunner failed is a failure without being run; a gate that throws is one too.
 */
export const schedule = async (
  gates: ReadonlyArray<Gate>,
  workspace: Workspace,
  width: number,
  observer: Observer
): Promise<ReadonlyArray<Result>> => {
  const waiting = [...gates]
  const ended = new Map<string, Result>()
  const running = new Map<string, Promise<void>>()
  let alone = false

  const end = (gate: Gate, outcome: Outcome, since: number) => {
    const result = { gate: gate.name, outcome, seconds: (performance.now() - since) / 1000 }
    ended.set(gate.name, result)
    observer.ended(result)
  }

  const start = (gate: Gate): void => {
    const since = performance.now()
    const broken = (gate.after ?? []).filter((name) => (ended.get(name)?.outcome.problems.length ?? 0) > 0)
    observer.started(gate.name)
    if (broken.length > 0) return end(gate, { problems: [`not run, since this failed: ${broken.join(", ")}`] }, since)
    alone = gate.alone === true
    const run = gate
      .run(workspace, (line) => observer.progress(gate.name, line))
      .catch((cause: unknown): Outcome => ({ problems: [message(cause)] }))
      .then((outcome) => end(gate, outcome, since))
      .finally(() => running.delete(gate.name))
    running.set(gate.name, run)
  }

  const ready = (gate: Gate): boolean =>
    (gate.after ?? []).every((name) => ended.has(name)) && (gate.alone !== true || running.size === 0)

  while (waiting.length > 0 || running.size > 0) {
    const free = running.size < width && !(alone && running.size > 0)
    const index = free ? waiting.findIndex(ready) : -1
    const [next] = index < 0 ? [] : waiting.splice(index, 1)
    if (next !== undefined) start(next)
    else if (running.size > 0) await Promise.race(running.values())
    else throw new Error(`gates that wait for each other: ${waiting.map((gate) => gate.name).join(", ")}`)
  }
  return [...ended.values()]
}
