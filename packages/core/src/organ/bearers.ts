import type { OrganNorm } from "../later.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { Bearer } from "../verdict/Subject.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { type Organ, organOn } from "./Organ.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in OrganNorm]: ReadonlyArray<RoleId> } = {
  "N13.1": ["organ.any"],
  "N13.2": ["organ.any"],
  "N13.3": ["organ.any"],
  "N13.4": ["organ.any"],
  "N15.1": ["organ.any"],
  "N15.2": ["organ.any"],
  "N20.1": ["portal-host"],
  "N20.2": ["organ.any"],
  "N20.3": ["organ.any"],
  "N20.4": ["organ.any"],
  "N20.5": ["organ.any"],
  "N21.1": ["organ.any"],
  "N21.2": ["organ.any"],
  "N21.3": ["organ.any"]
}

/** Under which name the organ bears the portal: as its host, or, under the other reading, as any organ (A20). @article 20 */
const rolesOf = ({ norm }: Verdict, ctx: Context): ReadonlyArray<RoleId> => {
  const local = ctx.profile.localNorms.find(({ id }) => id === norm)
  if (local !== undefined) return local.bearer
  if (norm === "N20.1" && ctx.profile.readings.A20 === "organ") return ["organ.any"]
  return bearerRoles[norm as OrganNorm] ?? []
}

/** The organ itself: of an open duty whoever it is on the day asked, of a finding whoever it was when it arose. */
export const bearers = (v: Verdict, o: Organ, ctx: Context): ReadonlyArray<Bearer> => {
  const on = open(v.status) ? ctx.asOf : (v.act?.on ?? v.trigger?.on ?? ctx.asOf)
  return rolesOf(v, ctx).map((role) => ({ role, agency: agencyOf(role, o, ctx, on) }))
}

const agencyOf = (role: RoleId, o: Organ, ctx: Context, on: Context["asOf"]): string | undefined => {
  if (role === "organ.any" || role === "portal-host") return organOn(o, ctx, on)
  return o.region === undefined ? undefined : ctx.directory.holder(role, o.region, on)
}
