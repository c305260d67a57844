/** Whether what reaches across departments and regions stands on the unified platform, whichever subject tells of it. @article 18 */
import type { CivilDate } from "../civil/CivilDate.ts"
import { type Act, type Fact, known } from "./Fact.ts"
import { commencement } from "./Rule.ts"
import { notApplicable, ruling, undetermined } from "./ruling.ts"
import type { Context, Ruling } from "./Verdict.ts"

/** What was said of the reach; a statement that leaves one side out says nothing of it. */
interface Reaching extends Act {
  /** Across departments. */
  readonly crossDept?: Fact<boolean>
  /** Across regions. */
  readonly crossRegion?: Fact<boolean>
}

/** On which network it was said to stand. */
interface Networked extends Act {
  /** The unified platform, or another. */
  readonly network?: Fact<"unified-platform" | "other">
}

/** What is known of a system by a day, each list in the order of the statements. */
export interface Placing {
  /** What it was said to reach. */
  readonly reaches: ReadonlyArray<Reaching>
  /** On which network it was said to stand. */
  readonly networks: ReadonlyArray<Networked>
  /** Its last construction; `null`: none on record, `undefined`: nobody knows. */
  readonly built: Fact<Act>
  /** What sets the duty off. */
  readonly from: Act | undefined
}

/** What was last stated of one side of the reach. */
const stated = (reaches: ReadonlyArray<Reaching>, side: "crossDept" | "crossRegion"): boolean | undefined => {
  const told = reaches.findLast((reach) => reach[side] !== undefined)?.[side]
  return told === undefined ? undefined : told === true
}

/** 跨部门跨地区: whether what is said of the two sides makes it one that reaches across (A18); `undefined`: nobody knows. @article 18 @article 27 */
export const across = (
  crossDept: boolean | undefined,
  crossRegion: boolean | undefined,
  ctx: Context
): boolean | undefined => {
  const either = ctx.profile.readings.A18 === "either"
  if (crossDept === either || crossRegion === either) return either
  return crossDept === undefined || crossRegion === undefined ? undefined : !either
}

/** What the sentence says of a system as it stood on a day: 必须建立在全省统一的电子政务网络平台之上. @article 18 */
export const placedOn = (
  { built, from, networks, reaches }: Placing,
  on: CivilDate,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  const is = across(stated(reaches, "crossDept"), stated(reaches, "crossRegion"), ctx)
  if (is === false) return notApplicable
  if (is === undefined) return undetermined("reach", from)
  const stands = networks.findLast(({ network }) => network !== undefined)
  if (stands === undefined || !known(stands.network)) return undetermined("network", from)
  if (stands.network === "unified-platform") return ruling("Fulfilled", from, stands)
  if (ctx.inService("network-platform", on) === false)
    return { ...undetermined("platform", from, "platform-unavailable"), act: stands }
  if (built === undefined) return { ...undetermined("construction", from), act: stands }
  if (known(built) && built.on < commencement)
    return { ...undetermined("construction", from, "built-before"), act: built }
  return ruling("Breached", from, stands)
}
