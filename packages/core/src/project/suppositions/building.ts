/** What may turn out about what a project builds: what it reaches, where it stands, what was found of it, what ends with it. @article 14 @article 18 @article 19 @article 26 */
import { addDays, type CivilDate } from "../../civil/CivilDate.ts"
import type { Suppose } from "../../explanation/Inquiry.ts"
import { eitherWay, supposedOn } from "../../explanation/supposedStates.ts"
import { instruments } from "../../explanation/supposedSurroundings.ts"
import { perDecision } from "../../verdict/decisions.ts"
import { known } from "../../verdict/Fact.ts"
import { commencement } from "../../verdict/Rule.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { measuringPlans } from "../art09.ts"
import { speakingOn } from "../art14.ts"
import { roundsBuilding } from "../building.ts"
import type { Acceptance, AcceptanceRequest, Application, Project, Scheme } from "../Project.ts"
import { assessmentsOf, inAssessments } from "./assessments.ts"
import { held } from "./exAnte.ts"
import { completeIn, located, newRound, roundsOf, supposed, withAgencies } from "./Supposing.ts"

/** The acceptance that a verdict is about. */
const acceptanceOf = (p: Project, { instance }: Verdict): Acceptance | undefined =>
  p.acceptances.flatMap(perDecision).find((a) => a.instance === instance)

/** The day on which what a verdict is about was approved or put to acceptance. */
const dayOf = (p: Project, v: Verdict, ctx: Context): CivilDate => {
  const acceptance = acceptanceOf(p, v)
  const decision = (acceptance ?? roundsOf(p, v)[0])?.decision
  if (known(decision)) return decision.on
  return known(acceptance?.applied) ? acceptance.applied.on : ctx.asOf
}

/** The case with one more version of the scheme, the last of its day, in every round of which the project is built. */
const planning = (p: Project, v: Verdict, ctx: Context, said: Partial<Scheme>): Project => {
  const none = { what: undefined, to: undefined, material: undefined }
  const unsaid = { ...none, crossDept: undefined, crossRegion: undefined, network: undefined }
  const scheme: Scheme = { ...supposedOn(dayOf(p, v, ctx), { ...unsaid, id: supposed }), ...said }
  const told = (a: Application): Application => ({ ...a, schemes: [...a.schemes, scheme] })
  const rounds = roundsBuilding(p, scheme.on).length > 0 ? [] : [newRound(supposed)]
  return { ...p, applications: [...p.applications, ...rounds].map(told) }
}

/**
 * The case with the application for an acceptance changed, or told where nobody told of it. The rule looks at what was applied with by the day
 * of the decision: an application that is on record for a later day says nothing by then, so that one is supposed beside the decision.
 */
const accepting = (
  p: Project,
  v: Verdict,
  ctx: Context,
  change: (request: AcceptanceRequest) => Partial<AcceptanceRequest>
): Project => {
  const on = dayOf(p, v, ctx)
  const untold: AcceptanceRequest = supposedOn(on, { security: undefined, against: undefined, network: undefined })
  return {
    ...p,
    acceptances: p.acceptances.map((a) => {
      if (a.id !== acceptanceOf(p, v)?.id) return a
      const applied = known(a.applied) && a.applied.on <= on ? a.applied : untold
      return { ...a, applied: { ...applied, ...change(applied) } }
    })
  }
}

/** What the system reaches. */
export const reach: Suppose<Project> = (p, v, ctx) =>
  eitherWay(
    { zh: "系统跨部门并且跨地区", en: "the system reaches across departments and regions" },
    { zh: "系统既不跨部门也不跨地区", en: "the system reaches across neither" },
    (holds) => ({ state: planning(p, v, ctx, { crossDept: holds, crossRegion: holds }) })
  )

/** On which network the system will stand by the scheme, or stands at the acceptance. */
export const network: Suppose<Project> = (p, v, ctx) =>
  eitherWay(
    { zh: "系统建立在统一网络平台之上", en: "the system stands on the unified platform" },
    { zh: "系统建立在其他网络之上", en: "the system stands on another network" },
    (holds) => {
      const network = holds ? ("unified-platform" as const) : ("other" as const)
      const finished = acceptanceOf(p, v) !== undefined
      return { state: finished ? accepting(p, v, ctx, () => ({ network })) : planning(p, v, ctx, { network }) }
    }
  )

