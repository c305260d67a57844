import type { NormId, StatusOf } from "../regulation/Norm.ts"
import { type Rule, say } from "../verdict/Rule.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { Facility } from "./Facility.ts"

/** What a rule may read of a facility. */
export type Slice = Exclude<keyof Facility, "id" | "moves">
/** A rule about facilities. */
export type FacilityRule<N extends NormId = NormId> = Rule<Facility, N>

/** One instance a facility, where it is one of these. Of a facility of which nothing is said but that it serves, nobody knows which it is. */
export const perFacility = <N extends NormId, K extends Slice>(
  norm: N,
  kinds: ReadonlyArray<Facility["kind"]>,
  reads: ReadonlyArray<K>,
  rule: (x: Pick<Facility, K>, ctx: Context) => Ruling<StatusOf<N>>
): FacilityRule<N> => ({
  norm,
  reads: ["kind", ...reads],
  evaluate: (x, ctx, out) => {
    if (kinds.includes(x.kind)) say(out, norm, x.id, "", rule(x, ctx))
  }
})
