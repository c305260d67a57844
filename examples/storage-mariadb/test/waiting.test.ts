/**
 * Where appends wait for each other and for what a host does in its own transaction: what the server then reports becomes a typed error, the
 * transaction that it has ended leaves nothing, and the same command can come again.
 */
import { EventStore, type StreamId } from "@banfa/core/port/EventStore"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { Connection, RowDataPacket } from "mysql2/promise"
import { fromClient, layer, storeIn } from "../MariadbEventStore.ts"
import { connect, database } from "./database.ts"
import { newStream, noting } from "./notes.ts"

const url = await database()
await Effect.runPromise(Effect.scoped(Layer.build(layer({ url }))))

const sql = (client: Connection, text: string) => Effect.tryPromise({ try: () => client.query(text), catch: String })

/** The number of the server's error under an append that failed with `StorageUnavailable`. */
const errorOf = (store: EventStore["Service"], request: ReturnType<typeof noting>) =>
  Effect.map(Effect.flip(store.append(request)), (error) =>
    error._tag === "StorageUnavailable" ? (error.cause as { readonly errno?: number }).errno : error._tag
  )

const idsOf = (store: EventStore["Service"], stream: StreamId) =>
  Effect.map(Stream.runCollect(store.readStream(stream)), (events) => events.map(({ id }) => id))

