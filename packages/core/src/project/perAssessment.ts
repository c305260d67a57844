import type { Assessment } from "../assessment/Assessment.ts"
import type { NormId, StatusOf } from "../regulation/Norm.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { organized } from "./assessing.ts"
import { each, type ProjectRule, type Slice, type View } from "./Rule.ts"

/** One instance for each assessment under the Measures: of one of another body or level no sentence but that of art. 29 speaks. @article 29 */
export const perAssessment = <N extends NormId, K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (x: Assessment, p: View<K | "applications" | "assessments">, ctx: Context) => Ruling<StatusOf<N>>
): ProjectRule<N> =>
  each(norm, ["applications", "assessments", ...reads], (p: View<K | "applications" | "assessments">, ctx, ruled) => {
    for (const x of p.assessments) if (organized(x, p, ctx) !== false) ruled(x.instance, rule(x, p, ctx))
  })
