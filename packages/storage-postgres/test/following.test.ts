import { EventStore } from "@banfa/core/port/EventStore"
import * as PostgresEventStore from "@banfa/storage-postgres"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type pg from "pg"
import { database } from "./database.ts"
import { connect } from "./host.ts"
import { newStream, noting } from "./notes.ts"

const url = await database()
const { fromClient, layer, storeIn } = PostgresEventStore

type Store = EventStore["Service"]

const sql = (client: pg.Client, text: string) => Effect.promise(() => client.query(text))

/** The streams of the events after a position, in the order of all. */
const streamsAfter = (store: Store, position: number) =>
  Effect.map(Stream.runCollect(store.readAll({ after: position })), (events) => events.map(({ stream }) => stream))

/** Uses the store over a pool, from the present last position on. */
const following = <A, E>(
  body: (store: Store, start: number) => Effect.Effect<A, E, Scope.Scope>
): Effect.Effect<A, unknown> =>
  Effect.scoped(
    EventStore.use((store) =>
      Effect.flatMap(store.append(noting(newStream())), ({ position }) => body(store, position))
    )
  ).pipe(Effect.provide(layer({ url })))

/** The host reads all events by one snapshot, as it does in a transaction that is repeatable read. */
const bySnapshot = (client: pg.Client, position: number) =>
  Effect.gen(function* () {
    yield* sql(client, "BEGIN ISOLATION LEVEL REPEATABLE READ")
    const streams = yield* streamsAfter(storeIn(fromClient(client)), position)
    yield* sql(client, "COMMIT")
    return streams
  })

describe("a reader of all events", () => {
  it.live("waits for a transaction with a smaller position, then sees all in order and none twice", () =>
    following((store, start) =>
      Effect.gen(function* () {
        const [slow, reader] = [yield* connect(url), yield* connect(url)]
        const [first, second, third] = [newStream(), newStream(), newStream()]
        yield* sql(slow, "BEGIN")
        const receipt = yield* storeIn(fromClient(slow)).append(noting(first))
        const later = yield* store.append(noting(second))
        yield* store.append(noting(third))
        assert.isAbove(later.position, receipt.position)
        // what is committed can be read by its stream, and not yet in the order of all
        assert.lengthOf(yield* Stream.runCollect(store.readStream(second)), 1)
        assert.deepStrictEqual(yield* streamsAfter(store, start), [])
        assert.deepStrictEqual(yield* bySnapshot(reader, start), [])
        yield* sql(slow, "COMMIT")
        assert.deepStrictEqual(yield* streamsAfter(store, start), [first, second, third])
        assert.deepStrictEqual(yield* bySnapshot(reader, start), [first, second, third])
        assert.deepStrictEqual(yield* streamsAfter(store, receipt.position), [second, third])
      })
    )
  )

  it.live("waits too when the transaction that is slow got its number last and its position first", () =>
    following((store, start) =>
      Effect.gen(function* () {
        const [quick, slow, reader] = [yield* connect(url), yield* connect(url), yield* connect(url)]
        const [first, second] = [newStream(), newStream()]
        yield* sql(quick, "BEGIN; SELECT pg_current_xact_id()")
        yield* sql(slow, "BEGIN")
        const receipt = yield* storeIn(fromClient(slow)).append(noting(first))
        const later = yield* storeIn(fromClient(quick)).append(noting(second))
        yield* sql(quick, "COMMIT")
        assert.isAbove(later.position, receipt.position)
        assert.deepStrictEqual(yield* streamsAfter(store, start), [])
        assert.deepStrictEqual(yield* bySnapshot(reader, start), [])
        yield* sql(slow, "COMMIT")
        assert.deepStrictEqual(yield* bySnapshot(reader, start), [first, second])
        assert.deepStrictEqual(yield* streamsAfter(store, start), [first, second])
      })
    )
  )

  it.live("goes on when the slow transaction is rolled back, whole or to a savepoint", () =>
    following((store, start) =>
      Effect.gen(function* () {
        const slow = yield* connect(url)
        const [first, second, third] = [newStream(), newStream(), newStream()]
        yield* sql(slow, "BEGIN; SAVEPOINT before")
        yield* storeIn(fromClient(slow)).append(noting(first))
        yield* store.append(noting(second))
        yield* sql(slow, "ROLLBACK TO before")
        assert.deepStrictEqual(yield* streamsAfter(store, start), [second])
        yield* storeIn(fromClient(slow)).append(noting(first))
        yield* store.append(noting(third))
        assert.deepStrictEqual(yield* streamsAfter(store, start), [second])
        yield* sql(slow, "ROLLBACK")
        assert.deepStrictEqual(yield* streamsAfter(store, start), [second, third])
      })
    )
  )

  it.live("is not kept waiting by a transaction that appends nothing", () =>
    following((store, start) =>
      Effect.gen(function* () {
        const other = yield* connect(url)
        const stream = newStream()
        yield* sql(other, "BEGIN; CREATE TEMPORARY TABLE theirs (a int)")
        yield* store.append(noting(stream))
        assert.deepStrictEqual(yield* streamsAfter(store, start), [stream])
        yield* sql(other, "ROLLBACK")
      })
    )
  )

  it.live("misses nothing and sees nothing twice among hosts whose transactions overlap", () =>
    following((store, start) =>
      Effect.gen(function* () {
        const clients = yield* Effect.all(Array.from({ length: 6 }, () => connect(url)))
        const reader = yield* connect(url)
        const rounds = 25
        let open = clients.length
        const host = (client: pg.Client, n: number) =>
          Effect.gen(function* () {
            const within = storeIn(fromClient(client))
            for (let i = 0; i < rounds; i++) {
              yield* sql(client, "BEGIN")
              yield* within.append(noting(newStream()))
              // transactions of different lengths, so that they do not end in the order in which they were dealt their positions
              yield* Effect.sleep((i * 7 + n * 5) % 12)
              yield* within.append(noting(newStream()))
              yield* sql(client, (i + n) % 5 === 0 ? "ROLLBACK" : "COMMIT")
            }
            open--
          })
        const follow = (
          read: (after: number) => Effect.Effect<ReadonlyArray<{ readonly position: number }>, unknown>
        ) =>
          Effect.gen(function* () {
            const seen: Array<number> = []
            for (let last = false; ; ) {
              for (const { position } of yield* read(seen.at(-1) ?? start)) seen.push(position)
              if (last) return seen
              last = open === 0
              yield* Effect.sleep("1 millis")
            }
          })
        const byLocks = follow((place) => Stream.runCollect(store.readAll({ after: place })))
        const snapshot = follow((place) =>
          Effect.gen(function* () {
            yield* sql(reader, "BEGIN ISOLATION LEVEL REPEATABLE READ")
            const events = yield* Stream.runCollect(storeIn(fromClient(reader)).readAll({ after: place }))
            yield* sql(reader, "COMMIT")
            return events
          })
        )
        const [locks, snapshots] = yield* Effect.all(
          [byLocks, snapshot, ...clients.map((client, n) => host(client, n))] as const,
          { concurrency: "unbounded" }
        )
        const all = (yield* Stream.runCollect(store.readAll({ after: start }))).map(({ position }) => position)
        assert.lengthOf(all, 6 * rounds * 2 * 0.8)
        assert.deepStrictEqual(locks, all)
        assert.deepStrictEqual(snapshots, all)
      })
    )
  )
})
