import type { RoleId } from "../regulation/Role.ts"
import type { PlanningNorm } from "../subjects.ts"
import { type BearersOn, bearing } from "../verdict/bearing.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { agencyFor } from "./authorities.ts"
import type { PlanVersion } from "./PlanVersion.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in PlanningNorm]: ReadonlyArray<RoleId> } = {
  "N3.1": ["info.provincial"],
  "N4.2": ["info.local"],
  "N6.1": ["info.provincial"],
  "N6.2": ["info.provincial", "planning.provincial"],
  "N6.3": ["info.provincial"],
  "N7.1": ["organ.provincial"],
  "N7.2": ["organ.provincial"],
  "N8.1": ["info.local"],
  "N8.2": ["info.local", "planning.local"],
  "N8.3": ["info.local"]
}

/** The norms of the review: of their two bearers one at a time bears a verdict. @article 6 @article 8 */
const reviews: ReadonlyArray<Verdict["norm"]> = ["N6.2", "N8.2"]

/** Whether a verdict of the review is about its time, which runs against whoever reviews; the order of the steps is the drafter's. */
const ofReviewer = ({ due, status }: Verdict): boolean =>
  status === "DueUnspecified" ||
  status === "Overdue" ||
  status === "FulfilledLate" ||
  (due !== undefined && (status === "Pending" || status === "Breached"))

const rolesOf = (v: Verdict, ctx: Context): ReadonlyArray<RoleId> => {
  for (const local of ctx.profile.localNorms) if (local.id === v.norm) return local.bearer
  const roles = bearerRoles[v.norm as PlanningNorm] ?? []
  if (!reviews.includes(v.norm)) return roles
  const [drafter, reviewer] = roles as readonly [RoleId, RoleId]
  return [ofReviewer(v) ? reviewer : drafter]
}

const bearersOn: BearersOn<PlanVersion> = (v, p, ctx, on) =>
  rolesOf(v, ctx).map((role) => ({ role, agency: agencyFor(role, p, ctx, on) }))

/** Who bears a verdict about a plan, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
