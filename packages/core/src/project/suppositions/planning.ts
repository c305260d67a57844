/** What may turn out about the plans on which investments and opinions rest. @article 9 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import type { NormId } from "../../regulation/Norm.ts"
import { type Act, type Fact, known } from "../../verdict/Fact.ts"
import type { Plan } from "../../verdict/Surroundings.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { measuringPlans } from "../art09.ts"
import type { Budget, Decision, Project } from "../Project.ts"
import { either, inRounds, roundsOf, supposed } from "./Supposing.ts"

type Investment = Pick<Decision, "planItem" | "deviation">
type Issued = Extract<Budget["issued"], Act>

/** The case with the investments changed that a verdict of art. 9 is about: a decision, or a budget. */
const invested = (p: Project, v: Verdict, change: (i: Act & Investment) => Partial<Investment>): Project => {
  if (!v.instance.startsWith("budget/")) {
    return inRounds(p, v, (a) => (known(a.decision) ? { ...a, decision: { ...a.decision, ...change(a.decision) } } : a))
  }
  const issued = (i: Fact<Issued>): Fact<Issued> => (known(i) ? { ...i, ...change(i) } : i)
  return { ...p, budgets: p.budgets.map((b) => (b.instance === v.instance ? { ...b, issued: issued(b.issued) } : b)) }
}

/** An item of a plan that measures an investment; where no plan is known, an item of one that is supposed. */
const itemOf = (p: Project, investment: Act, ctx: Context): { readonly plan: string; readonly item: string } => {
  const plans = measuringPlans(p, ctx, investment) ?? []
  const plan = plans.find(({ items }) => items === undefined || items.length > 0)
  return { plan: plan?.id ?? supposed, item: plan?.items?.[0] ?? supposed }
}

/** Whether an investment rests on an item of a plan. */
export const planItem: Suppose<Project> = (p, v, ctx) =>
  either(
    { zh: "投资所依据的项目已列入当日施行的规划", en: "the investment rests on an item of a plan in force on the day" },
    { zh: "投资不以规划所列项目为依据", en: "the investment rests on no item of a plan" },
    (holds) => invested(p, v, (i) => ({ planItem: holds ? itemOf(p, i, ctx) : null }))
  )

/** Whether a reason for departing from the plan was recorded. */
export const deviation: Suppose<Project> = (p, v) =>
  either(
    { zh: "已记明规划外安排的理由", en: "the reason for departing from the plan was recorded" },
    { zh: "未记明规划外安排的理由", en: "no reason for departing from the plan was recorded" },
    (holds) => invested(p, v, () => ({ deviation: holds ? supposed : null }))
  )

/** The ids of the plans on which the investments and opinions of a verdict say that they rest. */
const cited = (p: Project, v: Verdict): ReadonlyArray<string> => {
  const plans: Array<string> = []
  for (const a of roundsOf(p, v)) {
    if (known(a.decision) && known(a.decision.planItem)) plans.push(a.decision.planItem.plan)
    for (const o of a.opinions) if (known(o.plan)) plans.push(o.plan)
  }
  for (const { issued } of p.assessments) if (known(issued) && known(issued.against)) plans.push(...issued.against)
  for (const { issued } of p.budgets) if (known(issued) && known(issued.planItem)) plans.push(issued.planItem.plan)
  return plans
}

/** Which plans were in force where nobody said so. */
export const plansInForce: Suppose<Project> = (p, v, ctx) => {
  const under = (ids: ReadonlyArray<string>): { readonly ctx: Context } => {
    const plans = ids.map((id): Plan => ({ id, kind: "provincial" }))
    // Where it is known that none is in force, art. 14 has nothing to measure by: there it is asked what another answer would be.
    const asked = v.norm === "N14.1"
    const inForce: Context["plansInForce"] = (...of) => (asked ? plans : (ctx.plansInForce(...of) ?? plans))
    return { ctx: { ...ctx, plansInForce: inForce } }
  }
  return [
    {
      answer: { zh: "当日有规划施行，所引规划、项目在内", en: "plans were in force, what is cited among them" },
      ...under([...cited(p, v), supposed])
    },
    {
      answer: { zh: "当日有规划施行，所引规划、项目不在内", en: "plans were in force, what is cited not among them" },
      ...under([`${supposed}其他规划`])
    },
    { answer: { zh: "当日没有规划施行", en: "no plan was in force on the day" }, ...under([]) }
  ]
}

/** How whoever may judge would judge. */
export const judgement: Suppose<Project> = (p, v, ctx) =>
  either(
    { zh: "有权机关判断为符合规定", en: "a body that may judge finds it as provided" },
    { zh: "有权机关判断为不符合规定", en: "a body that may judge finds it not as provided" },
    (holds) => {
      const outcome = holds ? "fulfilled" : "not-fulfilled"
      const { instance, norm } = v
      const judged = { id: supposed, on: ctx.asOf, norm: norm as NormId, instance, outcome, reason: null } as const
      return { ...p, judgements: [...p.judgements, judged] }
    }
  )
