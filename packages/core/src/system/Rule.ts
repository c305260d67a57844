import type { NormId, StatusOf } from "../regulation/Norm.ts"
import { type Rule, say } from "../verdict/Rule.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { Build, System } from "./System.ts"

/** What a rule may read of a case. Naming a slice is the only way to see it, so what a rule depends on is checked by the compiler. */
export type Slice = Exclude<keyof System, "id" | "moves">
/** What every rule sees of its case, whether it names more or not: who and where, and what silence means. */
type Base = "id" | "region" | "organ" | "coverage" | "opened"
const base: ReadonlyArray<Exclude<Base, "id">> = ["region", "organ", "coverage", "opened"]
/** The case as a rule sees it. */
export type View<K extends Slice> = Pick<System, K | Base>
/** A rule about application systems. */
export type SystemRule<N extends NormId = NormId> = Rule<System, N>

/** One instance a system. */
export const once = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (s: View<K>, ctx: Context) => Ruling<StatusOf<N>>
): SystemRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (s, ctx, out) => say(out, norm, s.id, "", rule(s, ctx))
})

/** Several instances of the rule's own naming. */
export const each = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (s: View<K>, ctx: Context, ruled: (instance: string, r: Ruling<StatusOf<N>>) => void) => void
): SystemRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (s, ctx, out) => rule(s, ctx, (instance, r) => say(out, norm, s.id, instance, r))
})

/** One instance for each construction or rebuild; `otherwise` speaks where none is on record. @article 14 */
export const perBuild = <N extends NormId, K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (build: Build, s: View<K | "builds" | "operation">, ctx: Context) => Ruling<StatusOf<N>>,
  otherwise: (s: View<K | "builds" | "operation">) => Ruling<StatusOf<N>>
): SystemRule<N> =>
  each<N, K | "builds" | "operation">(norm, ["builds", "operation", ...reads], (s, ctx, ruled) => {
    if (s.builds.length === 0) ruled("", otherwise(s))
    for (const build of s.builds) ruled(build.instance, rule(build, s, ctx))
  })
