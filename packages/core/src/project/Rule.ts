import type { Assessment } from "../assessment/Assessment.ts"
import type { NormId, StatusOf } from "../regulation/Norm.ts"
import { eachFinding } from "../verdict/decisions.ts"
import type { Out, Rule } from "../verdict/Rule.ts"
import { say } from "../verdict/Rule.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { Application, Budget, Project } from "./Project.ts"

/** What a rule may read of a case. Naming a slice is the only way to see it, so what a rule depends on is checked by the compiler. */
export type Slice = Exclude<keyof Project, "id" | "moves">
/** What every rule sees of its case, whether it names more or not: who and where, and what silence means. */
type Base = "id" | "region" | "organ" | "coverage"
/** The slices that every rule reads. */
export const base: ReadonlyArray<Exclude<Base, "id">> = ["region", "organ", "coverage"]
/** The case as a rule sees it. */
export type View<K extends Slice> = Pick<Project, K | Base>
/** A rule about projects. */
export type ProjectRule<N extends NormId = NormId> = Rule<Project, N>

/** One instance for each round of establishment. */
export const perApplication = <N extends NormId, K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (application: Application, p: View<K | "applications">, ctx: Context) => Ruling<StatusOf<N>>
): ProjectRule<N> => ({
  norm,
  reads: [...base, "applications", ...reads],
  evaluate: (p, ctx, out) => {
    for (const a of p.applications) say(out, norm, p.id, a.instance, rule(a, p, ctx))
  }
})

/**
 * One instance for each decision of a round: the first, which the round names, and every further one that the norm finds something else of.
 * What happened in the round before it serves each of them.
 */
export const perDecision = <N extends NormId, K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (application: Application, p: View<K | "applications">, ctx: Context) => Ruling<StatusOf<N>>
): ProjectRule<N> => ({
  norm,
  reads: [...base, "applications", ...reads],
  evaluate: (p, ctx, out) => {
    for (const a of p.applications)
      eachFinding(
        a,
        (one) => rule(one, p, ctx),
        (instance, r) => say(out, norm, p.id, instance, r)
      )
  }
})

/** One instance for each assessment, whoever organizes it. */
export const everyAssessment = <N extends NormId, K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (x: Assessment, p: View<K | "assessments">, ctx: Context) => Ruling<StatusOf<N>>
): ProjectRule<N> => ({
  norm,
  reads: [...base, "assessments", ...reads],
  evaluate: (p, ctx, out) => {
    for (const x of p.assessments) say(out, norm, p.id, x.instance, rule(x, p, ctx))
  }
})

/** One instance for each annual budget. */
export const perBudget = <N extends NormId, K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (budget: Budget, p: View<K>, ctx: Context) => Ruling<StatusOf<N>>
): ProjectRule<N> => ({
  norm,
  reads: [...base, "budgets", ...reads],
  evaluate: (p, ctx, out) => {
    for (const b of p.budgets) say(out, norm, p.id, b.instance, rule(b, p, ctx))
  }
})

/** One instance a project. */
export const once = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (p: View<K>, ctx: Context) => Ruling<StatusOf<N>>
): ProjectRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (p, ctx, out) => say(out, norm, p.id, "", rule(p, ctx))
})

/** Several instances of the rule's own naming; `out` says whether settled ones need be asked, and keeps what rules share. */
export const each = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (p: View<K>, ctx: Context, ruled: (instance: string, r: Ruling<StatusOf<N>>) => void, out: Out) => void
): ProjectRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (p, ctx, out) => rule(p, ctx, (instance, r) => say(out, norm, p.id, instance, r), out)
})

/** A norm that has instances of two kinds. */
export const both = <N extends NormId>(first: ProjectRule<N>, second: ProjectRule<N>): ProjectRule<N> => ({
  norm: first.norm,
  reads: [...new Set([...first.reads, ...second.reads])],
  evaluate: (p, ctx, out) => {
    first.evaluate(p, ctx, out)
    second.evaluate(p, ctx, out)
  }
})
