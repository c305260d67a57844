import { addDays } from "@banfa/core/civil"
import type { Event } from "@banfa/core/resource"
import fc from "fast-check"
import { anybody } from "./agencies.ts"
import { chronological } from "./lawful.ts"

/** What cannot be left unsaid about a fact: what names it, its case and its part, and when it was. */
const fixed = new Set([
  "_tag",
  "id",
  "resource",
  "on",
  "recordedAt",
  "seq",
  "by",
  "consent",
  "sharing",
  "falsity",
  "corrects",
  "of"
])

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

/** Upsets of every kind; shrink towards the first fact and no delay. */
export const upsets: fc.Arbitrary<Upset> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("drop"), at }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("move", "double"), at, days: fc.integer({ min: -120, max: 120 }) })
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("blur"), at, to: fc.constantFrom("unknown", null, "n/a") }) },
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

const without = (e: Event, key: string): Event => {
  const { [key as "by"]: _, ...rest } = e
  return rest as Event
}

const blurred = (e: Event, n: number, to: "unknown" | null | "n/a"): Event => {
  const said = Object.keys(e).filter((key) => !fixed.has(key))
  const key = said[n % Math.max(1, said.length)]
  if (key === undefined) return e
  return to === "unknown" ? without(e, key) : ({ ...e, [key]: to } as Event)
}

/** Whether a fact opens the record: that one stays as it is. */
export const opens = ({ _tag }: Event): boolean => _tag === "ResourceIdentified" || _tag === "ResourceTakenOver"

const upset = (events: ReadonlyArray<Event>, u: Upset, n: number): ReadonlyArray<Event> => {
  const acts = events.filter((e) => !opens(e))
  const e = acts[u.at % Math.max(1, acts.length)]
  if (e === undefined) return events
  const index = events.indexOf(e)
  const moved = "days" in u ? addDays(e.on, u.days) : e.on
  const entered = `${moved}T01:00:00Z`
  switch (u.kind) {
    case "drop":
      return events.toSpliced(index, 1)
    case "move":
      return events.with(index, { ...e, on: moved, recordedAt: entered })
    case "double":
      return [...events, { ...e, id: `again-${n}-${e.id}`, on: moved, recordedAt: entered }]
    case "blur":
      return events.with(index, blurred(e, u.at, u.to))
    case "enterLate":
      return events.with(index, { ...e, recordedAt: entered })
    case "correct": {
      const right = { ...blurred(e, u.at, null), id: `right-${n}-${e.id}`, corrects: e.id, recordedAt: entered }
      return [...events, { ...right, on: addDays(e.on, u.days % 9) }]
    }
    case "retract": {
      const { id: of, on, resource } = e
      return [...events, { _tag: "Retracted", id: `void-${n}-${of}`, of, on, resource, recordedAt: entered }]
    }
    case "by":
      return events.with(index, u.agency === undefined ? without(e, "by") : { ...e, by: u.agency })
  }
}

/** The facts with everything gone wrong that a list tells of, in the order of their days. */
export const upsetBy = (events: ReadonlyArray<Event>, list: ReadonlyArray<Upset>): Array<Event> =>
  chronological(list.reduce(upset, events))
