import { silence } from "../verdict/Coverage.ts"
import { type Counts, conforms, keepsTo, plansMeasuring, toPlans } from "../verdict/conformity.ts"
import { known } from "../verdict/Fact.ts"
import { handedOn } from "../verdict/judged.ts"
import { judgement } from "../verdict/Rule.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Ruling } from "../verdict/Verdict.ts"
import { isOf, weighed } from "./checks.ts"
import { once, perBuild, type View } from "./Rule.ts"

/** Where no construction is on record: a system that operates was built on a day that nobody stated. @article 14 */
const unbuilt = (s: View<"operation">): Ruling<"Undetermined" | "NotApplicable"> =>
  s.operation.length > 0 || silence(s.coverage, "construction", undefined) === undefined
    ? undetermined("construction")
    : notApplicable

/** A fail is one of an assessment or an inspection; what somebody states otherwise is none. */
const found = (check: ReturnType<typeof weighed>): Counts => {
  if (check.result !== "fail") return true
  if (check.occasion === undefined) return "occasion"
  return check.occasion === "assessment" || check.occasion === "inspection"
}

/** 行政机关电子政务应用系统建设应当符合电子政务发展规划要求 */
export const N14_1 = perBuild(
  "N14.1",
  ["checks"],
  (build, s, ctx): Ruling<"Fulfilled" | "Breached" | "Undetermined"> => {
    const checks = s.checks.filter((check) => check.what === "plan" && isOf(check, build, s))
    return toPlans(checks.map(weighed), plansMeasuring(s, build.on, ctx), ctx, {
      trigger: build,
      unchecked: "planCheck",
      weigh: found
    })
  },
  unbuilt
)

/** 遵循国家和省统一的信息交换标准 */
export const N14_2 = perBuild(
  "N14.2",
  ["checks"],
  (build, s, ctx): Ruling<"Fulfilled" | "Breached" | "Undetermined"> => {
    const versions = ctx.instrumentsInForce("exchange-standards", build.on)
    if (versions === undefined) return undetermined("exchangeStandards", build)
    if (versions.length === 0) return undetermined("exchangeStandards", build, "no-yardstick")
    const checks = s.checks.filter((check) => check.what === "exchange-standards" && isOf(check, build, s))
    return conforms(keepsTo(checks.map(weighed), versions, "exchangeCheck"), build)
  },
  unbuilt
)

/** 注重应用实效 */
export const N14_3 = judgement(
  once("N14.3", ["judgements"], (s, ctx) => (known(s.opened) ? handedOn("N14.3", s, ctx) : notApplicable)),
  {
    zh: "应用实效须依使用情况和应用评估综合衡量，须由人判断",
    en: "whether a system is of practical effect is weighed from its use and its assessments; a person judges it"
  }
)
