/** What may turn out about the money of a project: whether it was decided, whose it is, whether it was filed and copied. @article 11 */
import { addDays, type CivilDate } from "../../civil/CivilDate.ts"
import { dayText } from "../../civil/dayText.ts"
import type { Suppose, Supposition } from "../../explanation/Inquiry.ts"
import { decisionsOn, withDecisions } from "../../verdict/decisions.ts"
import { known } from "../../verdict/Fact.ts"
import { approvedIn, holdsAt } from "../authorities.ts"
import type { Application, Budget, Decision, Project } from "../Project.ts"
import {
  authority,
  beginning,
  complete,
  completeIn,
  daysUntil,
  eachWay,
  either,
  firstOf,
  located,
  newRound,
  outsider,
  roundsOf,
  type Supposed,
  supposed,
  withAgencies
} from "./Supposing.ts"

const decisionOn = (on: CivilDate, approved: boolean): Decision => ({
  on,
  approved,
  considered: undefined,
  planItem: undefined,
  deviation: undefined,
  builder: null,
  funding: undefined,
  aims: undefined,
  ranking: undefined
})

/** The case with a decision in the first round of a verdict that has none, or in one that is supposed. */
const withDecision = (p: Project, rounds: ReadonlyArray<Application>, decision: Decision): Project => {
  const round = rounds.find((a) => a.decision === undefined) ?? newRound(supposed)
  if (!p.applications.includes(round)) return { ...p, applications: [...p.applications, { ...round, decision }] }
  return { ...p, applications: p.applications.map((a) => (a === round ? { ...a, decision } : a)) }
}

const started = (p: Project, on: CivilDate): Supposition<Project> => ({
  answer: { zh: `已于${dayText(on).zh}开工建设`, en: `construction started on ${on}` },
  state: { ...p, started: { on } }
})

/** Whether establishment was decided; under the reading that reports follow the works, whether these have begun (A12b). */
export const decision: Suppose<Project> = (p, v, ctx) => {
  const last = known(p.settled) ? p.settled.on : ctx.asOf
  const first = firstOf(beginning(p, p.applications[0], ctx), last)
  const days = daysUntil(ctx, addDays(first, -365), first, last)
  if (v.norm.startsWith("N12.") && ctx.profile.readings.A12b === "works") {
    return [
      ...days.map((on) => started(p, on)),
      { answer: { zh: "未开工建设", en: "construction has not started" }, state: complete({ ...p, started: null }) }
    ]
  }
  const rounds = roundsOf(p, v)
  const decided = (on: CivilDate, approved: boolean): Supposition<Project> => ({
    answer: approved
      ? { zh: `已于${dayText(on).zh}批准立项`, en: `establishment was approved on ${on}` }
      : { zh: `已于${dayText(on).zh}不予立项`, en: `establishment was rejected on ${on}` },
    state: withDecision(p, rounds, decisionOn(on, approved))
  })
  const refers = v.norm === "N10.2" || v.norm === "N31.4"
  return [
    ...(refers ? [ctx.asOf] : days).map((on) => decided(on, true)),
    ...(refers ? [decided(ctx.asOf, false)] : []),
    { answer: { zh: "未作出立项决定", en: "no decision on establishment was made" }, state: complete(p) }
  ]
}

/** Whether fiscal money is in the project. */
export const funding: Suppose<Project> = (p, _v, ctx) =>
  either(
    { zh: "有财政资金投入", en: "there is fiscal money in it" },
    { zh: "没有财政资金投入", en: "there is no fiscal money in it" },
    (holds) => {
      const money = [holds ? ("fiscal" as const) : ("self-raised" as const)]
      if (!p.applications.flatMap(decisionsOn).some(({ approved }) => approved)) {
        return withDecision(p, p.applications, { ...decisionOn(ctx.asOf, true), funding: money })
      }
      const applications = p.applications.map((a) =>
        withDecisions(a, (one) => (known(one.funding) ? one : { ...one, funding: money }))
      )
      return { ...p, applications }
    }
  )

/** Whether the money of a budget is fiscal. */
export const fiscal: Suppose<Project> = (p, v) =>
  either(
    { zh: "该预算属财政资金投入", en: "the money of the budget is fiscal" },
    { zh: "该预算不属财政资金投入", en: "the money of the budget is not fiscal" },
    (holds) => {
      const told = (b: Budget): Budget => (known(b.issued) ? { ...b, issued: { ...b.issued, fiscal: holds } } : b)
      return { ...p, budgets: p.budgets.map((b) => (b.instance === v.instance ? told(b) : b)) }
    }
  )

/** Whether, and when, the investment was filed. */
export const filing: Suppose<Project> = (unknown, v, ctx) => {
  const p = completeIn(unknown, "filing")
  return [
    ...daysUntil(ctx, v.trigger?.on, ctx.asOf).map((on) => ({
      answer: { zh: `已于${dayText(on).zh}备案`, en: `the investment was filed on ${on}` },
      state: { ...p, filings: [...p.filings, { on }] }
    })),
    { answer: { zh: "未备案", en: "the investment was not filed" }, state: p }
  ]
}

/** Whether a filing by somebody whom the directory does not know is one of the authority of the approving level. */
export const filedBy: Suppose<Project> = (unplaced, _v, ctx): Supposed => {
  const p = located(unplaced)
  const doubtful = p.filings.filter(
    ({ by, on }) => by !== undefined && holdsAt(ctx, by, "info.any", approvedIn(ctx, p, on), on) === undefined
  )
  return eachWay(
    doubtful,
    { zh: "由应办理备案的信息化主管部门备案", en: "filed by the informatization authority that has to file it" },
    { zh: "由其他机关备案", en: "filed by another body" },
    (holds) => ({
      ctx: withAgencies(ctx, p),
      state: {
        ...p,
        filings: p.filings.map((f) => (doubtful.includes(f) ? { ...f, by: holds(f) ? authority : outsider } : f))
      }
    })
  )
}
