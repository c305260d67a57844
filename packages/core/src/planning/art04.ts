import { levelOf } from "../agency/Region.ts"
import { known } from "../verdict/Fact.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import { leads } from "./authorities.ts"
import { ledJointly, makingSlices, settled } from "./made.ts"
import { once, triggerOf } from "./Rule.ts"

/**
 * 建设规划
 *
 * Of an area the authority of its own level is responsible; for a township the one around it, or under A04 = none nobody. The guard of the
 * submission asks for the level alone: that departments did not take part is a finding and no bar.
 */
export const N4_2 = once("N4.2", "local", makingSlices, (p, ctx, begun) => {
  const level = p.region === undefined ? undefined : levelOf(p.region)
  const trigger = triggerOf(begun, settled(p))
  if (level === "province" || (known(p.township) && ctx.profile.readings.A04 === "none"))
    return { ...notApplicable, trigger, gate: "unmet" }
  if (level === undefined) return undetermined("region", trigger)
  return ledJointly(leads(ctx, "info.local", p), "met", p, ctx, begun)
})
