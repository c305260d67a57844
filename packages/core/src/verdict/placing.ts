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

/** Whether the platform was there to stand on: of which nobody said anything, it was. @article 17 @article 18 */
export const platformOn = (on: CivilDate, ctx: Context): boolean => ctx.inService("network-platform", on) !== false

/** What the sentence says of a system as it stood: 必须建立在全省统一的电子政务网络平台之上; without the platform there is none to stand on. @article 18 */
export const placed = (
  { built, from, networks, reaches }: Placing,
  available: boolean,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  const is = across(stated(reaches, "crossDept"), stated(reaches, "crossRegion"), ctx)
  if (is === false) return notApplicable
  if (is === undefined) return undetermined("reach", from)
  const stands = networks.findLast(({ network }) => network !== undefined)
  if (stands === undefined || !known(stands.network)) return undetermined("network", from)
  if (stands.network === "unified-platform") return ruling("Fulfilled", from, stands)
  if (!available) return { ...undetermined("platform", from, "platform-unavailable"), act: stands }
  if (built === undefined) return { ...undetermined("construction", from), act: stands }
  if (known(built) && built.on < commencement)
    return { ...undetermined("construction", from, "built-before"), act: built }
  return ruling("Breached", from, stands)
}
