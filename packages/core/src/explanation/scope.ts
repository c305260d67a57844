/** What norms of scope and of force may miss (arts 2, 36), and how it may turn out, whatever the case is about. */
import type { AgencyKind } from "../agency/Agency.ts"
import { reading as readAs } from "../profile/Profile.ts"
import type { Text } from "../regulation/Text.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Supposition } from "./Inquiry.ts"

/** What is missing, in words. 库内译文，待核 */
export const scopeNames = {
  inForce: { zh: "《办法》是否仍然有效", en: "whether the Measures are still in force" },
  organKind: { zh: "责任机关是否为行政机关", en: "whether the responsible body is an administrative organ" }
} as const satisfies { readonly [missing: string]: Text }

const ofKind = (ctx: Context, kind: AgencyKind): Context => ({
  ...ctx,
  directory: { ...ctx.directory, kind: (agency) => ctx.directory.kind(agency) ?? kind }
})

const inForce = <S>(_state: S, _v: unknown, ctx: Context): ReadonlyArray<Supposition<S>> => [
  { answer: { zh: "仍然有效", en: "they are" }, ctx: { ...ctx, profile: readAs(ctx.profile, "A36c", "in-force") } },
  { answer: { zh: "已失效", en: "they are not" }, ctx: { ...ctx, profile: readAs(ctx.profile, "A36c", "repealed") } }
]

const region = <S extends { readonly region: string | undefined }>(state: S): ReadonlyArray<Supposition<S>> => [
  { answer: { zh: "在广东省行政区域内", en: "it lies in Guangdong" }, state: { ...state, region: "440000" } },
  { answer: { zh: "不在广东省行政区域内", en: "it lies outside Guangdong" }, state: { ...state, region: "110000" } }
]

const organKind = <S>(_state: S, _v: unknown, ctx: Context): ReadonlyArray<Supposition<S>> => [
  { answer: { zh: "是行政机关", en: "it is an administrative organ" }, ctx: ofKind(ctx, "department") },
  {
    answer: {
      zh: "是事业单位或者法律、法规授权的组织",
      en: "it is a public institution or an organization authorized by law"
    },
    ctx: ofKind(ctx, "public-institution")
  },
  { answer: { zh: "是其他单位", en: "it is another body" }, ctx: ofKind(ctx, "enterprise") }
]

/** By the name under which a norm of scope or of force misses a fact. */
export const scopeSuppositions = { inForce, organKind, region }
