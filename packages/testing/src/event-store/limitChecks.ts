import { CommandId, EventId, type StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { type Check, check } from "./Check.ts"
import { at, idsOf, newEvent, newStream, outcome, read, readAllOf, request, requestOf, upTo } from "./fixture.ts"

/** The id drawn out to 200 UTF-16 units. */
const drawnOut = (id: string, with_: string): string => {
  const more = with_.repeat(Math.floor((200 - id.length) / with_.length))
  return id + more + ".".repeat(200 - id.length - more.length)
}

/** Guarantee 12: limits. */
export const limitChecks: ReadonlyArray<Check> = [
  check("limits", "an append of 10,000 events is stored whole, in its order", ({ holds, same, store }) =>
    Effect.gen(function* () {
      const [a, b] = [newStream("b"), newStream("a")]
      const { position } = yield* store.append(request(at(newStream(), 0)))
      const events = upTo(10_000).map((i) => newEvent(i % 3 === 0 ? a : b, { data: { i } }))
      const sent = requestOf([at(a, 0), at(b, 0)], events)
      const receipt = yield* store.append(sent)
      same("versions", receipt.versions, [at(b, 6667), at(a, 3333)])
      const all = yield* readAllOf(store, [a, b], position)
      holds("the events are not those of the append", idsOf(all).join() === idsOf(events).join())
      holds(
        "the positions do not rise",
        all.every(({ position }, i) => i === 0 || position > (all[i - 1]?.position ?? 0))
      )
      same("position of the receipt", receipt.position, all.at(-1)?.position)
      same("the same command again", yield* store.append(sent), receipt)
      same("receipt asked for", yield* store.receipt(sent.command), Option.some(receipt))
    })
  ),

  check("limits", "more than 10,000 events are refused, and none of them is stored", ({ same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      const request = requestOf(
        [at(stream, 0)],
        upTo(10_001).map(() => newEvent(stream))
      )
      const error = yield* store.append(request).pipe(Effect.flip, Effect.option)
      const found = Option.getOrUndefined(error)
      same("problems", found?._tag === "InvalidAppend" ? found.problems.map(({ code }) => code) : found?._tag, [
        "too-many-events"
      ])
      same("events", yield* read(store, stream), [])
      same("receipt", yield* store.receipt(request.command), Option.none())
    })
  ),

  check("limits", "a decision that has read 1,000 streams is guarded by each of them", ({ same, store }) =>
    Effect.gen(function* () {
      const streams = upTo(1000).map((i) => newStream(`read-${i}`))
      const guards = streams.map((stream) => at(stream, 0))
      const [first, last] = [streams[0] ?? newStream(), streams[999] ?? newStream()]
      same("all as they were read", yield* outcome(store, requestOf(guards, [newEvent(first)])), "Receipt")
      yield* store.append(requestOf([at(last, 0)], [newEvent(last)]))
      const present = [at(first, 1), ...guards.slice(1)]
      same("the last one moved", yield* outcome(store, requestOf(present, [newEvent(first)])), "Conflict")
      same("versions", yield* store.versions([first, last]), [at(first, 1), at(last, 1)])
    })
  ),

  check("limits", "ids and kinds of 200 characters are told apart by their last one", ({ same, store }) =>
    Effect.gen(function* () {
      for (const filler of ["a", "政", "𠮷"]) {
        const long = drawnOut(newStream(), filler)
        const streams = [long, `${long.slice(0, -1)}!`] as ReadonlyArray<string> as ReadonlyArray<StreamId>
        const events = streams.map((stream) =>
          newEvent(stream, {
            id: EventId.make(drawnOut(`e-${stream.slice(-1)}${newStream("")}`, filler)),
            type: stream
          })
        )
        const guards = streams.map((stream) => at(stream, 0))
        const request = { ...requestOf(guards, events), command: CommandId.make(drawnOut(newStream("c"), filler)) }
        const receipt = yield* store.append(request)
        for (const [i, stream] of streams.entries()) {
          const found = yield* read(store, stream)
          same("id", idsOf(found), [events[i]?.id])
          same("kind", found[0]?.type, stream)
          same("of the kind", idsOf(yield* read(store, stream, { types: [stream] })), [events[i]?.id])
        }
        same("receipt", yield* store.receipt(request.command), Option.some(receipt))
      }
    })
  )
]
