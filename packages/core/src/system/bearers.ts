import type { RoleId } from "../regulation/Role.ts"
import type { SystemNorm } from "../subjects.ts"
import { type BearersOn, bearing } from "../verdict/bearing.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { System } from "./System.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in SystemNorm]: ReadonlyArray<RoleId> } = {
  "N14.1": ["organ.any"],
  "N14.2": ["organ.any"],
  "N14.3": ["organ.any"],
  "N16.1": ["organ.any"],
  "N16.2": ["organ.any"],
  "N16.3": ["organ.any"],
  "N18.1": ["organ.any"],
  "N19.1": ["organ.any"],
  "N19.2": ["organ.any"]
}

/** The organ whose system it is. */
const bearersOn: BearersOn<System> = (v, s, ctx, on) => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  const roles = local?.bearer ?? bearerRoles[v.norm as SystemNorm] ?? []
  return roles.map((role) => ({ role, agency: agencyOf(role, s, ctx, on) }))
}

const agencyOf = (role: RoleId, s: System, ctx: Context, on: Context["asOf"]): string | undefined => {
  if (role === "organ.any") return s.organ === undefined ? undefined : ctx.directory.successorOn(s.organ, on)
  return s.region === undefined ? undefined : ctx.directory.holder(role, s.region, on)
}

/** Who bears a verdict about a system, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
