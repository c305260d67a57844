import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { SupervisionNorm } from "../subjects.ts"
import { answering, type BearersOn, bearing } from "../verdict/bearing.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { supervisor } from "./authorities.ts"
import type { InspectionCase } from "./InspectionCase.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in SupervisionNorm]: ReadonlyArray<RoleId> } = {
  "N35.2": ["supervision.any"]
}

/**
 * The supervision department. For an act that was not its own, or that ended the inspection of whoever did it, whoever did it answers.
 */
const bearersOn: BearersOn<InspectionCase> = (v, x, ctx, on) => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  const named = local?.bearer ?? bearerRoles[v.norm as SupervisionNorm] ?? []
  return named.map((role) => ({ role, agency: agencyOf(role, v, x, ctx, on) }))
}

const agencyOf = (
  role: RoleId,
  v: Verdict,
  { organs, region }: InspectionCase,
  ctx: Context,
  on: CivilDate
): string | undefined => {
  if (role === "supervision.any") {
    if (v.gate === "unmet" && v.act?.by !== undefined) return answering(v.act, ctx, on)
    return supervisor(ctx, region, on)
  }
  if (role === "organ.any") return organs.length === 1 ? ctx.directory.successorOn(organs[0] as string, on) : undefined
  return region === undefined ? undefined : ctx.directory.holder(role, region, on)
}

/** Who bears a verdict about an inspection, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
