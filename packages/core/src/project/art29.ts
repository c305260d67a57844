import { firstAct } from "../assessment/Assessment.ts"
import { known } from "../verdict/Fact.ts"
import { fulfilled, notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import { issuedRightly, organized } from "./assessing.ts"
import { everyAssessment } from "./Rule.ts"

/** 各级信息化主管部门根据电子政务建设情况，组织电子政务效果评估 */
export const N29_1 = everyAssessment("N29.1", ["applications"], (x, p, ctx) => {
  const { issued, planned } = x
  const trigger = known(planned) ? planned : firstAct(x)
  if (trigger === undefined) return notApplicable
  const authority = organized(x, p, ctx)
  if (authority === undefined) return { ...undetermined("organizer", trigger), gate: "unknown" }
  // Of another body it is none under the Measures: that blames nobody, but whoever starts it is not competent.
  if (!authority)
    return {
      ...ruling("NotApplicable", trigger, undefined, undefined, undefined, undefined, "other-body"),
      gate: "unmet"
    }
  const rightly = issuedRightly(x, p, ctx)
  return known(issued) && rightly === false
    ? fulfilled(trigger, issued, "issued-by-another")
    : fulfilled(trigger, trigger)
})
