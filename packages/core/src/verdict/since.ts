import type { CivilDate } from "../civil/CivilDate.ts"

/** The day, sequence and id of the act that was last in time, and where it led. */
export type Since<Position extends string> = readonly [CivilDate | "", number, string, Position]

/** The last act after one more: whichever of the two is later in time, by day, then sequence, then id. What leads nowhere moves nothing. */
export const since = <Position extends string>(
  last: Since<Position>,
  e: { readonly id: string; readonly on: CivilDate; readonly seq?: number },
  to: Position | undefined
): Since<Position> => {
  const [day, order, ref] = last
  const seq = e.seq ?? 0
  const later = e.on > day || (e.on === day && (seq > order || (seq === order && e.id > ref)))
  return to !== undefined && later ? [e.on, seq, e.id, to] : last
}
