import type { RoleId } from "../regulation/Role.ts"
import { roles } from "../regulation/roles.ts"
import type { FacilityNorm } from "../subjects.ts"
import { type BearersOn, bearing } from "../verdict/bearing.ts"
import { type Facility, province } from "./Facility.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in FacilityNorm]: ReadonlyArray<RoleId> } = {
  "N17.1": ["info.provincial"],
  "N17.2": ["info.provincial"],
  "N25.1": ["info.provincial"],
  "N25.2": ["info.provincial"]
}

const bearersOn: BearersOn<Facility> = (v, x, ctx, on) => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  return (local?.bearer ?? bearerRoles[v.norm as FacilityNorm] ?? []).map((role) => {
    const where = roles[role].scope === "provincial" ? province : x.region
    return { role, agency: where === undefined ? undefined : ctx.directory.holder(role, where, on) }
  })
}

/** Who bears a verdict about a facility, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
