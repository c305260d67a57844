import type { Assessment } from "../assessment/Assessment.ts"
import type { NormId, StatusOf } from "../regulation/Norm.ts"
import { shared } from "../verdict/Rule.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { organized } from "./assessing.ts"
import { each, type ProjectRule, type Slice, type View } from "./Rule.ts"

type Assessed = View<"applications" | "assessments">

/** The assessments under the Measures: of one of another body or level no sentence but that of art. 29 speaks. @article 29 */
const underTheMeasures = (p: Assessed, ctx: Context): ReadonlyArray<Assessment> =>
  p.assessments.filter((x) => organized(x, p, ctx) !== false)

/** One instance for each assessment under the Measures. @article 29 */
export const perAssessment = <N extends NormId, K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (x: Assessment, p: View<K> & Assessed, ctx: Context) => Ruling<StatusOf<N>>
): ProjectRule<N> =>
  each<N, K | "applications" | "assessments">(norm, ["applications", "assessments", ...reads], (p, ctx, ruled, out) => {
    for (const x of shared(underTheMeasures, p, ctx, out)) ruled(x.instance, rule(x, p, ctx))
  })
