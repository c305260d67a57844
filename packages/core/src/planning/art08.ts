import { levelOf } from "../agency/Region.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { known } from "../verdict/Fact.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import { approvalSlices, approved, replaced } from "./approval.ts"
import { following, ofCity } from "./following.ts"
import { each, once, type View } from "./Rule.ts"
import { reviewed, reviewSlices } from "./review.ts"

/** Whether it is a plan that art. 8 speaks of: of a city, a county or a district; `undefined` where its region is not known. */
const ofArea = ({ region, township }: View<never>): boolean | undefined => {
  const level = region === undefined ? undefined : levelOf(region)
  if (known(township) || level === "province") return false
  return level === undefined ? undefined : true
}

/** 市、县、区各级信息化主管部门根据省电子政务发展规划，制定本地区电子政务建设规划 */
export const N8_1 = once(
  "N8.1",
  "local",
  ["decisions", "implemented", "repealed", "submissions", "superseded", "withdrawn"],
  (p, ctx, begun) => {
    const area = ofArea(p)
    if (area === false) return notApplicable
    if (area === undefined) return undetermined("region", begun)
    const beside = ctx.profile.readings.A08b === "both" ? (on: CivilDate) => ofCity(p, ctx, on) : undefined
    return following({ submissions: p.submissions, slice: "submission" }, p, ctx, begun, beside)
  }
)

/** 经同级规划主管部门审核 */
export const N8_2 = once("N8.2", "local", reviewSlices, (p, ctx, begun) =>
  ofArea(p) === false ? notApplicable : reviewed("planning.local", p, ctx, begun)
)

/** 报同级人民政府批准后实施 */
export const N8_3 = each("N8.3", "local", approvalSlices, (p, ctx, begun, ruled) => {
  if (ofArea(p) === false) return
  ruled("", approved("government.local", p, ctx, begun))
  const version = replaced(p, ctx)
  if (version !== undefined) ruled(version.instance, version.r)
})
