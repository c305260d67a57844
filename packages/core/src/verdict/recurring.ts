/** Periods that run from the last of several acts, or from the day on which a document first fixed them. */
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { type Entry, type ParameterId, type Parameters, parameter } from "../profile/Parameter.ts"
import type { Context } from "./Verdict.ts"

/** A value that a document fixed, and the day from which it counts. */
export interface Governing<A> {
  readonly entry: Entry<A>
  readonly from: CivilDate
}

/**
 * What governs a state that began on a day: the entry in force then, counted from that day, or else the first to come into force after it,
 * counted from its own first day. A document never makes anybody late before it is in force.
 */
export const governing = <P extends ParameterId>(
  ctx: Context,
  id: P,
  on: CivilDate,
  region: string | undefined
): Governing<Parameters[P]> | undefined => {
  const entry = parameter(ctx, id, on, region)
  if (entry !== undefined) return { entry, from: on }
  for (const from of beginnings(ctx, id)) {
    if (from <= on) continue
    const later = parameter(ctx, id, from, region)
    if (later !== undefined) return { entry: later, from }
  }
  return undefined
}

/** The days on which entries come into force, in their order. */
const beginnings = (ctx: Context, id: ParameterId): ReadonlyArray<CivilDate> =>
  (ctx.profile.parameters[id] as ReadonlyArray<Entry> | undefined)?.map(({ from }) => from).toSorted() ?? []

/** The last day before another entry comes into force, after the day asked; `undefined`: none will. */
export const untilNextEntry = (ctx: Context, id: ParameterId): CivilDate | undefined => {
  const next = beginnings(ctx, id).find((from) => from > ctx.asOf)
  return next === undefined ? undefined : addDays(next, -1)
}

/** The earliest of some days, as far as there are any. */
export const earliest = (...days: ReadonlyArray<CivilDate | undefined>): CivilDate | undefined => {
  let first: CivilDate | undefined
  for (const day of days) if (day !== undefined && (first === undefined || day < first)) first = day
  return first
}

/** The later of two days. */
export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => {
  if (a < b) return b
  return a
}
