import { leads } from "./authorities.ts"
import { ledJointly, makingSlices } from "./made.ts"
import { once } from "./Rule.ts"

/** 省信息化主管部门负责牵头会同有关部门制定全省电子政务发展规划 */
export const N3_1 = once("N3.1", "provincial", makingSlices, (p, ctx, begun) => {
  const lead = leads(ctx, "info.provincial", p)
  return ledJointly(lead, lead === undefined ? "unknown" : lead ? "met" : "unmet", p, ctx, begun)
})
