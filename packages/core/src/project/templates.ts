/** What a lawful example of an act says in a case: one place for next acts and for ways. A new kind of act is one more case here. */
import type { Quarter } from "../civil/Quarter.ts"
import type { OwedIn, Particulars } from "../path/Course.ts"
import { unstated } from "../path/lacks.ts"
import { decisionsOn } from "../verdict/decisions.ts"
import { known, latest } from "../verdict/Fact.ts"
import type { Plan } from "../verdict/Surroundings.ts"
import { type Context, open, type Verdict } from "../verdict/Verdict.ts"
import { measuringPlans } from "./art09.ts"
import { agencyFor } from "./authorities.ts"
import { inOrder } from "./building.ts"
import { completedTemplates, results } from "./completedTemplates.ts"
import { askedRole } from "./consultation.ts"
import type { EventTag } from "./Event.ts"
import { canBegin } from "./Lifecycle.ts"
import { type Application, approvalOn, type Project } from "./Project.ts"
import { standing } from "./standing.ts"

/** Of each kind of instance one example may be new: what `unstated` names already is not opened twice. */
const fresh = (taken: ReadonlyArray<{ readonly id: string }>): string | undefined =>
  taken.some(({ id }) => id === unstated) ? undefined : unstated

/** On which day a round was begun, as far as that was stated. */
const begun = ({ applied, former }: Application): string =>
  known(applied) ? applied.on : known(former) ? former.on : ""

/** The latest round in which nothing is decided yet. */
const pendingRound = (p: Project): Application | undefined => {
  let last: Application | undefined
  for (const a of p.applications) {
    if (known(a.decision) || known(a.ended)) continue
    if (last === undefined || begun(a) >= begun(last)) last = a
  }
  return last
}

/**
 * The earliest period for which one of these norms still asks: by a day, or because it is over. One that was missed can be made up for, late.
 * A period that runs and of which no day is fixed can wait.
 */
const periods = (owed: ReadonlyArray<Verdict>, norms: ReadonlyArray<string>): ReadonlyArray<Quarter> => {
  const asking = owed.filter((v) => norms.includes(v.norm) && open(v))
  const over = asking.filter(({ due, status }) => status !== "Pending" || due !== undefined)
  return over.slice(0, 1).map((v) => v.instance.slice("quarter/".length) as Quarter)
}

/** The plan and the item on which an investment may rest: any, where nobody knows the plans; none, where none is in force. */
const planned = (plans: ReadonlyArray<Plan> | undefined): { readonly plan: string; readonly item: string } | null => {
  if (plans === undefined) return { plan: unstated, item: unstated }
  const [plan] = plans
  return plan === undefined ? null : { plan: plan.id, item: plan.items?.[0] ?? unstated }
}

/** Where what a scheme plans will stand: what earlier versions say that it reaches, or neither, and the unified platform. */
const placed = (round: Application | undefined): Particulars => {
  const told = inOrder(round?.schemes ?? [])
  const said = (side: "crossDept" | "crossRegion"): unknown =>
    told.findLast((s) => s[side] !== undefined)?.[side] ?? false
  return { crossDept: said("crossDept"), crossRegion: said("crossRegion"), network: "unified-platform" }
}

/** The particulars of the examples of one kind; none where nothing in the case suggests such an act. `owed` gives its verdicts. */
export const templates = (kind: EventTag, p: Project, ctx: Context, owed: OwedIn): ReadonlyArray<Particulars> => {
  const round = pendingRound(p)
  const newRound = fresh(p.applications)
  const addressed = (role: Parameters<typeof agencyFor>[0]): Particulars => {
    const to = agencyFor(role, p, ctx, round)
    return to === undefined ? {} : { to }
  }
  const completed = completedTemplates(kind, p, ctx, round)
  if (completed !== undefined) return completed
  switch (kind) {
    case "Drafted":
      return [{ region: unstated, organ: unstated }]
    case "Applied": {
      const application = round?.id ?? newRound
      return application === undefined ? [] : [{ application }]
    }
    case "SchemeSubmitted": {
      const application = round?.id ?? (canBegin(standing(p, ctx)) ? newRound : undefined)
      const scheme = fresh(round?.schemes ?? [])
      if (application === undefined || scheme === undefined) return []
      return [{ application, scheme, what: "scheme", ...placed(round), ...addressed("info.any") }]
    }
    case "OpinionRequested": {
      const request = fresh(p.applications.flatMap((a) => a.requests))
      if (round === undefined || request === undefined) return []
      return [{ application: round.id, request, ...addressed(askedRole(ctx)) }]
    }
    case "OpinionGiven":
    case "OpinionRevised": {
      if (round === undefined) return []
      const given = new Set(round.opinions.map((o) => o.request))
      const requests = round.requests.filter((r) => given.has(r.id) === (kind === "OpinionRevised"))
      const plan = planned(measuringPlans(p, ctx, { on: ctx.asOf }))?.plan ?? null
      return requests.map((r, i) => ({
        application: round.id,
        request: r.id,
        opinion: unstated.repeat(1 + i + round.opinions.filter((o) => o.id.startsWith(unstated)).length),
        conclusion: "support",
        plan,
        assessment: results(p, ctx, "ex-ante", round)[0] ?? unstated
      }))
    }
    case "Approved":
    case "Rejected": {
      if (round === undefined) return []
      const heard = {
        application: round.id,
        considered: [...round.opinions.map((o) => o.id), ...results(p, ctx, "ex-ante", round)]
      }
      if (kind === "Rejected") return [heard]
      const planItem = planned(measuringPlans(p, ctx, { on: ctx.asOf }))
      return [{ ...heard, planItem, deviation: "n/a", builder: approvalOn(p, ctx.asOf)?.builder ?? null }]
    }
    case "MaterialsRequested":
    case "ReturnedForRevision":
      return round === undefined ? [] : [{ application: round.id, reason: unstated }]
    case "Withdrawn": {
      const application = round?.id ?? newRound
      return application === undefined ? [] : [{ application, reason: unstated }]
    }
    case "Reapplied": {
      const rejected = latest(p.applications.flatMap(decisionsOn))
      const former = p.applications.find((a) => rejected?.approved === false && decisionsOn(a).includes(rejected))
      return former === undefined || newRound === undefined ? [] : [{ application: newRound, former: former.id }]
    }
    case "MateriallyChanged": {
      const approval = approvalOn(p, ctx.asOf)
      const former = p.applications.find((a) => approval !== undefined && decisionsOn(a).includes(approval))?.id
      if (newRound === undefined) return []
      return [{ application: newRound, reason: unstated, baseline: {}, ...(former === undefined ? {} : { former }) }]
    }
    case "Suspended":
    case "Cancelled":
      return [{ reason: unstated }]
    case "Closed":
    case "ConstructionStarted":
    case "Resumed":
    case "ConstructionCompleted":
      return [{}]
    case "ProgressReported":
      return periods(owed(), ["N12.1", "N12.3"]).map((period) => ({
        period,
        amount: "0.00",
        ...addressed("investment.any")
      }))
    case "ReportCopied":
      return periods(owed(), ["N12.2"]).map((period) => ({ period, ...addressed("info.any") }))
    case "InvestmentFiled":
      return owed().some((v) => v.norm === "N11.1" && open(v)) ? [{}] : []
    case "BudgetCopied":
      return owed()
        .filter((v) => v.norm === "N11.2" && open(v))
        .map((v) => ({ budget: v.instance.slice("budget/".length), ...addressed("info.any") }))
    default:
      return []
  }
}
