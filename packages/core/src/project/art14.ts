import { plansMeasuring, toPlans } from "../verdict/conformity.ts"
import { known } from "../verdict/Fact.ts"
import { exAnte } from "./assessing.ts"
import { perEstablishment } from "./building.ts"

/**
 * 行政机关电子政务应用系统建设应当符合电子政务发展规划要求
 *
 * What the ex-ante assessments of the round found by its approval, measured by the plans of that day. One whose place another had taken before
 * says nothing any more.
 */
export const N14_1 = perEstablishment("N14.1", ["assessments"], (a, { approved, trigger }, p, ctx) => {
  const found = exAnte(a, p, ctx, ({ issued, superseded }) =>
    known(superseded) && superseded.on < approved.on ? null : issued
  )
  const checks = found.map(({ act, counts }) => ({ act, result: act.planConformity, against: act.against, counts }))
  return toPlans(checks, plansMeasuring(p, approved.on, ctx), ctx, {
    trigger,
    unchecked: "planConformity",
    unsaid: "planConformity",
    weigh: ({ counts }) => counts
  })
})
