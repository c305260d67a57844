import { instantAfter, target } from "../verdict/record.ts"
import type { Loaded } from "./load.ts"
import type { CaseSubject, FactOf } from "./subjects.ts"

/** One entry of the record of a case: the fact, its place, the command that stored it, and what took its place, if anything did. */
export interface Entry<S extends CaseSubject = CaseSubject> {
  /** The stream of the case, or of one of the assessments of a project. */
  readonly stream: string
  /** Its place among the events of that stream: 1, 2, 3 … */
  readonly version: number
  /** Its place in the order of all events of the store; numbers may be left out. */
  readonly position: number
  /** The command that stored it. */
  readonly command: string
  /** The fact, as it was entered. */
  readonly fact: FactOf<S>
  /** The ids of entries that correct or retract this one, as known at the instant asked. */
  readonly replacedBy: ReadonlyArray<string>
}

/** Everything entered up to an instant, in the order of entry; nothing is ever left out of it. */
export const historyOf = <S extends CaseSubject>({ kept }: Loaded, knownAt: string): ReadonlyArray<Entry<S>> => {
  const known = kept.filter(({ fact }) => !instantAfter(fact.recordedAt, knownAt))
  return known.map(({ at, fact }) => ({
    stream: at.stream,
    version: at.version,
    position: at.position,
    command: at.command,
    fact: fact as unknown as FactOf<S>,
    replacedBy: known
      .filter((other) => target(other.fact) === fact.id && other.fact.id !== fact.id)
      .map((other) => other.fact.id)
  }))
}
