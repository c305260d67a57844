import type { CivilDate } from "../civil/CivilDate.ts"
import { quarters } from "../civil/Quarter.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { ProjectNorm } from "../subjects.ts"
import { answering, type BearersOn, bearing } from "../verdict/bearing.ts"
import { perDecision } from "../verdict/decisions.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { roundOf } from "./assessing.ts"
import { approvedIn, askedIn, assessingRole, builderOn, decidedIn, unitOf } from "./authorities.ts"
import { askedRole } from "./consultation.ts"
import { type Project, roundNamed } from "./Project.ts"

/** The bearers that the register names for these norms; a test holds the two against each other. */
export const bearerRoles: { readonly [N in ProjectNorm]: ReadonlyArray<RoleId> } = {
  "N3.4": ["info.provincial"],
  "N4.3": ["info.local"],
  "N4.4": ["organ.other"],
  "N9.1": ["allocator"],
  "N9.2": ["allocator"],
  "N10.1": ["investment.any"],
  "N10.2": ["investment.any"],
  "N10.3": ["info.any"],
  "N11.1": ["info.any"],
  "N11.2": ["finance.any"],
  "N12.1": ["builder"],
  "N12.2": ["builder"],
  "N12.3": ["builder"],
  "N14.1": ["organ.any"],
  "N18.1": ["organ.any"],
  "N19.1": ["organ.any"],
  "N26.1": ["organ.any"],
  "N29.1": ["info.any"],
  "N30.1": [],
  "N30.2": ["info.any", "assessor"],
  "N30.3": ["info.any"],
  "N30.4": ["info.any"],
  "N31.1": [],
  "N31.2": ["organ.any"],
  "N31.3": ["info.any"],
  "N31.4": ["investment.any"],
  "N32.1": [],
  "N32.2": ["organ.any"],
  "N32.3": ["info.any"],
  "N32.4": ["acceptance-body"],
  "N32.5": ["finance.any"],
  "N33.1": [],
  "N33.2": ["info.any"],
  "N33.3": ["supervision.any", "appraiser", "organ.any", "finance.any"],
  "N34.1": ["info.provincial"]
}

/** The norms borne by whichever informatization authority A29 makes the one that assesses. @article 29 @article 31 */
export const borneByAssessing: ReadonlyArray<Verdict["norm"]> = [
  "N29.1",
  "N30.2",
  "N30.3",
  "N30.4",
  "N31.3",
  "N32.3",
  "N33.2"
]

/** Who is to refer to a result on one occasion: of the several that N33.3 names, whoever the occasion belongs to. @article 33 */
export const purposes = { inspection: "supervision.any", appraisal: "appraiser", improvement: "organ.any" } as const

const referring = (v: Verdict, p: Project): RoleId | undefined => {
  if (v.instance.startsWith("budget/")) return "finance.any"
  const review = p.reviews.find((one) => one.instance === v.instance)
  return review === undefined ? undefined : purposes[review.purpose]
}

/** Whether the assessment of a verdict has no third party to answer for it. @article 30 */
const inHouse = ({ instance }: Verdict, { assessments }: Project): boolean =>
  assessments.some((x) => x.instance === instance && known(x.engaged) && x.engaged.executor === "in-house")

const rolesOf = (v: Verdict, p: Project, ctx: Context): ReadonlyArray<RoleId> => {
  for (const local of ctx.profile.localNorms) if (local.id === v.norm) return local.bearer
  const one = v.norm === "N33.3" ? referring(v, p) : undefined
  if (one !== undefined) return [one]
  const roles = bearerRoles[v.norm as ProjectNorm] ?? []
  return inHouse(v, p) ? roles.filter((role) => role !== "assessor") : roles
}

