import * as Effect from "effect/Effect"
import { type Check, check } from "./Check.ts"
import { at, newEvent, newStream, outcome, requestOf, together, upTo } from "./fixture.ts"

/** Guarantee 7: event ids. */
export const eventIdChecks: ReadonlyArray<Check> = [
  check(
    "event ids",
    "an event id that another command has stored is refused, before the guards are looked at",
    ({ same, store }) =>
      Effect.gen(function* () {
        const [a, b] = [newStream("a"), newStream("b")]
        const event = newEvent(a)
        const first = requestOf([at(a, 0)], [event])
        yield* store.append(first)
        const refused = (version: number) =>
          store.append(requestOf([at(b, version)], [newEvent(b), { ...event, stream: b }])).pipe(
            Effect.flip,
            Effect.map((error) => (error._tag === "DuplicateEvent" ? error.events : error))
          )
        const expected = [{ id: event.id, command: first.command }]
        same("with sound guards", yield* refused(0), expected)
        same("with guards that are out of date", yield* refused(5), expected)
      })
  ),

  check("event ids", "of commands that race with the same event id one wins", ({ same, store }) =>
    Effect.gen(function* () {
      const races = upTo(20).map(() => {
        const event = newEvent(newStream())
        return together(
          upTo(4).map(() => {
            const stream = newStream()
            return outcome(store, requestOf([at(stream, 0)], [{ ...event, stream }]))
          })
        )
      })
      for (const ends of yield* together(races)) {
        same("how the appends of a race ended", ends.toSorted(), [...upTo(3).map(() => "DuplicateEvent"), "Receipt"])
      }
    })
  )
]