/** Until another connection waits for a lock. The server looks anew only when it has not been asked for a while. */
const someoneWaits = (client: Connection) =>
  Effect.promise(() =>
    client.query<Array<RowDataPacket>>("SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
  ).pipe(Effect.delay("200 millis"), Effect.repeat({ until: ([rows]) => rows.length > 0 }))

describe("an append that waits", () => {
  it.live("goes on when the host's transaction that is before it has ended, and no reader skips that one", () =>
    Effect.gen(function* () {
      const [host, client] = [yield* connect(url), yield* connect(url)]
      const [slow, quick] = [noting(newStream()), noting(newStream())]
      const store = storeIn(fromClient(client))
      const { position: start } = yield* store.append(noting(newStream()))
      const read = (other: Connection) =>
        Effect.map(Stream.runCollect(storeIn(fromClient(other)).readAll({ after: start })), (events) =>
          events.map(({ command }) => command)
        )
      yield* sql(host, "BEGIN")
      yield* storeIn(fromClient(host)).append(slow)
      const waiting = yield* Effect.forkChild(store.append(quick))
      const third = yield* connect(url)
      yield* someoneWaits(third)
      assert.deepStrictEqual(yield* read(third), [])
      yield* sql(host, "COMMIT")
      yield* Fiber.join(waiting)
      assert.deepStrictEqual(yield* read(third), [slow.command, quick.command])
    }).pipe(Effect.scoped)
  )

  it.live("for too long is StorageUnavailable and leaves nothing, and the command is stored when it comes again", () =>
    Effect.gen(function* () {
      const [host, client] = [yield* connect(url), yield* connect(url)]
      const store = storeIn(fromClient(client))
      const request = noting(newStream())
      yield* sql(client, "SET SESSION innodb_lock_wait_timeout = 1")
      yield* sql(host, "BEGIN")
      yield* storeIn(fromClient(host)).append(noting(newStream()))
      assert.strictEqual(yield* errorOf(store, request), 1205)
      yield* sql(host, "ROLLBACK")
      assert.deepStrictEqual(yield* idsOf(store, request.events[0].stream), [])
      yield* store.append(request)
      assert.deepStrictEqual(yield* idsOf(store, request.events[0].stream), [request.events[0].id])
    }).pipe(Effect.scoped)
  )

  it.live("in a ring with what hosts do is ended by the server: one host begins again, the other goes on", () =>
    Effect.gen(function* () {
      const [one, other] = [yield* connect(url), yield* connect(url)]
      yield* sql(one, "CREATE TABLE IF NOT EXISTS host_cases (id INTEGER PRIMARY KEY, note TEXT)")
      yield* sql(one, "INSERT INTO host_cases (id) VALUES (1)")
      const [kept, ended] = [noting(newStream()), noting(newStream())]
      yield* sql(one, "BEGIN")
      yield* sql(other, "BEGIN")
      // the server ends the transaction that has changed less
      yield* storeIn(fromClient(one)).append(kept)
      yield* sql(other, "SELECT id FROM host_cases WHERE id = 1 FOR UPDATE")
      const waiting = yield* Effect.forkChild(sql(one, "UPDATE host_cases SET note = 'n' WHERE id = 1"))
      yield* someoneWaits(yield* connect(url))
      assert.strictEqual(yield* errorOf(storeIn(fromClient(other)), ended), 1213)
      yield* Fiber.join(waiting)
      yield* sql(one, "COMMIT")
      const store = storeIn(fromClient(other))
      assert.deepStrictEqual(yield* idsOf(store, kept.events[0].stream), [kept.events[0].id])
      assert.deepStrictEqual(yield* idsOf(store, ended.events[0].stream), [])
      yield* store.append(ended)
    }).pipe(Effect.scoped)
  )
})

describe("appends that come at once over one connection", () => {
  it.live("go one after the other, in a transaction of the host's and outside of any", () =>
    Effect.gen(function* () {
      const host = yield* connect(url)
      const store = storeIn(fromClient(host))
      for (const end of ["", "COMMIT", "ROLLBACK"]) {
        const race = Array.from({ length: 9 }, () => noting(newStream()))
        if (end !== "") yield* sql(host, "BEGIN")
        yield* Effect.all(
          [...race, ...race].map((request) => store.append(request)),
          { concurrency: "unbounded" }
        )
        if (end !== "") yield* sql(host, end)
        for (const { events } of race) {
          const kept = end === "ROLLBACK" ? [] : [events[0].id]
          assert.deepStrictEqual(yield* idsOf(store, events[0].stream), kept)
        }
      }
    }).pipe(Effect.scoped)
  )
})

describe("a host's transaction that has read before", () => {
  it.live("is guarded by what is committed now, and answers a command that was stored meanwhile", () =>
    Effect.gen(function* () {
      const [host, client] = [yield* connect(url), yield* connect(url)]
      const [inside, outside] = [storeIn(fromClient(host)), storeIn(fromClient(client))]
      const request = noting(newStream())
      const stream = request.events[0].stream
      yield* sql(host, "BEGIN")
      assert.deepStrictEqual(yield* inside.versions([stream]), [{ stream, version: 0 }])
      const receipt = yield* outside.append(request)
      assert.deepStrictEqual(yield* inside.versions([stream]), [{ stream, version: 0 }])
      const error = yield* Effect.flip(inside.append(noting(stream)))
      assert.deepStrictEqual(error._tag === "Conflict" && error.moved, [{ stream, expected: 0, actual: 1 }])
      assert.deepStrictEqual(yield* inside.append(request), receipt)
      yield* sql(host, "COMMIT")
    }).pipe(Effect.scoped)
  )

  it.live("is ended where the server refuses to lock what has changed since, and can begin again", () =>
    Effect.gen(function* () {
      const [host, client] = [yield* connect(url), yield* connect(url)]
      const [inside, outside] = [storeIn(fromClient(host)), storeIn(fromClient(client))]
      yield* sql(host, "SET SESSION innodb_snapshot_isolation = ON")
      const request = noting(newStream())
      yield* sql(host, "BEGIN")
      yield* inside.versions([request.events[0].stream])
      yield* outside.append(noting(newStream()))
      assert.strictEqual(yield* errorOf(inside, request), 1020)
      yield* sql(host, "ROLLBACK")
      yield* sql(host, "BEGIN")
      yield* inside.append(request)
      yield* sql(host, "COMMIT")
      assert.deepStrictEqual(yield* idsOf(outside, request.events[0].stream), [request.events[0].id])
    }).pipe(Effect.scoped)
  )
})

describe("a server that is gone", () => {
  it.live("is StorageUnavailable when the store is opened", () =>
    Effect.gen(function* () {
      const nobody = new URL(url)
      nobody.port = "1"
      for (const address of [nobody.href, "no address"]) {
        const error = yield* Effect.flip(Effect.scoped(Layer.build(layer({ url: address }))))
        assert.strictEqual(error._tag, "StorageUnavailable")
      }
    })
  )

  it.live("with the connections of the pool is found out, and new ones take their place", () =>
    Effect.gen(function* () {
      const own = yield* Effect.promise(database)
      const admin = yield* connect(own)
      const request = noting(newStream())
      const receipts = yield* Effect.provide(
        Effect.gen(function* () {
          const store = yield* EventStore
          yield* Effect.all(
            Array.from({ length: 5 }, () => store.append(noting(newStream()))),
            { concurrency: 5 }
          )
          const [others] = yield* Effect.promise(() =>
            admin.query<Array<RowDataPacket>>(
              "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()"
            )
          )
          assert.isNotEmpty(others)
          for (const { id } of others) yield* sql(admin, `KILL ${id}`)
          return yield* Effect.all([
            Effect.retry(store.append(request), { while: ({ _tag }) => _tag === "StorageUnavailable", times: 5 }),
            store.append(request)
          ])
        }),
        layer({ url: own })
      )
      assert.deepStrictEqual(receipts[0], receipts[1])
    }).pipe(Effect.scoped)
  )

  it.live("leaves nothing of the append that was under way, and the command is stored once when it comes again", () =>
    Effect.gen(function* () {
      const [host, admin] = [yield* connect(url), yield* connect(url)]
      const request = noting(newStream())
      const id = host.threadId
      yield* sql(admin, "BEGIN")
      yield* storeIn(fromClient(admin)).append(noting(newStream()))
      const waiting = yield* Effect.forkChild(Effect.flip(storeIn(fromClient(host)).append(request)))
      yield* someoneWaits(admin)
      yield* sql(admin, `KILL ${id}`)
      assert.strictEqual((yield* Fiber.join(waiting))._tag, "StorageUnavailable")
      yield* sql(admin, "ROLLBACK")
      const store = storeIn(fromClient(admin))
      assert.deepStrictEqual(yield* idsOf(store, request.events[0].stream), [])
      const receipt = yield* store.append(request)
      assert.deepStrictEqual(yield* store.append(request), receipt)
    }).pipe(Effect.scoped)
  )
})
