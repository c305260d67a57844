/** Which entries and messages a decision brings to the read side, where the store keeps one. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type { IndexChange } from "../port/ReadSide.ts"
import { basisOf } from "../verdict/Basis.ts"
import type { Changed } from "./changed.ts"
import { type Desk, type Filed, filed } from "./desk.ts"
import { changeOf, type Indexer } from "./indexing.ts"
import type { CaseFact } from "./keeping.ts"
import type { Gathered } from "./load.ts"
import { messageOf } from "./messages.ts"
import { always } from "./moment.ts"
import { lastDay } from "./spells.ts"
import { byCase, caseStream } from "./streams.ts"
import type { CaseRef } from "./subjects.ts"

/** How a docket keeps its indexes. */
export const indexes = ({ changesOn, contexts, readSide, surroundedBy }: Desk) => {
  /** What entries are worked out with today. */
  const indexer = Effect.map(contexts, (at): Omit<Indexer, "round"> => {
    const ctx = at({ asOf: lastDay, knownAt: always }, [])
    const { standing: _, ...basis } = basisOf(ctx)
    return {
      at,
      basis: JSON.stringify([Object.values(basis), surroundedBy, changesOn ?? null]),
      turns: changesOn === undefined ? undefined : [...new Set([...ctx.directory.turns, ...changesOn])].sort()
    }
  })

  return {
    indexer,
    /** What the read side is to hold after these facts were added to what was gathered. */
    indexOf: Effect.fnUntraced(function* (
      command: string,
      facts: ReadonlyArray<CaseFact>,
      gathered: Gathered,
      changed: ReadonlyArray<Changed>
    ) {
      if (Option.isNone(readSide)) return undefined
      const { indexed, state } = yield* readSide.value.indexed(gathered.cases.map(({ ref }) => ref))
      const theirs = byCase(facts)
      const then = (one: Filed): Filed => ({
        ref: one.ref,
        facts: [...one.facts, ...(theirs.get(caseStream(one.ref)) ?? [])]
      })
      const around = gathered.around.map(filed).map(then)
      const surroundings = gathered.around.some(({ ref }) => theirs.has(caseStream(ref)))
      const working: Indexer = { ...(yield* indexer), round: state.round + (surroundings ? 1 : 0) }
      const known = new Map(indexed.map((one) => [caseStream(one.entry as CaseRef), one]))
      return {
        cases: gathered.cases.map((one) => {
          const stream = caseStream(one.ref)
          return changeOf(working, then(filed(one)), around, {
            indexed: known.get(stream),
            fresh: theirs.get(stream) ?? []
          })
        }),
        surroundings,
        messages: changed.map((one) => messageOf(command, one.case, one.changes))
      } satisfies IndexChange
    })
  }
}
