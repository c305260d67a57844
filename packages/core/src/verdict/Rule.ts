import type { CivilDate } from "../civil/CivilDate.ts"
import type { LocalNormId } from "../profile/Parameter.ts"
import type { NormId, Status } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import type { Context, Interval, Ruling, Verdict } from "./Verdict.ts"

/** The day on which the Measures took force: what was set off before it is not judged. @article 36 */
export const commencement = "2005-02-04" as CivilDate

/** Where verdicts go. */
export interface Out {
  /** In the order in which they are said. */
  readonly verdicts: Array<Verdict>
  /** What rules of one case share of their work, by whoever works it out first; it lives as long as the question. */
  readonly shared: Map<object, unknown>
}

/** A norm as it is written: total, pure, without a clock. `reads` names the slices of state that its answer depends on. */
export interface Rule<S, N extends NormId = NormId> {
  /** The norm that it evaluates. */
  readonly norm: N
  readonly reads: ReadonlyArray<keyof S & string>
  /** Says what the norm says about a case; nothing where it does not apply. */
  readonly evaluate: (state: S, ctx: Context, out: Out) => void
}

/** A norm that no rule can decide says so, and why; its rule only hands on the recorded judgement of a person. */
export interface Judgement<S, N extends NormId = NormId> extends Rule<S, N> {
  /** Why no rule can decide it. */
  readonly judgement: Text
}

/** What several rules want to know of one case: worked out for the first that asks, kept for the others. */
export const shared = <S, A>(work: (state: S, ctx: Context) => A, state: S, ctx: Context, out: Out): A => {
  if (!out.shared.has(work)) out.shared.set(work, work(state, ctx))
  return out.shared.get(work) as A
}

/** Declares that a norm is for a person to judge. */
export const judgement = <S, N extends NormId>(rule: Rule<S, N>, because: Text): Judgement<S, N> => ({
  ...rule,
  judgement: because
})

/** Of what was not as provided, the part under the Measures: nothing before they took force is a breach or late. @article 36 */
const underMeasures = (intervals: ReadonlyArray<Interval> | undefined): ReadonlyArray<Interval> | undefined => {
  if (intervals === undefined || intervals.every(({ from }) => from >= commencement)) return intervals
  const since = intervals.flatMap((span): ReadonlyArray<Interval> => {
    if (span.from >= commencement) return [span]
    return span.until > commencement ? [{ ...span, from: commencement }] : []
  })
  return since.length === 0 ? undefined : since
}

/**
 * Files a ruling under its norm, subject and instance. What was set off before the Measures took force is not judged (A36b), and a norm
 * that does not apply says nothing, unless it has a remark, a gate or an interval to show.
 */
export const say = (
  out: Out,
  norm: NormId | LocalNormId,
  subject: string,
  instance: string,
  r: Ruling<Status>
): void => {
  const intervals = underMeasures(r.intervals)
  if (r.status === "NotApplicable" && r.note === undefined && r.gate === undefined && intervals === undefined) return
  if (r.trigger !== undefined && r.trigger.on < commencement) return
  out.verdicts.push({
    norm,
    subject,
    instance,
    status: r.status,
    trigger: r.trigger,
    act: r.act,
    due: r.due,
    limit: r.limit,
    entry: r.entry,
    missing: r.missing,
    note: r.note,
    stands: r.stands,
    gate: r.gate,
    bars: r.bars,
    outstanding: r.outstanding,
    intervals
  })
}
