import type { Event } from "../project/Event.ts"
import { instantAfter, target } from "../verdict/record.ts"
import type { Loaded } from "./load.ts"

/** One entry of a project's record: the fact, its place, the command that stored it, and what took its place, if anything did. */
export interface Entry {
  /** The stream of the project, or of one of its assessments. */
  readonly stream: string
  /** Its place among the events of that stream: 1, 2, 3 … */
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
export const historyOf = ({ kept }: Loaded, knownAt: string): ReadonlyArray<Entry> => {
  const known = kept.filter(({ fact }) => !instantAfter(fact.recordedAt, knownAt))
  return known.map(({ at, fact }) => ({
    stream: at.stream,
    version: at.version,
    position: at.position,
    command: at.command,
    fact,
    replacedBy: known
      .filter((other) => target(other.fact) === fact.id && other.fact.id !== fact.id)
      .map((other) => other.fact.id)
  }))
}
