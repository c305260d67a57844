import type { RoleId } from "../regulation/Role.ts"
import type { OrganNorm } from "../subjects.ts"
import { answering, type BearersOn, bearing } from "../verdict/bearing.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { coordinatingRoles } from "./coordinating.ts"
import { type Organ, organOn } from "./Organ.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in OrganNorm]: ReadonlyArray<RoleId> } = {
  "N3.3": ["info.provincial"],
  "N4.1": ["info.local"],
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
  "N21.3": ["organ.any"],
  "N35.1": ["appraiser"]
}

/** Under which name the organ bears the portal: as its host, or, under the other reading, as any organ (A20). @article 20 */
const rolesOf = ({ norm }: Verdict, ctx: Context): ReadonlyArray<RoleId> => {
  const local = ctx.profile.localNorms.find(({ id }) => id === norm)
  if (local !== undefined) return local.bearer
  if (norm === "N20.1" && ctx.profile.readings.A20 === "organ") return ["organ.any"]
  return bearerRoles[norm as OrganNorm] ?? []
}

/** The organ itself; for an appraisal answers whoever held it. */
const bearersOn: BearersOn<Organ> = (v, o, ctx, on) =>
  rolesOf(v, ctx).map((role) => ({ role, agency: agencyOf(role, v, o, ctx, on) }))

const agencyOf = (role: RoleId, v: Verdict, o: Organ, ctx: Context, on: Context["asOf"]): string | undefined => {
  const itself = role === "organ.any" || role === "portal-host" || Object.hasOwn(coordinatingRoles, v.norm)
  if (itself) return v.missing === "office" ? undefined : organOn(o, ctx, on)
  if (v.norm === "N35.1" && v.act?.by !== undefined) return answering(v.act, ctx, on)
  return o.region === undefined ? undefined : ctx.directory.holder(role, o.region, on)
}

/** Who bears a verdict about an organ, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
