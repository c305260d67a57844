/** What may turn out about the making of a plan: who leads, with whom, and on what it rests. @article 3 @article 4 @article 6 @article 7 @article 8 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import { known } from "../../verdict/Fact.ts"
import type { Plan } from "../../verdict/Surroundings.ts"
import type { Context } from "../../verdict/Verdict.ts"
import { ofCity } from "../following.ts"
import { restingOn, settled } from "../made.ts"
import type { PlanVersion, Submission } from "../PlanVersion.ts"
import { authority, either, outsider, type Supposed, supposed, withAgencies } from "./Supposing.ts"

/** The plan whose submission for review says something more; one of which no submission is on record, with one that says it. */
const stating = (p: PlanVersion, ctx: Context, said: Partial<Submission>): PlanVersion => {
  const last = restingOn(p.submissions, settled(p))
  if (last !== undefined) return { ...p, submissions: p.submissions.map((s) => (s === last ? { ...s, ...said } : s)) }
  const on = settled(p)?.on ?? ctx.asOf
  const nothing = { grounds: undefined, plans: undefined, coDrafters: undefined, signed: undefined }
  return { ...p, submissions: [{ on, ref: supposed, ...nothing, ...said }] }
}

/** Whether the plan rests on both grounds. @article 6 */
export const grounds: Suppose<PlanVersion> = (p, _, ctx) =>
  either(
    {
      zh: "以国家电子政务总体规划和本省实际情况为依据",
      en: "it rests on the national overall plan and provincial conditions"
    },
    { zh: "缺其中一项依据", en: "it lacks one of them" },
    (holds) =>
      stating(p, ctx, {
        grounds: holds ? ["national-overall-plan", "provincial-conditions"] : ["provincial-conditions"]
      })
  )

/** Whether other departments drafted the plan together with the one that leads. */
export const coDrafters: Suppose<PlanVersion> = (p, _, ctx) =>
  either(
    { zh: "有关部门会同制定", en: "departments drafted it together with the one that leads" },
    { zh: "没有会同部门", en: "no department did" },
    (holds) => stating(p, ctx, { coDrafters: holds ? [supposed] : [] })
  )

/** Whether other departments signed the plan. */
export const signed: Suppose<PlanVersion> = (p, _, ctx) =>
  either({ zh: "会同部门已会签", en: "departments signed it" }, { zh: "没有会签", en: "none signed it" }, (holds) =>
    stating(p, ctx, { signed: holds ? [supposed] : [] })
  )

/** Whether the one that leads is the one that has to. */
export const organ: Suppose<PlanVersion> = (p, _, ctx) => {
  const ledBy = (agency: string): PlanVersion => ({
    ...p,
    organ: agency,
    opened: known(p.opened) ? p.opened : { on: ctx.asOf }
  })
  return [
    {
      answer: { zh: "由应当制定的机关牵头", en: "led by the body that has to make it" },
      ctx: withAgencies(ctx),
      state: ledBy(authority)
    },
    {
      answer: { zh: "由其他机关牵头", en: "led by another body" },
      ctx: withAgencies(ctx),
      state: ledBy(outsider)
    }
  ]
}

/** The plan whose submission or filing says on which plans it rests. */
const restingUpon = (p: PlanVersion, ctx: Context, plans: ReadonlyArray<string>): PlanVersion => {
  if (p.kind !== "departmental") return stating(p, ctx, { plans })
  const on = settled(p)?.on ?? ctx.asOf
  const sent = { on, ref: supposed, to: undefined, received: undefined, plans }
  const filings = p.filings.map((f) =>
    known(f.sent) && f.sent.plans === undefined ? { ...f, sent: { ...f.sent, plans } } : f
  )
  return {
    ...p,
    filings: p.filings.some((f) => known(f.sent)) ? filings : [{ id: supposed, sent, registered: [], returned: [] }]
  }
}

/** The plans in force on the days on which a plan was submitted, or would have been. */
const bearing = (p: PlanVersion, ctx: Context): { readonly province: Array<string>; readonly city: Array<string> } => {
  const sent = p.filings.flatMap((f) => (known(f.sent) ? [f.sent.on] : []))
  const days = [...sent, restingOn(p.submissions, settled(p))?.on ?? settled(p)?.on ?? ctx.asOf]
  const found = days.flatMap((day) => ctx.plansInForce(p.region, p.organ, day) ?? [])
  const province = found.flatMap(({ id, kind }) => (kind === "provincial" ? [id] : []))
  const city = days.flatMap((day) => ofCity(p, ctx, day) ?? []).map(({ id }) => id)
  return { province: [...new Set(province)], city: [...new Set(city)] }
}

