import type { NormId, StatusOf } from "../regulation/Norm.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { commencement, type Rule, say } from "../verdict/Rule.ts"
import { undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { Kind, RecordSlice } from "./Event.ts"
import type { PlanVersion } from "./PlanVersion.ts"

/** What a rule may read of a case. Naming a slice is the only way to see it, so what a rule depends on is checked by the compiler. */
export type Slice = Exclude<keyof PlanVersion, "id" | "moves">
/** What every rule sees of its case, whether it names more or not: whose plan it is, since when, and what silence means. */
type Base = "id" | "kind" | "region" | "organ" | "township" | "coverage" | "opened" | "drafted" | "begun"
const base: ReadonlyArray<Exclude<Base, "id">> = [
  "kind",
  "region",
  "organ",
  "township",
  "coverage",
  "opened",
  "drafted",
  "begun"
]
/** The case as a rule sees it. */
export type View<K extends Slice> = Pick<PlanVersion, K | Base>
/** A rule about plans. */
export type PlanRule<N extends NormId = NormId> = Rule<PlanVersion, N>

/** The first act of a plan, if it came by the day asked; of a plan of which no act is on record, the opening of the record. */
const begunOn = ({ begun, opened }: View<never>, { asOf }: Context): Act | undefined => {
  const first = known(begun) ? begun : opened
  return known(first) && first.on <= asOf ? first : undefined
}

/**
 * Several instances of the rule's own naming. A norm speaks of plans of one kind alone. Of a plan whose drafting has not begun by the day
 * asked no norm says anything.
 */
export const each = <N extends NormId, K extends Slice>(
  norm: N,
  kind: Kind,
  reads: ReadonlyArray<K>,
  rule: (p: View<K>, ctx: Context, begun: Act, ruled: (instance: string, r: Ruling<StatusOf<N>>) => void) => void
): PlanRule<N> => ({
  norm,
  reads: [...base, ...reads],
  evaluate: (p, ctx, out) => {
    if (p.kind !== undefined && p.kind !== kind) return
    const begun = begunOn(p, ctx)
    if (begun === undefined) return
    if (p.kind === undefined) say(out, norm, p.id, "", undetermined("kind", begun))
    else rule(p, ctx, begun, (instance, r) => say(out, norm, p.id, instance, r))
  }
})

/** One instance a plan. */
export const once = <N extends NormId, K extends Slice>(
  norm: N,
  kind: Kind,
  reads: ReadonlyArray<K>,
  rule: (p: View<K>, ctx: Context, begun: Act) => Ruling<StatusOf<N>>
): PlanRule<N> => each(norm, kind, reads, (p, ctx, begun, ruled) => ruled("", rule(p, ctx, begun)))

/**
 * What sets a norm about a plan off: its drafting. A plan still in the making when the Measures took force is under them from that day; one
 * whose decisive act (`over`) came before is not judged. @article 36
 */
export const triggerOf = (begun: Act, over: Act | undefined): Act => {
  if (over !== undefined && over.on < commencement) return over
  return begun.on < commencement ? { ...begun, on: commencement } : begun
}

/** What it means that the record of a plan says nothing of a kind of act: it can have happened from the drafting on. */
export const silent = (p: View<never>, slice: RecordSlice): null | undefined =>
  silence(p.coverage, slice, known(p.drafted) ? p.drafted.on : undefined)
