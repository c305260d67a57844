import { addDays } from "@banfa/core/civil"
import fc from "fast-check"
import { anybody } from "../project/agencies.ts"
import { enteredAfter, type Fact, inOrder } from "./Fact.ts"

/** One thing that goes wrong with a record: `at` picks the fact. */
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

/** Upsets of every kind; shrink towards the first fact and no delay. */
export const upsets: fc.Arbitrary<Upset> = fc.oneof(
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

/** What of a record can go wrong: which facts open it, by what each fact names its case, and what of a fact can be left unsaid. */
export interface Fragile {
  readonly opens: (e: Fact) => boolean
  readonly key: string
  readonly particulars: ReadonlyArray<string>
}

const without = <E extends Fact>(e: E, key: string): E => {
  const { [key as "by"]: _, ...rest } = e
  return rest as E
}

const blurred = <E extends Fact>(e: E, n: number, to: "unknown" | null | "n/a", { particulars }: Fragile): E => {
  const said = particulars.filter((key) => key in e)
  const key = said[n % Math.max(1, said.length)]
  if (key === undefined) return e
  return to === "unknown" ? without(e, key) : ({ ...e, [key]: to } as E)
}

/** The facts with one thing gone wrong; the opening of the record stays. */
const upset = <E extends Fact>(events: ReadonlyArray<E>, u: Upset, n: number, record: Fragile): ReadonlyArray<E> => {
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
      return events.with(index, { ...e, on: moved, recordedAt: enteredAfter(moved, 0) })
    case "double":
      return [...events, { ...e, id: id("again-"), on: moved, recordedAt: enteredAfter(moved, 0) }]
    case "blur":
      return events.with(index, blurred(e, u.at, u.to, record))
    case "enterLate":
      return events.with(index, { ...e, recordedAt: enteredAfter(e.on, u.days) })
    case "correct":
      return [
        ...events,
        {
          ...blurred(e, u.at, null, record),
          id: id("right-"),
          corrects: e.id,
          on: addDays(e.on, u.days % 9),
          recordedAt: enteredAfter(e.on, u.days)
        }
      ]
    case "retract": {
      const { [record.key as "by"]: named, id: of, on } = e
      const entry = { _tag: "Retracted", id: id("void-"), of, on, [record.key]: named }
      return [...events, { ...entry, recordedAt: enteredAfter(on, u.days) } as unknown as E]
    }
    case "by":
      return events.with(index, u.agency === undefined ? without(e, "by") : { ...e, by: u.agency })
  }
}

/** The facts with everything gone wrong that a list tells of, in the order of their days. */
export const upsetAll = <E extends Fact>(
  events: ReadonlyArray<E>,
  list: ReadonlyArray<Upset>,
  record: Fragile
): Array<E> => inOrder(list.reduce<ReadonlyArray<E>>((all, u, n) => upset(all, u, n, record), events))
