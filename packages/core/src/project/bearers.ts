import type { CivilDate } from "../civil/CivilDate.ts"
import type { EvaluatedNorm } from "../later.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { Bearer } from "../verdict/Subject.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { approvedIn, builderOn, decidedIn } from "./authorities.ts"
import type { Project } from "./Project.ts"

/**
 * Who bears a verdict. An open duty is borne by whoever fills the role on the day asked, so it moves with a succession; a finding stays
 * with whoever filled it on the day it arose. Where the text leaves the bearer to the act (有关部门), the act names it.
 */
export const bearers = (v: Verdict, p: Project, ctx: Context): ReadonlyArray<Bearer> => {
  const on = open(v.status) ? ctx.asOf : (arose(v) ?? ctx.asOf)
  return rolesOf(v, ctx).map((role) => ({ role, agency: agencyOf(role, v, p, ctx, on) }))
}

/** The day on which a verdict that is no longer open came about: of what was late, the last day on which it was not. */
const arose = ({ act, due, limit, status, trigger }: Verdict): CivilDate | undefined => {
  const last = due ?? limit
  if (last === undefined || (status !== "Breached" && status !== "FulfilledLate")) return act?.on ?? trigger?.on
  return act !== undefined && act.on < last ? act.on : last
}

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in EvaluatedNorm]: ReadonlyArray<RoleId> } = {
  "N9.1": ["allocator"],
  "N9.2": ["allocator"],
  "N10.1": ["investment.any"],
  "N10.2": ["investment.any"],
  "N10.3": ["info.any"],
  "N11.1": ["info.any"],
  "N11.2": ["finance.any"],
  "N12.1": ["builder"],
  "N12.2": ["builder"],
  "N12.3": ["builder"]
}

const rolesOf = (v: Verdict, ctx: Context): ReadonlyArray<RoleId> => {
  for (const local of ctx.profile.localNorms) if (local.id === v.norm) return local.bearer
  return bearerRoles[v.norm as EvaluatedNorm] ?? []
}

const agencyOf = (role: RoleId, v: Verdict, p: Project, ctx: Context, on: Context["asOf"]): string | undefined => {
  const round = p.applications.find(
    (a) => a.instance === v.instance || a.requests.some((r) => r.instance === v.instance)
  )
  switch (role) {
    case "allocator":
      return v.trigger?.by
    case "organ.any":
      return p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, on)
    case "builder":
      return builderOn(ctx, p, on)
    case "investment.any": {
      const decider = round?.decision
      if (!open(v.status) && decider !== undefined && decider !== null && decider !== "n/a" && decider.by !== undefined)
        return decider.by
      return holder(ctx, role, round === undefined ? p.region : decidedIn(ctx, round, p), on)
    }
    case "finance.any": {
      const issuer = v.trigger?.by
      return issuer === undefined ? holder(ctx, role, p.region, on) : ctx.directory.successorOn(issuer, on)
    }
    default:
      return holder(ctx, role, round === undefined ? approvedIn(ctx, p, on) : decidedIn(ctx, round, p), on)
  }
}

const holder = (ctx: Context, role: RoleId, region: string | undefined, on: Context["asOf"]): string | undefined =>
  region === undefined ? undefined : ctx.directory.holder(role, region, on)
