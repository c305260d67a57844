import { type Competence, competence, type FilledByCase } from "../agency/Competence.ts"
import { isAssessmentEvent } from "../assessment/Lifecycle.ts"
import type { RoleId } from "../regulation/Role.ts"
import { known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import { roundOf as assessedRound, organized } from "./assessing.ts"
import { approvedIn, assessingRole, builderOn, examinedIn } from "./authorities.ts"
import { purposes } from "./bearers.ts"
import { askedRole } from "./consultation.ts"
import type { Event, EventTag } from "./Event.ts"
import { row } from "./Lifecycle.ts"
import type { Application, Project } from "./Project.ts"

/** The acts of those who answer for the organ's own money and conduct, whatever level examined its project. @article 11 @article 33 */
const ofTheOrgan: ReadonlyArray<string> = ["BudgetIssued", "BudgetCopied", "ReviewHeld"]

/** The region whose authorities an act belongs to: of the round that it is about; of the level that approved, for a completed project. */
const regionOf = (p: Project, e: Event, ctx: Context): string | undefined => {
  if (ofTheOrgan.includes(e._tag)) return p.region
  const x = "assessment" in e ? p.assessments.find(({ id }) => id === e.assessment) : undefined
  if (x !== undefined && known(x.planned) && x.planned.type !== "ex-ante") return approvedIn(ctx, p, e.on)
  const round = x === undefined ? namedRound(p, e) : (assessedRound(x, p) ?? p.applications.at(-1))
  if (round === undefined) return p.region
  const early = x !== undefined && (!known(round.applied) || e.on < round.applied.on)
  return early && ofOwnLevel(p, e, ctx) ? p.region : examinedIn(ctx, round, p)
}

/** Whether an act is of the authority that assesses at the applicant's own level: before an application, it will do (A29). */
const ofOwnLevel = (p: Project, { by, on }: Event, ctx: Context): boolean =>
  by !== undefined && p.region !== undefined && ctx.directory.holds(by, assessingRole(ctx), p.region, on) === true

/** A fact that names no round belongs to the latest. */
const namedRound = (p: Project, e: Event): Application | undefined =>
  "application" in e ? p.applications.find((a) => a.id === e.application) : p.applications.at(-1)

/** Which informatization authority acts: of assessments the one that assesses (A29), of opinions the one that is asked (A10c). */
const informing = (kind: EventTag, ctx: Context): RoleId => {
  if (kind.startsWith("Assessment")) return assessingRole(ctx)
  return kind.startsWith("Opinion") ? askedRole(ctx) : "info.any"
}

/** The roles of which one may do a kind of act, under the chosen readings. */
export const rolesFor = (kind: EventTag, ctx: Context): ReadonlyArray<RoleId> =>
  row(kind).who.map((role) => (role === "info.any" ? informing(kind, ctx) : role))

/** Who fills the roles that the case itself fills. */
const filledBy = (p: Project, e: Event, ctx: Context): FilledByCase => {
  const builder = builderOn(ctx, p, e.on)
  const engaged = "assessment" in e ? p.assessments.find(({ id }) => id === e.assessment)?.engaged : undefined
  const assessor = known(engaged) ? engaged.assessor : undefined
  return {
    ...(builder === undefined ? {} : { builder }),
    ...(assessor === undefined ? {} : { assessor: known(assessor) ? assessor : null })
  }
}

/** Whoever organized an assessment rightly carries it through, also where the project has been applied for at another level since. @article 29 */
const carriesOn = (p: Project, e: Event, ctx: Context): boolean => {
  const x = isAssessmentEvent(e) ? p.assessments.find(({ id }) => id === e.assessment) : undefined
  if (x === undefined || !known(x.planned) || x.planned.by === undefined) return false
  const may = rolesFor(e._tag, ctx).includes(assessingRole(ctx)) && organized(x, p, ctx) === true
  return may && ctx.directory.successorOn(x.planned.by, e.on) === e.by
}

/** Whether the construction unit reports the completed project in the name of the organ. @article 32 */
const inItsName = (p: Project, e: Event, organ: string, ctx: Context): boolean =>
  e._tag === "CompletionReported" && e.onBehalfOf === organ && e.by === builderOn(ctx, p, e.on)

/** Whether an agency is one of the organs that the opening of the record names as responsible together with the first, through succession. @article 4 */
const coResponsible = (p: Project, { by, on }: Event, ctx: Context): boolean =>
  by !== undefined &&
  known(p.opened) &&
  (p.opened.with ?? []).some((organ) => ctx.directory.successorOn(organ, on) === by)

/**
 * Whether an act is of somebody who may do it. The organ and the construction unit are those of the case, through succession; an
 * authority must hold its office for exactly the region that examines the project, on the day of the act. Whoever opens a record must
 * be an organ by the directory: from then on the record itself names it. No grant, no act.
 */
export const competentFor = (p: Project, e: Event, ctx: Context): Competence => {
  // Of those that may hold a review it is the one of its purpose.
  const who = e._tag === "ReviewHeld" ? [purposes[e.purpose]] : rolesFor(e._tag, ctx)
  if (carriesOn(p, e, ctx)) return { _tag: "Competent", role: assessingRole(ctx) }
  const region = regionOf(p, e, ctx)
  const organ = p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, e.on)
  const others = who.filter((role) => role !== "organ.any")
  const answer = competence(ctx.directory, e.by, others, region, e.on, filledBy(p, e, ctx))
  if (answer._tag === "Competent" || others.length === who.length) return answer
  if (e.by === undefined || organ === undefined) return competence(ctx.directory, undefined, who, region, e.on)
  if (e._tag === "Drafted" || e._tag === "TakenOver") return competence(ctx.directory, e.by, who, region, e.on)
  if (e.by === organ || coResponsible(p, e, ctx) || inItsName(p, e, organ, ctx))
    return { _tag: "Competent", role: "organ.any" }
  const asked = { agency: e.by, roles: who, region, on: e.on, responsible: organ }
  return { _tag: answer._tag, asked }
}
