/** Which authority a plan belongs to: the one of its kind, for exactly its region, on the day. */
import { roleFilled } from "../agency/Competence.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import { type Fact, known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { PlanVersion } from "./PlanVersion.ts"

type Where = Pick<PlanVersion, "kind" | "region" | "organ" | "opened">

/** Whether an agency fills a role for the region of a plan on a day; `undefined` where the agency, the region or its holding is not known. */
export const fills = (
  ctx: Pick<Context, "directory">,
  agency: Fact<string>,
  role: RoleId,
  { region }: Pick<PlanVersion, "region">,
  on: CivilDate
): boolean | undefined => {
  if (agency !== undefined && !known(agency)) return false
  const filled = roleFilled(ctx.directory, agency, [role], region, on)
  return filled === undefined ? undefined : filled !== null
}

/** Whether the organ that leads the drafting fills a role: asked for the day on which the record says that it leads. */
export const leads = (ctx: Context, role: RoleId, p: Where): boolean | undefined =>
  known(p.opened) ? fills(ctx, organOn(ctx, p, p.opened.on), role, p, p.opened.on) : undefined

/** The organ of a plan on a day, through succession. */
export const organOn = (ctx: Context, { organ }: Where, on: CivilDate): string | undefined =>
  organ === undefined ? undefined : ctx.directory.successorOn(organ, on)

/** Who fills a role for a plan on a day; `undefined`: nobody known, or not one alone. */
export const agencyFor = (role: RoleId, p: Where, ctx: Context, on: CivilDate): string | undefined => {
  if (role === "organ.provincial" || role === "organ.any") return organOn(ctx, p, on)
  return p.region === undefined ? undefined : ctx.directory.holder(role, p.region, on)
}
