import type { CivilDate } from "../civil/CivilDate.ts"
import { findingDay } from "../verdict/bearing.ts"
import { type Inspection, type Item, inspectionOf } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import { among, type Case, type Days, liesIn } from "./Case.ts"

/** What an inspection is about. What is left out does not narrow it; an empty scope takes in every case. @article 35 */
export interface Scope {
  /** Items that this agency answers for, alone or with others: every organ, the informatization, investment and finance authorities among them. */
  readonly bearer?: string | undefined
  /** Cases of this region or one below it. */
  readonly region?: string | undefined
  /** Cases of this subject, `project`. */
  readonly subject?: string | undefined
  /** Items that arose on one of these days; an item of which nobody knows when it arose is not among them. */
  readonly arose?: Days | undefined
}

/** The day on which an item arose, on which its bearers bore it: that of its first verdict. */
export const aroseOn = ({ verdicts: [first] }: Item): CivilDate | undefined =>
  first === undefined ? undefined : findingDay(first)

/**
 * What an inspection over cases of any subjects would write down on the day asked, narrowed to an agency, a region, a subject or a period. For
 * reference in inspection and appraisal; it determines no illegality, and `basis.standing` says so wherever it is shown. @article 35
 *
 * @example
 * ```ts
 * import { caseOf, inspectCases } from "@banfa/core/duty"
 * import { context, fold, subject } from "@banfa/core/project"
 * import type { CivilDate } from "@banfa/core/civil"
 *
 * const day = (text: string) => text as CivilDate
 * const head = { project: "P1", recordedAt: "2026-03-01T00:00:00Z" }
 * const approved = { ...head, _tag: "Approved", id: "1", on: day("2026-02-20"), application: "A1", by: "drc" } as const
 * const cases = [caseOf(subject, fold("P1", [approved]))]
 * const { items } = inspectCases(cases, {}, context({ asOf: day("2026-03-01") }))
 *
 * items.map(({ severity, verdicts }) => [severity, verdicts[0]?.norm]) // => [["breach", "N10.1"]]
 * ```
 */
export const inspectCases = (cases: Iterable<Case>, scope: Scope, ctx: Context): Inspection => {
  const { arose, bearer, subject } = scope
  const items: Array<Item> = []
  for (const one of cases) {
    if (subject !== undefined && one.subject !== subject) continue
    if (!liesIn(one, scope.region, ctx)) continue
    for (const item of one.items(ctx)) {
      const day = aroseOn(item)
      if (arose !== undefined && (day === undefined || !among(arose, day))) continue
      if (bearer !== undefined && !item.bearers.some(({ agency }) => agency === bearer)) continue
      items.push(item)
    }
  }
  return inspectionOf(items, ctx)
}
