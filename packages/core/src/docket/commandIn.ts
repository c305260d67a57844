import type { CivilDate } from "../civil/CivilDate.ts"
import { civilDay } from "../civil/civilDay.ts"
import { latestDay } from "./changed.ts"
import type { CaseFact } from "./keeping.ts"
import type { Gathered } from "./load.ts"
import { byCase, caseStream } from "./streams.ts"
import type { CaseRef } from "./subjects.ts"

/** A command as it is found in the record. */
export interface Stored {
  /** Its facts, of all the cases that were gathered. */
  readonly facts: ReadonlyArray<CaseFact>
  /** The instant of their entry. */
  readonly entered: string
  /** The places of the first and of the last of them in the order of all events. */
  readonly began: number
  readonly ended: number
  /** Its facts of one case. */
  readonly of: (ref: CaseRef) => ReadonlyArray<CaseFact>
  /** The day as of which it is asked what it changed in a case: that of entry, or that of its latest fact there. */
  readonly asOf: (ref: CaseRef) => CivilDate
}

/** A command among the facts of cases that were gathered; `undefined` where it left none. */
export const commandIn = ({ around, cases }: Gathered, command: string): Stored | undefined => {
  const stored = [...cases, ...around].flatMap(({ kept }) => kept).filter(({ at }) => at.command === command)
  const facts = [...new Map(stored.map(({ at, fact }) => [at.id, fact])).values()]
  const [first] = facts
  if (first === undefined) return undefined
  const places = stored.map(({ at }) => at.position)
  const theirs = byCase(facts)
  const of: Stored["of"] = (ref) => theirs.get(caseStream(ref)) ?? []
  return {
    facts,
    entered: first.recordedAt,
    began: places.reduce((a, b) => Math.min(a, b)),
    ended: places.reduce((a, b) => Math.max(a, b)),
    of,
    asOf: (ref) => latestDay(of(ref), civilDay(first.recordedAt) as CivilDate)
  }
}
