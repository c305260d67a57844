import type { RoleId } from "../regulation/Role.ts"
import type { SupervisionNorm } from "../subjects.ts"
import type { Bearer } from "../verdict/Subject.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { supervisor } from "./authorities.ts"
import type { InspectionCase } from "./InspectionCase.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in SupervisionNorm]: ReadonlyArray<RoleId> } = {
  "N35.2": ["supervision.any"]
}

/**
 * Who bears a verdict: the supervision department of the day asked. For an act that was not its own, or that ended the inspection of whoever
 * did it, whoever did it answers.
 */
export const bearers = (v: Verdict, x: InspectionCase, ctx: Context): ReadonlyArray<Bearer> => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  const named = local?.bearer ?? bearerRoles[v.norm as SupervisionNorm] ?? []
  return named.map((role) => ({ role, agency: agencyOf(role, v, x, ctx) }))
}

const agencyOf = (role: RoleId, v: Verdict, { organs, region }: InspectionCase, ctx: Context): string | undefined => {
  const on = open(v.status) ? ctx.asOf : (v.act?.on ?? v.trigger?.on ?? ctx.asOf)
  if (role === "supervision.any") {
    if (v.gate === "unmet" && v.act?.by !== undefined) return v.act.by
    return supervisor(ctx, region, ctx.asOf)
  }
  if (role === "organ.any") return organs.length === 1 ? ctx.directory.successorOn(organs[0] as string, on) : undefined
  return region === undefined ? undefined : ctx.directory.holder(role, region, on)
}
