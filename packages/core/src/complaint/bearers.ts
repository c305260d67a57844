import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { ComplaintNorm } from "../subjects.ts"
import type { Bearer } from "../verdict/Subject.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { type Complaint, organOn } from "./Complaint.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in ComplaintNorm]: ReadonlyArray<RoleId> } = { "N21.3": ["organ.any"] }

/** The day on which a verdict that is no longer open came about: of what was late, the last day on which it was not. */
const arose = ({ act, due, intervals, status, trigger }: Verdict): CivilDate | undefined =>
  status === "FulfilledLate" ? due : (intervals?.[0]?.from ?? act?.on ?? trigger?.on)

/**
 * The organ that has to deal with the complaint: of what is open the one of the day asked, so that it moves with a redirection and with a
 * succession; what was late stays with the one that was late.
 */
export const bearers = (v: Verdict, c: Complaint, ctx: Context): ReadonlyArray<Bearer> => {
  const local = ctx.profile.localNorms.find(({ id }) => id === v.norm)
  const on = open(v.status) || v.status === "Undetermined" ? ctx.asOf : (arose(v) ?? ctx.asOf)
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
