/** Which authority a project's acts belong to: the one of the level that examines or approved it, by exact region and day. */

import type { CivilDate } from "../civil/CivilDate.ts"
import type { QuarterSpan } from "../civil/Quarter.ts"
import type { RoleId } from "../regulation/Role.ts"
import { decisionsOn } from "../verdict/decisions.ts"
import { type Fact, known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import { type Application, approvalOn, type Decision, type OpinionRequest, type Project } from "./Project.ts"

type Where = Pick<Project, "region" | "organ" | "applications">

/** Whether an agency holds a role at a region on a day; `undefined` when the agency, the region or its holding is not known. */
export const holdsAt = (
  ctx: Context,
  agency: Fact<string>,
  role: RoleId,
  region: string | undefined,
  on: CivilDate
): boolean | undefined =>
  agency === undefined || region === undefined
    ? undefined
    : known(agency)
      ? ctx.directory.holds(agency, role, region, on)
      : false

/** The region in which an investment authority acts on a day, or `otherwise` where it is not stated who acted. */
const seatOf = (
  ctx: Context,
  agency: string | undefined,
  on: CivilDate,
  otherwise: () => string | undefined
): string | undefined => {
  const seat = agency === undefined ? null : ctx.directory.seat(agency, "investment", on)
  return seat === null ? otherwise() : seat
}

/**
 * The region whose authorities examine an application: where the investment authority applied to sits. Not stated, as after a material
 * change: where the former application was decided or examined; without one, the project's own.
 */
export const examinedIn = (ctx: Context, a: Application, p: Where): string | undefined => {
  let round: Application | undefined = a
  for (let steps = p.applications.length; round !== undefined && steps >= 0; steps--) {
    const { applied, decision } = round
    if (round !== a && known(decision) && decision.by !== undefined) {
      return seatOf(ctx, decision.by, decision.on, () => p.region)
    }
    if (known(applied) && known(applied.to)) return seatOf(ctx, applied.to, applied.on, () => p.region)
    const { former }: Application = round
    const of: Fact<string> = known(former) ? former.of : undefined
    round = known(of) ? p.applications.find((one) => one.id === of) : undefined
  }
  return p.region
}

/** The region of the investment authority that decided; before a decision, of the one that examines. @article 10 */
export const decidedIn = (ctx: Context, a: Application, p: Where): string | undefined =>
  known(a.decision) ? seatOf(ctx, a.decision.by, a.decision.on, () => examinedIn(ctx, a, p)) : examinedIn(ctx, a, p)

/** The region of the investment authority that asked for an opinion: no later act moves the duty to answer elsewhere. @article 10 */
export const askedIn = (ctx: Context, request: OpinionRequest, a: Application, p: Where): string | undefined =>
  seatOf(ctx, request.by, request.on, () => examinedIn(ctx, a, p))

/** The region of the level that approved establishment as of a day; without an approval, of the project. @article 12 */
export const approvedIn = (ctx: Context, p: Where, on: CivilDate): string | undefined =>
  regionOf(ctx, p, approvalOn(p, on))

const regionOf = (ctx: Context, p: Where, approval: Decision | undefined): string | undefined => {
  if (approval === undefined) return p.region
  return seatOf(ctx, approval.by, approval.on, () => {
    const application = p.applications.find((a) => decisionsOn(a).includes(approval))
    return application === undefined ? p.region : examinedIn(ctx, application, p)
  })
}

/** The informatization authority that assesses and receives: the one of the project's level, or always the provincial one (A29). @article 29 */
export const assessingRole = (ctx: Context): "info.any" | "info.provincial" =>
  ctx.profile.readings.A29 === "province" ? "info.provincial" : "info.any"

/**
 * Whether an agency is the informatization authority of the project's level on a day (A29). In a round that is the level that examines
 * it; before the application is made, the applicant's own will do as well. Without a round it is the level that approved. @article 29
 */
export const ofProjectLevel = (
  ctx: Context,
  agency: Fact<string>,
  a: Application | undefined,
  p: Where,
  on: CivilDate
): boolean | undefined => {
  const role = assessingRole(ctx)
  const holds = (region: string | undefined): boolean | undefined => holdsAt(ctx, agency, role, region, on)
  if (a === undefined) return holds(approvedIn(ctx, p, on))
  const examining = holds(decidedIn(ctx, a, p))
  const early = !known(a.applied) || on < a.applied.on
  if (examining === true || !early) return examining
  const own = holds(p.region)
  return own === false ? examining : own
}

/** `approvedIn` for many days of one case. */
export type Regions = (on: CivilDate) => string | undefined

/** The regions of the approving level, looked up once for each approval. @article 12 */
export const approvedRegions = (p: Where, ctx: Context): Regions => {
  let known: Decision | undefined
  let region = regionOf(ctx, p, undefined)
  return (on) => {
    const approval = approvalOn(p, on)
    if (approval !== known) {
      known = approval
      region = regionOf(ctx, p, approval)
    }
    return region
  }
}

/** Who fills a role in a round of a project, or in the project as a whole, during the day asked; `undefined`: nobody known, or not one alone. */
export const agencyFor = (
  role: RoleId,
  p: Where,
  ctx: Context,
  round: Application | undefined = p.applications.at(-1)
): string | undefined => {
  if (role === "organ.any") return p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, ctx.asOf)
  if (role === "builder") return builderOn(ctx, p, ctx.asOf)
  const region = round === undefined ? p.region : decidedIn(ctx, round, p)
  return region === undefined ? undefined : ctx.directory.holder(role, region, ctx.asOf)
}

/** The construction unit that owes the report of a quarter, as of a day: that of the last day of the quarter, as of the key list (A12d), or whoever succeeded it. @article 12 */
export const unitOf = ({ ends }: QuarterSpan, p: Where, ctx: Context, on: CivilDate): string | undefined => {
  const unit = builderOn(ctx, p, on < ends ? on : ends)
  return unit === undefined ? undefined : ctx.directory.successorOn(unit, on)
}

/** The construction unit on a day: the one that the decision in force names, or the responsible organ (A12e). `undefined`: not known. @article 12 */
export const builderOn = (ctx: Context, p: Where, on: CivilDate): string | undefined => {
  const organ = p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, on)
  if (ctx.profile.readings.A12e === "organ") return organ
  const approval = approvalOn(p, on)
  if (approval === undefined || approval.builder === null || approval.builder === "n/a") return organ
  return approval.builder === undefined ? undefined : ctx.directory.successorOn(approval.builder, on)
}
