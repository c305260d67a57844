import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { type Check, check } from "./Check.ts"
import { at, idsOf, newEvent, newStream, outcome, read, readAllOf, request, requestOf, versionOf } from "./fixture.ts"

/** Guarantee 14: own transaction. */
export const ownTransactionChecks: ReadonlyArray<Check> = [
  check(
    "own transaction",
    "what is appended in a host's transaction is committed together with the host's own rows, and not before",
    ({ host, same, store }) =>
      Effect.gen(function* () {
        const { noted, transaction } = yield* host
        const [a, b] = [newStream("a"), newStream("b")]
        const command = request(at(a, 0), at(b, 0))
        const receipt = yield* transaction((within) =>
          Effect.gen(function* () {
            yield* within.note(a)
            const receipt = yield* within.store.append(command)
            yield* within.note(b)
            same("seen by others before the commit", yield* read(store, a), [])
            same("the host's row, seen by others before the commit", yield* noted(a), false)
            return receipt
          })
        )
        same("events", idsOf(yield* readAllOf(store, [a, b])), idsOf(command.events))
        same("the host's rows", [yield* noted(a), yield* noted(b)], [true, true])
        same("the same command, outside of a transaction", yield* store.append(command), receipt)
      }),
    ({ ownTransaction }) => ownTransaction
  ),

  check(
    "own transaction",
    "a host's transaction that is rolled back leaves neither the host's rows nor events",
    ({ host, same, store }) =>
      Effect.gen(function* () {
        const { noted, transaction } = yield* host
        const stream = newStream()
        const command = request(at(stream, 0))
        const failed = yield* transaction((within) =>
          Effect.gen(function* () {
            yield* within.note(stream)
            yield* within.store.append(command)
            return yield* Effect.fail("the host thinks better of it")
          })
        ).pipe(Effect.flip)
        same("why it failed", failed, "the host thinks better of it")
        same("events", yield* read(store, stream), [])
        same("receipt", yield* store.receipt(command.command), Option.none())
        same("the host's row", yield* noted(stream), false)
        same("the same command after that", (yield* store.append(command)).versions, [at(stream, 1)])
      }),
    ({ ownTransaction }) => ownTransaction
  ),

  check(
    "own transaction",
    "an append that is refused in a host's transaction leaves the transaction as it was",
    ({ host, same, store }) =>
      Effect.gen(function* () {
        const { noted, transaction } = yield* host
        const [a, b, c] = [newStream("a"), newStream("b"), newStream("c")]
        const first = request(at(a, 0))
        yield* store.append(first)
        const sound = request(at(b, 0))
        yield* transaction(({ note, store }) =>
          Effect.gen(function* () {
            yield* note(a)
            const { id } = first.events[0]
            same("guard that moved", yield* outcome(store, request(at(c, 0), at(a, 0))), "Conflict")
            const taken = requestOf([at(c, 0)], [newEvent(c), newEvent(c, { id })])
            same("event id that is taken", yield* outcome(store, taken), "DuplicateEvent")
            const other = { ...request(at(c, 0)), command: first.command }
            same("command id that is taken", yield* outcome(store, other), "CommandReused")
            same("invalid", yield* outcome(store, requestOf([], [newEvent(c)])), "InvalidAppend")
            same("sound", yield* outcome(store, sound), "Receipt")
          })
        )
        same("events", idsOf(yield* readAllOf(store, [a, b, c])), idsOf([...first.events, ...sound.events]))
        same("the host's row", yield* noted(a), true)
      }),
    ({ ownTransaction }) => ownTransaction
  ),

  check(
    "own transaction",
    "appends in one transaction of a host's see each other",
    ({ host, same, store }) =>
      Effect.gen(function* () {
        const { transaction } = yield* host
        const stream = newStream()
        const [first, second] = [request(at(stream, 0)), request(at(stream, 1))]
        yield* transaction(({ store }) =>
          Effect.gen(function* () {
            yield* store.append(first)
            same("version after the first", yield* versionOf(store, stream), 1)
            same("out of date after the first", yield* outcome(store, request(at(stream, 0))), "Conflict")
            same("the first again", yield* outcome(store, first), "Receipt")
            yield* store.append(second)
            same("events of the stream", idsOf(yield* read(store, stream)), idsOf([...first.events, ...second.events]))
          })
        )
        same("events in the end", idsOf(yield* readAllOf(store, [stream])), idsOf([...first.events, ...second.events]))
      }),
    ({ ownTransaction }) => ownTransaction
  ),

  check(
    "own transaction",
    "a store that does not claim to append in a host's transaction keeps what was appended, whatever a host rolls back",
    ({ host, same, store }) =>
      Effect.gen(function* () {
        const sent = request(at(newStream(), 0))
        const given = Option.getOrUndefined(yield* Effect.option(host))
        const append = (within: typeof store) => Effect.andThen(within.append(sent), Effect.fail("rolled back"))
        yield* Effect.ignore(given ? given.transaction((within) => append(within.store)) : append(store))
        same("events", idsOf(yield* read(store, sent.events[0].stream)), idsOf(sent.events))
      }),
    ({ ownTransaction }) => !ownTransaction
  )
]
