import { addDays, type CivilDate } from "@banfa/core/civil"
import fc from "fast-check"
import type { Told } from "./Recording.ts"

export type { Told } from "./Recording.ts"

/**
 * One thing that goes wrong with a record; `at` picks the fact.
 *
 * What is told wrong of one fact: it is left out, happens on another day, is told a second time under another id, is told with a particular
 * left unknown (no key), absent or not applicable, is entered late, was done by another, is corrected or retracted later.
 *
 * What is told against the order of things: a fact is foretold, entered before the day of which it speaks; two facts exchange their days,
 * those of a beginning and its end or any two; everything up to a fact lies before commencement, with its spacing; another agency opens the
 * case as well; what opens the record is entered last; a round is decided again, as before or otherwise; a fact is told many times.
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
  | { readonly kind: "foretell" | "antedate"; readonly at: number; readonly days: number }
  | { readonly kind: "swap"; readonly at: number; readonly other: number | undefined }
  | { readonly kind: "reopen"; readonly agency: string; readonly days: number }
  | { readonly kind: "openLast"; readonly days: number }
  | { readonly kind: "decideAgain"; readonly at: number; readonly days: number; readonly otherwise: boolean }
  | { readonly kind: "flood"; readonly at: number; readonly copies: number; readonly aDay: number }

const at = fc.nat(120)

const ofOneFact = (anybody: ReadonlyArray<string>): fc.Arbitrary<Upset> =>
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

/** A fact told so many times, all on one day or so many a day. */
export const floodsOf = (copies: fc.Arbitrary<number>): fc.Arbitrary<Upset> =>
  fc.record({ kind: fc.constant("flood"), at, copies, aDay: fc.integer({ min: 1, max: 150 }) })

const ofOrder = (anybody: ReadonlyArray<string>): fc.Arbitrary<Upset> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant("foretell"), at, days: fc.integer({ min: 1, max: 600 }) })
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("swap"), at, other: fc.option(at, { nil: undefined, freq: 2 }) })
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("antedate"), at, days: fc.nat(400) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("reopen"),
        agency: fc.constantFrom(...anybody),
        days: fc.integer({ min: -120, max: 120 })
      })
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("openLast"), days: fc.nat(100) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("decideAgain"),
        at,
        days: fc.integer({ min: -20, max: 60 }),
        otherwise: fc.constantFrom(true, true, false)
      })
    },
    { weight: 2, arbitrary: floodsOf(fc.integer({ min: 2, max: 10 })) }
  )

/** Upsets of every kind, with acts done by anybody of a list; shrink towards the first fact and no delay. */
export const upsetsAmong = (anybody: ReadonlyArray<string>): fc.Arbitrary<Upset> =>
  fc.oneof({ weight: 6, arbitrary: ofOneFact(anybody) }, { weight: 1, arbitrary: ofOrder(anybody) })

/**
 * What goes wrong with one record: up to so many facts told wrong, and in half of the records one or two things against the order. Shrinks
 * towards nothing.
 */
export const upsetsOf = (anybody: ReadonlyArray<string>, most: number): fc.Arbitrary<ReadonlyArray<Upset>> =>
  fc
    .tuple(
      fc.array(ofOneFact(anybody), { maxLength: most, size: "max" }),
      fc.oneof(
        { withCrossShrink: true },
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 5, arbitrary: fc.array(ofOrder(anybody), { maxLength: 2 }) }
      )
    )
    .map((both) => both.flat())

/** Facts in the order of their days; those of one day in the order in which they were written down. */
export const chronological = <E extends Told>(events: ReadonlyArray<E>): Array<E> =>
  events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : (a.seq ?? 0) - (b.seq ?? 0)))

/** Days on which a history can be asked about, by a number: those of its facts, after their entries, and for two years after all of them. */
export const dayOf = (events: ReadonlyArray<Told>, n: number): CivilDate => {
  const [first] = events
  const last = events.at(-1)
  if (first === undefined || last === undefined) return "2026-01-01" as CivilDate
  const near = events[n % events.length] as Told
  if (n % 3 === 0) return near.on
  return n % 3 === 1 ? addDays(near.recordedAt.slice(0, 10) as CivilDate, n % 97) : addDays(last.on, n % 730)
}

/** A number that `dayOf` turns into a day of a history. */
export const days: fc.Arbitrary<number> = fc.nat(20_000)
