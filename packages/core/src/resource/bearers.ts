import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { ResourceNorm } from "../subjects.ts"
import { answering, type BearersOn, bearing } from "../verdict/bearing.ts"
import { perDecision } from "../verdict/decisions.ts"
import { type Act, known } from "../verdict/Fact.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { departmentOn, isProvincial, organOn, province } from "./authorities.ts"
import type { Resource } from "./Resource.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in ResourceNorm]: ReadonlyArray<RoleId> } = {
  "N22.1": ["organ.any"],
  "N22.2": ["organ.any"],
  "N22.3": ["organ.any"],
  "N22.4": ["organ.any"],
  "N23.1": ["organ.any"],
  "N24.1": ["organ.any"],
  "N26.1": ["organ.any"],
  "N27.1": ["business-dept"],
  "N27.2": ["business-dept", "info.provincial"],
  "N27.3": ["business-dept"],
  "N27.4": ["business-dept"],
  "N28.1": ["applicant.any"]
}

/** Of what the data centre did, the authority that runs it answers. @article 25 */
const byCentre = (act: Act | undefined, ctx: Context): boolean =>
  act !== undefined && isProvincial(ctx, act.by, "datacenter.provincial", act.on) === true

const rolesOf = (v: Verdict, ctx: Context): ReadonlyArray<RoleId> => {
  for (const local of ctx.profile.localNorms) if (local.id === v.norm) return local.bearer
  switch (v.norm) {
    case "N22.4": {
      // A charge for a grant is the data centre's unless somebody else is stated to have granted.
      const ofGrant = v.instance !== "" && v.act?.by === undefined
      return ofGrant || byCentre(v.act, ctx) ? ["info.provincial"] : ["organ.any"]
    }
    case "N23.2":
    case "N23.3":
      return ["info.provincial"]
    case "N27.2":
      return v.instance.startsWith("consent/") ? ["info.provincial"] : ["business-dept"]
    case "N28.1":
      return ofCentre(v) ? [sharer(v, ctx)] : ["applicant.any"]
    default:
      return bearerRoles[v.norm as ResourceNorm] ?? []
  }
}

/** Whether a finding about sharing is one against the body that granted, or refused; a request alone is nobody's act but the applicant's. */
const ofCentre = ({ act, note, status }: Verdict): boolean =>
  act !== undefined && (status === "DoesNotQualify" || note === "other-channel" || note === "eligible-refused")

/** In which role whoever granted or refused did so: as the data centre, or as the organ that it is. @article 28 */
const sharer = ({ act }: Verdict, ctx: Context): RoleId =>
  act !== undefined && isProvincial(ctx, act.by, "datacenter.provincial", act.on) === false
    ? "organ.any"
    : "datacenter.provincial"

const agencyOf = (role: RoleId, v: Verdict, r: Resource, ctx: Context, on: CivilDate): string | undefined => {
  switch (role) {
    case "organ.any":
      return (v.norm === "N28.1" && v.act && answering(v.act, ctx, on)) || organOn(ctx, r, on)
    case "business-dept":
      return departmentOn(ctx, r, on) ?? undefined
    case "applicant.any": {
      const requested = r.sharings.flatMap(perDecision).find(({ instance }) => instance === v.instance)?.requested
      return known(requested) ? answering(requested, ctx, on) : undefined
    }
    case "datacenter.provincial":
      return (v.act && answering(v.act, ctx, on)) ?? ctx.directory.holder(role, province, on)
    case "info.provincial":
      return ctx.directory.holder(role, province, on)
    default:
      return r.region === undefined ? undefined : ctx.directory.holder(role, r.region, on)
  }
}

const bearersOn: BearersOn<Resource> = (v, r, ctx, on) =>
  rolesOf(v, ctx).map((role) => ({ role, agency: agencyOf(role, v, r, ctx, on) }))

/** Who bears a verdict about a resource, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
