import type { CivilDate } from "../civil/CivilDate.ts"
import { type Answer, basisOf } from "./Basis.ts"
import { type ActEvent, type Bearer, evaluate, type Subject } from "./Subject.ts"
import type { Context, Verdict } from "./Verdict.ts"

/** What somebody still owes: an open verdict, and who bears it on the day asked. */
export interface Duty {
  readonly verdict: Verdict
  readonly bearers: ReadonlyArray<Bearer>
}

/** The answer to *who owes what?* */
export interface Duties extends Answer {
  readonly duties: ReadonlyArray<Duty>
  /** The last day on which the case reads as it does now if nobody acts; absent where waiting changes nothing. */
  readonly quietUntil: CivilDate | undefined
}

/** The open duties of a case during the day asked: read from its verdicts, stored nowhere. */
export const duties = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context
): Duties => ({
  duties: evaluate(subject, state, ctx, "open").map((verdict) => ({
    verdict,
    bearers: subject.bearers(verdict, state, ctx)
  })),
  quietUntil: quietUntil(subject, state, ctx),
  notEvaluated: subject.later,
  basis: basisOf(ctx)
})

/** The exact last day on which a case reads as it does now if nobody acts: what a duty index stores instead of asking every case every night. */
export const quietUntil = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context
): CivilDate | undefined => {
  let day = subject.periodsUntil(state, ctx)
  for (const { stands } of evaluate(subject, state, ctx))
    if (stands !== undefined && (day === undefined || stands < day)) day = stands
  return day
}
