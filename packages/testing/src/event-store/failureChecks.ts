import type { EventStore, StoredEvent } from "@banfa/core/port/EventStore"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { type Check, check, type Probe } from "./Check.ts"
import {
  at,
  idsOf,
  newCommand,
  newEvent,
  newStream,
  read,
  readAllOf,
  request,
  requestOf,
  together,
  upTo
} from "./fixture.ts"
import type { Interruption } from "./Means.ts"

type Store = EventStore["Service"]
type Begin = Effect.Effect<Interruption, unknown, Scope.Scope>

/** A check that is made for each way in which the storage can be gone, and whose findings say for which. */
const ofEach = (title: string, body: (probe: Probe, begin: Begin) => Effect.Effect<void, unknown, Scope.Scope>) =>
  check(
    "failure",
    title,
    (probe) =>
      Effect.gen(function* () {
        const ways = Object.entries(probe.interruptions)
        probe.holds("no interruption was given to the suite", ways.length > 0)
        for (const [way, begin] of ways) {
          const same: Probe["same"] = (what, ...rest) => probe.same(`${way}: ${what}`, ...rest)
          const holds: Probe["holds"] = (what, condition) => probe.holds(`${way}: ${what}`, condition)
          const exit = yield* Effect.exit(Effect.scoped(body({ ...probe, holds, same }, begin)))
          if (Exit.isFailure(exit)) holds(`stopped: ${Cause.pretty(exit.cause)}`, false)
        }
      }),
    ({ interruption }) => interruption
  )

/** How an operation ended: with an answer, or with which errors; `StorageUnavailable` with its operation, and whether it brings a cause. */
const ending = (effect: Effect.Effect<unknown, unknown>) =>
  Effect.map(Effect.exit(effect), (exit) =>
    Exit.isSuccess(exit) ? "an answer" : exit.cause.reasons.map(endingOf).join(", ")
  )

const endingOf = (reason: Cause.Reason<unknown>): string => {
  if (!Cause.isFailReason(reason)) return `${reason._tag}: ${Cause.pretty(Cause.fromReasons([reason]))}`
  const error = reason.error as { readonly _tag?: unknown; readonly operation?: unknown; readonly cause?: unknown }
  const brought = error.cause === undefined || error.cause === null ? "without a cause" : "with its cause"
  return error._tag === "StorageUnavailable" ? `${error._tag} of ${error.operation} ${brought}` : String(error._tag)
}

/**
 * The store to go on with. A pool may hand out a connection that has failed meanwhile, so the store is asked until it answers; that it never does
 * is not allowed.
 */
const back = ({ giveBack }: Interruption) =>
  Effect.tap(giveBack, (store) =>
    Effect.retry(store.receipt(newCommand()), { schedule: Schedule.spaced("10 millis"), times: 100 })
  )

/** How an operation has to end while the storage is gone. */
const unavailable = (operation: string): string => `StorageUnavailable of ${operation} with its cause`

/** Every operation of the port, by its name. */
const operations = (store: Store): ReadonlyArray<readonly [operation: string, Effect.Effect<unknown, unknown>]> => {
  const sent = request(at(newStream(), 0))
  const { id, stream } = sent.events[0]
  return [
    ["append", store.append(sent)],
    ["receipt", store.receipt(sent.command)],
    ["versions", store.versions([stream])],
    ["readStream", read(store, stream)],
    ["readStream", read(store, stream, { types: ["Noted"], from: 2 })],
    ["readAll", Stream.runCollect(Stream.take(store.readAll(), 1))],
    ["readAll", Stream.runCollect(store.readAll({ types: [id], after: 1 }))]
  ]
}

