import { addDays } from "@banfa/core/civil"
import type { Event } from "@banfa/core/project"
import fc from "fast-check"
import { anybody } from "./agencies.ts"
import { chronological } from "./lawful.ts"

/** What may be left unsaid about an act: everything but what names it and its instance. */
const particulars = [
  "to",
  "what",
  "material",
  "considered",
  "planItem",
  "deviation",
  "builder",
  "funding",
  "baseline",
  "aims",
  "ranking",
  "conclusion",
  "conditions",
  "plan",
  "assessment",
  "reason",
  "former",
  "amount",
  "year",
  "fiscal",
  "until",
  "document",
  "onBehalfOf",
  "with",
  "signed",
  "application",
  "scheme",
  "assessor",
  "interests",
  "criteria",
  "items",
  "omitted",
  "defects",
  "successor"
] as const

/** Whether a particular says which instance a fact is about: that is no part of what can be left unsaid. */
const names = (key: string, { _tag }: Event): boolean =>
  (key === "assessment" && _tag.startsWith("Assessment")) ||
  (key === "application" && _tag !== "AssessmentPlanned") ||
  (key === "scheme" && _tag !== "AssessmentStarted")

/** The departments that act together can be named, known to be none, or not stated. */
const listed: ReadonlyArray<string> = ["with", "signed"]

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

const without = (e: Event, key: string): Event => {
  const { [key as "by"]: _, ...rest } = e
  return rest as Event
}

const blurred = (e: Event, n: number, to: "unknown" | null | "n/a"): Event => {
  const said = particulars.filter((key) => key in e && !names(key, e))
  const key = said[n % Math.max(1, said.length)]
  if (key === undefined) return e
  if (to === "unknown") return without(e, key)
  return { ...e, [key]: listed.includes(key) ? [] : to } as unknown as Event
}

const entered = (e: Event, days: number): string => `${addDays(e.on, days)}T01:00:00Z`

/** The facts with one thing gone wrong; the opening of the record stays. */
const upset = (events: ReadonlyArray<Event>, u: Upset, n: number): ReadonlyArray<Event> => {
  const acts = events.filter(({ _tag }) => _tag !== "Drafted" && _tag !== "TakenOver")
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
      return events.with(index, blurred(e, u.at, u.to))
    case "enterLate":
      return events.with(index, { ...e, recordedAt: entered(e, u.days) })
    case "correct":
      return [
        ...events,
        {
          ...blurred(e, u.at, null),
          id: id("right-"),
          corrects: e.id,
          on: addDays(e.on, u.days % 9),
          recordedAt: entered(e, u.days)
        }
      ]
    case "retract": {
      const { id: of, on, project } = e
      return [...events, { _tag: "Retracted", id: id("void-"), of, on, project, recordedAt: entered(e, u.days) }]
    }
    case "by":
      return events.with(index, u.agency === undefined ? without(e, "by") : { ...e, by: u.agency })
  }
}

/** The facts with everything gone wrong that a list tells of, in the order of their days. */
export const upsetBy = (events: ReadonlyArray<Event>, list: ReadonlyArray<Upset>): Array<Event> =>
  chronological(list.reduce(upset, events))
