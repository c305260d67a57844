/** 根据省电子政务发展规划: whether a plan rests on the provincial plan that was in force when it was submitted. What arts 7 and 8 share. */
import { regionOf } from "../agency/Region.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import type { Owed } from "../verdict/owed.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Plan } from "../verdict/Surroundings.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { type Answer, type Asked, all, holds, lacked, made, restingOn, settled } from "./made.ts"
import type { PlanVersion } from "./PlanVersion.ts"
import { triggerOf, type View } from "./Rule.ts"

/** A submission that states which plans the submitted one rests on. */
export interface Resting extends Act {
  /** The plans that it names. */
  readonly plans?: Fact<ReadonlyArray<string>>
}

type Followed = View<"decisions" | "implemented" | "repealed" | "superseded" | "withdrawn">
type Which = Pick<PlanVersion, "region" | "organ">

/** The provincial plans in force on a day; `undefined`: nobody knows. */
const provincial = (p: Which, ctx: Context, on: CivilDate): ReadonlyArray<Plan> | undefined =>
  ctx.plansInForce(p.region, p.organ, on)?.filter(({ kind }) => kind === "provincial")

/** The plans in force for the city in which a county or district lies; none of a city itself. @article 8 */
export const ofCity = (p: Which, ctx: Context, on: CivilDate): ReadonlyArray<Plan> | undefined => {
  // What carries a district on lies in the same city.
  const city = p.region === undefined ? undefined : regionOf(p.region)?.parent
  if (city === undefined) return undefined
  if (city === null || regionOf(city)?.level !== "city") return []
  return ctx.plansInForce(city, p.organ, on)?.filter(({ kind }) => kind === "local")
}

const names = ({ plans }: Resting, measures: ReadonlyArray<Plan> | undefined): Answer => {
  if (measures === undefined) return "plansInForce"
  if (measures.length === 0) return true
  if (plans === undefined) return "plans"
  return measures.some(({ id }) => holds(plans, id))
}

/**
 * What a plan owes to the provincial plan. Whether one is in force is asked for the day of submission; before it, for the day on which the
 * drafting began. Its later end undoes nothing: it is a remark. `beside` names the plans on which it has to rest too.
 */
export const following = <A extends Resting>(
  asked: Pick<Asked<A>, "submissions" | "slice">,
  p: Followed,
  ctx: Context,
  begun: Act,
  beside?: (on: CivilDate) => ReadonlyArray<Plan> | undefined
): Ruling<Owed> => {
  const over = settled(p)
  const last = restingOn(asked.submissions, over)
  const measured = last ?? over ?? begun
  const plans = provincial(p, ctx, measured.on)
  const trigger = triggerOf(begun, over)
  const says = (one: A): Answer =>
    all(names(one, provincial(p, ctx, one.on)), beside === undefined ? true : names(one, beside(one.on)))
  const intervals = last === undefined ? undefined : lacked(asked.submissions, last, says)
  if (plans === undefined) return { ...undetermined("plansInForce", trigger), act: last ?? over, intervals }
  if (plans.length === 0)
    return last === undefined
      ? notApplicable
      : { ...notApplicable, trigger, note: "no-provincial-plan", gate: "met", intervals }
  const ruled = made({ ...asked, particular: "plans", says }, p, ctx, trigger)
  return ruled.status === "Fulfilled" && last !== undefined ? { ...ruled, ...ended(last, plans, p, ctx) } : ruled
}

/** That the provincial plan on which a plan rests is over while the plan itself goes on: a notice to align it again. */
const ended = (
  { plans }: Resting,
  measures: ReadonlyArray<Plan>,
  { repealed, superseded, withdrawn }: Followed,
  ctx: Context
): Pick<Ruling, "note" | "stands"> => {
  if (known(repealed) || known(superseded) || known(withdrawn)) return {}
  // A plan with no end stands last.
  const until = measures
    .flatMap((plan) => (holds(plans, plan.id) ? [plan.until] : []))
    .toSorted()
    .at(-1)
  if (until === undefined) return {}
  return ctx.asOf > until ? { note: "provincial-plan-over" } : { stands: until }
}
