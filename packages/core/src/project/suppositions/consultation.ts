/** What may turn out about a round of establishment: application, request, reply, decision. @article 10 */
import type { CivilDate } from "../../civil/CivilDate.ts"
import { dayText } from "../../civil/dayText.ts"
import type { Suppose, Supposition } from "../../explanation/Inquiry.ts"
import { known } from "../../verdict/Fact.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { measuringPlans } from "../art09.ts"
import { decidedIn, holdsAt } from "../authorities.ts"
import { askedRole } from "../consultation.ts"
import type { Opinion, OpinionRequest, Project } from "../Project.ts"
import {
  authority,
  beginning,
  complete,
  daysUntil,
  eachWay,
  endOf,
  firstOf,
  inRounds,
  located,
  roundsOf,
  type Supposed,
  supposed,
  withAgencies
} from "./Supposing.ts"

/** Whether, and when, establishment was applied for. */
export const application: Suppose<Project> = (p, v, ctx) => [
  ...daysUntil(ctx, beginning(p, roundsOf(p, v)[0], ctx), ctx.asOf).map((on) => ({
    answer: { zh: `已于${dayText(on).zh}申请立项`, en: `establishment was applied for on ${on}` },
    state: inRounds(p, v, (a) => ({ ...a, applied: { on, to: undefined } }))
  })),
  {
    answer: { zh: "未申请立项", en: "establishment was not applied for" },
    state: inRounds(p, v, (a) => ({ ...a, applied: null }))
  }
]

/** Whether, and when, an opinion was asked for. */
export const opinionRequest: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const round = roundsOf(p, v)[0]
  const over = (round && endOf(round)) ?? ctx.asOf
  const applied = round !== undefined && known(round.applied) ? round.applied.on : undefined
  const asked = (on: CivilDate): Supposition<Project> => {
    const request: OpinionRequest = { id: supposed, instance: `request/${supposed}`, on, to: authority }
    const day = dayText(on)
    return {
      answer: {
        zh: `已于${day.zh}向应征求的信息化主管部门征求意见`,
        en: `the informatization authority that has to be asked was asked on ${day.en}`
      },
      ctx: withAgencies(ctx, p),
      state: inRounds(complete(p), v, (a) => ({ ...a, requests: [...a.requests, request] }))
    }
  }
  return [
    ...daysUntil(ctx, firstOf(over, applied), over).map(asked),
    { answer: { zh: "未征求意见", en: "no opinion was asked for" }, state: complete(p) }
  ]
}

/** Whether a request went to the authority that has to be asked. */
export const requestedOf: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const role = askedRole(ctx)
  const doubtful = roundsOf(p, v).flatMap((a) =>
    a.requests.filter((r) =>
      v.instance.startsWith("request/")
        ? r.instance === v.instance
        : holdsAt(ctx, r.to, role, decidedIn(ctx, a, p), r.on) === undefined
    )
  )
  return eachWay(
    doubtful,
    { zh: "送应征求的信息化主管部门", en: "went to the informatization authority that has to be asked" },
    { zh: "送其他机关", en: "went to another body" },
    (holds) => ({
      ctx: withAgencies(ctx, p),
      state: inRounds(p, v, (a) => ({
        ...a,
        requests: a.requests.map((r) => (doubtful.includes(r) ? { ...r, to: holds(r) ? authority : null } : r))
      }))
    })
  )
}

/** Whether a newer version of the scheme is another scheme. */
export const material: Suppose<Project> = (p, v) =>
  eachWay(
    roundsOf(p, v).flatMap((a) => a.schemes.filter((s) => s.material === undefined)),
    { zh: "属重大变化", en: "is a material change" },
    { zh: "不属重大变化", en: "is no material change" },
    (holds) => ({
      state: inRounds(p, v, (a) => ({
        ...a,
        schemes: a.schemes.map((s) => (s.material === undefined ? { ...s, material: holds(s) } : s))
      }))
    })
  )

const given = (p: Project, v: Verdict, opinion: Opinion): Project =>
  inRounds(complete(p), v, (a) => ({ ...a, opinions: [...a.opinions, opinion] }))

const none = (p: Project): Supposition<Project> => ({
  answer: { zh: "未出具意见", en: "no opinion was given" },
  state: complete(p)
})

/** Whether a request was answered, when, and how. */
const replied = (p: Project, v: Verdict, ctx: Context): Supposed => {
  const round = roundsOf(p, v)[0]
  const request = round?.requests.find((r) => r.instance === v.instance)
  if (round === undefined || request === undefined) return []
  const reply = (on: CivilDate, conclusion: "support" | "unclear"): Supposition<Project> => {
    const day = dayText(on)
    const plan = measuringPlans(p, ctx, { on })?.[0]?.id ?? supposed
    const opinion: Opinion = {
      id: supposed,
      request: request.id,
      on,
      conclusion,
      conditions: null,
      plan,
      assessment: supposed
    }
    return {
      answer:
        conclusion === "support"
          ? { zh: `已于${day.zh}出具明确意见`, en: `an explicit opinion was given on ${day.en}` }
          : { zh: `已于${day.zh}答复，意见不明确`, en: `a reply that is not explicit was given on ${day.en}` },
      state: given(p, v, opinion)
    }
  }
  const last = endOf(round) ?? ctx.asOf
  return [
    ...daysUntil(ctx, request.on, last).map((on) => reply(on, "support")),
    reply(firstOf(ctx.asOf, request.on), "unclear"),
    none(p)
  ]
}

/** Whether an opinion was given: on a request, or before a decision. */
export const opinion: Suppose<Project> = (p, v, ctx) => {
  if (v.instance.startsWith("request/")) return replied(p, v, ctx)
  const round = roundsOf(p, v)[0]
  if (round === undefined || !known(round.decision)) return []
  const { considered, on } = round.decision
  const before = (id: string): Opinion => ({
    id,
    request: supposed,
    on,
    conclusion: "support",
    conditions: null,
    plan: undefined,
    assessment: undefined
  })
  const cited = known(considered) ? considered.find((id) => !round.opinions.some((o) => o.id === id)) : undefined
  return [
    {
      answer: { zh: "作出决定前已出具意见", en: "an opinion had been given before the decision" },
      state: given(p, v, before(cited ?? supposed))
    },
    none(p)
  ]
}
