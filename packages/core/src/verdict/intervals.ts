/** What was not as provided for a time and was put right: it stays on record. */
import type { CivilDate } from "../civil/CivilDate.ts"
import { commencement } from "./Rule.ts"
import type { Interval, Ruling } from "./Verdict.ts"

/**
 * The times, ended by the day asked, in which a state was in breach. `days` are those on which it could have changed; what it was on one of
 * them it stays until the next. Nothing before the Measures took force counts. @article 36
 */
export const intervalsOf = (
  days: ReadonlyArray<CivilDate>,
  stoodOn: (day: CivilDate) => Ruling
): ReadonlyArray<Interval> | undefined => {
  const intervals: Array<Interval> = []
  let open: { readonly from: CivilDate; readonly ruling: Ruling } | undefined
  const inForce = days.some((day) => day <= commencement) ? [commencement] : []
  for (const day of [...new Set([...inForce, ...days.filter((d) => d > commencement)])].sort()) {
    const ruling = stoodOn(day)
    if (ruling.status === "Breached") open ??= { from: day, ruling }
    else if (open !== undefined) {
      intervals.push({ status: "Breached", from: open.from, until: day, act: open.ruling.act })
      open = undefined
    }
  }
  return intervals.length === 0 ? undefined : intervals
}
