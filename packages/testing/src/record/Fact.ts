import { addDays, type CivilDate } from "@banfa/core/civil"

/** What the facts of every case have. */
export interface Fact {
  readonly _tag: string
  readonly id: string
  readonly on: CivilDate
  readonly recordedAt: string
  readonly seq?: number
  readonly by?: string
  readonly corrects?: string
}

/** Facts in the order of their days; those of one day in the order in which they were written down. */
export const inOrder = <E extends Fact>(events: ReadonlyArray<E>): Array<E> =>
  events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : (a.seq ?? 0) - (b.seq ?? 0)))

/** The instant at which what happens on a day is entered, so many days later. */
export const enteredAfter = (on: CivilDate, days: number): string => `${addDays(on, days)}T01:00:00Z`

/** Days on which a history can be asked about: around its facts and for two years after them. */
export const dayAmong = (events: ReadonlyArray<Fact>, n: number): CivilDate => {
  const last = events.at(-1)
  const near = events[n % Math.max(1, events.length)]
  if (near === undefined || last === undefined) return "2026-01-01" as CivilDate
  return n % 3 === 0 ? near.on : n % 3 === 1 ? addDays(near.on, n % 97) : addDays(last.on, n % 730)
}
