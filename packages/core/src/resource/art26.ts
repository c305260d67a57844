import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import { type Owed, owed, simultaneous, within } from "../verdict/owed.ts"
import { commencement } from "../verdict/Rule.ts"
import { breached, notApplicable, undetermined } from "../verdict/ruling.ts"
import { spells, type WrongOn, withSpells } from "../verdict/spells.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { ofOrgan } from "./authorities.ts"
import { listedOn, providedOn } from "./listing.ts"
import type { Interface, Listing } from "./Resource.ts"
import { once, type View } from "./Rule.ts"
import { end, isOver, laterOf } from "./tracks.ts"

type Exchanging = View<"interfaces" | "listings">

/** The interface withdrawn by the organ on a day on which the item stands in the catalogue, and since. */
const withdrawnOn = (r: Exchanging, ctx: Context, on: CivilDate): Interface | undefined => {
  const last = providedOn(r, on)
  if (last === undefined || last.to || isOver(r, on)) return undefined
  const { since } = listedOn(r, ctx, on)
  if (since === undefined || laterOf(last, since) === since || since.on < commencement) return undefined
  return ofOrgan(ctx, r, last.by, last.on) === false ? undefined : last
}

/** The first day of a listing on which an interface stood: one that stood already, or the first provided since. */
const firstProvided = (r: Exchanging, since: Listing): Fact<Act> => {
  const already = providedOn(r, since.on)
  if (already?.to === true) return already
  const later = r.interfaces.find(({ on, to }) => to && on >= since.on)
  return later ?? silence(r.coverage, "interface", since.on)
}

/** By when an interface is owed: on no day, or at once (A26); a document may set a period. */
const dueOf = (ctx: Context, since: Listing, region: string | undefined) =>
  ctx.profile.readings.A26 === "now"
    ? simultaneous(ctx, "interface.within", since.on, region)
    : within(ctx, "interface.within", since.on, region)

/** The last day on which an interface could still be provided in time; `undefined`: on every day. */
const lastDay = (r: Exchanging, ctx: Context, since: Listing): CivilDate | undefined => dueOf(ctx, since, r.region).on

/** The item stood in the catalogue, has left it since, and no interface had been provided on a day after the last one. */
const lateOn = (r: Exchanging, ctx: Context, on: CivilDate, current: Listing | undefined): boolean => {
  const { since } = listedOn(r, ctx, on)
  if (since === undefined || since === current || since.on < commencement) return false
  const last = lastDay(r, ctx, since)
  const provided = firstProvided(r, since)
  if (silence(r.coverage, "interface", since.on) !== null) return false
  return last !== undefined && on > last && (provided === null || (known(provided) && provided.on > on))
}

/** How the interface stood on a day: withdrawn, or late in a former listing. */
const wrongOn =
  (r: Exchanging, ctx: Context): WrongOn =>
  (on) => {
    const act = withdrawnOn(r, ctx, on)
    if (act !== undefined) return { act }
    const current = listedOn(r, ctx, ctx.asOf).since
    return !isOver(r, on) && lateOn(r, ctx, on, current) ? { act: undefined, status: "Overdue" } : undefined
  }

/** The days on which the interface may begin to stand otherwise. */
const exchangeDays = (r: Exchanging, ctx: Context): ReadonlyArray<CivilDate> => {
  const days = [...r.interfaces, ...r.listings].map(({ on }) => on)
  for (const step of r.listings) {
    const last = step.to ? lastDay(r, ctx, step) : undefined
    if (last !== undefined) days.push(addDays(last, 1))
  }
  if (known(r.retired)) days.push(r.retired.on)
  return days
}

const interfaceOwed = (r: Exchanging, ctx: Context): Ruling<Owed> => {
  const on = ctx.asOf
  const catalogue = ctx.instrumentsInForce("exchange-catalogue", on)
  if (catalogue?.length === 0) return notApplicable
  const listed = listedOn(r, ctx, on)
  const withdrawn = withdrawnOn(r, ctx, on)
  if (listed.is === false) return notApplicable
  if (listed.is === undefined) {
    const last = providedOn(r, on)
    return { ...undetermined(listed.missing), ...(last?.to === false ? { gate: "unknown" as const } : {}) }
  }
  const since = listed.since as Listing
  if (ctx.inService("data-centre", on) === false)
    return { ...undetermined("dataCentre", since), ...(withdrawn === undefined ? {} : { gate: "unmet" as const }) }
  if (withdrawn !== undefined) return breached(since, withdrawn)
  const last = providedOn(r, on)
  const due = dueOf(ctx, since, r.region)
  if (last?.to === false && laterOf(last, since) === last) {
    if (isOver(r, on)) return notApplicable
    // Withdrawn by somebody else: no breach of the organ, and the interface is owed again.
    return {
      ...owed(ctx, last, null, within(ctx, "interface.within", last.on, r.region), "interface", end(r)),
      note: "other-body"
    }
  }
  return owed(ctx, since, firstProvided(r, since), due, "interface", end(r))
}

/** 列入省电子政务基础信息交换目录的信息，行政机关必须向省电子政务数据中心提供交换接口 */
export const N26_1 = once("N26.1", ["interfaces", "listings"], (r, ctx) =>
  withSpells(
    interfaceOwed(r, ctx),
    spells(
      exchangeDays(r, ctx),
      ctx.asOf,
      wrongOn(r, ctx),
      (on) =>
        ctx.inService("data-centre", on) === false || ctx.instrumentsInForce("exchange-catalogue", on)?.length === 0
    )
  )
)
