import type { NormId, StatusOf } from "../regulation/Norm.ts"
import { eachFinding } from "../verdict/decisions.ts"
import type { Rule } from "../verdict/Rule.ts"
import { say } from "../verdict/Rule.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { Resource, SharingRequest, StorageException } from "./Resource.ts"

/** What a rule may read of a case. Naming a slice is the only way to see it; where the resource stands is no matter of a rule. */
export type Slice = Exclude<keyof Resource, "id" | "moves">
/** What every rule sees of its case, whether it names more or not: whose it is and since when, its end, and what silence means. */
type Base = "id" | "region" | "organ" | "opened" | "produced" | "retired" | "coverage"
const base: ReadonlyArray<Exclude<Base, "id">> = ["region", "organ", "opened", "produced", "retired", "coverage"]
/** The case as a rule sees it. */
export type View<K extends Slice = never> = Pick<Resource, K | Base>
/** A rule about information resources. */
export type ResourceRule<N extends NormId = NormId> = Rule<Resource, N>

/** One instance a resource. */
export const once = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (r: View<K>, ctx: Context) => Ruling<StatusOf<N>>
): ResourceRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (r, ctx, out) => say(out, norm, r.id, "", rule(r, ctx))
})

/** The storage of the resource as a database: one instance, named by it. */
export const stored = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (r: View<K>, ctx: Context) => Ruling<StatusOf<N>>
): ResourceRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (r, ctx, out) => say(out, norm, r.id, `storage/${r.id}`, rule(r, ctx))
})

/** One instance for each request to store oneself. */
export const perException = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (x: StorageException, r: View<K | "exceptions">, ctx: Context) => Ruling<StatusOf<N>>
): ResourceRule<N> => ({
  norm,
  reads: [...base, "exceptions", ...reads],
  evaluate: (r, ctx, out) => {
    for (const x of r.exceptions) say(out, norm, r.id, x.instance, rule(x, r, ctx))
  }
})

/** One instance for each request to share, and one for every further decision on it that the norm finds something else of. */
export const perSharing = <N extends NormId, K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (s: SharingRequest, r: View<K | "sharings">, ctx: Context) => Ruling<StatusOf<N>>
): ResourceRule<N> => ({
  norm,
  reads: [...base, "sharings", ...reads],
  evaluate: (r, ctx, out) => {
    for (const s of r.sharings)
      eachFinding(
        s,
        (one) => rule(one, r, ctx),
        (instance, found) => say(out, norm, r.id, instance, found)
      )
  }
})

/** A norm that has instances of two kinds. */
export const both = <N extends NormId>(first: ResourceRule<N>, second: ResourceRule<N>): ResourceRule<N> => ({
  norm: first.norm,
  reads: [...new Set([...first.reads, ...second.reads])],
  evaluate: (r, ctx, out) => {
    first.evaluate(r, ctx, out)
    second.evaluate(r, ctx, out)
  }
})
