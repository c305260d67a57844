import type { EventId, EventStore, StoredEvent, StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type Check, check, type Probe } from "./Check.ts"
import { at, idsOf, newEvent, newStream, read, readAllOf, request, requestOf, together, upTo } from "./fixture.ts"

type Store = EventStore["Service"]

/** Writes to pairs of these streams until told otherwise, giving way to others after each append. */
export const writers = (store: Store, streams: ReadonlyArray<StreamId>, rounds: number) =>
  upTo(streams.length).map((n) =>
    Effect.forEach(upTo(rounds), () =>
      Effect.gen(function* () {
        const [own, next] = [streams[n - 1], streams[n % streams.length]] as const
        if (own === undefined || next === undefined) return
        const write = Effect.gen(function* () {
          const guards = yield* store.versions([own, next])
          yield* Effect.yieldNow
          return yield* store.append(requestOf(guards, [newEvent(own), newEvent(next), newEvent(own)]))
        })
        yield* Effect.retry(write, { while: (error) => error._tag === "Conflict", times: 1000 })
        yield* Effect.yieldNow
      })
    )
  )

/** Readings without an event after which a follower gives up: a minute and more, as each waits longer than the one before. */
const mostIdle = 700

/** Follows the global order from a position until this many events of these streams have come by, or long enough. */
export const follow = (store: Store, streams: ReadonlyArray<StreamId>, after: number, count: number) =>
  Effect.gen(function* () {
    const wanted = new Set(streams)
    const seen: Array<StoredEvent> = []
    let position = after
    for (let idle = 0; seen.length < count && idle < mostIdle; idle++) {
      yield* Stream.runForEach(store.readAll({ after: position }), (event) =>
        Effect.sync(() => {
          position = event.position
          idle = 0
          if (wanted.has(event.stream)) seen.push(event)
        })
      )
      yield* idle > 100 ? Effect.sleep(Math.min(idle - 100, 100)) : Effect.yieldNow
    }
    return seen
  })

/** What a reader saw while these writers were at work. */
export const whileWriting = <A, E, B, F>(reader: Effect.Effect<A, E>, writing: ReadonlyArray<Effect.Effect<B, F>>) =>
  Effect.map(Effect.all([reader, together(writing)], { concurrency: "unbounded" }), ([seen]) => seen)

/** Compares what followers saw with what is there in the end, and that with the number of events written. */
export const compareFollowed = (
  { same }: Probe,
  followed: ReadonlyArray<ReadonlyArray<StoredEvent>>,
  all: ReadonlyArray<StoredEvent>,
  written: number
) => {
  same("number of events in the end", all.length, written)
  for (const seen of followed) same("ids that a follower saw", idsOf(seen), idsOf(all))
}

/** Guarantees 8 and 9: order and following. */
export const orderChecks: ReadonlyArray<Check> = [
  check(
    "order",
    "the events of an append stand together in the global order, in its own order",
    ({ holds, same, store }) =>
      Effect.gen(function* () {
        const [a, b] = [newStream("b"), newStream("a")]
        const first = requestOf([at(a, 0), at(b, 0)], [newEvent(b), newEvent(a), newEvent(b)])
        const second = request(at(a, 1))
        const receipts = [yield* store.append(first), yield* store.append(second)]
        const all = yield* readAllOf(store, [a, b])
        same("ids", idsOf(all), idsOf([...first.events, ...second.events]))
        const positions = all.map(({ position }) => position)
        same(
          "positions of the receipts",
          receipts.map(({ position }) => position),
          [positions[2], positions[3]]
        )
        holds(
          `positions ${positions} do not rise`,
          positions.every((position, i) => i === 0 || position > (positions[i - 1] ?? 0))
        )
        same(
          "read by stream",
          yield* read(store, a),
          all.filter(({ stream }) => stream === a)
        )
      })
  ),

  check(
    "order",
    "after a race every stream's versions rise with the positions, and no append is torn",
    ({ holds, same, store }) =>
      Effect.gen(function* () {
        const streams = upTo(6).map(() => newStream())
        yield* together(writers(store, streams, 10))
        const all = yield* readAllOf(store, streams)
        same("events", all.length, 6 * 10 * 3)
        for (const stream of streams) {
          same(
            "order of a stream",
            yield* read(store, stream),
            all.filter((event) => event.stream === stream)
          )
        }
        const changes = all.filter(({ command }, i) => command !== all[i - 1]?.command).length
        same("runs of events of one command", changes, 6 * 10)
        holds(
          "a position is below 1",
          all.every(({ position }) => position >= 1)
        )
      })
  ),

  check(
    "following",
    "a part of the global order is read by the position before it and its last position",
    ({ same, store }) =>
      Effect.gen(function* () {
        const stream = newStream()
        yield* store.append(
          requestOf(
            [at(stream, 0)],
            upTo(5).map(() => newEvent(stream))
          )
        )
        const positions = (yield* read(store, stream)).map(({ position }) => position)
        const [first = 0, , , fourth = 0, last = 0] = positions
        const part = (after: number, to: number) =>
          Effect.map(Stream.runCollect(store.readAll({ after, to })), (events) =>
            events.map(({ position }) => position)
          )
        same("between the first and the fourth", yield* part(first, fourth), positions.slice(1, 4))
        same("after the last", yield* part(last, last + 10), [])
        same("from before the first", yield* part(first - 0.5, first), [first])
      })
  ),

  check("following", "readers that follow the positions while others write see every event once", (probe) =>
    Effect.gen(function* () {
      const { store } = probe
      const streams = upTo(5).map(() => newStream())
      const { position } = yield* store.append(request(at(newStream(), 0)))
      const written = 5 * 20 * 3
      const readers = together(upTo(3).map(() => follow(store, streams, position, written)))
      const followed = yield* whileWriting(readers, writers(store, streams, 20))
      compareFollowed(probe, followed, yield* readAllOf(store, streams, position), written)
    })
  ),

  check("paging", "a stream of 10,000 events is read whole, in pages of at most 1,000", ({ holds, same, store }) =>
    Effect.gen(function* () {
      const stream = newStream()
      const ids: Array<EventId> = []
      const { position } = yield* store.append(request(at(newStream(), 0)))
      for (let version = 0; version < 10_000; version += 2500) {
        const events = upTo(2500).map(() => newEvent(stream))
        yield* store.append(requestOf([at(stream, version)], events))
        ids.push(...idsOf(events))
      }
      const sources = { stream: store.readStream(stream), all: store.readAll({ after: position }) }
      for (const [source, events] of Object.entries(sources)) {
        const pages = yield* Stream.runCollect(Stream.chunks(events))
        holds(
          `a page of ${source} has more than 1,000 events`,
          pages.every(({ length }) => length <= 1000)
        )
        const found = idsOf(pages.flat().filter((event) => event.stream === stream))
        holds(`${source} does not give the 10,000 events`, found.join() === ids.join())
      }
      const few = yield* Stream.runCollect(store.readStream(stream).pipe(Stream.take(3)))
      same("the first three", idsOf(few), ids.slice(0, 3))
    })
  )
]