/** Guarantee 15: failure. */
export const failureChecks: ReadonlyArray<Check> = [
  ofEach(
    "every operation of a store whose storage is gone fails with StorageUnavailable, its name and a cause, however often",
    ({ same }, begin) =>
      Effect.gen(function* () {
        const interruption = yield* begin
        const { store, takeAway } = interruption
        for (const [operation, run] of operations(store)) {
          same(`${operation} before`, yield* ending(run), "an answer")
        }
        yield* takeAway
        for (const time of ["at first", "again"]) {
          for (const [operation, run] of operations(store)) {
            same(`${operation} ${time}`, yield* ending(run), unavailable(operation))
          }
        }
        const all = operations(store)
        same(
          "all at once",
          yield* together(all.map(([, run]) => ending(run))),
          all.map(([operation]) => unavailable(operation))
        )
        const after = yield* back(interruption)
        for (const [operation, run] of operations(after)) {
          same(`${operation} after`, yield* ending(run), "an answer")
        }
      })
  ),

  ofEach(
    "a stream whose storage goes in the middle of a page gives no event after a gap and ends with StorageUnavailable",
    ({ holds, same }, begin) =>
      Effect.gen(function* () {
        const stream = newStream()
        // more than two pages, however large the pages are that the store is allowed
        const appended = requestOf(
          [at(stream, 0)],
          upTo(2001).map(() => newEvent(stream))
        )
        let position = 0
        for (const operation of ["readStream", "readAll"] as const) {
          yield* Effect.scoped(
            Effect.gen(function* () {
              const interruption = yield* begin
              const { store, takeAway } = interruption
              // a storage that is the same as before holds them already
              if ((yield* store.versions([stream]))[0]?.version !== 2001) {
                position = (yield* store.append(request(at(newStream(), 0)))).position
                yield* store.append(appended)
              }
              const eventsOf = (from: Store, last: StoredEvent | undefined) =>
                operation === "readStream"
                  ? from.readStream(stream, { from: (last?.version ?? 0) + 1 })
                  : Stream.filter(from.readAll({ after: last?.position ?? position }), (each) => each.stream === stream)
              const seen: Array<StoredEvent> = []
              const reading = Stream.runForEach(eventsOf(store, undefined), (event) =>
                Effect.suspend(() => (seen.push(event) === 10 ? takeAway : Effect.void))
              )
              same(operation, yield* ending(reading), unavailable(operation))
              holds(`${operation} gave ${seen.length} events`, seen.length >= 10 && seen.length < 2001)
              const rest = yield* Stream.runCollect(eventsOf(yield* back(interruption), seen.at(-1)))
              holds(
                `${operation}, and what it gives after that from where it had come to, are not what was appended`,
                idsOf([...seen, ...rest]).join() === idsOf(appended.events).join()
              )
            })
          )
        }
      })
  ),

  ofEach(
    "a command that found the storage gone, and is sent again when it is back, gets one receipt and is stored once",
    ({ same }, begin) =>
      Effect.gen(function* () {
        const interruption = yield* begin
        const { store, takeAway } = interruption
        const [a, b] = [newStream("a"), newStream("b")]
        const known = request(at(a, 0))
        const receipt = yield* store.append(known)
        const sent = requestOf([at(b, 0), at(a, 1)], [newEvent(b), newEvent(a)])
        yield* takeAway
        same("a new command", yield* ending(store.append(sent)), unavailable("append"))
        same("a known command", yield* ending(store.append(known)), unavailable("append"))
        const after = yield* back(interruption)
        same("receipt of the known command", yield* after.receipt(known.command), Option.some(receipt))
        same("the known command again", yield* after.append(known), receipt)
        const [first, second] = [yield* after.append(sent), yield* after.append(sent)]
        same("receipt of the new command", first.versions, [at(b, 1), at(a, 2)])
        same("second receipt", second, first)
        same("receipt asked for", yield* after.receipt(sent.command), Option.some(first))
        const ids = [...idsOf(known.events), ...idsOf(sent.events)]
        same("events", idsOf(yield* readAllOf(after, [a, b], receipt.position - 1)), ids)
      })
  ),

  ofEach(
    "appends that are under way when the storage goes are stored whole or not at all, and sent again get one receipt each",
    ({ holds, same }, begin) =>
      Effect.gen(function* () {
        const interruption = yield* begin
        const { store, takeAway } = interruption
        const { position } = yield* store.append(request(at(newStream(), 0)))
        // no more than a pool has connections: pg leaves those that wait for one without an answer when its pool is ended
        const sent = upTo(10).map(() => request(at(newStream("a"), 0), at(newStream("b"), 0)))
        let ended = 0
        const appending = sent.map((each) =>
          Effect.yieldNow.pipe(
            Effect.andThen(Effect.exit(store.append(each))),
            Effect.tap(() => Effect.suspend(() => (++ended === 3 ? takeAway : Effect.void)))
          )
        )
        const exits = yield* together(appending)
        const ends = yield* Effect.forEach(exits, (exit) =>
          Exit.isSuccess(exit) ? Effect.succeed("Receipt") : ending(Effect.failCause(exit.cause))
        )
        holds(
          `an append ended otherwise: ${[...new Set(ends)].join("; ")}`,
          ends.every((end) => end === "Receipt" || end === unavailable("append"))
        )
        holds(
          "no append has got a receipt before the storage went",
          ends.some((end) => end === "Receipt")
        )
        const after = yield* back(interruption)
        const streams = sent.flatMap(({ guards }) => guards.map(({ stream }) => stream))
        const left = new Set(idsOf(yield* readAllOf(after, streams, position)))
        for (const [i, each] of sent.entries()) {
          const found = idsOf(each.events).filter((id) => left.has(id))
          holds("half an append is stored", found.length === 0 || found.length === each.events.length)
          const exit = exits[i]
          const receipt = yield* after.append(each)
          if (exit !== undefined && Exit.isSuccess(exit)) same("receipt of what was stored", receipt, exit.value)
          same("second receipt", yield* after.append(each), receipt)
        }
        const stored = idsOf(yield* readAllOf(after, streams, position))
        same("events in the end", stored.toSorted(), sent.flatMap(({ events }) => idsOf(events)).toSorted())
      })
  ),

  check(
    "failure",
    "a store that does not claim that its storage can be gone answers after it was closed as it did before",
    ({ open, same }) =>
      Effect.gen(function* () {
        const stream = newStream()
        const first = request(at(stream, 0))
        const store = yield* Effect.scoped(Effect.tap(open, (store) => store.append(first)))
        for (const [operation, run] of operations(store)) same(operation, yield* ending(run), "an answer")
        same("events", idsOf(yield* read(store, stream)), idsOf(first.events))
      }),
    ({ interruption }) => !interruption
  )
]
