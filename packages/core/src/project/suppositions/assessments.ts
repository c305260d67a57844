/** Which assessments an answer is about, and what may turn out about their kind, their round and their time. @article 30 @article 31 @article 32 @article 33 */
import { type Assessment, type AssessmentType, firstAct, isType, type Planned } from "../../assessment/Assessment.ts"
import { addDays, type CivilDate } from "../../civil/CivilDate.ts"
import { dayText } from "../../civil/dayText.ts"
import type { Suppose } from "../../explanation/Inquiry.ts"
import { known } from "../../verdict/Fact.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import type { Project } from "../Project.ts"
import { valueNames } from "../vocabulary.ts"
import { daysUntil, eachWay, firstOf, roundsOf, supposed } from "./Supposing.ts"

const types: { readonly [article: string]: AssessmentType } = { N31: "ex-ante", N32: "ex-post", N33: "application" }

/** The assessments that a verdict may be about: that of its instance, or those of the type of its article, and of its round. */
export const assessmentsOf = (p: Project, v: Verdict): ReadonlyArray<Assessment> => {
  if (v.instance.startsWith("assessment/")) return p.assessments.filter((x) => x.instance === v.instance)
  const type = types[v.norm.slice(0, 3)] ?? "ex-ante"
  const round = p.applications.find((a) => a.instance === v.instance)
  return p.assessments.filter((x) => {
    if (isType(x, type) === false) return false
    const application = known(x.planned) ? x.planned.application : undefined
    return round === undefined || application === undefined || application === round.id
  })
}

/** The case with some of its assessments changed. */
export const inAssessments = (
  p: Project,
  some: ReadonlyArray<Assessment>,
  change: (x: Assessment) => Assessment
): Project => ({ ...p, assessments: p.assessments.map((x) => (some.includes(x) ? change(x) : x)) })

/** An assessment of whose planning more is known; nobody said before what of it is not named here. */
export const planned = (x: Assessment, ctx: Context, said: Partial<Planned>): Assessment => {
  const none: Planned = {
    on: firstAct(x)?.on ?? ctx.asOf,
    type: "ex-post",
    application: undefined,
    signed: undefined
  }
  return { ...x, planned: { ...(known(x.planned) ? x.planned : none), ...said } }
}

/** Which of the three kinds an assessment is. */
export const assessmentType: Suppose<Project> = (p, v, ctx) => {
  const open = assessmentsOf(p, v).filter((x) => !known(x.planned))
  return Object.entries(valueNames.type).map(([type, name]) => ({
    answer: { zh: `属${name.zh}`, en: `it is an assessment of this type: ${name.en}` },
    state: inAssessments(p, open, (x) => planned(x, ctx, { type: type as AssessmentType }))
  }))
}

/** For which round of establishment an ex-ante assessment is. */
export const assessmentRound: Suppose<Project> = (p, v, ctx) => {
  const open = assessmentsOf(p, v).filter((x) => !known(x.planned) || !known(x.planned.application))
  const [round] = roundsOf(p, v)
  if (round === undefined) return []
  if (v.instance === round.instance) {
    return eachWay(
      open,
      { zh: `针对申请${round.id}`, en: `for application ${round.id}` },
      { zh: "针对其他申请", en: "for another application" },
      (holds) => ({
        state: inAssessments(p, open, (x) => planned(x, ctx, { application: holds(x) ? round.id : supposed }))
      })
    )
  }
  return p.applications.map(({ id }) => ({
    answer: { zh: `针对申请${id}`, en: `it is for application ${id}` },
    state: inAssessments(p, open, (x) => planned(x, ctx, { application: id }))
  }))
}

/** When an assessment began of which only the result is on record: with it, or on the days between which its type changes. */
export const assessmentStart: Suppose<Project> = (p, v, ctx) => {
  const open = assessmentsOf(p, v).filter((x) => !known(x.started))
  const last = open.reduce<CivilDate>((day, { issued }) => (known(issued) ? firstOf(day, issued.on) : day), ctx.asOf)
  const turns = [known(p.completed) ? p.completed.on : undefined, p.operation[0]?.on]
  const around = turns.flatMap((on) => (on === undefined || on > last ? [] : [addDays(on, -1), on]))
  return daysUntil(ctx, addDays(last, -1), last, ...around).map((on) => ({
    answer: { zh: `已于${dayText(on).zh}开始评估`, en: `the assessment began on ${on}` },
    state: inAssessments(p, open, (x) => ({
      ...x,
      started: { on, criteria: undefined, scheme: undefined, signed: undefined }
    }))
  }))
}
