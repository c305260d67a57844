import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { type Answer, basisOf } from "./Basis.ts"
import { compare } from "./compare.ts"
import { commencement } from "./Rule.ts"
import { type ActEvent, type Bearer, evaluate, type Subject } from "./Subject.ts"
import { adverse, type Context, open, type Verdict } from "./Verdict.ts"

/** What somebody still owes: a verdict, who owes it on the day asked, and who bore the finding where there is one. */
export interface Duty {
  /** Its status is `Pending`, `DueUnspecified` or `Overdue`; or `Breached`, where the act can still be done late. */
  readonly verdict: Verdict
  /** Who owes it on the day asked; several where the norm binds several. */
  readonly bearers: ReadonlyArray<Bearer>
  /** Who bore the finding when it arose, also where a successor owes the act now; nobody while nothing is late. */
  readonly bore: ReadonlyArray<Bearer>
}

/** The answer to *who owes what?* */
export interface Duties extends Answer {
  /** In the order of the verdicts. */
  readonly duties: ReadonlyArray<Duty>
  /** The last day on which the case reads as it does now if nobody acts; absent where waiting changes nothing. */
  readonly quietUntil: CivilDate | undefined
}

/** The open ones of these verdicts, with who bears them. A definition asks nobody for anything. */
const openOf = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context,
  verdicts: ReadonlyArray<Verdict>
): ReadonlyArray<Duty> =>
  verdicts
    .filter(open)
    .map((verdict) => ({
      verdict,
      bearers: subject.owing(verdict, state, ctx),
      bore: adverse(verdict.status) ? subject.bearers(verdict, state, ctx) : []
    }))
    .filter(({ bearers }) => bearers.length > 0)

/** The open duties of a case during the day asked: read from its verdicts, stored nowhere. */
export const duties = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context
): Duties => {
  const now = evaluate(subject, state, ctx)
  return {
    duties: openOf(subject, state, ctx, now),
    quietUntil: quietFrom(subject, state, ctx, now)?.until,
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
): CivilDate | undefined => quietFrom(subject, state, ctx, evaluate(subject, state, ctx))?.until

/** Some days on end over which a case reads the same. */
export interface DutySpell {
  /** The first of them. */
  readonly from: CivilDate
  /** The last of them, if nobody acts; absent where waiting changes nothing more. */
  readonly until: CivilDate | undefined
  /** What is owed over them. */
  readonly duties: ReadonlyArray<Duty>
}

/** What is owed from the day asked on if nobody acts, spell by spell; who bears it as of the first day of each. */
export function* dutySpells<S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context
): Generator<DutySpell> {
  let asked = ctx
  let now: ReadonlyArray<Verdict> = evaluate(subject, state, asked)
  for (;;) {
    const quiet = quietFrom(subject, state, asked, now)
    yield { from: asked.asOf, until: quiet?.until, duties: openOf(subject, state, asked, now) }
    if (quiet === undefined) return
    asked = { ...asked, asOf: addDays(quiet.until, 1) }
    now = quiet.then
  }
}

/** The last day on which these verdicts stay as they are, and those of the day after. */
const quietFrom = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context,
  now: ReadonlyArray<Verdict>
): { readonly until: CivilDate; readonly then: ReadonlyArray<Verdict> } | undefined => {
  let until = next(subject, state, ctx, now)
  while (until !== undefined) {
    const after = { ...ctx, asOf: addDays(until, 1) }
    const then = evaluate(subject, state, after)
    if (compare(now, then).length > 0) return { until, then }
    until = next(subject, state, after, then)
  }
  return undefined
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
