import { breached, undetermined } from "../verdict/ruling.ts"
import type { Gate } from "../verdict/Verdict.ts"
import { leads } from "./authorities.ts"
import { made, makingSlices, settled, together } from "./made.ts"
import { once, triggerOf } from "./Rule.ts"

/** Whether the body that leads is the one that has to: what a guard of competence asks, whatever else is not as provided. */
export const gateOf = (lead: boolean | undefined): Gate => (lead === undefined ? "unknown" : lead ? "met" : "unmet")

/** 省信息化主管部门负责牵头会同有关部门制定全省电子政务发展规划 */
export const N3_1 = once("N3.1", "provincial", makingSlices, (p, ctx, begun) => {
  const trigger = triggerOf(begun, settled(p))
  const lead = leads(ctx, "info.provincial", p)
  const gate = gateOf(lead)
  if (lead === false) return { ...breached(trigger, begun, "other-body"), gate }
  const joint = made(
    { submissions: p.submissions, slice: "submission", particular: "coDrafters", says: (s) => together(s, p, ctx) },
    p,
    ctx,
    trigger
  )
  if (lead === undefined && joint.status !== "Breached") return { ...undetermined("organ", trigger), gate }
  return { ...joint, gate }
})
