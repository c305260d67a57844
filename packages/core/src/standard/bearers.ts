import type { RoleId } from "../regulation/Role.ts"
import { roles } from "../regulation/roles.ts"
import type { StandardNorm } from "../subjects.ts"
import { known } from "../verdict/Fact.ts"
import type { Bearer } from "../verdict/Subject.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { province } from "./coDrafting.ts"
import type { Instrument } from "./Instrument.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in StandardNorm]: ReadonlyArray<RoleId> } = {
  "N3.2": ["info.provincial"],
  "N19.3": ["info.provincial"],
  "N23.2": ["info.provincial"],
  "N23.3": ["info.provincial"],
  "N34.1": ["info.provincial"]
}

/**
 * Who bears a verdict. What is owed is borne by whoever is the provincial authority on the day asked; of an instrument that was issued,
 * whoever issued it answers for how, also where another body took the place of the provincial authority.
 */
export const bearers = (v: Verdict, x: Instrument, ctx: Context): ReadonlyArray<Bearer> => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  const named = local?.bearer ?? bearerRoles[v.norm as StandardNorm] ?? []
  return named.map((role) => ({ role, agency: agencyOf(role, v, x, ctx) }))
}

const agencyOf = (
  role: RoleId,
  v: Verdict,
  { issued, organ, region }: Instrument,
  ctx: Context
): string | undefined => {
  const on = open(v.status) ? ctx.asOf : (v.act?.on ?? v.trigger?.on ?? ctx.asOf)
  if (role === "info.provincial" && !open(v.status) && known(issued) && issued.by !== undefined) return issued.by
  if (role === "organ.any") return organ === undefined ? undefined : ctx.directory.successorOn(organ, on)
  const where = roles[role].scope === "provincial" ? province : region
  return where === undefined ? undefined : ctx.directory.holder(role, where, on)
}
