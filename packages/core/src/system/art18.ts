import type { CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { intervalsOf } from "../verdict/intervals.ts"
import { commencement } from "../verdict/Rule.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { gone, retiredBy } from "./operating.ts"
import { once, type View } from "./Rule.ts"
import { buildOn } from "./System.ts"

type Placed = View<"builds" | "networks" | "reaches" | "retired">

/** What was last stated of one side of the reach by a day; a statement that leaves it out says nothing of it. */
const stated = (s: Placed, side: "crossDept" | "crossRegion", on: CivilDate): boolean | undefined => {
  const told = s.reaches.findLast((reach) => reach.on <= on && reach[side] !== undefined)?.[side]
  return told === undefined ? undefined : told === true
}

/** Whether the system is one that reaches across departments and regions (A18). */
const reaches = (s: Placed, on: CivilDate, ctx: Context): boolean | undefined => {
  const sides = [stated(s, "crossDept", on), stated(s, "crossRegion", on)]
  const either = ctx.profile.readings.A18 === "either"
  if (sides.includes(either)) return either
  return sides.includes(undefined) ? undefined : !either
}

/** What sets off a duty about a state, where it does not lie before the Measures. @article 36 */
const trigger = (act: Act | undefined): Act | undefined =>
  act !== undefined && act.on >= commencement ? act : undefined

/** What the sentence says of the system as it stood on a day. */
const stoodOn = (
  s: Placed,
  on: CivilDate,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  if (retiredBy(s, on)) return notApplicable
  const across = reaches(s, on, ctx)
  if (across === false) return notApplicable
  const from = trigger(s.reaches.findLast((reach) => reach.on <= on))
  if (across === undefined) return undetermined("reach", from)
  const stated = s.networks.findLast((n) => n.on <= on && n.network !== undefined)
  if (stated === undefined || !known(stated.network)) return undetermined("network", from)
  if (stated.network === "unified-platform") return ruling("Fulfilled", from, stated)
  if (ctx.inService("network-platform", on) === false)
    return { ...undetermined("platform", from, "platform-unavailable"), act: stated }
  const built = buildOn(s, on)
  if (built === undefined && silence(s.coverage, "construction", undefined) === undefined)
    return { ...undetermined("construction", from), act: stated }
  if (built !== undefined && built.on < commencement)
    return { ...undetermined("construction", from, "built-before"), act: built }
  return ruling("Breached", from, stated)
}

/** 跨部门跨地区的电子政务应用系统，必须建立在全省统一的电子政务网络平台之上 */
export const N18_1 = once("N18.1", ["builds", "networks", "reaches", "retired"], (s, ctx) => {
  const turns = [...s.reaches, ...s.networks, ...s.builds, ...(known(s.retired) ? [s.retired] : [])]
  const intervals = intervalsOf(
    turns.map(({ on }) => on),
    (day) => stoodOn(s, day, ctx)
  )
  if (retiredBy(s, ctx.asOf)) return s.reaches.length === 0 ? notApplicable : gone(s, intervals)
  if (s.reaches.length === 0 && s.networks.length === 0 && !known(s.opened)) return notApplicable
  return { ...stoodOn(s, ctx.asOf, ctx), intervals }
})
