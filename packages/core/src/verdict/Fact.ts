import { type CivilDate, dayNumber } from "../civil/CivilDate.ts"

/**
 * A fact in four states: the value · `null` known to be absent · `undefined` unknown · `"n/a"` not applicable.
 * In JSON an unknown fact is a missing key and an absent one is `null`, so a host's outer join already speaks it.
 */
export type Fact<A> = A | null | undefined | "n/a"

/** The fact is stated and holds. */
export const known = <A>(fact: Fact<A>): fact is A => fact !== undefined && fact !== null && fact !== "n/a"

/** Something that happened `on` a day: who did it (`by`), `with` whom, and where it is written down (`ref`: an event id, or the host's own row). */
export interface Act {
  readonly on: CivilDate
  readonly by?: string | undefined
  readonly with?: ReadonlyArray<string> | undefined
  readonly ref?: string | undefined
  /** The kind of fact, for those who put it into words. */
  readonly kind?: string | undefined
  /** The instant of its entry in UTC. */
  readonly entered?: string | undefined
}

/** Of two statements of one fact the earlier counts, whichever was read first: what makes folding commute. */
export const earlier = <A extends Act>(a: Fact<A>, b: A): A =>
  known(a) && (a.on < b.on || (a.on === b.on && (a.ref ?? "") <= (b.ref ?? ""))) ? a : b

/** Whether an act is the later of two; on one day, the one with the later reference. */
export const later = (a: Act, b: Act): boolean => a.on > b.on || (a.on === b.on && (a.ref ?? "") > (b.ref ?? ""))

/** The order of acts by their days; those of one day stay as they stood. */
export const byDay = (a: Act, b: Act): number => dayNumber(a.on) - dayNumber(b.on)

/** The latest act not after a day; of two on one day, the one with the later reference. */
export const latest = <A extends Act>(acts: ReadonlyArray<A>, until?: CivilDate): A | undefined => {
  let last: A | undefined
  for (const a of acts) {
    if (until !== undefined && a.on > until) continue
    if (last === undefined || later(a, last)) last = a
  }
  return last
}