/** Who did what the verdict is about, where the instance itself names it: the decision, the budget, the review, the assessment. */
const actorOf = (role: RoleId, v: Verdict, p: Project, ctx: Context): string | undefined => {
  const by = (act: Fact<Act>): string | undefined => (known(act) ? act.by : undefined)
  const named = <R extends { readonly instance: string }>(list: ReadonlyArray<R>): R | undefined =>
    list.find(({ instance }) => instance === v.instance)
  switch (role) {
    case "acceptance-body":
      return by(named(p.acceptances.flatMap(perDecision))?.decision)
    case "finance.any":
      return issuer(v, named(p.budgets)?.issued, ctx)
    case "info.any":
      return by(named(p.assessments)?.planned)
    case "supervision.any":
    case "appraiser":
    case "organ.any":
      return named(p.reviews)?.by
    default:
      return undefined
  }
}

/** Who issued a budget. The copy is the finance authority's, also where another body passed the budget on. @article 11 */
const issuer = ({ norm }: Verdict, issued: Fact<Act>, { directory }: Context): string | undefined => {
  if (!known(issued) || issued.by === undefined) return undefined
  return norm === "N11.2" && directory.seat(issued.by, "finance", issued.on) === null ? undefined : issued.by
}

const agencyOf = (role: RoleId, v: Verdict, p: Project, ctx: Context, on: CivilDate): string | undefined => {
  const actor = actorOf(role, v, p, ctx)
  if (actor !== undefined) return ctx.directory.successorOn(actor, on)
  const round = roundNamed(p, v.instance)
  switch (role) {
    case "allocator":
      return v.trigger && answering(v.trigger, ctx, on)
    case "assessor": {
      const engaged = p.assessments.find(({ instance }) => instance === v.instance)?.engaged
      return known(engaged) && known(engaged.assessor)
        ? answering({ on: engaged.on, by: engaged.assessor }, ctx, on)
        : undefined
    }
    case "organ.any":
    case "organ.other":
      return p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, on)
    case "builder": {
      const quarter = quarters.find(({ instance }) => instance === v.instance)
      return quarter === undefined ? builderOn(ctx, p, on) : unitOf(quarter, p, ctx, on)
    }
    case "investment.any": {
      const decider = round?.decision
      if (known(decider) && decider.by !== undefined && on >= decider.on) return answering(decider, ctx, on)
      return holder(ctx, role, round === undefined ? p.region : decidedIn(ctx, round, p), on)
    }
    case "acceptance-body":
      return holder(ctx, role, approvedIn(ctx, p, on), on)
    case "supervision.any":
    case "appraiser":
    case "finance.any":
      return holder(ctx, role, p.region, on)
    default: {
      const x = p.assessments.find(({ instance }) => instance === v.instance)
      const of = round ?? (x === undefined ? undefined : roundOf(x, p))
      const asked = round?.requests.find(({ instance }) => instance === v.instance)
      const region =
        round !== undefined && asked !== undefined
          ? askedIn(ctx, asked, round, p)
          : of === undefined
            ? approvedIn(ctx, p, on)
            : decidedIn(ctx, of, p)
      return holder(ctx, informing(role, v, ctx), region, on)
    }
  }
}

/** Which informatization authority bears a norm: the one that assesses (A29), the one that is asked (A10c). */
const informing = (role: RoleId, { norm }: Verdict, ctx: Context): RoleId => {
  if (borneByAssessing.includes(norm)) return assessingRole(ctx)
  return norm === "N10.3" ? askedRole(ctx) : role
}

const holder = (ctx: Context, role: RoleId, region: string | undefined, on: CivilDate): string | undefined =>
  region === undefined ? undefined : ctx.directory.holder(role, region, on)

/** Where the text leaves the bearer to the act (有关部门), the act names it. */
const bearersOn: BearersOn<Project> = (v, p, ctx, on) =>
  rolesOf(v, p, ctx).map((role) => ({ role, agency: agencyOf(role, v, p, ctx, on) }))

/** Who bears a verdict about a project, and who owes what it asks for. */
export const { bearers, owing } = bearing(bearersOn)
