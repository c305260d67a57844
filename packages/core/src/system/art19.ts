import { toSecurityNorms } from "../verdict/conformity.ts"
import { known } from "../verdict/Fact.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import { breaches } from "../verdict/spells.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { weighed } from "./checks.ts"
import { gone, retiredBy } from "./operating.ts"
import { each, once, type View } from "./Rule.ts"
import type { Check, SecurityUse } from "./System.ts"

type Secured = View<"checks" | "retired">

/** What the checks made by a day say, measured by the security norms in force on that day; where none are issued, by any standard (A19). */
const stoodOn = (
  s: Secured,
  checks: ReadonlyArray<Check>,
  on: Context["asOf"],
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  if (retiredBy(s, on)) return notApplicable
  return toSecurityNorms(checks.filter((check) => check.on <= on).map(weighed), on, ctx)
}

/** 电子政务应用系统必须符合电子政务安全规范 */
export const N19_1 = once("N19.1", ["checks", "retired"], (s, ctx) => {
  const checks = s.checks.filter(({ what }) => what === "security-norms")
  if (checks.length === 0 && !known(s.opened)) return notApplicable
  const days = [...checks, ...(known(s.retired) ? [s.retired] : [])].map(({ on }) => on)
  const intervals = breaches(days, ctx.asOf, (day) => stoodOn(s, checks, day, ctx))
  if (retiredBy(s, ctx.asOf)) return gone(s, intervals)
  return { ...stoodOn(s, checks, ctx.asOf, ctx), intervals }
})

/** Whether one service that the province offers is used, or it is recorded why not. */
const serviceUsed = (use: SecurityUse): Ruling<"DueUnspecified" | "Fulfilled" | "Undetermined"> => {
  if (use.used === undefined) return { ...undetermined("securityUse"), act: use }
  if (use.used === true) return ruling("Fulfilled", undefined, use)
  if (known(use.reason)) return ruling("Fulfilled", undefined, use, undefined, undefined, undefined, "reason-given")
  const note = use.own === true ? "own-service" : "reason-missing"
  return ruling("DueUnspecified", undefined, use, undefined, undefined, undefined, note)
}

/** 充分利用省电子政务信息安全基础设施建设 */
export const N19_2 = each("N19.2", ["retired", "securityUses"], (s, ctx, ruled) => {
  if (retiredBy(s, ctx.asOf) || ctx.inService("security-infrastructure", ctx.asOf) === false) return
  const last = new Map(s.securityUses.map((use) => [use.service, use]))
  if (last.size === 0 && known(s.opened)) ruled("", undetermined("securityUse"))
  for (const service of [...last.keys()].sort())
    ruled(`service/${service}`, serviceUsed(last.get(service) as SecurityUse))
})
