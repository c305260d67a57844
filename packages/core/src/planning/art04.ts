import { levelOf } from "../agency/Region.ts"
import { known } from "../verdict/Fact.ts"
import { breached, notApplicable, undetermined } from "../verdict/ruling.ts"
import { leads } from "./authorities.ts"
import { made, makingSlices, settled, together } from "./made.ts"
import { once, triggerOf } from "./Rule.ts"

/** (负责本地区电子政务建设的) 建设规划 */
export const N4_2 = once("N4.2", "local", makingSlices, (p, ctx, begun) => {
  const trigger = triggerOf(begun, settled(p))
  const level = p.region === undefined ? undefined : levelOf(p.region)
  if (level === "province" || (known(p.township) && ctx.profile.readings.A04 === "none"))
    return { ...notApplicable, trigger, gate: "unmet" }
  if (level === undefined) return undetermined("region", trigger)
  const gate = "met"
  const lead = leads(ctx, "info.local", p)
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
