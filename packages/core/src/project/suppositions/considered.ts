/** What may turn out about what a decision, an acceptance, a budget or a review had in view. @article 10 @article 31 @article 32 @article 33 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import type { Text } from "../../regulation/Text.ts"
import { withDecisions } from "../../verdict/decisions.ts"
import { type Act, type Fact, known } from "../../verdict/Fact.ts"
import type { Project } from "../Project.ts"
import { either } from "./Supposing.ts"

const texts = (norm: string): readonly [Text, Text] => {
  switch (norm) {
    case "N10.2":
      return [
        { zh: "作出决定时已参考该意见", en: "the opinion was considered in the decision" },
        { zh: "作出决定时未参考该意见", en: "the opinion was not considered in the decision" }
      ]
    case "N31.4":
      return [
        { zh: "作出决定时已参考该评估意见", en: "the opinion of the assessment was considered in the decision" },
        { zh: "作出决定时未参考该评估意见", en: "the opinion of the assessment was not considered in the decision" }
      ]
    default:
      return [
        { zh: "已参考该评估结果", en: "the result of the assessment was considered" },
        { zh: "未参考该评估结果", en: "the result of the assessment was not considered" }
      ]
  }
}

/** Whether an opinion or a result was considered: every act that does not say so named all there are, or none. */
export const considered: Suppose<Project> = (p, v) =>
  either(...texts(v.norm), (holds) => {
    const all = [...p.assessments, ...p.applications.flatMap(({ opinions }) => opinions)].map(({ id }) => id)
    const told = <U extends Act & { readonly considered?: Fact<ReadonlyArray<string>> }>(use: U): U =>
      use.considered === undefined ? { ...use, considered: holds ? all : null } : use
    return {
      ...p,
      applications: p.applications.map((a) => withDecisions(a, told)),
      acceptances: p.acceptances.map((c) => withDecisions(c, told)),
      budgets: p.budgets.map((b) => (known(b.issued) ? { ...b, issued: told(b.issued) } : b)),
      reviews: p.reviews.map((r) => told(r))
    }
  })
