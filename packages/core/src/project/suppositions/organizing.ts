/** What may turn out about who organized an assessment, carried it out and issued its result. @article 29 @article 30 @article 31 */
import { type Assessment, type Engagement, firstAct } from "../../assessment/Assessment.ts"
import type { Suppose } from "../../explanation/Inquiry.ts"
import { known } from "../../verdict/Fact.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { issuedRightly, organized } from "../assessing.ts"
import type { Project } from "../Project.ts"
import { assessmentsOf, inAssessments, planned } from "./assessments.ts"
import { authority, eachWay, located, outsider, supposed, withAgencies } from "./Supposing.ts"

/** Whether an assessment is organized by the authority of the project's level. */
export const organizer: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const open = assessmentsOf(p, v).filter((x) => organized(x, p, ctx) === undefined)
  return eachWay(
    open,
    {
      zh: "由项目所属层级的信息化主管部门组织",
      en: "organized by the informatization authority of the project's level"
    },
    { zh: "由其他机关组织", en: "organized by another body" },
    (holds) => ({
      ctx: withAgencies(ctx, p),
      state: inAssessments(p, open, (x) => planned(x, ctx, { by: holds(x) ? authority : outsider }))
    })
  )
}

const engaged = (x: Assessment, ctx: Context, said: Partial<Engagement>): Assessment => {
  const begun = known(x.started) ? x.started : known(x.issued) ? x.issued : firstAct(x)
  const none: Engagement = {
    on: begun?.on ?? ctx.asOf,
    executor: "third-party",
    assessor: undefined,
    reason: undefined,
    interests: undefined
  }
  return { ...x, engaged: { ...(known(x.engaged) ? x.engaged : none), ...said } }
}

/** Who carried an assessment out; of one that was carried out in-house, whether the reason is on record. */
export const executor: Suppose<Project> = (p, v, ctx) => {
  const open = assessmentsOf(p, v).filter((x) => !known(x.engaged))
  const inHouse = { executor: "in-house", assessor: "n/a" } as const
  const ways = eachWay(
    open,
    { zh: "由第三方机构执行", en: "carried out by a third party" },
    { zh: "由信息化主管部门自行执行，并记明理由", en: "carried out in-house, with the reason on record" },
    (holds) => ({
      state: inAssessments(p, open, (x) => engaged(x, ctx, holds(x) ? {} : { ...inHouse, reason: supposed }))
    })
  )
  if (v.norm !== "N30.3") return ways
  return [
    ...ways,
    {
      answer: { zh: "由信息化主管部门自行执行，未记明理由", en: "carried out in-house, with no reason on record" },
      state: inAssessments(p, open, (x) => engaged(x, ctx, { ...inHouse, reason: null }))
    }
  ]
}

/** The assessments whose result may have been issued by somebody who may not issue it. */
const doubtful = (p: Project, v: Verdict, ctx: Context, missing: "assessor" | "issuer"): ReadonlyArray<Assessment> =>
  assessmentsOf(p, v).filter((x) => issuedRightly(x, p, ctx) === missing)

const issuedBy = (x: Assessment, by: string): Assessment =>
  known(x.issued) ? { ...x, issued: { ...x.issued, by } } : x

/** Whether whoever issued a result is the third party that was commissioned. */
export const assessor: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const open = doubtful(p, v, ctx, "assessor")
  return eachWay(
    open,
    { zh: "出具单位即受托的第三方机构", en: "whoever issued the result is the third party" },
    { zh: "出具单位并非受托的第三方机构", en: "whoever issued the result is not the third party" },
    (holds) => ({
      ctx: withAgencies(ctx, p),
      state: inAssessments(p, open, (x) =>
        holds(x) ? issuedBy(engaged(x, ctx, { assessor: supposed }), supposed) : engaged(x, ctx, { assessor: outsider })
      )
    })
  )
}

/** Whether a result was issued by the authority that may issue it. */
export const issuer: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const open = doubtful(p, v, ctx, "issuer")
  return eachWay(
    open,
    { zh: "由应出具评估意见（结果）的信息化主管部门出具", en: "issued by the authority that has to issue the result" },
    { zh: "由其他单位出具", en: "issued by another body" },
    (holds) => ({
      ctx: withAgencies(ctx, p),
      state: inAssessments(p, open, (x) => issuedBy(x, holds(x) ? authority : outsider))
    })
  )
}
