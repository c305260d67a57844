import type { VerdictChange } from "./Comparison.ts"
import { compare, reads } from "./compare.ts"
import { nameOrder, normOrder } from "./normOrder.ts"
import { type ActEvent, type Bearer, evaluate, type Subject } from "./Subject.ts"
import { sameBearers } from "./sameBearer.ts"
import type { Context, Verdict } from "./Verdict.ts"

/** What two contexts say otherwise about one case, in the order of the norms and of the names of their instances. */
export const changesOf = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  was: Context,
  is: Context
): ReadonlyArray<VerdictChange> => {
  const bearers = (v: Verdict | undefined, ctx: Context): ReadonlyArray<Bearer> =>
    v === undefined ? [] : subject.bearers(v, state, ctx)
  return compare(
    evaluate(subject, state, was),
    evaluate(subject, state, is),
    (b, a) => reads(b, a) && sameBearers(bearers(b, was), bearers(a, is))
  )
    .map(({ after, before }) => {
      const { instance, norm } = (after ?? before) as Verdict
      return { norm, instance, before, after, bearersBefore: bearers(before, was), bearersAfter: bearers(after, is) }
    })
    .sort((a, b) => normOrder(a.norm, b.norm) || nameOrder(a.instance, b.instance))
}
