/**
 * What arts 9 to 12 say about one project, in one function, as a good programmer would write it who knows that the record is complete, that
 * every open question is read as by default, and which days are fixed. The same verdict objects in the same order as the library's.
 */
import { addDays, type CivilDate, quarterAt, quarterIndex } from "@banfa/core/civil"
import type { Entry } from "@banfa/core/profile"
import type { Application, Context, Opinion, Project, Verdict } from "@banfa/core/project"

type Act = NonNullable<Verdict["trigger"]>
type Said<A> = A | null | undefined | "n/a"
type Decision = Extract<Application["decision"], { readonly approved: boolean }>

/** The days that somebody fixed, with the entries that fix them. */
export interface Days {
  readonly opinion?: Entry<number> | undefined
  readonly filing?: Entry<number> | undefined
  readonly report?: Entry<number> | undefined
  readonly timetable?: Entry<number> | undefined
}

const said = <A>(fact: Said<A>): fact is A => fact !== undefined && fact !== null && fact !== "n/a"
const commencement = "2005-02-04"

/** The verdicts of a project on a day. */
export const verdictsByHand = (p: Project, ctx: Context, days: Days): Array<Verdict> => {
  const out: Array<Verdict> = []
  const { asOf, directory } = ctx
  if (asOf < commencement) return out
  const { id, organ, region } = p

  const add = (
    norm: Verdict["norm"],
    instance: string,
    status: Verdict["status"],
    trigger: Act,
    act?: Act,
    due?: CivilDate,
    entry?: Entry,
    missing?: string,
    note?: Verdict["note"],
    stands?: CivilDate,
    gate?: Verdict["gate"],
    intervals?: Verdict["intervals"]
  ): void => {
    if (trigger.on < commencement) return
    out.push({
      norm,
      subject: id,
      instance,
      status,
      trigger,
      act,
      due,
      entry,
      missing,
      note,
      stands,
      gate,
      bars: undefined,
      intervals
    })
  }

  const basis = (instance: string, investment: Act & Pick<Decision, "planItem" | "deviation">): void => {
    const plans = ctx.plansInForce(region, organ, investment.on)
    if (plans?.length === 0) return
    const { deviation, planItem } = investment
    if (planItem === undefined)
      return add("N9.1", instance, "Undetermined", investment, undefined, undefined, undefined, "planItem")
    if (plans === undefined)
      return add("N9.1", instance, "Undetermined", investment, undefined, undefined, undefined, "plansInForce")
    if (said(planItem)) {
      const cited = plans.find((plan) => plan.id === planItem.plan)
      if (cited !== undefined && (cited.items === undefined || cited.items.includes(planItem.item)))
        return add("N9.1", instance, "Fulfilled", investment, investment)
    }
    if (deviation === undefined)
      return add("N9.1", instance, "Undetermined", investment, undefined, undefined, undefined, "deviation")
    if (said(deviation))
      return add("N9.1", instance, "Fulfilled", investment, investment, undefined, undefined, undefined, "ground-for-deviation")
    add("N9.1", instance, "Breached", investment, investment, undefined, undefined, undefined, "reason-missing")
  }

  let approval: Decision | undefined
  for (const { decision, instance } of p.applications) {
    if (!said(decision) || !decision.approved) continue
    if (approval === undefined || decision.on < approval.on) approval = decision
    basis(instance, decision)
  }
  for (const { instance, issued } of p.budgets) if (said(issued)) basis(instance, issued)
  return out
}
