import { recorded } from "../verdict/Coverage.ts"
import { plansMeasuring } from "../verdict/conformity.ts"
import { type Act, earlier, type Fact, known } from "../verdict/Fact.ts"
import { judgement } from "../verdict/Rule.ts"
import { breached, fulfilled, notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Plan } from "../verdict/Surroundings.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { holdsAt } from "./authorities.ts"
import type { RecordSlice } from "./Event.ts"
import type { Decision, Judgement } from "./Project.ts"
import { both, perBudget, perDecision, type View } from "./Rule.ts"

/** Which plans measure a project on a day: the provincial plan, or also what is made under it (A09b). `undefined`: nobody knows. */
export const measuringPlans = (p: View<never>, ctx: Context, act: Act): ReadonlyArray<Plan> | undefined =>
  plansMeasuring(p, act.on, ctx)

interface Investment extends Act {
  readonly planItem?: Fact<{ readonly plan: string; readonly item: string }>
  readonly deviation?: Fact<string>
}

/** Whether an investment rests on the plan: on an item of a plan in force, or on a recorded reason for departing from it (A09). */
const basis = (
  investment: Investment,
  slice: RecordSlice,
  p: View<never>,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  const plans = measuringPlans(p, ctx, investment)
  if (plans?.length === 0) return notApplicable
  const { planItem } = investment
  if (planItem === undefined) return undetermined("planItem", investment)
  if (known(planItem)) {
    if (plans === undefined) return undetermined("plansInForce", investment)
    const cited = plans.find((plan) => plan.id === planItem.plan)
    if (cited !== undefined && (cited.items === undefined || cited.items.includes(planItem.item)))
      return fulfilled(investment, investment)
  }
  if (plans === undefined) return undetermined("plansInForce", investment)
  if (ctx.profile.readings.A09 === "never") return breached(investment, investment)
  const deviation = recorded(investment.deviation, p.coverage, slice, investment.on)
  if (deviation === undefined) return undetermined("deviation", investment)
  return known(deviation)
    ? fulfilled(investment, investment, "ground-for-deviation")
    : breached(investment, investment, "reason-missing")
}

const approved = (decision: Fact<Decision>): decision is Decision => known(decision) && decision.approved

/** 有关部门安排电子政务投资时，应当以电子政务发展规划为主要依据 */
export const N9_1 = both(
  perDecision("N9.1", [], ({ decision }, p, ctx) =>
    approved(decision) ? basis(decision, "decision", p, ctx) : notApplicable
  ),
  perBudget("N9.1", [], ({ issued }, p, ctx) => (known(issued) ? basis(issued, "budget", p, ctx) : notApplicable))
)

/** Who may judge: whoever inspects (art. 35), and whoever supervises the implementation (art. 4). */
const judges = ["supervision.any", "info.any"] as const

/** 优先安排有利于提高行政效率、降低行政成本、促进公共服务、优化社会监管、提高科学决策水平以及提高应急指挥能力的应用系统建设 */
export const N9_2 = judgement(
  perDecision(
    "N9.2",
    ["judgements"],
    (a, p, ctx): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
      if (!approved(a.decision)) return notApplicable
      let judged: Judgement | undefined
      for (const j of p.judgements) {
        if (j.norm !== "N9.2" || j.instance !== a.instance) continue
        if (judges.some((role) => holdsAt(ctx, j.by, role, p.region, j.on) !== false)) judged = earlier(judged, j)
      }
      if (judged === undefined) return undetermined("judgement", a.decision, "declared-judgement")
      return judged.outcome === "fulfilled"
        ? fulfilled(a.decision, judged, "judged")
        : breached(a.decision, judged, "judged")
    }
  ),
  {
    zh: "优先安排是对竞争项目的比较，单个项目的事实不能显示，须由人判断",
    en: "priority is a comparison between competing projects that no single project shows; a person judges it"
  }
)
