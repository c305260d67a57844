import { type Amount, fen, fromFen } from "../civil/Amount.ts"
import { dayNumber } from "../civil/CivilDate.ts"
import { known } from "../verdict/Fact.ts"
import type { Baseline, Project, Report } from "./Project.ts"

/** How a project stands against one of its baselines; a later baseline hides nothing of an earlier one. @article 12 */
export interface Variance {
  /** What was promised, and when. */
  readonly baseline: Baseline
  /** Everything reported so far, with its corrections. */
  readonly reported: Amount
  /** Fen above (positive) or below the amount of the baseline, where it had one. */
  readonly costFen: bigint | undefined
  /** Days after (positive) or before the day of the baseline on which the works were completed, where both are known. */
  readonly days: number | undefined
}

/** The figure of a quarter: the last correction, else the last receipt that gave one. */
const figure = (r: Report): bigint => {
  const said = [...r.receipts, ...r.corrections].filter((x) => known(x.amount))
  const amount = (r.corrections.findLast((x) => known(x.amount)) ?? said.at(-1))?.amount
  return known(amount) ? fen(amount) : 0n
}

/** A project against every baseline that it ever had, in the order of their days. */
export const variance = (p: Project): ReadonlyArray<Variance> => {
  const total = p.reports.reduce((sum, r) => sum + figure(r), 0n)
  const reported = fromFen(total) ?? ("0.00" as Amount)
  return p.baselines.map((baseline) => ({
    baseline,
    reported,
    costFen: baseline.amount === undefined ? undefined : total - fen(baseline.amount),
    days:
      baseline.completeBy === undefined || !known(p.completed)
        ? undefined
        : dayNumber(p.completed.on) - dayNumber(baseline.completeBy)
  }))
}
