import type { NextActOf } from "../path/nextActs.ts"
import type { Way } from "../path/Way.ts"
import { caseAt, type Recorded } from "../verdict/record.ts"
import type { Subject } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { type CaseRecord, type Keeping, type Moment, own } from "./keeping.ts"

/** What can be asked of the ways through the cases of a subject. */
export interface Ways<E extends Recorded, G extends string> {
  /** What would be usual next, or what an open duty asks for. */
  readonly next: (record: CaseRecord, moment: Moment, ctx: Context) => ReadonlyArray<NextActOf<E>>
  /** The plainest lawful way to a goal, or why there is none. */
  readonly path: (record: CaseRecord, moment: Moment, goal: G, ctx: Context) => Way<E>
}

/** How a subject answers what can be asked of its ways. */
interface Answers<S, E extends Recorded, G extends string> {
  readonly subject: Subject<S & { readonly id: string }, E>
  readonly nextActs: (state: S, ctx: Context) => ReadonlyArray<NextActOf<E>>
  readonly path: (state: S, goal: G, ctx: Context) => Way<E>
}

/** A subject among those whose cases have ways. */
export const withWays = <K extends Keeping<E>, S extends { readonly id: string }, E extends Recorded, G extends string>(
  kept: K,
  { nextActs, path, subject }: Answers<S, E, G>
): K & { readonly ways: Ways<E, G> } => {
  const state = (record: CaseRecord, { asOf, knownAt }: Moment): S =>
    caseAt(subject, record.id, own<E>(record), asOf, knownAt) as S
  return {
    ...kept,
    ways: {
      next: (record, moment, ctx) => nextActs(state(record, moment), ctx),
      path: (record, moment, goal, ctx) => path(state(record, moment), goal, ctx)
    }
  }
}
