import { inspect } from "node:util"
import { EventStore, type StreamId } from "@banfa/core/port/EventStore"
import * as PostgresEventStore from "@banfa/storage-postgres"
import * as PgClient from "@effect/sql-pg/PgClient"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Reactivity from "effect/reactivity/Reactivity"
import * as Stream from "effect/Stream"
import pg from "pg"
import { database } from "./database.ts"
import { connect } from "./host.ts"
import { newStream, note, noting } from "./notes.ts"

const url = await database()
const { fromClient, fromPgClient, fromPool, layer, layerOver, storeIn } = PostgresEventStore

const idsOf = (store: EventStore["Service"], stream: StreamId) =>
  Effect.map(Stream.runCollect(store.readStream(stream)), (events) => events.map(({ id }) => id))

const migrated = Effect.scoped(Layer.build(layer({ url })))

describe("a connection of the host's", () => {
  it.live("is asked once for each append", () =>
    Effect.gen(function* () {
      yield* migrated
      const client = yield* connect(url)
      const asked: Array<string> = []
      const store = storeIn(
        fromClient({
          query: (text, values) => {
            asked.push(text)
            return client.query(text, values)
          }
        })
      )
      const stream = newStream()
      yield* store.append(noting(stream))
      yield* Effect.flip(store.append(noting(stream)))
      assert.lengthOf(asked, 2)
    }).pipe(Effect.scoped)
  )

  it.live("may be a pool of pg, whose tables are made through it", () =>
    Effect.gen(function* () {
      const own = yield* Effect.promise(database)
      const pool = yield* Effect.acquireRelease(
        Effect.sync(() => new pg.Pool({ connectionString: own })),
        (pool) => Effect.promise(() => pool.end())
      )
      const stream = newStream()
      const request = noting(stream)
      const ids = yield* Effect.provide(
        EventStore.use((store) => Effect.andThen(store.append(request), idsOf(store, stream))),
        layerOver(fromPool(pool))
      )
      assert.deepStrictEqual(ids, [request.events[0].id])
      assert.strictEqual(pool.totalCount, pool.idleCount)
    }).pipe(Effect.scoped)
  )

  it.live("may be a client of @effect/sql-pg, in whose transaction the store then takes part", () =>
    Effect.gen(function* () {
      yield* migrated
      const client = yield* PgClient.make({ url: Redacted.make(url) })
      const store = storeIn(fromPgClient(client))
      const [kept, undone] = [newStream(), newStream()]
      yield* client.withTransaction(store.append(noting(kept)))
      const failed = Effect.andThen(store.append(noting(undone)), Effect.fail("the host thinks better of it"))
      yield* Effect.flip(client.withTransaction(failed))
      assert.lengthOf(yield* idsOf(store, kept), 1)
      assert.lengthOf(yield* idsOf(store, undone), 0)
    }).pipe(Effect.scoped, Effect.provide(Reactivity.layer))
  )

  it.live("is refused when its transaction reads by an older snapshot, and can go on after that", () =>
    Effect.gen(function* () {
      yield* migrated
      const client = yield* connect(url)
      yield* Effect.promise(() => client.query("BEGIN ISOLATION LEVEL REPEATABLE READ"))
      const error = yield* Effect.flip(storeIn(fromClient(client)).append(noting(newStream())))
      assert.strictEqual(error._tag, "StorageUnavailable")
      assert.include(String(error._tag === "StorageUnavailable" && error.cause), "须为 read committed")
      const { rows } = yield* Effect.promise(() => client.query("SELECT 1 AS one"))
      assert.deepStrictEqual(rows, [{ one: 1 }])
    }).pipe(Effect.scoped)
  )
})

