import { type CivilDate, firstDay } from "../civil/CivilDate.ts"
import type { Fact } from "./Fact.ts"

/**
 * From which day the record of each slice is complete: silence before it is unknown, after it absent.
 * A slice that is not named has never been complete. No coverage at all means: complete from the beginning.
 */
export type Coverage<Slice extends string = string> = { readonly [S in Slice]?: CivilDate | undefined }

/**
 * What silence of a record means: `null` (it did not happen) when the record is complete over the whole time in which it could have
 * happened, that is from `since` on, or from the first of all days where nobody knows since when; otherwise `undefined` (nobody knows).
 */
export const silence = <Slice extends string>(
  coverage: Coverage<Slice> | undefined,
  slice: Slice,
  since: CivilDate | undefined
): null | undefined => {
  if (coverage === undefined) return null
  const from = coverage[slice]
  return from !== undefined && from <= (since ?? firstDay) ? null : undefined
}

/** A particular of an act of a day: where the act does not state it and the record of its slice is complete from that day on, there is none. */
export const recorded = <A, Slice extends string>(
  particular: Fact<A>,
  coverage: Coverage<Slice> | undefined,
  slice: Slice,
  on: CivilDate
): Fact<A> => (particular === undefined ? silence(coverage, slice, on) : particular)

/** Two takeovers of one case: what either of them covers is covered, from the earlier day. */
export const merged = <Slice extends string>(a: Coverage<Slice> | undefined, b: Coverage<Slice>): Coverage<Slice> => {
  if (a === undefined) return b
  const out: { [S in Slice]?: CivilDate | undefined } = { ...a }
  for (const slice of Object.keys(b) as Array<Slice>) {
    const day = b[slice]
    const other = out[slice]
    if (day !== undefined && (other === undefined || day < other)) out[slice] = day
  }
  return out
}
