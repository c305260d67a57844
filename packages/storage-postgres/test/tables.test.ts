import { readFileSync } from "node:fs"
import { EventStore } from "@banfa/core/port/EventStore"
import * as PostgresEventStore from "@banfa/storage-postgres"
import { migrate } from "@banfa/storage-sql"
import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type pg from "pg"
import { migrations, script } from "../src/migrations.ts"
import { database } from "./database.ts"
import { connect } from "./host.ts"
import { newStream, noting } from "./notes.ts"

const { fromClient, layer, layerOver, storeIn } = PostgresEventStore

const rows = (client: pg.Client, sql: string) =>
  Effect.promise(async () => (await client.query(sql)).rows as ReadonlyArray<Record<string, unknown>>)

/** What tables, columns, indexes, triggers and functions there are. */
const schemaOf = (client: pg.Client) =>
  rows(
    client,
    `SELECT 'column' AS kind, table_name || '.' || column_name AS name, concat_ws(' ', data_type, is_nullable, collation_name) AS text
       FROM information_schema.columns WHERE table_schema = 'public'
     UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT 'sequence', sequencename, concat_ws(' ', start_value, increment_by, cache_size) FROM pg_sequences
     UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE proname LIKE 'banfa%'
     ORDER BY 1, 2, 3`
  )

const built = (url: string, options = {}) => Effect.scoped(Layer.build(layer({ url, ...options })))

describe("the tables in PostgreSQL", () => {
  it.live("are made once by several processes that come at once, and hold what was appended, for anyone to read", () =>
    Effect.gen(function* () {
      const url = yield* Effect.promise(database)
      yield* Effect.all(
        Array.from({ length: 6 }, () => built(url)),
        { concurrency: "unbounded" }
      )
      const client = yield* connect(url)
      const applied = yield* rows(client, "SELECT number, name FROM banfa_migrations ORDER BY number")
      assert.deepStrictEqual(
        applied,
        migrations.steps.map(({ name, number }) => ({ number, name }))
      )
      const stream = newStream()
      const request = noting(stream)
      yield* Effect.provide(
        EventStore.use((store) => store.append(request)),
        layer({ url })
      )
      const [event] = request.events
      const found = yield* rows(client, "SELECT * FROM banfa_events")
      assert.deepStrictEqual(
        found.map(({ digest: _, placed: __, salt: ___, settled_at: ____, ...row }) => row),
        [
          {
            position: "1",
            stream,
            version: "1",
            event_id: event.id,
            command_id: request.command,
            event_type: "Noted",
            recorded_at: event.recordedAt,
            data: JSON.stringify({ nul: "\u0000", quotes: "\"'\\{},$1?", 意见: "同意" })
          }
        ]
      )
      for (const part of ["digest", "placed"]) assert.lengthOf(found[0]?.[part] as Uint8Array, 32)
      assert.lengthOf(found[0]?.salt as Uint8Array, 4 * 16)
      assert.deepStrictEqual(yield* rows(client, "SELECT algorithm FROM banfa_evidence"), [{ algorithm: "sha-256" }])
      for (const sql of ["UPDATE banfa_events SET data = '{}'", "DELETE FROM banfa_events", "TRUNCATE banfa_events"]) {
        const error = yield* Effect.flip(Effect.tryPromise({ try: () => client.query(sql), catch: String }))
        assert.include(error, "neither changed nor deleted")
      }
    }).pipe(Effect.scoped)
  )

  it.live("keep no trace of a stream that was guarded and never written to", () =>
    Effect.gen(function* () {
      const url = yield* Effect.promise(database)
      const client = yield* connect(url)
      yield* Effect.scoped(Layer.build(layerOver(fromClient(client), { migrate: false }))).pipe(Effect.flip)
      yield* built(url)
      const store = storeIn(fromClient(client))
      const [written, read] = [newStream(), newStream()]
      const request = noting(written)
      yield* store.append({ ...request, guards: [...request.guards, { stream: read, version: 0 }] })
      const refused = noting(newStream())
      const moved = { stream: written, version: 0 }
      yield* Effect.flip(store.append({ ...refused, guards: [...refused.guards, moved] }))
      assert.deepStrictEqual(yield* rows(client, "SELECT stream, version FROM banfa_streams"), [
        { stream: written, version: "1" }
      ])
    }).pipe(Effect.scoped)
  )

  it.live("are refused when they may not be migrated, and when a newer version has migrated them", () =>
    Effect.gen(function* () {
      const url = yield* Effect.promise(database)
      const client = yield* connect(url)
      const behind = yield* Effect.flip(built(url, { migrate: false }))
      assert.deepStrictEqual(behind._tag === "SchemaRejected" && [behind.reason, behind.found], ["behind", 0])
      assert.include(behind.message, "须先由有权者执行迁移")
      assert.deepStrictEqual(yield* rows(client, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'"), [])
      yield* built(url)
      yield* rows(client, "INSERT INTO banfa_migrations (number, name) VALUES (99, 'tomorrow')")
      const newer = yield* Effect.flip(built(url))
      assert.deepStrictEqual(newer._tag === "SchemaRejected" && [newer.reason, newer.found], ["newer", 99])
    }).pipe(Effect.scoped)
  )

  it.live("are those of schema.sql, which is up to date, with names that any database takes", () =>
    Effect.gen(function* () {
      const file = readFileSync(new URL("../schema.sql", import.meta.url), "utf8")
      assert.strictEqual(file, script, "node --conditions=@banfa/source packages/storage-postgres/scripts/main.ts")
      const [byHand, migrated] = [
        yield* connect(yield* Effect.promise(database)),
        yield* connect(yield* Effect.promise(database))
      ]
      yield* Effect.promise(() => byHand.query(file))
      yield* migrate(fromClient(byHand), migrations, { migrate: false })
      yield* rows(migrated, "BEGIN")
      yield* migrate(fromClient(migrated), migrations)
      yield* rows(migrated, "COMMIT")
      const schema = yield* schemaOf(migrated)
      assert.deepStrictEqual(yield* schemaOf(byHand), schema)
      const names = yield* rows(migrated, "SELECT relname AS name FROM pg_class WHERE relname LIKE 'banfa%'")
      assert.isNotEmpty(names)
      for (const { name } of names) assert.match(String(name), /^[a-z_]{1,30}$/)
    }).pipe(Effect.scoped)
  )

  it.live("are found from configuration", () =>
    Effect.gen(function* () {
      const url = yield* Effect.promise(database)
      const provider = ConfigProvider.layer(ConfigProvider.fromUnknown({ BANFA_POSTGRES_URL: url }))
      const stream = newStream()
      const receipt = yield* Effect.provide(
        EventStore.use((store) => store.append(noting(stream))),
        PostgresEventStore.layerConfig.pipe(Layer.provide(provider))
      )
      assert.deepStrictEqual(receipt.versions, [{ stream, version: 1 }])
    })
  )
})
