/** Who is the supervision department of an inspection, as the chosen reading takes it (A35), and who may judge. @article 35 */
import type { CivilDate } from "../civil/CivilDate.ts"
import { commencement } from "../verdict/Rule.ts"
import type { Context } from "../verdict/Verdict.ts"

const role = "supervision.any"

/**
 * Whether an agency was, for exactly a region and on a day, the supervision department; `undefined` where the agency or the region is not
 * known. Read as `fixed` (A35) only the institution that held the office when the Measures took force is meant: none that came after it.
 */
export const supervises = (
  ctx: Context,
  agency: string | undefined,
  region: string | undefined,
  on: CivilDate
): boolean | undefined => {
  if (agency === undefined || region === undefined) return undefined
  const held = ctx.directory.holds(agency, role, region, on)
  if (held !== true || ctx.profile.readings.A35 === "map") return held
  return ctx.directory.holds(agency, role, region, commencement)
}

/**
 * Whether an agency was the supervision department of a region that contains the one asked for: art. 35 names no level, so nothing is denied
 * to it.
 */
export const supervisesAbove = (
  ctx: Context,
  agency: string | undefined,
  region: string | undefined,
  on: CivilDate
): boolean =>
  agency !== undefined &&
  region !== undefined &&
  ctx.directory
    .grants(agency, "supervision", on)
    .some(
      (grant) =>
        grant.region !== region &&
        ctx.directory.within(region, grant.region, on) === true &&
        supervises(ctx, agency, grant.region, on) === true
    )

/** The supervision department of a region on a day; `undefined`: nobody known, or not one alone. */
export const supervisor = (ctx: Context, region: string | undefined, on: CivilDate): string | undefined => {
  const holder = region === undefined ? undefined : ctx.directory.holder(role, region, on)
  return supervises(ctx, holder, region, on) === true ? holder : undefined
}

/** Whether somebody may judge: the supervision department, and whoever supervises the implementation; not known is no reason to doubt. @article 4 @article 35 */
export const mayJudge = (
  ctx: Context,
  agency: string | undefined,
  region: string | undefined,
  on: CivilDate
): boolean =>
  supervises(ctx, agency, region, on) !== false ||
  (agency !== undefined && region !== undefined && ctx.directory.holds(agency, "info.any", region, on) !== false)