/** On which of the plans in force a plan rests. @article 7 @article 8 */
export const plans: Suppose<PlanVersion> = (p, _, ctx): Supposed => {
  const { city, province } = bearing(p, ctx)
  const under = [
    {
      answer: { zh: "以当日施行的省电子政务发展规划为依据", en: "it rests on the provincial plan in force on the day" },
      state: restingUpon(p, ctx, province)
    },
    {
      answer: { zh: "不以当日施行的省电子政务发展规划为依据", en: "it does not rest on the provincial plan" },
      state: restingUpon(p, ctx, city)
    }
  ]
  if (city.length === 0) return under
  const both = {
    zh: "以当日施行的省规划和所在市的规划为依据",
    en: "it rests on the plans of the province and the city"
  }
  return [...under, { answer: both, state: restingUpon(p, ctx, [...province, ...city]) }]
}

/** Which plans were in force where nobody said so. @article 7 @article 8 */
export const plansInForce: Suppose<PlanVersion> = (p, _, ctx): Supposed => {
  const cited = [...p.submissions.map((s) => s.plans), ...p.filings.map((f) => (known(f.sent) ? f.sent.plans : null))]
  const ids = cited.flatMap((list) => (known(list) ? [...list] : []))
  const superseded = known(p.superseded) && known(p.superseded.version) ? [p.superseded.version] : []
  const under = (found: ReadonlyArray<string>): { readonly ctx: Context } => {
    const plans = found.flatMap(
      (id): ReadonlyArray<Plan> => [
        { id, kind: "provincial" },
        { id, kind: "local" }
      ]
    )
    return { ctx: { ...ctx, plansInForce: (region, organ, on) => ctx.plansInForce(region, organ, on) ?? plans } }
  }
  return [
    {
      answer: { zh: "当日有规划施行，所依据的规划在内", en: "plans were in force, what it rests on among them" },
      ...under([...ids, ...superseded, supposed])
    },
    {
      answer: { zh: "当日有规划施行，所依据的规划不在内", en: "plans were in force, what it rests on not among them" },
      ...under([supposed])
    },
    { answer: { zh: "当日没有规划施行", en: "no plan was in force on the day" }, ...under([]) }
  ]
}

/** Whether the new version that takes the place of a plan is one that was in force on the day. */
export const version: Suppose<PlanVersion> = (p, _, ctx): Supposed => {
  const { superseded } = p
  if (!known(superseded)) return []
  const inForce: Context = { ...ctx, plansInForce: () => [{ id: supposed, kind: "provincial" }] }
  return [
    {
      answer: { zh: "新版本当日已实施", en: "the new version was in force on the day" },
      ctx: inForce,
      state: { ...p, superseded: { ...superseded, version: supposed } }
    },
    {
      answer: { zh: "新版本当日未实施", en: "the new version was not in force on the day" },
      ctx: inForce,
      state: { ...p, superseded: { ...superseded, version: outsider } }
    }
  ]
}

/** Whose plan it is. @article 6 @article 7 @article 8 */
export const kind: Suppose<PlanVersion> = (p, _, ctx): Supposed => {
  const opened = known(p.opened) ? p.opened : { on: ctx.asOf }
  const of = (kind: PlanVersion["kind"], region: string | undefined): PlanVersion => ({ ...p, kind, region, opened })
  return [
    { answer: { zh: "省电子政务发展规划", en: "the provincial development plan" }, state: of("provincial", "440000") },
    {
      answer: { zh: "市、县、区建设规划", en: "a plan of a city, county or district" },
      state: of("local", "440100")
    },
    {
      answer: { zh: "省级行政机关的部门建设规划", en: "a plan of a provincial organ" },
      state: of("departmental", "440000")
    }
  ]
}

/** Whether the region is a city, county or district. @article 8 */
export const region: Suppose<PlanVersion> = (p): Supposed => [
  { answer: { zh: "属市、县、区", en: "it is a city, county or district" }, state: { ...p, region: "440100" } },
  { answer: { zh: "不属市、县、区", en: "it is none of these" }, state: { ...p, region: "440000" } }
]
