import { addDays, type CivilDate } from "@banfa/core/civil"
import fc from "fast-check"

/** What every fact on record has. */
export interface Told {
  /** The kind of fact. */
  readonly _tag: string
  /** Its id. */
  readonly id: string
  /** The day that counts in law. */
  readonly on: CivilDate
  /** The instant of entry. */
  readonly recordedAt: string
}

/**
 * One thing that goes wrong with a record: a fact is left out, happens on another day, is told a second time under another id, is told with
 * a particular left unknown (no key) or absent, is entered late, was done by another, is corrected or retracted later. `at` picks the fact.
 */
export type Upset =
  | { readonly kind: "drop"; readonly at: number }
  | {
      readonly kind: "move" | "double" | "enterLate" | "correct" | "retract"
      readonly at: number
      readonly days: number
    }
  | { readonly kind: "blur"; readonly at: number; readonly to: "unknown" | null }
  | { readonly kind: "by"; readonly at: number; readonly agency: string | undefined }

/** What upsets have to know of a subject: which facts open its record, which particulars may be left unsaid, which of those are lists. */
export interface Upsetting {
  /** Agencies to which an act can be ascribed wrongly. */
  readonly anybody: ReadonlyArray<string>
  /** The kinds of facts that open the record: nothing goes wrong with them. */
  readonly opens: ReadonlyArray<string>
  /** The particulars that may be left unsaid. */
  readonly particulars: ReadonlyArray<string>
  /** Of those, the lists that are known to be empty where nothing is in them. */
  readonly lists: ReadonlyArray<string>
  /** The particular that names the case. */
  readonly key: string
}

const at = fc.nat(40)

/** Upsets of every kind; shrink towards the first fact and no delay. */
export const upsets = ({ anybody }: Upsetting): fc.Arbitrary<Upset> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("drop"), at }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom("move", "double"), at, days: fc.integer({ min: -120, max: 120 }) })
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("blur"), at, to: fc.constantFrom("unknown", null) }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom("enterLate", "correct", "retract"), at, days: fc.nat(400) })
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("by"),
        at,
        agency: fc.option(fc.constantFrom(...anybody), { nil: undefined })
      })
    }
  )

const without = <E extends Told>(e: E, key: string): E => {
  const { [key as "id"]: _, ...rest } = e
  return rest as unknown as E
}

const blurred = <E extends Told>(e: E, n: number, to: "unknown" | null, of: Upsetting): E => {
  const said = of.particulars.filter((key) => key in e)
  const key = said[n % Math.max(1, said.length)]
  if (key === undefined) return e
  if (to === "unknown") return without(e, key)
  return { ...e, [key]: of.lists.includes(key) ? [] : to }
}

const entered = (e: Told, days: number): string => `${addDays(e.on, days)}T01:00:00Z`

const upset = <E extends Told>(events: ReadonlyArray<E>, u: Upset, n: number, of: Upsetting): ReadonlyArray<E> => {
  const acts = events.filter(({ _tag }) => !of.opens.includes(_tag))
  const e = acts[u.at % Math.max(1, acts.length)]
  if (e === undefined) return events
  const index = events.indexOf(e)
  const moved = "days" in u ? addDays(e.on, u.days) : e.on
  switch (u.kind) {
    case "drop":
      return events.toSpliced(index, 1)
    case "move":
      return events.with(index, { ...e, on: moved, recordedAt: `${moved}T01:00:00Z` })
    case "double":
      return [...events, { ...e, id: `again-${n}-${e.id}`, on: moved, recordedAt: `${moved}T01:00:00Z` }]
    case "blur":
      return events.with(index, blurred(e, u.at, u.to, of))
    case "enterLate":
      return events.with(index, { ...e, recordedAt: entered(e, u.days) })
    case "correct":
      return [
        ...events,
        {
          ...blurred(e, u.at, null, of),
          id: `right-${n}-${e.id}`,
          corrects: e.id,
          on: addDays(e.on, u.days % 9),
          recordedAt: entered(e, u.days)
        }
      ]
    case "retract": {
      const named = { [of.key]: Reflect.get(e, of.key) }
      const retracted = {
        _tag: "Retracted",
        id: `void-${n}-${e.id}`,
        of: e.id,
        on: e.on,
        recordedAt: entered(e, u.days)
      }
      return [...events, { ...retracted, ...named } as unknown as E]
    }
    case "by":
      return events.with(index, u.agency === undefined ? without(e, "by") : { ...e, by: u.agency })
  }
}

/** The facts with everything gone wrong that a list tells of, in the order of their days. */
export const upsetBy = <E extends Told>(
  events: ReadonlyArray<E>,
  list: ReadonlyArray<Upset>,
  of: Upsetting
): Array<E> =>
  list
    .reduce<ReadonlyArray<E>>((told, u, n) => upset(told, u, n, of), events)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** Days on which facts can be asked about: around them and for two years after them, by a number. */
export const dayOf = (events: ReadonlyArray<Told>, n: number): CivilDate => {
  const [first] = events
  const last = events.at(-1)
  if (first === undefined || last === undefined) return "2026-01-01" as CivilDate
  const near = events[n % events.length] ?? first
  return n % 3 === 0 ? near.on : n % 3 === 1 ? addDays(near.on, n % 97) : addDays(last.on, n % 730)
}

/** A number that `dayOf` turns into a day of a history. */
export const days: fc.Arbitrary<number> = fc.nat(20_000)

/** A history that a failed property prints fact by fact, not as one line of JSON. */
export const readable = <H extends { readonly events: ReadonlyArray<Told>; readonly upsets: ReadonlyArray<Upset> }>(
  history: H
): H =>
  Object.defineProperty({ ...history }, fc.toStringMethod, {
    value: () =>
      [
        ...history.upsets.map((u) => `  upset: ${JSON.stringify(u)}`),
        ...history.events.map((e) => `  ${JSON.stringify(e)}`)
      ].join("\n")
  })
