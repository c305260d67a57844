import * as Effect from "effect/Effect"
import { type Check, check } from "./Check.ts"
import { at, newEvent, newStream, outcome, read, request, requestOf, together, upTo, versionOf } from "./fixture.ts"
import { judge, race } from "./race.ts"

/** Guarantee 4: guards. */
export const guardChecks: ReadonlyArray<Check> = [
  check("guards", "a conflict lists every stream that moved, in the order of the guards", ({ same, store }) =>
    Effect.gen(function* () {
      const [a, b, c, d] = [newStream("d"), newStream("c"), newStream("b"), newStream("a")]
      yield* store.append(request(at(a, 0), at(c, 0), at(d, 0)))
      const error = yield* store
        .append(requestOf([at(a, 2), at(b, 0), at(c, 0), at(d, 1)], [newEvent(b)]))
        .pipe(Effect.flip)
      same("moved", error._tag === "Conflict" ? error.moved : error, [
        { stream: a, expected: 2, actual: 1 },
        { stream: c, expected: 0, actual: 1 }
      ])
    })
  ),

  check("guards", "version 0 means that the stream is not there yet", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      same("first append at 0", yield* outcome(store, request(at(stream, 0))), "Receipt")
      same("second append at 0", yield* outcome(store, request(at(stream, 0))), "Conflict")
      same("version", yield* versionOf(store, stream), 1)
    })
  ),

  check("guards", "a stream that was only read is guarded like one that is written to", ({ same, store }) =>
    Effect.gen(function* () {
      const [read, written] = [newStream("read"), newStream("written")]
      yield* store.append(request(at(read, 0)))
      const decide = (version: number) =>
        outcome(store, requestOf([at(written, 0), at(read, version)], [newEvent(written)]))
      same("read before the other moved", yield* decide(0), "Conflict")
      same("read at a version that is not there", yield* decide(2), "Conflict")
      same("read at its version", yield* decide(1), "Receipt")
      same("version of the stream that was read", yield* versionOf(store, read), 1)
    })
  ),

  check("guards", "of eight writers that race for a stream one wins, on twenty streams at once", ({ same, store }) =>
    Effect.gen(function* () {
      const races = upTo(20).map(() => {
        const stream = newStream()
        return together(upTo(8).map(() => outcome(store, request(at(stream, 0)))))
      })
      for (const ends of yield* together(races)) {
        same("how the appends of a race ended", ends.toSorted(), [...upTo(7).map(() => "Conflict"), "Receipt"])
      }
    })
  ),

  check("guards", "of two decisions that read the same two streams and write one each, one wins", ({ same, store }) =>
    Effect.gen(function* () {
      const races = upTo(20).map(() => {
        const [a, b] = [newStream("a"), newStream("b")]
        const guards = [at(a, 0), at(b, 0)]
        return together([a, b].map((stream) => outcome(store, requestOf(guards, [newEvent(stream)]))))
      })
      for (const ends of yield* together(races)) {
        same("how the decisions of a race ended", ends.toSorted(), ["Conflict", "Receipt"])
      }
    })
  ),

  check("guards", "writers that decide again on a conflict lose no event", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      const write = Effect.gen(function* () {
        const [guard] = yield* store.versions([stream])
        yield* Effect.yieldNow
        return yield* store.append(request(guard ?? at(stream, 0)))
      })
      yield* together(
        upTo(8).map(() => Effect.retry(write, { while: (error) => error._tag === "Conflict", times: 100 }))
      )
      same("number of events", (yield* read(store, stream)).length, 8)
    })
  ),

  check(
    "guards",
    "who loses a race of twelve writers for five streams is told which of them had moved, and to which versions, at one moment",
    (probe) => Effect.map(race([probe.store], 12, 6), (raced) => judge(probe, raced))
  )
]
