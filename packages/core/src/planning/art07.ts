import { byDay, known } from "../verdict/Fact.ts"
import { type Owed, within } from "../verdict/owed.ts"
import { owedOf } from "../verdict/Received.ts"
import { earliest } from "../verdict/recurring.ts"
import { breached, notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Ruling } from "../verdict/Verdict.ts"
import { leads } from "./authorities.ts"
import { filedBy } from "./filing.ts"
import { following } from "./following.ts"
import { givenUp } from "./made.ts"
import { once, silent, triggerOf } from "./Rule.ts"

/** 省级行政机关根据省电子政务发展规划，制定本部门电子政务建设规划 */
export const N7_1 = once(
  "N7.1",
  "departmental",
  ["decisions", "filings", "implemented", "repealed", "superseded", "withdrawn"],
  (p, ctx, begun) => {
    const organ = leads(ctx, "organ.provincial", p)
    if (organ === false) return notApplicable
    const submissions = p.filings.flatMap(({ sent }) => (known(sent) ? [sent] : [])).sort(byDay)
    const ruled = following({ submissions, slice: "filing" }, p, ctx, begun)
    return organ === undefined && ruled.status !== "NotApplicable" ? undetermined("organ", begun) : ruled
  }
)

/** 报省信息化主管部门备案后实施 */
export const N7_2 = once(
  "N7.2",
  "departmental",
  ["filings", "implemented", "repealed", "withdrawn"],
  (p, ctx, begun): Ruling<Owed> => {
    const organ = leads(ctx, "organ.provincial", p)
    if (organ === false) return notApplicable
    const over = known(p.implemented) ? p.implemented : undefined
    const trigger = triggerOf(begun, over ?? givenUp(p))
    if (organ === undefined) return undetermined("organ", trigger)
    const filed = filedBy(p, ctx, over)
    if (filed.act === null && over !== undefined) return breached(trigger, over, filed.note)
    if (filed.act !== undefined && over === undefined && silent(p, "force") === undefined)
      return undetermined("implementation", trigger)
    const due = within(ctx, "filing.within", trigger.on, p.region)
    const ended = known(filed.act) ? undefined : givenUp(p)
    const ruled = owedOf(ctx, trigger, filed, { ...due, undated: "Pending" }, ended)
    return { ...ruled, stands: earliest(filed.stands, ruled.stands) }
  }
)
