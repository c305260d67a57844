import { type Competence, competence } from "../agency/Competence.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { Context } from "../verdict/Verdict.ts"
import { province } from "./coDrafting.ts"
import type { Event } from "./Event.ts"
import type { Instrument } from "./Instrument.ts"
import { row } from "./Lifecycle.ts"

/** The acts that are bookkeeping, wherever the instrument comes from. */
const bookkeeping: ReadonlyArray<Event["_tag"]> = ["InstrumentDrafted", "InstrumentTakenOver", "Judged", "Retracted"]

/** Whether an instrument is a contract of a pair under the chosen reading (A28c): then whoever shares makes it. @article 23 @article 28 */
const ofPair = ({ kind }: Instrument, ctx: Context): boolean =>
  kind === "exchange-agreement" && ctx.profile.readings.A28c === "bilateral"

/** The roles of which one may do an act on an instrument, under the chosen readings. */
export const rolesFor = (x: Instrument, kind: Event["_tag"], ctx: Context): ReadonlyArray<RoleId> => {
  const { who } = row(kind)
  return ofPair(x, ctx) && !bookkeeping.includes(kind) ? [...who, "organ.any"] : who
}

/**
 * Whether an act is of somebody who may do it. Issuing belongs to the provincial informatization authority alone, also where the draft is
 * another's; of a standard of the State no sentence of the Measures says whose it is. Whoever opens a record must be an informatization
 * authority or an organ by the directory. No grant, no act.
 */
export const competentFor = (x: Instrument, e: Event, ctx: Context): Competence => {
  const who = rolesFor(x, e._tag, ctx)
  const region = bookkeeping.includes(e._tag) || who.includes("organ.any") ? x.region : province
  if (x.level === "national" && !bookkeeping.includes(e._tag)) return { _tag: "Competent", role: "none" }
  return competence(ctx.directory, e.by, who, region, e.on)
}
