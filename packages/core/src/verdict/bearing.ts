/** Who bears what a norm says: one answer for all subjects, in verdicts as in inspections. */
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import type { Act } from "./Fact.ts"
import { severityOf } from "./Inspection.ts"
import { commencement } from "./Rule.ts"
import { earliest, laterOf } from "./recurring.ts"
import type { Bearer, Subject } from "./Subject.ts"
import { type Context, open, type Verdict } from "./Verdict.ts"

/**
 * The day on which what a verdict finds arose, whatever the day asked: of what was late, the last day on which it was not; of a breach, the
 * act or the day that was missed, whichever came first; of what was put right, the day on which it was not as provided. `undefined`: nothing
 * arose. What is still owed in time, or what nobody can tell, is no finding unless something is to be remarked on.
 */
export const findingDay = (v: Verdict): CivilDate | undefined => {
  const day = found(v)
  return day === undefined ? undefined : laterOf(day, commencement)
}

const found = (v: Verdict): CivilDate | undefined => {
  const { act, due, intervals, limit, status, trigger } = v
  const last = due ?? limit
  if (status === "Overdue" || status === "FulfilledLate") return last ?? trigger?.on
  if (status === "Breached") return earliest(act?.on, last) ?? trigger?.on
  const [earlier] = intervals ?? []
  if (earlier !== undefined) return earlier.status === "Overdue" ? addDays(earlier.from, -1) : earlier.from
  if ((open(v) || status === "Undetermined") && severityOf(v) === undefined) return undefined
  return limit ?? act?.on ?? trigger?.on
}

/** Who bears a verdict if it came about on this day: the roles that the norm names, and who filled them then. */
export type BearersOn<S> = (verdict: Verdict, state: S, ctx: Context, on: CivilDate) => ReadonlyArray<Bearer>

/**
 * The two that a verdict names. A finding stays with whoever bore it on the day on which it arose. What is still owed is owed by whoever fills
 * the role on the day asked, so it passes with a succession.
 */
export const bearing = <S extends { readonly id: string }>(
  borneOn: BearersOn<S>
): Pick<Subject<S, never>, "bearers" | "owing"> => ({
  bearers: (v, state, ctx) => borneOn(v, state, ctx, findingDay(v) ?? ctx.asOf),
  owing: (v, state, ctx) => borneOn(v, state, ctx, ctx.asOf)
})

/** Who answers for an act on a day: whoever did it, and later whoever succeeded them. */
export const answering = ({ by, on: done }: Act, ctx: Context, on: CivilDate): string | undefined =>
  by === undefined || on <= done ? by : ctx.directory.successorOn(by, on)
