import type { RoleId } from "../regulation/Role.ts"
import { roles } from "../regulation/roles.ts"
import type { FacilityNorm } from "../subjects.ts"
import type { Bearer } from "../verdict/Subject.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { type Facility, province } from "./Facility.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in FacilityNorm]: ReadonlyArray<RoleId> } = {
  "N17.1": ["info.provincial"],
  "N17.2": ["info.provincial"],
  "N25.1": ["info.provincial"],
  "N25.2": ["info.provincial"]
}

/** Who bears a verdict: what is owed, whoever fills the role on the day asked; what was done or judged, whoever filled it on that day. */
export const bearers = (v: Verdict, x: Facility, ctx: Context): ReadonlyArray<Bearer> => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  const on = open(v.status) ? ctx.asOf : (v.act?.on ?? ctx.asOf)
  return (local?.bearer ?? bearerRoles[v.norm as FacilityNorm] ?? []).map((role) => {
    const where = roles[role].scope === "provincial" ? province : x.region
    return { role, agency: where === undefined ? undefined : ctx.directory.holder(role, where, on) }
  })
}
