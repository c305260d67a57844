/** Who holds which office in the matters of a resource, by exact level and day. */
import type { CivilDate } from "../civil/CivilDate.ts"
import { known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { View } from "./Rule.ts"
import { lastOf } from "./tracks.ts"

/** Where the provincial authority and the data centre sit. */
export const province = "440000"

/** Whether an agency is the provincial informatization authority, or the data centre, on a day; `undefined` where nobody knows. */
export const isProvincial = (
  ctx: Context,
  agency: string | undefined,
  role: "info.provincial" | "datacenter.provincial",
  on: CivilDate
): boolean | undefined => (agency === undefined ? undefined : ctx.directory.holds(agency, role, province, on))

/** The organ whose resource it is, on a day. */
export const organOn = (ctx: Context, r: View, on: CivilDate): string | undefined =>
  r.organ === undefined ? undefined : ctx.directory.successorOn(r.organ, on)

/**
 * The business department that holds the database on a day: the one stated as responsible; where nobody stated one, the organ whose
 * resource it is. `null`: it is known that nobody is responsible.
 */
export const departmentOn = (ctx: Context, r: View<"assignments">, on: CivilDate): string | null | undefined => {
  const stated = lastOf(r.assignments, on)?.department
  if (stated === undefined) return organOn(ctx, r, on)
  return known(stated) ? ctx.directory.successorOn(stated, on) : null
}

/** Whether an act was of the organ, as far as it is stated who did it; not stated, it was. */
export const ofOrgan = (ctx: Context, r: View, by: string | undefined, on: CivilDate): boolean | undefined => {
  if (by === undefined) return true
  const organ = organOn(ctx, r, on)
  return organ === undefined ? undefined : by === organ
}
