/** What lawful examples of acts say after the works, and of acts on assessments. @article 29 @article 30 @article 31 @article 32 @article 33 */
import type { Assessment, AssessmentType } from "../assessment/Assessment.ts"
import type { Particulars } from "../path/Course.ts"
import { unstated } from "../path/lacks.ts"
import { decisionsOn } from "../verdict/decisions.ts"
import { known, latest } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import { measuringPlans } from "./art09.ts"
import { contentItems } from "./art30.ts"
import { counts, ofThisScheme, roundOf } from "./assessing.ts"
import { agencyFor, assessingRole } from "./authorities.ts"
import type { EventTag } from "./Event.ts"
import type { Application, Project } from "./Project.ts"
import { standing as standsAt } from "./standing.ts"

/** The assessments of a type that are going on or have come to a result and may count, those of a round where one is asked for. */
const standing = (p: Project, ctx: Context, type: AssessmentType, round?: Application): ReadonlyArray<Assessment> =>
  p.assessments.filter(
    (x) =>
      known(x.planned) &&
      x.planned.type === type &&
      !known(x.cancelled) &&
      counts(x, p, ctx) !== false &&
      (round === undefined || (roundOf(x, p)?.id === round.id && ofThisScheme(x, round, ctx) !== false))
  )

/** The results that a decision has to be made with reference to, by the ids of their assessments. */
export const results = (p: Project, ctx: Context, type: AssessmentType, round?: Application): ReadonlyArray<string> =>
  standing(p, ctx, type, round).flatMap(({ id, issued }) => (known(issued) ? [id] : []))

/** The type of assessment that has its time now and is not under way. */
const due = (p: Project, ctx: Context, round: Application | undefined): AssessmentType | undefined => {
  const type = standsAt(p, ctx) === "inOperation" ? "application" : known(p.completed) ? "ex-post" : "ex-ante"
  if (type === "ex-ante" && round === undefined) return undefined
  return standing(p, ctx, type, type === "ex-ante" ? round : undefined).length === 0 ? type : undefined
}

const planning = (p: Project, ctx: Context, round: Application | undefined): ReadonlyArray<Particulars> => {
  const type = due(p, ctx, round)
  if (type === undefined || p.assessments.some(({ id }) => id === unstated)) return []
  const jointly = { with: [unstated], signed: [unstated] }
  return [
    type === "ex-ante"
      ? { assessment: unstated, type, application: round?.id }
      : { assessment: unstated, type, application: "n/a", ...jointly }
  ]
}

/** The finished system as it should be: found to keep to the security norms in force, and on the unified platform. @article 18 @article 19 */
const checked = (ctx: Context): Particulars => {
  const norms = ctx.instrumentsInForce("security-norms", ctx.asOf)
  const against = norms === undefined ? {} : { against: norms.map(({ id }) => id) }
  return { security: "pass", ...against, network: "unified-platform" }
}

/** What an ex-ante assessment finds of the plans in force, as far as anybody knows them. @article 14 */
const conforming = (x: Assessment, p: Project, ctx: Context): Particulars => {
  if (!known(x.planned) || x.planned.type !== "ex-ante") return {}
  const plans = measuringPlans(p, ctx, { on: ctx.asOf })
  const against = plans === undefined ? {} : { against: plans.map(({ id }) => id) }
  return { planConformity: "pass", ...against }
}

/** The particulars of the examples of these kinds; `undefined` for another kind. */
export const completedTemplates = (
  kind: EventTag,
  p: Project,
  ctx: Context,
  round: Application | undefined
): ReadonlyArray<Particulars> | undefined => {
  const fresh = p.acceptances.some(({ id }) => id === unstated) ? [] : [{ acceptance: unstated, ...checked(ctx) }]
  const undecided = p.acceptances.filter(({ decision }) => !known(decision))
  const each = (say: (x: Assessment) => Particulars): ReadonlyArray<Particulars> =>
    p.assessments.map((x) => ({ assessment: x.id, ...say(x) }))
  switch (kind) {
    case "CompletionReported": {
      const to = agencyFor(assessingRole(ctx), p, ctx)
      return [to === undefined ? {} : { to }]
    }
    case "AcceptanceApplied":
      return fresh
    case "AcceptanceReapplied": {
      const former = p.acceptances.find((c) => decisionsOn(c).some((d) => !d.passed))
      return former === undefined ? [] : fresh.map((a) => ({ ...a, former: former.id }))
    }
    case "AcceptancePassed":
      return undecided.map(({ id }) => ({ acceptance: id, considered: results(p, ctx, "ex-post") }))
    case "AcceptanceFailed":
      return undecided.map(({ id }) => ({ acceptance: id, considered: results(p, ctx, "ex-post"), defects: unstated }))
    case "TrialOperationStarted":
    case "OperationStarted":
      return [{}]
    case "Retired":
      return [{ reason: unstated, interfaces: [] }]
    case "AssessmentPlanned":
      return planning(p, ctx, round)
    case "AssessmentCommissioned":
      return each(() => ({ assessor: unstated, interests: null }))
    case "AssessmentTakenInHouse":
      return each(() => ({ reason: unstated, interests: null }))
    case "AssessmentStarted":
      return each((x) => {
        const scheme = latest(roundOf(x, p)?.schemes ?? [])?.id
        return { criteria: unstated, ...(scheme === undefined ? {} : { scheme }) }
      })
    case "AssessmentReported":
    case "AssessmentReportResubmitted":
      return each(() => ({ items: contentItems }))
    case "AssessmentReportReturned":
      return each(() => ({ defects: unstated }))
    case "AssessmentIssued":
      return each((x) => ({ conclusion: "support", items: contentItems, ...conforming(x, p, ctx) }))
    case "AssessmentClosed":
      return each(() => ({}))
    case "AssessmentCancelled":
      return each(() => ({ reason: unstated }))
    default:
      return undefined
  }
}
