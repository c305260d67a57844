/** Which receipts and copies of reports count: from the construction unit, at the authorities of the approving level. */

import type { QuarterSpan } from "../civil/Quarter.ts"
import { received as counted } from "../verdict/addressing.ts"
import { silence } from "../verdict/Coverage.ts"
import { firstReceived, type Received } from "../verdict/Received.ts"
import type { Context } from "../verdict/Verdict.ts"
import { builderOn, holdsAt, type Regions, unitOf } from "./authorities.ts"
import { keyPeriod, type OwedPeriod, type Reporting } from "./reporting.ts"

/** Whether the period's reports go to the provincial authorities (A12f, A12d). */
export const provincial = (p: Reporting, quarter: QuarterSpan, ctx: Context): boolean =>
  ctx.profile.readings.A12f === "province" ||
  (ctx.profile.readings.A12d === "all" && keyPeriod(p, quarter, ctx) === true)

/**
 * The first receipt of a report at the investment authority of the approving level: it decides the time. It is one of the unit of the quarter,
 * also where another has taken its place since, or of the construction unit of its own day.
 */
export const received = (p: Reporting, { quarter, report }: OwedPeriod, ctx: Context, where: Regions): Received => {
  const role = provincial(p, quarter, ctx) ? "investment.provincial" : "investment.any"
  return firstReceived(report?.receipts ?? [], silence(p.coverage, "report", quarter.starts), "report", (receipt) => {
    if (receipt.on < quarter.starts) return "before-period"
    const held = holdsAt(ctx, receipt.to, role, where(receipt.on), receipt.on)
    if (held === false) return counted(held, receipt.to, role, receipt.on, ctx)
    const units = [unitOf(quarter, p, ctx, receipt.on), builderOn(ctx, p, receipt.on)]
    if (receipt.by !== undefined && units.includes(receipt.by)) return counted(held, receipt.to, role, receipt.on, ctx)
    return receipt.by === undefined || units.includes(undefined) ? undefined : "not-by-construction-unit"
  })
}

/** The first receipt of a copy at the informatization authority of the approving level. */
export const copied = (p: Reporting, { quarter, report }: OwedPeriod, ctx: Context, where: Regions): Received => {
  const role = provincial(p, quarter, ctx) ? "info.provincial" : "info.any"
  return firstReceived(report?.copies ?? [], silence(p.coverage, "copy", quarter.starts), "copy", (copy) => {
    if (copy.on < quarter.starts) return "before-period"
    return counted(holdsAt(ctx, copy.to, role, where(copy.on), copy.on), copy.to, role, copy.on, ctx)
  })
}
