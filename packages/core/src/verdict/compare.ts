import type { Verdict } from "./Verdict.ts"

/** What became of one verdict: newly said (no `before`), said otherwise, or no longer said (no `after`). */
export interface Change {
  readonly before: Verdict | undefined
  readonly after: Verdict | undefined
}

/** Whether two verdicts are about the same instance of the same norm. */
export const sameVerdict = (a: Verdict, b: Verdict): boolean =>
  a.norm === b.norm && a.instance === b.instance && a.subject === b.subject

/** Whether two verdicts of one instance say the same. */
export const reads = (a: Verdict, b: Verdict): boolean =>
  a.status === b.status &&
  a.due === b.due &&
  a.limit === b.limit &&
  a.note === b.note &&
  a.missing === b.missing &&
  a.gate === b.gate &&
  a.bars === b.bars &&
  a.outstanding === b.outstanding

/** What differs between two sets of verdicts. Both come out of the same rules, so equal names nearly always stand at equal places. */
export const compare = (
  before: ReadonlyArray<Verdict>,
  after: ReadonlyArray<Verdict>,
  same: (before: Verdict, after: Verdict) => boolean = reads
): ReadonlyArray<Change> => {
  const changes: Array<Change> = []
  let next = 0
  let matched = 0
  for (const a of after) {
    let b = before[next]
    if (b === undefined || !sameVerdict(a, b)) {
      const found = before.findIndex((x) => sameVerdict(a, x))
      if (found < 0) {
        changes.push({ before: undefined, after: a })
        continue
      }
      next = found
      b = before[found] as Verdict
    }
    next++
    matched++
    if (!same(b, a)) changes.push({ before: b, after: a })
  }
  if (matched < before.length) {
    for (const b of before) if (!after.some((a) => sameVerdict(a, b))) changes.push({ before: b, after: undefined })
  }
  return changes
}
