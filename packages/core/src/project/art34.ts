import type { Assessment } from "../assessment/Assessment.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { notApplicable } from "../verdict/ruling.ts"
import type { Context, Gate } from "../verdict/Verdict.ts"
import { perAssessment } from "./perAssessment.ts"

type Started = Extract<Assessment["started"], Act>

/** Whether an assessment may begin: the standards are issued, or a version of them is named (A34). */
const begins = ({ criteria, on }: Started, ctx: Context): Gate => {
  const standards = ctx.instrumentsInForce("assessment-standards", on)
  if (standards !== undefined) return standards.length > 0 ? "met" : "unmet"
  return known(criteria) ? "met" : criteria === undefined ? "unknown" : "unmet"
}

/**
 * 电子政务效果评估标准与实施方案由省信息化主管部门会同省投资主管部门、财政部门、审计部门、监察部门等有关部门另行制定
 *
 * Who issues them and with whom is asked of the instrument. Of an assessment it is asked by which version it goes; none is shown, and bars
 * nothing unless assessments are read to wait for the standards (A34).
 */
export const N34_1 = perAssessment("N34.1", [], ({ started }, _, ctx) => {
  if (!known(started)) return notApplicable
  const { criteria } = started
  const note = criteria === undefined || known(criteria) ? undefined : "no-criteria"
  const said = { ...notApplicable, trigger: started, note } as const
  if (ctx.profile.readings.A34 === "yes") return note === undefined ? notApplicable : said
  const gate = begins(started, ctx)
  return gate === "met" ? said : { ...said, gate, bars: true }
})
