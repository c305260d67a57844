import type { CivilDate } from "../civil/CivilDate.ts"

/**
 * From which day the record of each slice is complete: silence before it is unknown, after it absent.
 * A slice that is not named has never been complete. No coverage at all means: complete from the beginning.
 */
export type Coverage<Slice extends string = string> = { readonly [S in Slice]?: CivilDate | undefined }

/**
 * What silence of a record means: `null` (it did not happen) when the record is complete over the whole time in which it could have
 * happened, that is from `since` on; otherwise `undefined` (nobody knows).
 */
export const silence = <Slice extends string>(
  coverage: Coverage<Slice> | undefined,
  slice: Slice,
  since: CivilDate | undefined
): null | undefined => {
  if (coverage === undefined) return null
  const from = coverage[slice]
  return from !== undefined && since !== undefined && from <= since ? null : undefined
}
