import { approvalSlices, approved, replaced } from "./approval.ts"
import { type Answer, all, holds, made, makingSlices, settled, together } from "./made.ts"
import type { Submission } from "./PlanVersion.ts"
import { each, once, triggerOf } from "./Rule.ts"
import { reviewed, reviewSlices } from "./review.ts"

/** 根据国家电子政务总体规划和本省实际情况: both are among the stated grounds. */
const grounded = ({ grounds }: Submission): Answer =>
  grounds === undefined ? "grounds" : holds(grounds, "national-overall-plan") && holds(grounds, "provincial-conditions")

/** 省信息化主管部门会同有关部门，根据国家电子政务总体规划和本省实际情况，制定本省电子政务发展规划 */
export const N6_1 = once("N6.1", "provincial", makingSlices, (p, ctx, begun) =>
  made(
    {
      submissions: p.submissions,
      slice: "submission",
      particular: "grounds",
      says: (s) => all(grounded(s), together(s, p, ctx))
    },
    p,
    ctx,
    triggerOf(begun, settled(p))
  )
)

/** 经省规划主管部门审核 */
export const N6_2 = once("N6.2", "provincial", reviewSlices, (p, ctx, begun) =>
  reviewed("planning.provincial", p, ctx, begun)
)

/** 报省人民政府批准后实施 */
export const N6_3 = each("N6.3", "provincial", approvalSlices, (p, ctx, begun, ruled) => {
  ruled("", approved("government.provincial", p, ctx, begun))
  const version = replaced(p, ctx)
  if (version !== undefined) ruled(version.instance, version.r)
})
