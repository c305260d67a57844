import type { CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { placed, platformOn } from "../verdict/placing.ts"
import { notApplicable } from "../verdict/ruling.ts"
import { sinceCommencement, spells } from "../verdict/spells.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { gone, retiredBy } from "./operating.ts"
import { once, type View } from "./Rule.ts"
import { buildOn } from "./System.ts"

type Placed = View<"builds" | "networks" | "reaches" | "retired">

/** What the sentence says of the system as it stood on a day, with the platform or without it. */
const stoodOn = (
  s: Placed,
  on: CivilDate,
  available: boolean,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  if (retiredBy(s, on)) return notApplicable
  const reaches = s.reaches.filter((reach) => reach.on <= on)
  const networks = s.networks.filter((network) => network.on <= on)
  const built = buildOn(s, on) ?? silence(s.coverage, "construction", undefined)
  return placed({ reaches, networks, built, from: sinceCommencement(reaches.at(-1)) }, available, ctx)
}

/** 跨部门跨地区的电子政务应用系统，必须建立在全省统一的电子政务网络平台之上 */
export const N18_1 = once("N18.1", ["builds", "networks", "reaches", "retired"], (s, ctx) => {
  const turns = [...s.reaches, ...s.networks, ...s.builds, ...(known(s.retired) ? [s.retired] : [])]
  // The platform goes out of service and comes back on days of its own: what stands beside it is asked of every day.
  const found = spells(
    turns.map(({ on }) => on),
    ctx.asOf,
    (day) => {
      const { act, status } = stoodOn(s, day, true, ctx)
      return status === "Breached" ? { act } : undefined
    },
    (day) => !platformOn(day, ctx)
  )
  const intervals = found.length === 0 ? undefined : found
  if (retiredBy(s, ctx.asOf)) return s.reaches.length === 0 ? notApplicable : gone(s, intervals)
  if (s.reaches.length === 0 && s.networks.length === 0 && !known(s.opened)) return notApplicable
  return { ...stoodOn(s, ctx.asOf, platformOn(ctx.asOf, ctx), ctx), intervals }
})
