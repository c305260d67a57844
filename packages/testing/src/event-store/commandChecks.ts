import { EventId, type NewEvent } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { type Check, check } from "./Check.ts"
import {
  at,
  idsOf,
  newEvent,
  newStream,
  outcome,
  read,
  request,
  requestOf,
  together,
  upTo,
  versionOf
} from "./fixture.ts"

/** Guarantee 6: commands. */
export const commandChecks: ReadonlyArray<Check> = [
  check("commands", "a command that comes again gets the same receipt and stores nothing", ({ same, store }) =>
    Effect.gen(function* () {
      const [a, b] = [newStream("b"), newStream("a")]
      const command = requestOf([at(b, 0), at(a, 0)], [newEvent(a), newEvent(b), newEvent(a)])
      const receipt = yield* store.append(command)
      same("receipt", receipt.versions, [at(a, 2), at(b, 1)])
      same("second receipt", yield* store.append(command), receipt)
      const [first, second, third] = idsOf(command.events)
      same("events", [idsOf(yield* read(store, a)), idsOf(yield* read(store, b))], [[first, third], [second]])
    })
  ),

  check(
    "commands",
    "the receipt is the same after the streams have moved on, with old guards or new",
    ({ same, store }) =>
      Effect.gen(function* () {
        const stream = newStream()
        const command = request(at(stream, 0))
        const receipt = yield* store.append(command)
        yield* store.append(request(at(stream, 1)))
        same("with the old guards", yield* store.append(command), receipt)
        same("with new guards", yield* store.append({ ...command, guards: [at(stream, 2)] }), receipt)
        same("version", yield* versionOf(store, stream), 2)
      })
  ),

  check("commands", "a command id that comes again with other events is refused", ({ same, store }) =>
    Effect.gen(function* () {
      const [a, b] = [newStream("a"), newStream("b")]
      const guards = [at(a, 0), at(b, 0)]
      const events: readonly [NewEvent, NewEvent] = [newEvent(a), newEvent(b)]
      const command = requestOf(guards, events)
      yield* store.append(command)
      const [first, second] = events
      const others: Readonly<Record<string, readonly [NewEvent, ...ReadonlyArray<NewEvent>]>> = {
        "other data": [{ ...first, data: { note: "二" } }, second],
        "other type": [{ ...first, type: "Changed" }, second],
        "another instant": [{ ...first, recordedAt: "2026-03-01T02:30:01.000Z" }, second],
        "another event id": [{ ...first, id: EventId.make(`${first.id}x`) }, second],
        "another stream": [{ ...first, stream: b }, second],
        "another order": [second, first],
        "an event less": [first],
        "an event more": [first, second, newEvent(a)]
      }
      for (const [what, changed] of Object.entries(others)) {
        same(what, yield* outcome(store, { ...command, events: changed }), "CommandReused")
      }
      same("versions", yield* store.versions([a, b]), [at(a, 1), at(b, 1)])
    })
  ),

  check("commands", "the order of keys is not part of what a command says", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      const event = newEvent(stream, { data: { a: 1, b: { c: 2, d: 3 } } })
      const command = requestOf([at(stream, 0)], [event])
      const receipt = yield* store.append(command)
      const again = { ...command, events: [{ ...event, data: { b: { d: 3, c: 2 }, a: 1 } }] as const }
      same("second receipt", yield* store.append(again), receipt)
    })
  ),

  check("commands", "a command that races with itself is stored once and gets one receipt", ({ same, store }) =>
    Effect.gen(function* () {
      const races = upTo(20).map(() => {
        const stream = newStream()
        const command = request(at(stream, 0))
        return Effect.gen(function* () {
          const receipts = yield* together(upTo(8).map(() => store.append(command)))
          same(
            "receipts",
            receipts,
            receipts.map(() => receipts[0])
          )
          same("events", idsOf(yield* read(store, stream)), idsOf(command.events))
        })
      })
      yield* together(races)
    })
  ),

  check("commands", "the receipt of a command can be asked for", ({ same, store }) =>
    Effect.gen(function* () {
      const [a, b] = [newStream("a"), newStream("b")]
      const command = request(at(a, 0), at(b, 0))
      same("before", yield* store.receipt(command.command), Option.none())
      const receipt = yield* store.append(command)
      yield* store.append(request(at(b, 1)))
      same("after", yield* store.receipt(command.command), Option.some(receipt))
    })
  )
]
