/** What may turn out about what an assessment says: its items, the interests declared, who acted with it, what it concludes. @article 30 @article 31 @article 32 @article 33 */
import type { Assessment, Content } from "../../assessment/Assessment.ts"
import type { Suppose } from "../../explanation/Inquiry.ts"
import { parameter } from "../../profile/Parameter.ts"
import { type Fact, known } from "../../verdict/Fact.ts"
import { contentItems } from "../art30.ts"
import type { Project } from "../Project.ts"
import { valueNames } from "../vocabulary.ts"
import { assessmentsOf, inAssessments } from "./assessments.ts"
import { authority, either, supposed } from "./Supposing.ts"

/** Whether the six items are covered, and those that a local document adds. */
export const items: Suppose<Project> = (p, v, ctx) =>
  either(
    { zh: "规定的评估内容均已评估", en: "every item that is asked for is covered" },
    { zh: "规定的评估内容有缺项，且未说明理由", en: "an item is left out without saying why" },
    (holds) => {
      const told = <C extends Content>(c: C): C => {
        if (c.items !== undefined) return c
        const added = parameter(ctx, "assessment.content", c.on, p.region)?.value ?? []
        return holds ? { ...c, items: [...contentItems, ...added] } : { ...c, items: null, omitted: null }
      }
      const content = (x: Assessment): Assessment =>
        known(x.issued)
          ? { ...x, reports: x.reports.map(told), issued: told(x.issued) }
          : { ...x, reports: x.reports.map(told) }
      return inAssessments(p, assessmentsOf(p, v), content)
    }
  )

/** Whether whoever carried an assessment out has an interest in the project. */
export const declaredInterests: Suppose<Project> = (p, v) =>
  either(
    { zh: "执行方与项目有利益关系", en: "the assessor has an interest in the project" },
    { zh: "执行方与项目没有利益关系", en: "the assessor has no interest in the project" },
    (holds) =>
      inAssessments(p, assessmentsOf(p, v), (x) =>
        known(x.engaged) ? { ...x, engaged: { ...x.engaged, interests: holds ? ["builds"] : null } } : x
      )
  )

/** Whether other departments acted together with whoever organized an assessment (会同). */
export const coOrganizers: Suppose<Project> = (p, v) =>
  either(
    { zh: "已会同有关部门组织", en: "other departments acted together with it" },
    { zh: "未会同有关部门", en: "no other department acted together with it" },
    (holds) => {
      const together = holds ? [supposed, authority] : []
      return inAssessments(p, assessmentsOf(p, v), (x) =>
        known(x.planned) ? { ...x, planned: { ...x.planned, with: together, signed: together } } : x
      )
    }
  )

/** What the opinion of an assessment concludes. */
export const assessmentConclusion: Suppose<Project> = (p, v) => {
  const concluded = (value: keyof typeof valueNames.conclusion): Project =>
    inAssessments(p, assessmentsOf(p, v), (x) => {
      const conclusion: Fact<typeof value> = value
      return known(x.issued) && x.issued.conclusion === undefined ? { ...x, issued: { ...x.issued, conclusion } } : x
    })
  return Object.entries(valueNames.conclusion).map(([value, name]) => ({
    answer: { zh: `评估意见结论为“${name.zh}”`, en: `the opinion of the assessment concludes: ${name.en}` },
    state: concluded(value as keyof typeof valueNames.conclusion)
  }))
}

/** By which version of the assessment standards an assessment goes. @article 34 */
export const criteria: Suppose<Project> = (p, v) =>
  either(
    { zh: "已记明所依据的评估标准版本", en: "a version of the assessment standards is named" },
    { zh: "评估标准版本为“无”", en: "the version of the assessment standards is none" },
    (holds) =>
      inAssessments(p, assessmentsOf(p, v), (x) =>
        known(x.started) ? { ...x, started: { ...x.started, criteria: holds ? supposed : null } } : x
      )
  )
