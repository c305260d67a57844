/** Who is told of what is done about a project, as of the day of the act: the agency that the act names, else whoever fills the role. */
import { quarterAt, quarterNumber } from "../civil/Quarter.ts"
import type { RoleId } from "../regulation/Role.ts"
import { type Fact, known, latest } from "../verdict/Fact.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { issuedIn } from "./art11.ts"
import { roundOf } from "./assessing.ts"
import { approvedIn, askedIn, assessingRole, builderOn, decidedIn } from "./authorities.ts"
import { askedRole } from "./consultation.ts"
import type { Event, EventOf, EventTag } from "./Event.ts"
import type { Application, OpinionRequest, Project } from "./Project.ts"
import { provincial } from "./receipts.ts"
import { keyPeriod, timetabled } from "./reporting.ts"

/** Who is told. */
export type Recipients<T extends EventTag = EventTag> = (
  p: Project,
  e: EventOf<T>,
  ctx: Context
) => ReadonlyArray<Bearer>

/** A role with the agency that is named for it, else with the one that fills it in a region on the day of the act. */
const naming = (
  ctx: Context,
  role: RoleId,
  named: Fact<string>,
  region: string | undefined,
  { on }: Event
): ReadonlyArray<Bearer> => [
  { role, agency: known(named) ? named : region === undefined ? undefined : ctx.directory.holder(role, region, on) }
]

/** The organ whose project it is. */
export const organ: Recipients = (p, { on }, ctx) => [
  { role: "organ.any", agency: p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, on) }
]

/** The construction unit, where it is known to be another than the organ. @article 12 */
const otherBuilder: Recipients = (p, e, ctx) => {
  const agency = builderOn(ctx, p, e.on)
  return agency === undefined || agency === organ(p, e, ctx)[0]?.agency ? [] : [{ role: "builder", agency }]
}

/** The organ, and the construction unit where it is another. */
export const organAndBuilder: Recipients = (p, e, ctx) => [...organ(p, e, ctx), ...otherBuilder(p, e, ctx)]

/** The round of establishment that an act is about. */
const round = (p: Project, { application }: { readonly application: string }): Application | undefined =>
  p.applications.find(({ id }) => id === application)

const request = (p: Project, e: EventOf<"OpinionRequested" | "OpinionGiven" | "OpinionRevised">) => {
  const of = round(p, e)
  const asked: OpinionRequest | undefined = of?.requests.find(({ id }) => id === e.request)
  return { asked, of }
}

/** The region of the authorities that examine a round; of a round that nobody knows that of the project. */
const regionOf = (ctx: Context, p: Project, a: Application | undefined): string | undefined =>
  a === undefined ? p.region : decidedIn(ctx, a, p)

/** The investment authority of a round. @article 10 */
export const examiner: Recipients<"Withdrawn"> = (p, e, ctx) =>
  naming(ctx, "investment.any", undefined, regionOf(ctx, p, round(p, e)), e)

/** The informatization authority to which a plan or scheme is submitted. @article 31 */
export const assessing: Recipients<"SchemeSubmitted"> = (p, e, ctx) =>
  naming(ctx, assessingRole(ctx), e.to, regionOf(ctx, p, round(p, e)), e)

/** The informatization authority whose opinion is asked for. @article 10 */
export const asked: Recipients<"OpinionRequested"> = (p, e, ctx) => {
  const { asked: by, of } = request(p, e)
  const region = by === undefined || of === undefined ? regionOf(ctx, p, of) : askedIn(ctx, by, of, p)
  return naming(ctx, askedRole(ctx), e.to, region, e)
}

/** Whoever asked for the opinion. @article 10 */
export const asker: Recipients<"OpinionGiven" | "OpinionRevised"> = (p, e, ctx) => {
  const { asked: by, of } = request(p, e)
  return naming(ctx, "investment.any", by?.by, regionOf(ctx, p, of), e)
}