describe("a server that is gone", () => {
  it.live("is StorageUnavailable with its cause, when the store is opened and when it is used", () =>
    Effect.gen(function* () {
      const nobody = new URL(url)
      nobody.port = "1"
      const opening = yield* Effect.flip(Effect.scoped(Layer.build(layer({ url: nobody.href }))))
      assert.strictEqual(opening._tag, "StorageUnavailable")
      const using = yield* Effect.flip(
        Effect.provide(
          EventStore.use((store) => store.versions([newStream()])),
          Layer.effect(
            EventStore,
            Effect.map(PgClient.make({ url: Redacted.make(nobody.href) }), (client) => storeIn(fromPgClient(client)))
          ).pipe(Layer.provide(Reactivity.layer))
        )
      )
      assert.strictEqual(using._tag, "StorageUnavailable")
      assert.match(inspect(using, { depth: 9 }), /ECONNREFUSED|[Cc]onnect/)
    })
  )

  it.live("leaves nothing of the append that was under way, and the command is stored once when it comes again", () =>
    Effect.gen(function* () {
      yield* migrated
      const [host, admin] = [yield* connect(url), yield* connect(url)]
      // the driver tells the host of it; what the store is told is looked at below
      host.on("error", () => undefined)
      const [stream, held] = [newStream(), newStream()]
      const request = noting(stream)
      const guards = [...request.guards, { stream: held, version: 0 }]
      yield* Effect.promise(() => admin.query("BEGIN"))
      yield* storeIn(fromClient(admin)).append(noting(held))
      const { rows } = yield* Effect.promise(() => host.query("SELECT pg_backend_pid() AS pid"))
      const ofHost = (sql: string) => Effect.promise(() => admin.query(sql, [rows[0].pid]))
      const waits = Effect.map(
        ofHost("SELECT FROM pg_locks WHERE pid = $1 AND NOT granted"),
        (found) => found.rows.length > 0
      )
      const terminate = Effect.andThen(
        Effect.repeat(waits, { until: (it) => it }),
        ofHost("SELECT pg_terminate_backend($1)")
      )
      // it waits for the stream that the other transaction holds, and meanwhile loses its server
      const [error] = yield* Effect.all(
        [Effect.flip(storeIn(fromClient(host)).append({ ...request, guards })), terminate],
        {
          concurrency: "unbounded"
        }
      )
      assert.strictEqual(error._tag, "StorageUnavailable")
      yield* Effect.promise(() => admin.query("ROLLBACK"))
      const store = storeIn(fromClient(admin))
      assert.deepStrictEqual(yield* idsOf(store, stream), [])
      const receipt = yield* store.append({ ...request, guards })
      assert.deepStrictEqual(yield* store.append(request), receipt)
      assert.deepStrictEqual(yield* idsOf(store, stream), [request.events[0].id])
    }).pipe(Effect.scoped)
  )
})

describe("many writers", () => {
  it.live("with the same streams and event ids in any order never wait for each other in a ring", () =>
    Effect.gen(function* () {
      yield* migrated
      const streams = Array.from({ length: 6 }, newStream)
      const writers = yield* Effect.all(Array.from({ length: 12 }, () => connect(url)))
      const shared = Array.from({ length: 40 }, () => note(newStream()).id)
      const ends = yield* Effect.all(
        writers.map((client, n) =>
          Effect.gen(function* () {
            const store = storeIn(fromClient(client))
            const tags: Array<string> = []
            for (let i = 0; i < 30; i++) {
              const turned = streams.map((_, k) => streams[(k * (n % 2 === 0 ? 1 : 5) + i + n) % 6] ?? newStream())
              const guards = yield* store.versions(turned.slice(0, 4))
              const written = guards.slice(0, 1 + (i % 3)).map(({ stream }) => note(stream))
              const taken = i % 4 === 0 ? shared[(i * 7 + n) % 40] : undefined
              const [first = note(newStream()), ...rest] = written
              const events = [taken === undefined ? first : { ...first, id: taken }, ...rest] as const
              const end = yield* Effect.result(store.append({ ...noting(newStream()), guards, events }))
              tags.push(end._tag === "Success" ? "Receipt" : end.failure._tag)
            }
            return tags
          })
        ),
        { concurrency: "unbounded" }
      )
      const tags = ends.flat()
      assert.deepStrictEqual([...new Set(tags)].toSorted(), ["Conflict", "DuplicateEvent", "Receipt"])
      const store = storeIn(fromClient(writers[0] ?? (yield* connect(url))))
      for (const { stream, version } of yield* store.versions(streams)) {
        const versions = (yield* Stream.runCollect(store.readStream(stream))).map((event) => event.version)
        assert.deepStrictEqual(
          versions,
          Array.from({ length: version }, (_, i) => i + 1)
        )
      }
    }).pipe(Effect.scoped)
  )
})
