/** What may turn out about a round before its decision: what was submitted, and whether an assessment was held. @article 31 @article 33 */
import { type Assessment, unplanned } from "../../assessment/Assessment.ts"
import { addDays, type CivilDate } from "../../civil/CivilDate.ts"
import { dayText } from "../../civil/dayText.ts"
import type { Suppose, Supposition } from "../../explanation/Inquiry.ts"
import { supposedOn } from "../../explanation/supposedStates.ts"
import { known } from "../../verdict/Fact.ts"
import { contentItems } from "../art30.ts"
import { ofProjectLevel } from "../authorities.ts"
import type { Project, Scheme } from "../Project.ts"
import {
  authority,
  complete,
  completeIn,
  daysUntil,
  eachWay,
  endOf,
  firstOf,
  inRounds,
  located,
  outsider,
  roundsOf,
  supposed,
  withAgencies
} from "./Supposing.ts"

/** Whether, and when, a plan or scheme was submitted. */
export const submission: Suppose<Project> = (unplaced, v, ctx) => {
  const p = completeIn(located(unplaced), "submission")
  const [round] = roundsOf(p, v)
  const applied = round !== undefined && known(round.applied) ? round.applied.on : v.trigger?.on
  const last = (round && endOf(round)) ?? ctx.asOf
  const submitted = (on: CivilDate): Supposition<Project> => {
    const unsaid = { material: undefined, crossDept: undefined, crossRegion: undefined, network: undefined }
    const scheme: Scheme = supposedOn(on, { id: supposed, what: "both", to: authority, ...unsaid })
    return {
      answer: {
        zh: `已于${dayText(on).zh}向应收的信息化主管部门提交`,
        en: `submitted to the right informatization authority on ${on}`
      },
      ctx: withAgencies(ctx, p),
      state: inRounds(p, v, (a) => ({ ...a, schemes: [...a.schemes, scheme] }))
    }
  }
  return [
    ...daysUntil(ctx, applied, last).map(submitted),
    { answer: { zh: "未提交", en: "nothing was submitted" }, state: p }
  ]
}

/** Whether what was submitted is what has to be, and went to whom it has to go. */
export const submittedTo: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const open = roundsOf(p, v).flatMap((a) =>
    a.schemes.filter((s) => s.what === undefined || ofProjectLevel(ctx, s.to, a, p, s.on) === undefined)
  )
  return eachWay(
    open,
    { zh: "材料齐全，送交应收的信息化主管部门", en: "complete, and sent to the right informatization authority" },
    { zh: "材料不齐全，或者送交其他机关", en: "not complete, or sent to another body" },
    (holds) => ({
      ctx: withAgencies(ctx, p),
      state: inRounds(p, v, (a) => ({
        ...a,
        schemes: a.schemes.map((s) => {
          if (!open.includes(s)) return s
          return holds(s) ? { ...s, what: s.what ?? "both", to: authority } : { ...s, to: outsider }
        })
      }))
    })
  )
}

type Conclusion = "support" | "not-support"

/** An assessment that counts: of the right authority, by a third party, on one day. */
export const held = (
  id: string,
  type: "ex-ante" | "application",
  application: string | null,
  on: CivilDate,
  conclusion: Conclusion
): Assessment => ({
  ...unplanned(id),
  planned: { on, by: authority, type, application, signed: undefined },
  engaged: { on, executor: "third-party", assessor: supposed, reason: "n/a", interests: null },
  started: { on, criteria: null, scheme: null, signed: undefined },
  issued: {
    on,
    by: authority,
    items: contentItems,
    omitted: null,
    conclusion,
    planConformity: undefined,
    against: undefined
  }
})

/** Whether an assessment was held: before a decision, and with which conclusion; or, where it is owed every year, in the last one. */
export const heldAssessment: Suppose<Project> = (unplaced, v, ctx) => {
  const placed = located(unplaced)
  const [round] = v.norm.startsWith("N31.") ? roundsOf(placed, v) : []
  const told = round === undefined || known(round.applied)
  const p = told ? completeIn(placed, "assessment") : complete(placed)
  const decision = round !== undefined && known(round.decision) ? round.decision : undefined
  const considered = decision !== undefined && known(decision.considered) ? decision.considered : []
  const named = [...p.assessments, ...(round?.opinions ?? [])].map(({ id }) => id)
  const id = considered.find((one) => !named.includes(one)) ?? supposed
  const last = decision?.on ?? (round && endOf(round)) ?? ctx.asOf
  const type = round === undefined ? ("application" as const) : ("ex-ante" as const)
  const took = (on: CivilDate, conclusion: Conclusion): Supposition<Project> => {
    const day = dayText(on)
    const opinion =
      v.norm !== "N31.4"
        ? { zh: "", en: "" }
        : conclusion === "support"
          ? { zh: "，意见为支持", en: ", in support" }
          : { zh: "，意见为不支持", en: ", not in support" }
    return {
      answer: { zh: `已于${day.zh}组织评估${opinion.zh}`, en: `an assessment was held on ${day.en}${opinion.en}` },
      ctx: withAgencies(ctx, p),
      state: { ...p, assessments: [...p.assessments, held(id, type, round?.id ?? null, on, conclusion)] }
    }
  }
  const ways =
    v.norm === "N31.4"
      ? [took(last, "support"), took(last, "not-support")]
      : daysUntil(ctx, round === undefined ? addDays(last, -1) : firstOf(last, v.trigger?.on), last).map((on) =>
          took(on, "support")
        )
  return [...ways, { answer: { zh: "未组织评估", en: "no assessment was held" }, state: p }]
}
