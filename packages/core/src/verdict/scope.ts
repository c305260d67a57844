/**
 * To whom and since when the Measures speak (arts 2, 36). These rules stand before every other: where one of them is known not to hold,
 * no other norm of the Measures says anything about the case.
 */
import type { AgencyKind } from "../agency/Agency.ts"
import { isRegionCode } from "../agency/Region.ts"
import type { Readings } from "../regulation/Norm.ts"
import { type Act, type Fact, known } from "./Fact.ts"
import type { Out, Rule } from "./Rule.ts"
import { say } from "./Rule.ts"
import { notApplicable, ruling, undetermined } from "./ruling.ts"
import type { Context, Note, Ruling } from "./Verdict.ts"

/** What a norm of scope or of force can say of a case: it is reached, it is not, or nobody knows. */
export type Reach = Ruling<"Qualifies" | "Undetermined" | "NotApplicable">

/** A case whose record was opened, or not yet. */
export interface Opened {
  readonly id: string
  readonly region: string | undefined
  readonly opened?: Fact<Act>
}

/** The case is reached. */
export const reached: Reach = ruling("Qualifies")

/** The case is known not to be reached, and why. */
export const outside = (note: Note, act?: Act): Reach =>
  ruling("NotApplicable", undefined, act, undefined, undefined, undefined, note)

const organs: ReadonlySet<AgencyKind> = new Set<AgencyKind>(["government", "department", "affiliated-organ"])

/** Which bodies are 行政机关 (A02a). @article 2 */
const reachedKinds: { readonly [O in Readings["A02a"]]: ReadonlySet<AgencyKind> } = {
  strict: organs,
  wide: new Set<AgencyKind>([...organs, "authorized-organization", "public-institution"])
}

/** The first two digits of every code of the province. */
const guangdong = "44"

/** Whether the Measures speak to one of the organs of a region whose case it is; one of several is enough. @article 2 */
export const speaksTo = (organs: ReadonlyArray<string>, region: string | undefined, ctx: Context): Reach => {
  if (region?.startsWith(guangdong) === false) return outside("outside-guangdong")
  const organ = areOrgans(organs, ctx)
  return organ.status === "Qualifies" && !(region !== undefined && isRegionCode(region))
    ? undetermined("region")
    : organ
}

const areOrgans = (organs: ReadonlyArray<string>, ctx: Context): Reach => {
  if (organs.length === 0) return undetermined("organ")
  const kinds = organs.map((organ) => ctx.directory.kind(organ))
  const reaching = reachedKinds[ctx.profile.readings.A02a]
  if (kinds.some((kind) => kind !== undefined && reaching.has(kind))) return reached
  return kinds.includes(undefined) ? undetermined("organKind") : outside("not-an-organ")
}

/** 广东省行政区域内各级行政机关电子政务建设适用本办法 */
export const N2_2 = <S extends Opened>(
  reads: ReadonlyArray<keyof S & string>,
  reach: (state: S, ctx: Context) => Reach
): Rule<S, "N2.2"> => ({
  norm: "N2.2",
  reads,
  evaluate: (s, ctx, out) => say(out, "N2.2", s.id, "", known(s.opened) ? reach(s, ctx) : notApplicable)
})

/** Whether the Measures are in force, as far as the profile tells (A36c). @article 36 */
const inForce = (ctx: Context): Reach => {
  switch (ctx.profile.readings.A36c) {
    case "unknown":
      return undetermined("inForce")
    case "in-force":
      return reached
    case "repealed":
      return outside("repealed")
  }
}

/**
 * 本办法自颁布之日起实施
 *
 * Whatever else is known of a case, whether the Measures are still in force is not; the other norms are evaluated all the same. `underWay`
 * is what shows that a project had begun before them (A36b).
 */
export const N36_1 = <S extends Opened>(
  reads: ReadonlyArray<keyof S & string> = [],
  underWay: (state: S) => Act | undefined = () => undefined
): Rule<S, "N36.1"> => ({
  norm: "N36.1",
  reads: ["opened", ...reads],
  evaluate: (s, ctx, out) => {
    const begun = ctx.profile.readings.A36b === "none" ? underWay(s) : undefined
    if (begun !== undefined) return say(out, "N36.1", s.id, "", outside("under-way", begun))
    const force = inForce(ctx)
    if (known(s.opened) || force.status === "NotApplicable") say(out, "N36.1", s.id, "", force)
  }
})

/** The rules of scope and of force about cases of an organ's. */
export const scopeOf = <S extends Opened>(
  reads: ReadonlyArray<keyof S & string>,
  organsOf: (state: S) => ReadonlyArray<string>
) => ({
  "N2.2": N2_2<S>(["opened", "region", ...reads], (s, ctx) => speaksTo(organsOf(s), s.region, ctx)),
  "N36.1": N36_1<S>()
})

/** The rules of scope and of force about cases of one organ; of a case that does not say whose it is nobody knows whether it is reached. */
export const scopeOfOrgan = <S extends Opened & { readonly organ: string | undefined }>() =>
  scopeOf<S>(["organ"], ({ organ }) => (organ === undefined ? [] : [organ]))

/** Whether one of these rules says that the case is not reached. */
export const isOutside = <S>(scope: ReadonlyArray<Rule<S>>, state: S, ctx: Context): boolean => {
  const out: Out = { verdicts: [], shared: new Map() }
  for (const rule of scope) rule.evaluate(state, ctx, out)
  return out.verdicts.some(({ status }) => status === "NotApplicable")
}
