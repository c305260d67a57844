/** What may lawfully happen next on a project, and by whom. @module */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Quarter } from "../civil/Quarter.ts"
import type { RoleId } from "../regulation/Role.ts"
import { type Advice, advise } from "../verdict/Advice.ts"
import { known, latest } from "../verdict/Fact.ts"
import { type Bearer, evaluate } from "../verdict/Subject.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { builderOn, decidedIn } from "./authorities.ts"
import type { Event, EventTag } from "./Event.ts"
import { lifecycle, row } from "./Lifecycle.ts"
import type { Application, Project } from "./Project.ts"
import { subject } from "./subject.ts"

/** An act that would be usual now, or that an open duty asks for: who may do it, an example of it, and what the rules say of the example. */
export interface NextAct {
  /** The kind of fact that the act is. */
  readonly kind: EventTag
  /** The roles of which one may do it, with the agencies that fill them. */
  readonly who: ReadonlyArray<Bearer>
  /** The act with the particulars that the case suggests; ids and texts that only a person can give are `…`. */
  readonly example: Event
  /** What the rules say of the example. */
  readonly advice: Advice
}

type Particulars = { readonly [field: string]: unknown }

const unstated = "…"

/** What still asks for an act: an open duty, or a period that was missed and can be made up for, late. */
const wanting = ({ instance, status }: Verdict): boolean =>
  open(status) || (status === "Breached" && instance.startsWith("quarter/"))

/** What a project's acts would be next on the day asked: each advised by the same function that advises real acts. */
export const nextActs = (p: Project, ctx: Context): ReadonlyArray<NextAct> => {
  const owed = evaluate(subject, p, ctx).filter(wanting)
  const next: Array<NextAct> = []
  for (const kind of Object.keys(lifecycle) as Array<EventTag>) {
    const { from, who } = row(kind)
    if (from?.includes(p.position) === false) continue
    for (const particulars of suggested(kind, p, owed, ctx)) {
      const bearers = who.map((role) => ({ role, agency: agencyFor(role, p, ctx) }))
      const by = bearers.find((b) => b.agency !== undefined)?.agency
      const example = {
        _tag: kind,
        id: unstated,
        project: p.id,
        on: ctx.asOf,
        recordedAt: `${ctx.asOf}T00:00:00Z`,
        ...(by === undefined ? {} : { by }),
        ...particulars
      } as unknown as Event
      next.push({ kind, who: bearers, example, advice: advise(subject, p, example, ctx) })
    }
  }
  return next
}

/** The round in which nothing is decided yet. */
const pendingRound = (p: Project): Application | undefined =>
  p.applications.findLast((a) => !known(a.decision) && !known(a.ended))

const agencyFor = (role: RoleId, p: Project, ctx: Context): string | undefined => {
  if (role === "organ.any") return p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, ctx.asOf)
  if (role === "builder") return builderOn(ctx, p, ctx.asOf)
  const round = p.applications.at(-1)
  const region = round === undefined ? p.region : decidedIn(ctx, round, p)
  return region === undefined ? undefined : ctx.directory.holder(role, region, ctx.asOf)
}

const periodOf = (v: Verdict): Quarter => v.instance.slice("quarter/".length) as Quarter

/** The earliest period whose last day is past and for which one of these norms still asks. */
const periods = (
  owed: ReadonlyArray<Verdict>,
  norms: ReadonlyArray<string>,
  asOf: CivilDate
): ReadonlyArray<Quarter> => {
  const asking = owed.filter((v) => norms.includes(v.norm) && v.instance.startsWith("quarter/"))
  const over = asking.filter((v) => v.status !== "Pending" || (v.due !== undefined && v.due >= asOf))
  return over.slice(0, 1).map(periodOf)
}

/** The particulars of the examples of one kind; none where nothing suggests such an act. */
const suggested = (
  kind: EventTag,
  p: Project,
  owed: ReadonlyArray<Verdict>,
  ctx: Context
): ReadonlyArray<Particulars> => {
  const round = pendingRound(p)
  const application = round?.id ?? unstated
  const info = agencyFor("info.any", p, ctx)
  const to = info === undefined ? {} : { to: info }
  const plan = ctx.plansInForce(p.region, p.organ, ctx.asOf)?.[0]
  const nothingSaid = p.opened === undefined && p.since[0] === "" && p.applications.length === 0
  if (nothingSaid !== (kind === "Drafted")) return []
  switch (kind) {
    case "Drafted":
      return [{ region: p.region ?? unstated, organ: p.organ ?? unstated }]
    case "Applied":
      return round?.applied === undefined ? [{ application }] : []
    case "SchemeSubmitted":
      return [{ application, scheme: unstated, what: "scheme", ...to }]
    case "OpinionRequested":
      return round === undefined ? [] : [{ application, request: unstated, ...to }]
    case "OpinionGiven":
    case "OpinionRevised": {
      if (round === undefined) return []
      const given = new Set(round.opinions.map((o) => o.request))
      const requests = round.requests.filter((r) => given.has(r.id) === (kind === "OpinionRevised"))
      return requests.map((r) => ({
        application,
        request: r.id,
        opinion: unstated,
        conclusion: "support",
        plan: plan?.id ?? null,
        assessment: unstated
      }))
    }
    case "Approved":
    case "Rejected": {
      if (round === undefined) return []
      const opinion = latest(round.opinions)
      const considered = opinion === undefined ? [] : [opinion.id]
      const item = plan === undefined ? null : { plan: plan.id, item: plan.items?.[0] ?? unstated }
      return [
        kind === "Approved"
          ? { application, considered, planItem: item, deviation: "n/a" }
          : { application, considered }
      ]
    }
    case "MaterialsRequested":
    case "ReturnedForRevision":
    case "Withdrawn":
      return round === undefined ? [] : [{ application, reason: unstated }]
    case "Reapplied": {
      const former = p.applications.findLast((a) => known(a.decision) && !a.decision.approved)
      return former === undefined ? [] : [{ application: unstated, former: former.id }]
    }
    case "MateriallyChanged":
      return [{ application: unstated, reason: unstated, baseline: {} }]
    case "Suspended":
    case "Cancelled":
      return [{ reason: unstated }]
    case "Closed":
    case "ConstructionStarted":
    case "Resumed":
    case "ConstructionCompleted":
      return [{}]
    case "ProgressReported": {
      const investment = agencyFor("investment.any", p, ctx)
      return periods(owed, ["N12.1", "N12.3"], ctx.asOf).map((period) => ({
        period,
        amount: "0.00",
        ...(investment === undefined ? {} : { to: investment })
      }))
    }
    case "ReportCopied":
      return periods(owed, ["N12.2"], ctx.asOf).map((period) => ({ period, ...to }))
    case "InvestmentFiled":
      return owed.some((v) => v.norm === "N11.1") ? [{}] : []
    case "BudgetCopied":
      return owed.filter((v) => v.norm === "N11.2").map((v) => ({ budget: v.instance.slice("budget/".length), ...to }))
    default:
      return []
  }
}
