import { issuing, ofKind, type Sentence } from "./issuing.ts"

/** What art. 19 asks of the security norms. @article 19 */
export const securityNorms: Sentence = {
  concerns: ofKind("security-norms"),
  named: [],
  lacking: "no-co-organizer",
  provincial: () => true
}

/** 电子政务安全规范，由省信息化主管部门会同有关部门另行制定 */
export const N19_3 = issuing("N19.3", securityNorms)
