/** Which receipts and copies of reports count: from the construction unit, at the authorities of the approving level. */

import type { QuarterSpan } from "../civil/Quarter.ts"
import { silence } from "../verdict/Coverage.ts"
import { firstReceived, type Received } from "../verdict/Received.ts"
import type { Context } from "../verdict/Verdict.ts"
import { builderOn, holdsAt, type Regions } from "./authorities.ts"
import { keyPeriod, type OwedPeriod, type Reporting } from "./reporting.ts"

/** Whether the period's reports go to the provincial authorities (A12f, A12d). */
export const provincial = (p: Reporting, quarter: QuarterSpan, ctx: Context): boolean =>
  ctx.profile.readings.A12f === "province" ||
  (ctx.profile.readings.A12d === "all" && keyPeriod(p, quarter, ctx) === true)

/** The first receipt of a report by the construction unit at the investment authority of the approving level: it decides the time. */
export const received = (p: Reporting, { quarter, report }: OwedPeriod, ctx: Context, where: Regions): Received => {
  const role = provincial(p, quarter, ctx) ? "investment.provincial" : "investment.any"
  return firstReceived(report?.receipts ?? [], silence(p.coverage, "report", quarter.starts), "report", (receipt) => {
    if (receipt.on < quarter.starts) return "before-period"
    const addressed = holdsAt(ctx, receipt.to, role, where(receipt.on), receipt.on)
    if (addressed === false) return "other-recipient"
    const builder = builderOn(ctx, p, receipt.on)
    if (receipt.by === undefined || builder === undefined) return undefined
    return receipt.by !== builder ? "not-by-construction-unit" : addressed
  })
}

/** The first receipt of a copy at the informatization authority of the approving level. */
export const copied = (p: Reporting, { quarter, report }: OwedPeriod, ctx: Context, where: Regions): Received => {
  const role = provincial(p, quarter, ctx) ? "info.provincial" : "info.any"
  return firstReceived(report?.copies ?? [], silence(p.coverage, "copy", quarter.starts), "copy", (copy) => {
    if (copy.on < quarter.starts) return "before-period"
    const addressed = holdsAt(ctx, copy.to, role, where(copy.on), copy.on)
    return addressed === false ? "other-recipient" : addressed
  })
}
