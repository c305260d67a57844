import type { RoleId } from "../regulation/Role.ts"
import type { ComplaintNorm } from "../subjects.ts"
import { type BearersOn, bearing } from "../verdict/bearing.ts"
import { type Complaint, organOn } from "./Complaint.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in ComplaintNorm]: ReadonlyArray<RoleId> } = { "N21.3": ["organ.any"] }

/** The organ that has to deal with the complaint on a day: what it owes moves with a redirection and with a succession. */
const bearersOn: BearersOn<Complaint> = (v, c, ctx, on) => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  return (local?.bearer ?? bearerRoles[v.norm as ComplaintNorm] ?? []).map((role) => ({
    role,
    agency:
      role === "organ.any"
        ? organOn(c, ctx, on)
        : c.region === undefined
          ? undefined
          : ctx.directory.holder(role, c.region, on)
  }))
}

/** Who bears a verdict about a complaint, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
