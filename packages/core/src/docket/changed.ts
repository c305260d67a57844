import * as Effect from "effect/Effect"
import type { CivilDate } from "../civil/CivilDate.ts"
import { civilDay } from "../civil/civilDay.ts"
import { type Change, compare } from "../verdict/compare.ts"
import { type Desk, type Filed, filed, standing } from "./desk.ts"
import type { CaseFact } from "./keeping.ts"
import type { Gathered, Loaded } from "./load.ts"
import { always } from "./moment.ts"
import { byCase, caseStream } from "./streams.ts"
import type { CaseRef } from "./subjects.ts"

/** What a command changed in a case. */
export interface Changed {
  /** The case. */
  readonly case: CaseRef
  /** The verdicts that are new, read otherwise or are gone. */
  readonly changes: ReadonlyArray<Change>
}

/** The latest day of facts, or a day where it is later. */
export const latestDay = (facts: ReadonlyArray<CaseFact>, from = facts[0]?.on ?? ("" as CivilDate)): CivilDate => {
  let day = from
  for (const { on } of facts) if (on > day) day = on
  return day
}

/**
 * The verdicts before a command against those after it, retroactive ones included, and with what it changed around: for each case that was
 * gathered for it, during the day of entry or the day of its latest fact, whichever is later.
 */
export const changing = ({ question }: Pick<Desk, "question">) =>
  Effect.fnUntraced(function* (at: string, facts: ReadonlyArray<CaseFact>, { around, cases }: Gathered) {
    const theirs = byCase(facts)
    const then = ({ before, ref }: Loaded): Filed => ({
      ref,
      facts: [...before, ...(theirs.get(caseStream(ref)) ?? [])]
    })
    const moved = around.some(({ ref }) => theirs.has(caseStream(ref)))
    const asked = Effect.fnUntraced(function* (asOf: CivilDate) {
      const before = yield* question({ asOf, knownAt: always }, around.map(filed))
      return { before, after: moved ? yield* question({ asOf, knownAt: always }, around.map(then)) : before }
    })
    const contexts = new Map<CivilDate, Effect.Success<ReturnType<typeof asked>>>()
    return yield* Effect.forEach(cases, (one) =>
      Effect.gen(function* () {
        const asOf = latestDay(theirs.get(caseStream(one.ref)) ?? [], civilDay(at) as CivilDate)
        const ctx = contexts.get(asOf) ?? (yield* asked(asOf))
        contexts.set(asOf, ctx)
        const moment = { asOf, knownAt: always }
        const { verdicts } = standing(filed(one), moment).verdicts(ctx.before)
        const now = standing(then(one), moment).verdicts(ctx.after).verdicts
        return { case: one.ref, changes: compare(verdicts, now) } satisfies Changed
      })
    )
  })
