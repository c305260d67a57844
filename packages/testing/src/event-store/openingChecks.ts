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
  readAllOf,
  request,
  requestOf,
  together,
  upTo
} from "./fixture.ts"
import { compareFollowed, follow, whileWriting, writers } from "./orderChecks.ts"
import { judge, race } from "./race.ts"

/** Guarantee 13: restart and sharing. */
export const openingChecks: ReadonlyArray<Check> = [
  check(
    "openings",
    "a store that is opened again holds its events, receipts and versions",
    ({ open, same }) =>
      Effect.gen(function* () {
        const [a, b] = [newStream("a"), newStream("b")]
        const command = requestOf([at(a, 0), at(b, 0)], [newEvent(a), newEvent(b), newEvent(a)])
        const before = yield* Effect.scoped(
          Effect.gen(function* () {
            const store = yield* open
            const receipt = yield* store.append(command)
            return { receipt, all: yield* readAllOf(store, [a, b]) }
          })
        )
        const store = yield* open
        same("events", yield* readAllOf(store, [a, b]), before.all)
        same("receipt", yield* store.receipt(command.command), Option.some(before.receipt))
        same("the command again", yield* store.append(command), before.receipt)
        same("other content", yield* outcome(store, { ...command, events: [command.events[0]] }), "CommandReused")
        same("the next append", (yield* store.append(request(at(a, 2)))).versions, [at(a, 3)])
      }),
    ({ restart }) => restart
  ),

  check(
    "openings",
    "a store that does not claim to survive a restart is empty when it is opened again",
    ({ open, same }) =>
      Effect.gen(function* () {
        const stream = newStream()
        yield* Effect.scoped(Effect.flatMap(open, (store) => store.append(request(at(stream, 0)))))
        same("events", yield* read(yield* open, stream), [])
      }),
    ({ restart }) => !restart
  ),

  check(
    "openings",
    "two openings of a store see each other's events at once",
    ({ open, same, store }) =>
      Effect.gen(function* () {
        const other = yield* open
        const stream = newStream()
        const first = request(at(stream, 0))
        yield* store.append(first)
        same("seen by the other", idsOf(yield* read(other, stream)), idsOf(first.events))
        const second = request(at(stream, 1))
        yield* other.append(second)
        same("seen by the first", idsOf(yield* read(store, stream)), idsOf([...first.events, ...second.events]))
        same("out of date in the first", yield* outcome(store, request(at(stream, 1))), "Conflict")
      }),
    ({ sharing }) => sharing
  ),

  check(
    "openings",
    "writers and commands that race through two openings are one race",
    ({ open, same, store }) =>
      Effect.gen(function* () {
        const stores = [store, yield* open]
        const races = upTo(20).map(() =>
          Effect.gen(function* () {
            const stream = newStream()
            const ends = yield* together(stores.map((each) => outcome(each, request(at(stream, 0)))))
            same("how the appends of a race ended", ends.toSorted(), ["Conflict", "Receipt"])
            const command = request(at(stream, 1))
            const [one, two] = yield* together(stores.map((each) => each.append(command)))
            same("receipts", one, two)
          })
        )
        yield* together(races)
      }),
    ({ sharing }) => sharing
  ),

  check(
    "openings",
    "who loses a race through three openings is told what had moved, whichever opening moved it",
    (probe) =>
      Effect.gen(function* () {
        const stores = [probe.store, yield* probe.open, yield* probe.open]
        judge(probe, yield* race(stores, 9, 6))
      }),
    ({ sharing }) => sharing
  ),

  check(
    "openings",
    "a reader in one opening follows the writers in two others",
    (probe) =>
      Effect.gen(function* () {
        const { open, store } = probe
        const streams = upTo(4).map(() => newStream())
        const { position } = yield* store.append(request(at(newStream(), 0)))
        const stores = [yield* open, yield* open]
        const written = 2 * 4 * 10 * 3
        const reader = follow(store, streams, position, written)
        const followed = yield* whileWriting(
          reader,
          stores.flatMap((each) => writers(each, streams, 10))
        )
        compareFollowed(probe, [followed], yield* readAllOf(store, streams, position), written)
      }),
    ({ sharing }) => sharing
  ),

  check(
    "openings",
    "two openings of a store that does not claim to be shared are two stores",
    ({ open, same, store }) =>
      Effect.gen(function* () {
        const stream = newStream()
        yield* store.append(request(at(stream, 0)))
        same("events seen by the other", yield* read(yield* open, stream), [])
      }),
    ({ sharing }) => !sharing
  )
]