/** The informatization authority to which the completed project is reported. @article 32 */
export const completionReceiver: Recipients<"CompletionReported"> = (p, e, ctx) =>
  naming(ctx, assessingRole(ctx), e.to, approvedIn(ctx, p, e.on), e)

type Periodic = "ProgressReported" | "ProgressCorrected"

const quarterOf = ({ period }: EventOf<Periodic>) => quarterAt(quarterNumber(period))

/** To whom the report of a quarter went last. */
const reportedTo = (p: Project, { period }: EventOf<Periodic>): Fact<string> =>
  latest(p.reports.find(({ id }) => id === period)?.receipts.filter(({ to }) => known(to)) ?? [])?.to

/** The investment authority that the report of a quarter goes to. @article 12 */
export const reportReceiver: Recipients<Periodic> = (p, e, ctx) =>
  naming(
    ctx,
    provincial(p, quarterOf(e), ctx) ? "investment.provincial" : "investment.any",
    e._tag === "ProgressReported" ? e.to : reportedTo(p, e),
    approvedIn(ctx, p, e.on),
    e
  )

/** The informatization authority that the copy of it goes to. @article 12 */
export const copyReceiver: Recipients<Periodic> = (p, e, ctx) =>
  naming(ctx, provincial(p, quarterOf(e), ctx) ? "info.provincial" : "info.any", undefined, approvedIn(ctx, p, e.on), e)

/** Whether the timetable of the provincial investment authority governs a quarter, as far as that is known. @article 12 */
export const underTimetable = (p: Project, e: EventOf<Periodic>, ctx: Context): boolean =>
  keyPeriod(p, quarterOf(e), ctx) === true && timetabled(p, quarterOf(e), ctx) !== undefined

/** The informatization authority to which a budget is copied: of the level of the finance authority. @article 11 */
export const budgetReceiver: Recipients<"BudgetIssued"> = (p, e, ctx) =>
  naming(ctx, "info.any", undefined, issuedIn(ctx, p, e.by, e.on), e)

type OfAssessment = Extract<EventTag, `Assessment${string}`>

const assessmentOf = (p: Project, { assessment }: EventOf<OfAssessment>) =>
  p.assessments.find(({ id }) => id === assessment)

/** Whether an assessment is known to be of a type. @article 30 */
export const ofType =
  (type: "ex-ante" | "ex-post" | "application") =>
  (p: Project, e: EventOf<OfAssessment>): boolean => {
    const planned = assessmentOf(p, e)?.planned
    return known(planned) && planned.type === type
  }

/** The informatization authority that organizes an assessment. @article 29 */
export const organizer: Recipients<OfAssessment> = (p, e, ctx) => {
  const x = assessmentOf(p, e)
  const of = x === undefined ? undefined : roundOf(x, p)
  const by = known(x?.planned) ? x.planned.by : undefined
  const region = of === undefined ? approvedIn(ctx, p, e.on) : decidedIn(ctx, of, p)
  return naming(ctx, assessingRole(ctx), by, region, e)
}

/** The third party that carries an assessment out, where one does and it is named. @article 30 */
export const assessor: Recipients<OfAssessment> = (p, e) => {
  const engaged = assessmentOf(p, e)?.engaged
  return known(engaged) && known(engaged.assessor) ? [{ role: "assessor", agency: engaged.assessor }] : []
}

/** The investment authority that decides on the round of an ex-ante assessment. @article 31 */
export const decider: Recipients<OfAssessment> = (p, e, ctx) => {
  const x = assessmentOf(p, e)
  return naming(ctx, "investment.any", undefined, regionOf(ctx, p, x === undefined ? undefined : roundOf(x, p)), e)
}

/** A role of the level that approved the project. */
export const ofLevel =
  (role: RoleId): Recipients =>
  (p, e, ctx) =>
    naming(ctx, role, undefined, approvedIn(ctx, p, e.on), e)
