import { CommandId, StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { type Check, check } from "./Check.ts"
import { at, idsOf, newCommand, newEvent, newStream, read, request, requestOf, versionOf } from "./fixture.ts"

/** Guarantee 1: versions. */
export const versionChecks: ReadonlyArray<Check> = [
  check("versions", "a stream that was never written to is empty and has version 0", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      same("events", yield* read(store, stream), [])
      same("versions", yield* store.versions([stream]), [at(stream, 0)])
      same("receipt of an unknown command", yield* store.receipt(newCommand()), Option.none())
    })
  ),

  check(
    "versions",
    "the events of a stream have the versions 1, 2, 3 in the order of their append",
    ({ same, store }) =>
      Effect.gen(function* () {
        const stream = newStream()
        const first = requestOf([at(stream, 0)], [newEvent(stream), newEvent(stream)])
        const second = request(at(stream, 2))
        same("first receipt", (yield* store.append(first)).versions, [at(stream, 2)])
        same("second receipt", (yield* store.append(second)).versions, [at(stream, 3)])
        const events = yield* read(store, stream)
        same(
          "versions read",
          events.map(({ version }) => version),
          [1, 2, 3]
        )
        same("ids read", idsOf(events), idsOf([...first.events, ...second.events]))
        same(
          "commands read",
          events.map(({ command }) => command),
          [first.command, first.command, second.command]
        )
        same("version", yield* versionOf(store, stream), 3)
      })
  ),

  check("versions", "a part of a stream is read by its first and its last version", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      yield* store.append(
        requestOf(
          [at(stream, 0)],
          [1, 2, 3, 4, 5].map(() => newEvent(stream))
        )
      )
      const part = (from: number, to: number) =>
        Effect.map(read(store, stream, { from, to }), (events) => events.map(({ version }) => version))
      same("2 to 4", yield* part(2, 4), [2, 3, 4])
      same("5 to 9", yield* part(5, 9), [5])
      same("6 to 9", yield* part(6, 9), [])
      same("4 to 2", yield* part(4, 2), [])
      same("-3 to 1", yield* part(-3, 1), [1])
      same("1.5 to 2.5", yield* part(1.5, 2.5), [2])
      same("NaN to 5", yield* part(Number.NaN, 5), [])
    })
  ),

  check("versions", "versions are answered in the order asked, and as often", ({ same, store }) =>
    Effect.gen(function* () {
      const [a, b] = [newStream("b"), newStream("a")]
      yield* store.append(request(at(a, 0)))
      same("versions", yield* store.versions([b, a, b]), [at(b, 0), at(a, 1), at(b, 0)])
      same("no versions", yield* store.versions([]), [])
    })
  ),

  check("versions", "any text can be the id of a stream, also a name that objects have", ({ same, store }) =>
    Effect.gen(function* () {
      const streams = ["__proto__", "constructor", "hasOwnProperty", "' OR 1=1 --", "%", "\\"].map((id) =>
        StreamId.make(id)
      )
      const before = yield* store.versions(streams)
      const { versions } = yield* store.append(request(...before))
      same(
        "receipt",
        versions,
        before.map(({ stream, version }) => at(stream, version + 1))
      )
      same("versions", yield* store.versions(streams), versions)
      same("receipt of an unknown command", yield* store.receipt(CommandId.make("__proto__")), Option.none())
    })
  )
]