/** When the works were completed. */
export const construction: Suppose<Project> = (p, v, ctx) =>
  eitherWay(
    { zh: "建设完成于《办法》施行之后", en: "the works were completed after the Measures took force" },
    { zh: "建设完成于《办法》施行之前", en: "the works were completed before the Measures took force" },
    (holds) => ({ state: { ...p, completed: { on: holds ? dayOf(p, v, ctx) : addDays(commencement, -1) } } })
  )

/** The ids of the plans or versions that have to be kept to, as far as anybody knows. */
const yardsticks = (p: Project, v: Verdict, ctx: Context): ReadonlyArray<string> => {
  const on = dayOf(p, v, ctx)
  const versions: ReadonlyArray<{ readonly id: string }> | undefined =
    v.norm === "N14.1" ? measuringPlans(p, ctx, { on }) : ctx.instrumentsInForce("security-norms", on)
  return versions === undefined || versions.length === 0 ? [supposed] : versions.map(({ id }) => id)
}

/** What the ex-ante assessment finds of conformity to the plan. */
export const planConformity: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const [round] = roundsOf(p, v)
  if (round === undefined) return []
  const against = yardsticks(p, v, ctx)
  const silent = speakingOn(dayOf(p, v, ctx), round, p, ctx).filter(({ act }) => act.planConformity === undefined)
  const some = silent.map(({ assessment }) => assessment)
  return eitherWay(
    { zh: "事前评估认为符合规划", en: "the ex-ante assessment finds conformity to the plan" },
    { zh: "事前评估认为不符合规划", en: "the ex-ante assessment finds no conformity to the plan" },
    (holds) => {
      const found = { planConformity: holds ? ("pass" as const) : ("fail" as const), against }
      if (some.length > 0)
        return {
          state: inAssessments(p, some, (x) => (known(x.issued) ? { ...x, issued: { ...x.issued, ...found } } : x))
        }
      const x = held(supposed, "ex-ante", round.id, dayOf(p, v, ctx), "support")
      const told = known(x.issued) ? { ...x, issued: { ...x.issued, ...found } } : x
      return {
        ctx: withAgencies(ctx, p),
        state: { ...completeIn(p, "assessment"), assessments: [...p.assessments, told] }
      }
    }
  )
}

/** What is found of the finished system against the security norms. */
export const securityCheck: Suppose<Project> = (p, v, ctx) =>
  eitherWay(
    { zh: "检查结果为符合施行中的安全规范", en: "a check finds conformity to the security norms in force" },
    { zh: "检查结果为不符合施行中的安全规范", en: "a check finds no conformity to the security norms in force" },
    (holds) => ({
      state: accepting(p, v, ctx, () => ({ security: holds ? "pass" : "fail", against: yardsticks(p, v, ctx) }))
    })
  )

/** Against what was checked where nobody says it. */
export const against: Suppose<Project> = (p, v, ctx) =>
  eitherWay(
    { zh: "检查依据的是应当符合的版本", en: "the check was made against what has to be kept to" },
    { zh: "检查依据的是其他版本", en: "the check was made against something else" },
    (holds) => {
      const told = holds ? yardsticks(p, v, ctx) : [`${supposed}其他`]
      const said = <C extends { readonly against?: unknown }>(check: C): C =>
        check.against === undefined ? { ...check, against: told } : check
      if (v.norm === "N14.1")
        return {
          state: inAssessments(p, assessmentsOf(p, v), (x) => (known(x.issued) ? { ...x, issued: said(x.issued) } : x))
        }
      const acceptances = p.acceptances.map((a) => (known(a.applied) ? { ...a, applied: said(a.applied) } : a))
      return { state: { ...p, acceptances } }
    }
  )

/** Which security norms were in force on the day of the acceptance. */
export const securityNorms: Suppose<Project> = (p, _v, ctx) => {
  const cited = p.acceptances.flatMap(({ applied }) =>
    known(applied) && known(applied.against) ? applied.against : []
  )
  return instruments("security-norms", cited, ctx)
}

/** Which interfaces for the provincial catalogue end with the system. */
export const interfaces: Suppose<Project> = (p) =>
  eitherWay(
    {
      zh: "有省目录内资源的交换接口随系统终止",
      en: "an interface for a resource of the provincial catalogue ends with the system"
    },
    {
      zh: "没有省目录内资源的交换接口随系统终止",
      en: "no interface for a resource of the provincial catalogue ends with the system"
    },
    (holds) => ({
      state: known(p.retired) ? { ...p, retired: { ...p.retired, interfaces: holds ? [supposed] : [] } } : p
    })
  )
