import { EventStore, StreamId } from "@banfa/core/port/EventStore"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Connection } from "mysql2/promise"
import { fromClient, layer, storeIn } from "../MariadbEventStore.ts"
import { connect, database } from "./database.ts"
import { newStream, noting } from "./notes.ts"

const rows = (client: Connection, sql: string) =>
  Effect.promise(async () => (await client.query(sql))[0] as ReadonlyArray<Record<string, unknown>>)

const built = (url: string, options = {}) => Effect.scoped(Layer.build(layer({ url, ...options })))

describe("the tables in MariaDB", () => {
  it.live("are made once by several processes that come at once, also where one was stopped half way", () =>
    Effect.gen(function* () {
      const url = yield* Effect.promise(database)
      const client = yield* connect(url)
      // a table is made at once and not with its transaction, so this is what is left of a process that was stopped
      yield* rows(client, "CREATE TABLE banfa_migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)")
      yield* Effect.all(
        Array.from({ length: 6 }, () => built(url)),
        { concurrency: "unbounded" }
      )
      const applied = yield* rows(client, "SELECT number, name FROM banfa_migrations")
      assert.deepStrictEqual(applied, [{ number: 1, name: "events" }])
      assert.deepStrictEqual(yield* rows(client, "SELECT id, position FROM banfa_last"), [{ id: 1, position: 0 }])
    }).pipe(Effect.scoped)
  )

  it.live("are refused when they may not be made, and when a newer version has made them", () =>
    Effect.gen(function* () {
      const url = yield* Effect.promise(database)
      const client = yield* connect(url)
      const behind = yield* Effect.flip(built(url, { migrate: false }))
      assert.deepStrictEqual(behind._tag === "SchemaRejected" && [behind.reason, behind.found], ["behind", 0])
      assert.deepStrictEqual(yield* rows(client, "SHOW TABLES"), [])
      yield* built(url)
      yield* rows(client, "INSERT INTO banfa_migrations (number, name) VALUES (99, 'tomorrow')")
      const newer = yield* Effect.flip(built(url))
      assert.deepStrictEqual(newer._tag === "SchemaRejected" && [newer.reason, newer.found], ["newer", 99])
    }).pipe(Effect.scoped)
  )

  it.live("hold the bytes of what was appended, for anyone to read", () =>
    Effect.gen(function* () {
      const url = yield* Effect.promise(database)
      yield* built(url)
      const client = yield* connect(url)
      const store = storeIn(fromClient(client))
      const text = "\u0000 '\"\\ ? 😀 é é ".repeat(50_000).slice(0, 300_000)
      const request = noting(newStream(), 0, { data: { text } })
      yield* store.append(request)
      const [row] = yield* rows(client, "SELECT hex(stream) AS stream, hex(data) AS data FROM banfa_events")
      assert.strictEqual(Buffer.from(String(row?.stream), "hex").toString(), request.guards[0]?.stream)
      assert.strictEqual(Buffer.from(String(row?.data), "hex").toString(), JSON.stringify({ text }))
    }).pipe(Effect.scoped)
  )

  it.live("tell ids apart that a collation would not", () =>
    Effect.gen(function* () {
      const url = yield* Effect.promise(database)
      const ids = ["a", "A", "a ", " a", "á", "a\u0301", "ａ", "ß", "ss", "😀", "😁"]
      const versions = yield* Effect.provide(
        Effect.gen(function* () {
          const store = yield* EventStore
          for (const id of ids) yield* store.append(noting(StreamId.make(id)))
          return yield* store.versions(ids.map((id) => StreamId.make(id)))
        }),
        layer({ url })
      )
      assert.deepStrictEqual(
        versions,
        ids.map((id) => ({ stream: StreamId.make(id), version: 1 }))
      )
    })
  )

  it.live("take appends from an account that may neither change nor delete an event", () =>
    Effect.gen(function* () {
      const url = new URL(yield* Effect.promise(database))
      yield* built(url.href)
      const owner = yield* connect(url.href)
      const name = `host_${url.pathname.slice(-20)}`
      yield* rows(owner, `CREATE USER ${name} IDENTIFIED BY 'word'`)
      for (const right of [
        "SELECT, INSERT ON banfa_events",
        "SELECT, INSERT, UPDATE ON banfa_streams",
        "SELECT, UPDATE ON banfa_last",
        "SELECT ON banfa_migrations"
      ]) {
        yield* rows(owner, `GRANT ${right} TO ${name}`)
      }
      url.username = name
      url.password = "word"
      yield* Effect.provide(
        EventStore.use((store) => store.append(noting(newStream()))),
        layer({ url: url.href })
      )
      const client = yield* connect(url.href)
      for (const sql of ["UPDATE banfa_events SET data = '{}'", "DELETE FROM banfa_events", "TRUNCATE banfa_events"]) {
        const error = yield* Effect.flip(Effect.tryPromise({ try: () => client.query(sql), catch: String }))
        assert.include(error, "denied")
      }
      yield* rows(owner, `DROP USER ${name}`)
    }).pipe(Effect.scoped)
  )
})
