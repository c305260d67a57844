import type { NormId, StatusOf } from "../regulation/Norm.ts"
import { known } from "../verdict/Fact.ts"
import { handedOn } from "../verdict/judged.ts"
import { type Judgement, judgement, type Rule, say } from "../verdict/Rule.ts"
import { notApplicable } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { Organ } from "./Organ.ts"

/** What a rule may read of a record. Naming a slice is the only way to see it, so what a rule depends on is checked by the compiler. */
export type Slice = Exclude<keyof Organ, "id">
/** What every rule sees, whether it names more or not: whose record it is, where, and what silence means. */
type Base = "id" | "region" | "coverage" | "opened"
const base: ReadonlyArray<Exclude<Base, "id">> = ["region", "coverage", "opened"]
/** The record as a rule sees it. */
export type View<K extends Slice> = Pick<Organ, K | Base>
/** A rule about the record of an organ. */
export type OrganRule<N extends NormId = NormId> = Rule<Organ, N>

/** One instance an organ. */
export const once = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (o: View<K>, ctx: Context) => Ruling<StatusOf<N>>
): OrganRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (o, ctx, out) => say(out, norm, o.id, "", rule(o, ctx))
})

/** Several instances of the rule's own naming. */
export const each = <N extends NormId, K extends Slice>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (o: View<K>, ctx: Context, ruled: (instance: string, r: Ruling<StatusOf<N>>) => void) => void
): OrganRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (o, ctx, out) => rule(o, ctx, (instance, r) => say(out, norm, o.id, instance, r))
})

/** The norms of the organ that only a person can judge. */
type Judged = "N13.1" | "N13.2" | "N13.4" | "N20.1" | "N20.3" | "N20.5"

/** A norm that only a person can judge, for every organ whose record is kept. */
export const forAPerson = <N extends Judged>(
  norm: N,
  because: { readonly zh: string; readonly en: string },
  bound: (o: View<"portals">, ctx: Context) => boolean = () => true
): Judgement<Organ, N> =>
  judgement(
    once<Judged, "judgements" | "portals">(norm, ["judgements", "portals"], (o, ctx) =>
      known(o.opened) && bound(o, ctx) ? handedOn(norm, o, ctx) : notApplicable
    ) as OrganRule<N>,
    because
  )
