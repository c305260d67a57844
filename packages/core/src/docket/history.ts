import { instantAfter, target } from "../project/caseAt.ts"
import type { Event } from "../project/Event.ts"
import type { Loaded } from "./load.ts"

/** One entry of a project's record: the fact, its place, the command that stored it, and what took its place, if anything did. */
export interface Entry {
  /** Its place among the events of the project: 1, 2, 3 … */
  readonly version: number
  /** Its place in the order of all events of the store; numbers may be left out. */
  readonly position: number
  /** The command that stored it. */
  readonly command: string
  /** The fact, as it was entered. */
  readonly fact: Event
  /** The ids of entries that correct or retract this one, as known at the instant asked. */
  readonly replacedBy: ReadonlyArray<string>
}

/** Everything entered up to an instant, in the order of entry; nothing is ever left out of it. */
export const historyOf = ({ events, stored }: Loaded, knownAt: string): ReadonlyArray<Entry> => {
  const known = events
    .map((fact, i) => ({ fact, at: stored[i] }))
    .filter(({ fact }) => !instantAfter(fact.recordedAt, knownAt))
  return known.map(({ at, fact }) => ({
    version: at?.version ?? 0,
    position: at?.position ?? 0,
    command: at?.command ?? "",
    fact,
    replacedBy: known
      .filter((other) => target(other.fact) === fact.id && other.fact.id !== fact.id)
      .map((other) => other.fact.id)
  }))
}
