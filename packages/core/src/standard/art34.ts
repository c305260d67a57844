import { issuing, ofKind, type Sentence } from "./issuing.ts"

/** What art. 34 asks of the assessment standards and the implementation scheme: each of the four departments that it names. @article 34 */
export const assessmentStandards: Sentence = {
  concerns: ofKind("assessment-standards"),
  named: ["investment.provincial", "finance.provincial", "audit.provincial", "supervision.provincial"],
  lacking: "co-drafter-missing",
  provincial: () => true
}

/** 电子政务效果评估标准与实施方案由省信息化主管部门会同省投资主管部门、财政部门、审计部门、监察部门等有关部门另行制定 */
export const N34_1 = issuing("N34.1", assessmentStandards)
