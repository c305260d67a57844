import { addDays, type CivilDate } from "@banfa/core/civil"
import fc from "fast-check"

/** What every fact on record has, as far as an upset touches it. */
export interface Told {
  /** The kind of fact. */
  readonly _tag: string
  /** Unique among the facts of the case. */
  readonly id: string
  /** The day that counts in law. */
  readonly on: CivilDate
  /** The instant of entry. */
  readonly recordedAt: string
  /** The agency that acted. */
  readonly by?: string | undefined
  /** The order among acts of one day. */
  readonly seq?: number | undefined
}

/**
 * One thing that goes wrong with a record: a fact is left out, happens on another day, is told a second time under another id, is told with
 * a particular left unknown (no key), absent or not applicable, is entered late, was done by another, is corrected or retracted later.
 * `at` picks the fact.
 */
export type Upset =
  | { readonly kind: "drop"; readonly at: number }
  | {
      readonly kind: "move" | "double" | "enterLate" | "correct" | "retract"
      readonly at: number
      readonly days: number
    }
  | { readonly kind: "blur"; readonly at: number; readonly to: "unknown" | null | "n/a" }
  | { readonly kind: "by"; readonly at: number; readonly agency: string | undefined }

const at = fc.nat(120)

/** Upsets of every kind, with acts done by anybody of a list; shrink towards the first fact and no delay. */
export const upsetsAmong = (anybody: ReadonlyArray<string>): fc.Arbitrary<Upset> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("drop"), at }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom("move", "double"), at, days: fc.integer({ min: -120, max: 120 }) })
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("blur"), at, to: fc.constantFrom("unknown", null, "n/a") }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom("enterLate", "correct", "retract"), at, days: fc.nat(400) })
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("by"),
        at,
        agency: fc.option(fc.constantFrom(...anybody), { nil: undefined })
      })
    }
  )

/** What has to be known of the facts of a subject to upset their record. */
export interface Recording<E extends Told> {
  /** The particular that names the case. */
  readonly key: string
  /** Whether a fact opens the record: it stays as it is. */
  readonly opens: (fact: E) => boolean
  /** The particulars of a fact that may be left unsaid: everything but what names it and its instance. */
  readonly particulars: (fact: E) => ReadonlyArray<string>
  /** The particulars that are lists known to be empty where others are absent. */
  readonly lists: ReadonlyArray<string>
}

const without = <E extends Told>(e: E, key: string): E => {
  const { [key as "by"]: _, ...rest } = e
  return rest as E
}

const blurred = <E extends Told>(
  e: E,
  n: number,
  to: "unknown" | null | "n/a",
  { lists, particulars }: Recording<E>
): E => {
  const said = particulars(e)
  const key = said[n % Math.max(1, said.length)]
  if (key === undefined) return e
  return to === "unknown" ? without(e, key) : { ...e, [key]: lists.includes(key) ? [] : to }
}

const entered = (e: Told, days: number): string => `${addDays(e.on, days)}T01:00:00Z`

const upset = <E extends Told>(
  record: Recording<E>,
  events: ReadonlyArray<E>,
  u: Upset,
  n: number
): ReadonlyArray<E> => {
  const acts = events.filter((e) => !record.opens(e))
  const e = acts[u.at % Math.max(1, acts.length)]
  if (e === undefined) return events
  const index = events.indexOf(e)
  const id = (mark: string): string => `${mark}${n}-${e.id}`
  const moved = "days" in u ? addDays(e.on, u.days) : e.on
  switch (u.kind) {
    case "drop":
      return events.toSpliced(index, 1)
    case "move":
      return events.with(index, { ...e, on: moved, recordedAt: `${moved}T01:00:00Z` })
    case "double":
      return [...events, { ...e, id: id("again-"), on: moved, recordedAt: `${moved}T01:00:00Z` }]
    case "blur":
      return events.with(index, blurred(e, u.at, u.to, record))
    case "enterLate":
      return events.with(index, { ...e, recordedAt: entered(e, u.days) })
    case "correct": {
      const [on, recordedAt] = [addDays(e.on, u.days % 9), entered(e, u.days)]
      return [...events, { ...blurred(e, u.at, null, record), id: id("right-"), corrects: e.id, on, recordedAt }]
    }
    case "retract": {
      const named = { [record.key]: (e as unknown as { readonly [key: string]: unknown })[record.key] }
      const taken = { _tag: "Retracted", id: id("void-"), of: e.id, on: e.on, ...named, recordedAt: entered(e, u.days) }
      return [...events, taken as unknown as E]
    }
    case "by":
      return events.with(index, u.agency === undefined ? without(e, "by") : { ...e, by: u.agency })
  }
}

/** Facts in the order of their days; those of one day in the order in which they were written down. */
export const chronological = <E extends Told>(events: ReadonlyArray<E>): Array<E> =>
  events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : (a.seq ?? 0) - (b.seq ?? 0)))

/** The facts with everything gone wrong that a list tells of, in the order of their days. */
export const upsetBy = <E extends Told>(
  record: Recording<E>,
  events: ReadonlyArray<E>,
  list: ReadonlyArray<Upset>
): Array<E> => chronological(list.reduce((told, u, n) => upset(record, told, u, n), events))

/** Days on which a history can be asked about: around its facts and for two years after them, by their distance from the first. */
export const dayOf = (events: ReadonlyArray<Told>, n: number): CivilDate => {
  const [first] = events
  const last = events.at(-1)
  if (first === undefined || last === undefined) return "2026-01-01" as CivilDate
  const near = events[n % events.length] as Told
  return n % 3 === 0 ? near.on : n % 3 === 1 ? addDays(near.on, n % 97) : addDays(last.on, n % 730)
}

/** A number that `dayOf` turns into a day of a history. */
export const days: fc.Arbitrary<number> = fc.nat(20_000)

/** A history: its facts and what went wrong with the record of them. */
interface Upsetted {
  readonly upsets: ReadonlyArray<Upset>
  readonly events: ReadonlyArray<Told>
}

/** A history that a failed property prints fact by fact, not as one line of JSON; `key` is the particular that names its case. */
export const readable = <H extends Upsetted>(history: H, key: string): H => {
  const line = (e: Told): string => {
    const { _tag, id, on, recordedAt, seq, ...rest } = e
    const entered = recordedAt.startsWith(on) ? "" : ` entered ${recordedAt}`
    const said = Object.fromEntries(Object.entries(rest).filter(([field]) => field !== key))
    return `  ${on} ${id}${entered} ${JSON.stringify(said)}`
  }
  return Object.defineProperty({ ...history }, fc.toStringMethod, {
    value: () => [...history.upsets.map((u) => `  upset: ${JSON.stringify(u)}`), ...history.events.map(line)].join("\n")
  })
}
