import { type Competence, competence } from "../agency/Competence.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Event } from "./Event.ts"
import { type Facility, province } from "./Facility.ts"
import { row } from "./Lifecycle.ts"

/** The region in which whoever asks for access sits: the facility serves organs of every level and region. @article 17 */
const seatOf = ({ by, on }: Event, ctx: Context): string | undefined =>
  by === undefined
    ? undefined
    : (ctx.directory.seat(by, "organ", on) ?? ctx.directory.seat(by, "info", on) ?? undefined)

/** Whether an act is of somebody who may do it: what the province builds, the provincial informatization authority opens and closes. No grant, no act. */
export const competentFor = (x: Facility, e: Event, ctx: Context): Competence => {
  const { who } = row(e._tag)
  const seat = e._tag === "FacilityAccessRequested" ? seatOf(e, ctx) : undefined
  const region = seat ?? (who.includes("info.provincial") ? province : x.region)
  return competence(ctx.directory, e.by, who, region, e.on)
}
