import type { Result } from "../assessment/Assessment.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { plansMeasuring, toPlans } from "../verdict/conformity.ts"
import { known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import { exAnte } from "./assessing.ts"
import { perEstablishment } from "./building.ts"
import type { Application } from "./Project.ts"
import type { View } from "./Rule.ts"

/** The ex-ante assessments of a round that speak of it on the day of its approval. */
export const speakingOn = (on: CivilDate, a: Application, p: View<"applications" | "assessments">, ctx: Context) =>
  exAnte<Result>(a, p, ctx, ({ issued, superseded }) => (known(superseded) && superseded.on < on ? null : issued))

/**
 * 行政机关电子政务应用系统建设应当符合电子政务发展规划要求
 *
 * What the ex-ante assessments of the round found by its approval, measured by the plans of that day. One whose place another had taken before
 * says nothing any more.
 */
export const N14_1 = perEstablishment("N14.1", ["assessments"], (a, { approved, trigger }, p, ctx) => {
  const found = speakingOn(approved.on, a, p, ctx)
  const checks = found.map(({ act, counts }) => ({ act, result: act.planConformity, against: act.against, counts }))
  return toPlans(checks, plansMeasuring(p, approved.on, ctx), ctx, {
    trigger,
    unchecked: "planConformity",
    unsaid: "planConformity",
    weigh: ({ counts }) => counts
  })
})
