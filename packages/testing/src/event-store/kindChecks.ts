import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type Check, check } from "./Check.ts"
import { at, idsOf, newEvent, newStream, read, requestOf, upTo } from "./fixture.ts"

/** A kind of events that no store has seen. */
const newKind = (prefix = "kind"): string => newStream(prefix)

/** Guarantee 11: kinds. */
export const kindChecks: ReadonlyArray<Check> = [
  check("kinds", "of all events those of the kinds asked for are read, in their order", ({ same, store }) =>
    Effect.gen(function* () {
      const [a, b] = [newStream("b"), newStream("a")]
      const [one, two, three] = [newKind(), newKind(), newKind()]
      const events = [one, two, three, two, one].map((type, i) => newEvent(i % 2 === 0 ? a : b, { type }))
      yield* store.append(requestOf([at(a, 0), at(b, 0)], events))
      const ids = idsOf(events)
      const all = yield* Stream.runCollect(store.readAll({ types: [one, two, three] }))
      same("all three kinds", idsOf(all), ids)
      const of = (options: Parameters<typeof store.readAll>[0]) =>
        Effect.map(Stream.runCollect(store.readAll(options)), idsOf)
      same("two kinds", yield* of({ types: [two, one] }), [ids[0], ids[1], ids[3], ids[4]])
      same("one kind", yield* of({ types: [three] }), [ids[2]])
      const [first = 0, , , fourth = 0] = all.map(({ position }) => position)
      same("two kinds after the first, to the fourth", yield* of({ types: [one, two], after: first, to: fourth }), [
        ids[1],
        ids[3]
      ])
    })
  ),

  check("kinds", "of a stream the events of the kinds asked for are read, in their order", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      const types = ["Noted", "Asked", "Answered", "Asked", "Noted"]
      const events = types.map((type) => newEvent(stream, { type }))
      yield* store.append(requestOf([at(stream, 0)], events))
      // by their places among those that were appended, from 1 on
      const of = (options: Parameters<typeof read>[2]) =>
        Effect.map(read(store, stream, options), (found) =>
          found.map(({ id }) => events.findIndex((event) => event.id === id) + 1)
        )
      same("two kinds", yield* of({ types: ["Asked", "Answered"] }), [2, 3, 4])
      same("two kinds from 3 to 4", yield* of({ types: ["Asked", "Noted"], from: 3, to: 4 }), [4])
      same("every kind", yield* of({}), [1, 2, 3, 4, 5])
    })
  ),

  check("kinds", "no kind asked for is no event, and a kind is compared character by character", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      const types = ["Noted", "noted", "Noted ", "Ｎoted", "'; --", "意见,已出具", '{"a"}', "NULL", "\\", "%"]
      const events = types.map((type) => newEvent(stream, { type }))
      yield* store.append(requestOf([at(stream, 0)], events))
      same("no kind, of a stream", yield* read(store, stream, { types: [] }), [])
      same("no kind, of all", yield* Stream.runCollect(store.readAll({ types: [] })), [])
      for (const [i, type] of types.entries()) {
        const found = yield* read(store, stream, { types: [type] })
        same(`events of the kind ${type}`, idsOf(found), [events[i]?.id])
      }
    })
  ),

  check("kinds", "a rare kind is found behind thousands of events of another", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      const rare = newKind("rare")
      const event = newEvent(stream, { type: rare })
      yield* store.append(requestOf([at(stream, 0)], [...upTo(3000).map(() => newEvent(stream)), event]))
      same("of the stream", idsOf(yield* read(store, stream, { types: [rare] })), [event.id])
      same("of all", idsOf(yield* Stream.runCollect(store.readAll({ types: [rare] }))), [event.id])
    })
  )
]
