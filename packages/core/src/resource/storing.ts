/** Where a database is kept on a day, whether art. 27 wants it in the data centre, and whether a consent covers that day. @article 27 */
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { across } from "../verdict/placing.ts"
import { sinceCommencement } from "../verdict/spells.ts"
import type { Context } from "../verdict/Verdict.ts"
import { departmentOn, isProvincial } from "./authorities.ts"
import type { Placement, StorageException, Turn } from "./Resource.ts"
import type { View } from "./Rule.ts"
import { isOver, lastOf, laterDay, laterOf, oneOf, sinceWhen, tagOn } from "./tracks.ts"

/** What the rules of art. 27 read. */
export type Storing = View<"assignments" | "classifications" | "exceptions" | "placements">

/** Whether a database reaches across departments and regions on a day. */
const reachOn = (r: View<"classifications">, ctx: Context, on: CivilDate): boolean | undefined =>
  across(tagOn(r, "crossDept", on), tagOn(r, "crossRegion", on), ctx)

/** Every act on a request to store oneself. */
const acts = ({ decisions, ends, requests, returns, withdrawn }: StorageException): ReadonlyArray<Act> => [
  ...requests,
  ...returns,
  ...decisions,
  ...ends,
  ...(known(withdrawn) ? [withdrawn] : [])
]

/** Whether the resource is a database: stated so, or stored as one; `undefined` while nobody said anything of it. */
const databaseOn = (r: Storing, on: CivilDate): boolean | undefined => {
  const tagged = tagOn(r, "database", on)
  if (tagged !== undefined) return tagged
  const treated =
    lastOf(r.placements, on) !== undefined || r.exceptions.some((x) => acts(x).some((act) => act.on <= on))
  return treated ? true : undefined
}

/** How a database stands on a day. */
export interface Situation {
  /** Whether it is a database of the reach that art. 27 speaks of first; `undefined` where nobody knows. */
  readonly reaches: boolean | undefined
  /** Whether there is a database at all on that day. */
  readonly is: boolean | undefined
  /** The fact that would decide, where something is not known. */
  readonly missing: string
  /** Where it is kept. */
  readonly placement: Placement | undefined
  /** Since when it stands so: the later of its reach and its place. */
  readonly trigger: Act | undefined
}

/** How a database stands on a day; once retired or stored no longer, there is none. */
export const situationOn = (r: Storing, ctx: Context, on: CivilDate): Situation => {
  const placement = lastOf(r.placements, on)
  const over = isOver(r, on) || placement?.place === "nowhere"
  const is = over ? false : databaseOn(r, on)
  const reaches = reachOn(r, ctx, on)
  const missing = is === undefined ? "database" : tagOn(r, "crossDept", on) === undefined ? "crossDept" : "crossRegion"
  const reached: Turn | undefined = sinceWhen(r.classifications, on, (day) => reachOn(r, ctx, day) === true)
  return { is, reaches, missing, placement, trigger: sinceCommencement(laterOf(reached, placement)) }
}

/** Whether it was the provincial authority that decided; read so (A27b), any authority at any time will do. */
const decides = (x: Turn, ctx: Context): boolean | undefined =>
  ctx.profile.readings.A27b === "any" ? true : isProvincial(ctx, x.by, "info.provincial", x.on)

/** Whether an act ends an exception: a revocation of the provincial authority, or an end by it or by the department. */
const ends = (x: Turn, r: Storing, ctx: Context): boolean | undefined => {
  const provincial = decides(x, ctx)
  if (provincial === true || x.kind === "StorageConsentRevoked") return provincial
  const department = departmentOn(ctx, r, x.on)
  if (department === undefined) return undefined
  return x.by === department ? true : provincial
}

/** The first day that a consent covers: never one before it was given, unless read so (A27b). */
const firstDay = (d: StorageException["decisions"][number], ctx: Context): CivilDate | undefined => {
  if (ctx.profile.readings.A27b === "any") return undefined
  return known(d.from) ? laterDay(d.from, d.on) : d.on
}

/** A consent that covers a day, or may. */
export interface Cover {
  /** Whether the day is covered; `undefined` where nobody knows. */
  readonly is: boolean | undefined
  /** The consent. */
  readonly act: Turn | undefined
}

/** Whether one exception covers a day. */
const coveredBy = (x: StorageException, r: Storing, ctx: Context, on: CivilDate): Cover => {
  let best: Cover = { is: false, act: undefined }
  for (const d of x.decisions) {
    if (!d.consents) continue
    const given = decides(d, ctx)
    const from = firstDay(d, ctx)
    if (given === false || (from !== undefined && on < from) || (known(d.until) && on > d.until)) continue
    let over: boolean | undefined = false
    for (const e of x.ends) if (laterOf(d, e) === e && on > e.on) over = oneOf(over, ends(e, r, ctx))
    if (over === true) continue
    if (given === true && over === false) return { is: true, act: d }
    best = { is: undefined, act: d }
  }
  return best
}

/** Whether a consent of the provincial authority covers a day. */
export const coverOn = (r: Storing, ctx: Context, on: CivilDate): Cover => {
  let best: Cover = { is: false, act: undefined }
  for (const x of r.exceptions) {
    const cover = coveredBy(x, r, ctx, on)
    if (cover.is === true) return cover
    if (cover.is === undefined) best = cover
  }
  return best
}

/** Whether a request has led to a consent in force on a day. */
export const consentedOn = coveredBy

/** The last day on which nothing changes by itself: a consent begins or runs out on the next. */
export const quietDay = (r: View<"exceptions">, asOf: CivilDate): CivilDate | undefined => {
  const days: Array<CivilDate> = []
  for (const { decisions, ends: over } of r.exceptions) {
    for (const { from, until } of decisions) {
      if (known(until)) days.push(until)
      if (known(from)) days.push(addDays(from, -1))
    }
    days.push(...over.map(({ on }) => on))
  }
  return days.filter((day) => day >= asOf).sort()[0]
}

/** The days on which the storage of a database may begin to stand otherwise. */
export const storageDays = (r: Storing): ReadonlyArray<CivilDate> => {
  const days = [...r.classifications, ...r.placements, ...r.assignments].map(({ on }) => on)
  if (known(r.retired)) days.push(r.retired.on)
  for (const x of r.exceptions) {
    days.push(...acts(x).map(({ on }) => on))
    for (const { from, until } of x.decisions) {
      if (known(from)) days.push(from)
      if (known(until)) days.push(addDays(until, 1))
    }
    for (const { on } of x.ends) days.push(addDays(on, 1))
  }
  return days
}
