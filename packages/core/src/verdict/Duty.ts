import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { type Answer, basisOf } from "./Basis.ts"
import { compare } from "./compare.ts"
import { commencement } from "./Rule.ts"
import { type ActEvent, type Bearer, evaluate, type Subject } from "./Subject.ts"
import { type Context, open, type Verdict } from "./Verdict.ts"

/** What somebody still owes: an open verdict, and who bears it on the day asked. */
export interface Duty {
  /** Its status is `Pending`, `DueUnspecified` or `Overdue`. */
  readonly verdict: Verdict
  /** Who owes it; several where the norm binds several. */
  readonly bearers: ReadonlyArray<Bearer>
}

/** The answer to *who owes what?* */
export interface Duties extends Answer {
  /** In the order of the verdicts. */
  readonly duties: ReadonlyArray<Duty>
  /** The last day on which the case reads as it does now if nobody acts; absent where waiting changes nothing. */
  readonly quietUntil: CivilDate | undefined
}

/** The open duties of a case during the day asked: read from its verdicts, stored nowhere. A definition asks nobody for anything. */
export const duties = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context
): Duties => {
  const now = evaluate(subject, state, ctx)
  return {
    duties: now
      .filter(({ status }) => open(status))
      .map((verdict) => ({ verdict, bearers: subject.bearers(verdict, state, ctx) }))
      .filter(({ bearers }) => bearers.length > 0),
    quietUntil: quietFrom(subject, state, ctx, now),
    basis: basisOf(ctx)
  }
}

/**
 * The exact last day on which the verdicts of a case stay as they are if nobody acts: what a duty index stores instead of asking every case
 * every night. Who bears an open duty can change earlier, on the day of a succession.
 */
export const quietUntil = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context
): CivilDate | undefined => quietFrom(subject, state, ctx, evaluate(subject, state, ctx))

const quietFrom = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context,
  now: ReadonlyArray<Verdict>
): CivilDate | undefined => {
  let until = next(subject, state, ctx, now)
  while (until !== undefined) {
    const after = { ...ctx, asOf: addDays(until, 1) }
    const then = evaluate(subject, state, after)
    if (compare(now, then).length > 0) break
    until = next(subject, state, after, then)
  }
  return until
}

/** The last day before the next on which anything may change: no change comes earlier, and it may turn out that none comes then. */
const next = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context,
  now: ReadonlyArray<Verdict>
): CivilDate | undefined => {
  if (ctx.asOf < commencement) return addDays(commencement, -1)
  let day = subject.periodsUntil(state, ctx)
  const stand = (until: CivilDate | undefined): void => {
    if (until !== undefined && (day === undefined || until < day)) day = until
  }
  for (const { stands } of now) stand(stands)
  for (const { from, until } of ctx.profile.localNorms) {
    if (ctx.asOf < from) stand(addDays(from, -1))
    if (until !== undefined && ctx.asOf <= until) stand(until)
  }
  return day
}
