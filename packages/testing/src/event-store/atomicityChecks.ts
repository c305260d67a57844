import type { AppendRequest } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { type Check, check, type Probe } from "./Check.ts"
import {
  at,
  idsOf,
  newEvent,
  newStream,
  outcome,
  read,
  readAllOf,
  request,
  requestOf,
  together,
  upTo
} from "./fixture.ts"

/** Has an append to three streams refused, and looks for what it may have left behind. */
const leavesNothing = (
  { same, store }: Probe,
  expected: string,
  spoil: (request: AppendRequest) => Effect.Effect<AppendRequest, unknown>
) =>
  Effect.gen(function* () {
    const streams = [newStream("a"), newStream("b"), newStream("c")]
    const sound = request(...streams.map((stream) => at(stream, 0)))
    const before = yield* store.append(request(at(newStream(), 0)))
    const spoilt = yield* spoil(sound)
    const end = yield* outcome(store, spoilt)
    // whether it is refused is for others to look at
    if (end === "Receipt") return
    same("outcome", end, expected)
    same("receipt of the refused command", yield* store.receipt(spoilt.command), Option.none())
    for (const stream of streams) same("events of a stream", yield* read(store, stream), [])
    same("events in the global order", yield* readAllOf(store, streams, before.position), [])
    same("the same command, mended", yield* outcome(store, sound), "Receipt")
    same("events after that", idsOf(yield* readAllOf(store, streams, before.position)), idsOf(sound.events))
  })

/** Guarantee 5: atomicity. */
export const atomicityChecks: ReadonlyArray<Check> = [
  check("atomicity", "an append that is refused at its last guard leaves nothing behind", (probe) =>
    leavesNothing(probe, "Conflict", (sound) =>
      Effect.succeed({ ...sound, guards: sound.guards.map((guard, i) => (i === 2 ? { ...guard, version: 7 } : guard)) })
    )
  ),

  check("atomicity", "an append that is refused for its last event's id leaves nothing behind", (probe) =>
    leavesNothing(probe, "DuplicateEvent", (sound) =>
      Effect.gen(function* () {
        const other = request(at(newStream(), 0))
        yield* probe.store.append(other)
        const [a, b, c] = sound.events
        return { ...sound, events: [a, ...(b && c ? [b, { ...c, id: other.events[0].id }] : [])] }
      })
    )
  ),

  check("atomicity", "an append that is refused as invalid leaves nothing behind", (probe) =>
    leavesNothing(probe, "InvalidAppend", (sound) =>
      Effect.succeed({ ...sound, events: [sound.events[0], { ...sound.events[0], type: "" }] })
    )
  ),

  check("atomicity", "streams that are written together are never seen apart", ({ holds, store }) =>
    Effect.gen(function* () {
      const [a, b] = [newStream("a"), newStream("b")]
      const write = Effect.forEach(upTo(60), (i) =>
        Effect.andThen(
          store.append(requestOf([at(a, i - 1), at(b, i - 1)], [newEvent(a), newEvent(b)])),
          Effect.yieldNow
        )
      )
      const look = Effect.forEach(upTo(60), () =>
        Effect.gen(function* () {
          const [first, second] = yield* store.versions([a, b])
          holds(`versions ${first?.version} and ${second?.version} at one moment`, first?.version === second?.version)
          yield* Effect.yieldNow
        })
      )
      yield* together([write, look, look])
    })
  )
]
