import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import { roles } from "../regulation/roles.ts"
import type { StandardNorm } from "../subjects.ts"
import { answering, type BearersOn, bearing } from "../verdict/bearing.ts"
import { known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
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

/** Of an instrument that was issued, whoever issued it answers for how, also where another body took the place of the provincial authority. */
const bearersOn: BearersOn<Instrument> = (v, x, ctx, on) => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  const named = local?.bearer ?? bearerRoles[v.norm as StandardNorm] ?? []
  return named.map((role) => ({ role, agency: agencyOf(role, x, ctx, on) }))
}

const agencyOf = (
  role: RoleId,
  { issued, organ, region }: Instrument,
  ctx: Context,
  on: CivilDate
): string | undefined => {
  if (role === "info.provincial" && known(issued) && issued.by !== undefined) return answering(issued, ctx, on)
  if (role === "organ.any") return organ === undefined ? undefined : ctx.directory.successorOn(organ, on)
  const where = roles[role].scope === "provincial" ? province : region
  return where === undefined ? undefined : ctx.directory.holder(role, where, on)
}

/** Who bears a verdict about an instrument, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
