import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { Finding } from "@banfa/core/evidence"
import { EventStore, type StreamId } from "@banfa/core/port/EventStore"
import * as PostgresEventStore from "@banfa/storage-postgres"
import { migrate } from "@banfa/storage-sql"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import fc from "fast-check"
import type pg from "pg"
import { migrations } from "../src/migrations.ts"
import { database } from "./database.ts"
import { connect } from "./host.ts"
import { newStream, note, noting } from "./notes.ts"

const { checkpoint, fromClient, layer, layerOver, storeIn, verify } = PostgresEventStore
const sm3 = Result.getOrThrow(PostgresEventStore.sm3())

const url = await database()
const migrated = Effect.scoped(Layer.build(layer({ url })))

const sql = (client: pg.Client, text: string, values: ReadonlyArray<unknown> = []) =>
  Effect.promise(async () => (await client.query(text, [...values])).rows as ReadonlyArray<Record<string, unknown>>)

const findings = (client: pg.Client, options: PostgresEventStore.VerifyOptions = {}) =>
  Stream.runCollect(verify(fromClient(client), options))

const at = (found: ReadonlyArray<Finding>) => found.map(({ at, kind }) => `${kind} ${at.version}`)

const loosen = `ALTER TABLE banfa_events DISABLE TRIGGER ALL; ALTER TABLE banfa_events DROP CONSTRAINT IF EXISTS banfa_events_version_check`

/** What the reader that uses none of the packages says. */
const readerSays = (address: string, ...args: ReadonlyArray<string>) => {
  const script = fileURLToPath(new URL("../../../scripts/verify.mjs", import.meta.url))
  const cwd = fileURLToPath(new URL("..", import.meta.url))
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, address, ...args], { cwd })
  return { status, said: `${stdout}${stderr}` }
}

/** Three streams with some events, in a database of their own. */
const history = (address: string, options: PostgresEventStore.SealOptions = {}) =>
  Effect.gen(function* () {
    const streams = [newStream(), newStream(), newStream()] as const
    yield* Effect.provide(
      EventStore.use((store) =>
        Effect.gen(function* () {
          const [one, two, three] = streams
          const request = noting(one)
          const guards = [...request.guards, { stream: two, version: 0 }]
          yield* store.append({ ...request, guards, events: [...request.events, note(two), note(one)] })
          yield* store.append(noting(three))
          yield* store.append(noting(two, 1))
        })
      ),
      layer({ url: address, ...options }),
      { local: true }
    )
    return streams
  })

const texts = ["stream", "event_id", "command_id", "event_type", "recorded_at", "data"]
const blobs = ["salt", "digest", "placed"]
const numbers = ["position", "version"]

describe("any changed byte of any column of any event in PostgreSQL is found", () => {
  it.live("by the library and by the reader that uses none of the packages", () =>
    Effect.gen(function* () {
      const own = yield* Effect.promise(database)
      yield* history(own)
      const client = yield* connect(own)
      assert.deepStrictEqual(yield* findings(client), [])
      assert.deepStrictEqual(readerSays(own), {
        status: 0,
        said: "5 个事件 events, 3 个事件流 streams, 0 处不符 findings\n"
      })
      yield* sql(client, loosen)
      const draws = fc.record({ row: fc.nat(4), at: fc.nat(), by: fc.integer({ min: 1, max: 127 }) })
      const columns = [...texts, ...blobs, ...numbers]
      for (const [i, { at, by, row }] of fc.sample(draws, 44).entries()) {
        const column = columns[i % columns.length] ?? "data"
        const [before] = yield* sql(
          client,
          `SELECT position, ${column} AS value FROM banfa_events ORDER BY position OFFSET ${row} LIMIT 1`
        )
        const [position, value] = [before?.position, before?.value]
        const bytes = numbers.includes(column) ? Buffer.alloc(8) : Buffer.from(value as string)
        if (numbers.includes(column)) bytes.writeBigInt64BE(BigInt(String(value)))
        const place = at % bytes.length
        const was = bytes[place] ?? 0
        // PostgreSQL takes no text that is not UTF-8, and no NUL: of a character of several bytes the last one is changed within its bounds
        bytes[place] =
          blobs.includes(column) || numbers.includes(column)
            ? was ^ by
            : was < 0x80
              ? was === 0x41
                ? 0x42
                : 0x41
              : was
        const after = blobs.includes(column)
          ? bytes
          : numbers.includes(column)
            ? bytes.readBigInt64BE()
            : bytes.toString()
        if (after === value) continue
        yield* sql(client, "BEGIN")
        yield* sql(client, `UPDATE banfa_events SET ${column} = $1 WHERE position = $2`, [after, position])
        assert.isNotEmpty(yield* findings(client), `${column} ${place} ${String(after)}`)
        if (i < 11) {
          yield* sql(client, "COMMIT")
          assert.strictEqual(readerSays(own).status, 1, column)
          const now = column === "position" ? after : position
          yield* sql(client, `UPDATE banfa_events SET ${column} = $1 WHERE position = $2`, [value, now])
        } else yield* sql(client, "ROLLBACK")
      }
      assert.deepStrictEqual(yield* findings(client), [])
    }).pipe(Effect.scoped)
  )

  it.live("and so is, by a checkpoint, an end that was cut off", () =>
    Effect.gen(function* () {
      const own = yield* Effect.promise(database)
      yield* history(own)
      const client = yield* connect(own)
      const taken = yield* checkpoint(fromClient(client))
      assert.strictEqual(taken.streams, 3)
      assert.deepStrictEqual(yield* findings(client, { checkpoints: [taken] }), [])
      yield* sql(
        client,
        `${loosen}; DELETE FROM banfa_events WHERE position = (SELECT max(position) FROM banfa_events)`
      )
      assert.deepStrictEqual(yield* findings(client), [])
      assert.deepStrictEqual(at(yield* findings(client, { checkpoints: [taken] })), ["StreamShorter 2"])
    }).pipe(Effect.scoped)
  )
})

/** A store over a client that counts what it is asked. */
const counting = (client: pg.Client, options: PostgresEventStore.SealOptions = {}) => {
  const asked: Array<string> = []
  const query = (text: string, values: Array<string | number | null>) => {
    asked.push(text)
    return client.query(text, values)
  }
  return { asked, store: storeIn(fromClient({ query }), options) }
}

describe("the digest that an append stands on", () => {
  it.live("is known to who has stored it, and asked for once by who has not, however many are missing", () =>
    Effect.gen(function* () {
      yield* migrated
      const [client, other] = [yield* connect(url), yield* connect(url)]
      const { asked, store } = counting(client)
      const [one, two] = [newStream(), newStream()]
      yield* store.append(noting(one))
      yield* store.append(noting(one, 1))
      assert.lengthOf(asked, 2)
      // stored past this process, by a function call of another
      const taken = yield* sql(other, "SELECT version FROM banfa_streams WHERE stream = $1", [one])
      assert.deepStrictEqual(taken, [{ version: "2" }])
      const request = noting(one, 2)
      yield* store.append({
        ...request,
        guards: [...request.guards, { stream: two, version: 0 }],
        events: [...request.events, note(two)]
      })
      assert.lengthOf(asked, 3)
      assert.deepStrictEqual(yield* findings(client), [])
    }).pipe(Effect.scoped)
  )

  it.live("is not the one of a transaction that was rolled back", () =>
    Effect.gen(function* () {
      yield* migrated
      const [host, client] = [yield* connect(url), yield* connect(url)]
      const stream = newStream()
      yield* sql(host, "BEGIN")
      yield* storeIn(fromClient(host)).append(noting(stream))
      yield* storeIn(fromClient(host)).append(noting(stream, 1))
      yield* sql(host, "ROLLBACK")
      const { asked, store } = counting(client)
      yield* store.append(noting(stream))
      // as if another process had stored it: this one remembers what was rolled back
      yield* sql(client, "BEGIN")
      yield* storeIn(fromClient(client)).append(noting(stream, 1))
      yield* sql(client, "ROLLBACK")
      yield* store.append(noting(stream, 1))
      yield* store.append(noting(stream, 2))
      assert.isAtMost(asked.length, 4)
      assert.deepStrictEqual(yield* findings(client), [])
    }).pipe(Effect.scoped)
  )

  it.live("leads on in a chain that verifies, whoever appends to the same streams at once", () =>
    Effect.gen(function* () {
      yield* migrated
      const client = yield* connect(url)
      const streams = [newStream(), newStream()]
      const writer = Effect.gen(function* () {
        const own = yield* connect(url)
        const store = storeIn(fromClient(own))
        for (let i = 0; i < 15; i++) {
          const stream = streams[i % 2] as StreamId
          yield* Effect.suspend(() => store.versions([stream])).pipe(
            Effect.flatMap(([place]) => store.append(noting(stream, place?.version ?? 0))),
            Effect.retry({ while: ({ _tag }) => _tag === "Conflict" })
          )
        }
      }).pipe(Effect.scoped)
      yield* Effect.all([writer, writer, writer], { concurrency: "unbounded" })
      const [counted] = yield* sql(client, "SELECT count(*) AS n FROM banfa_events WHERE stream = ANY ($1)", [streams])
      assert.strictEqual(counted?.n, "45")
      assert.deepStrictEqual(yield* findings(client), [])
    }).pipe(Effect.scoped)
  )
})

describe("a database that is sealed with SM3", () => {
  it.live("verifies with SM3, and takes no other hash function, however it is opened", () =>
    Effect.gen(function* () {
      const own = yield* Effect.promise(database)
      const [, two] = yield* history(own, { hash: sm3 })
      const client = yield* connect(own)
      assert.deepStrictEqual(yield* findings(client, { hash: sm3 }), [])
      assert.strictEqual(readerSays(own, "--sm3").status, 0)
      const refused = yield* Effect.flip(Effect.scoped(Layer.build(layer({ url: own }))))
      assert.strictEqual(refused._tag === "SchemaRejected" && refused.reason, "hash")
      const appending = yield* Effect.flip(storeIn(fromClient(client)).append(noting(two, 2)))
      assert.strictEqual(
        appending._tag === "StorageUnavailable" &&
          appending.cause instanceof PostgresEventStore.SchemaRejected &&
          appending.cause.reason,
        "hash"
      )
      // in a transaction of the host's, where it is two statements in a savepoint
      const store = storeIn(fromClient(client), { hash: sm3 })
      for (const end of ["ROLLBACK", "COMMIT"]) {
        yield* sql(client, "BEGIN")
        yield* store.append(noting(two, 2))
        const conflict = yield* Effect.flip(store.append(noting(two, 2)))
        assert.strictEqual(conflict._tag, "Conflict")
        yield* store.append(noting(two, 3))
        yield* sql(client, end)
      }
      assert.deepStrictEqual(yield* findings(client, { hash: sm3 }), [])
      assert.deepStrictEqual(yield* sql(client, "SELECT 1 FROM banfa_streams WHERE version = 0"), [])
    }).pipe(Effect.scoped)
  )
})

describe("events that were stored before there were seals", () => {
  it.live("are sealed once by those who open the database at once, and named before that", () =>
    Effect.gen(function* () {
      const own = yield* Effect.promise(database)
      const client = yield* connect(own)
      yield* sql(client, "BEGIN")
      yield* migrate(fromClient(client), { ...migrations, steps: migrations.steps.slice(0, 1) })
      yield* sql(
        client,
        `INSERT INTO banfa_events SELECT i, '流/' || i % 3, (i + 2) / 3, 'e' || i, 'c' || i, 'Noted', '2026-03-01T02:30:00Z', '{"n":' || i || '}', 1
         FROM generate_series(1, 1500) i`
      )
      yield* sql(client, "INSERT INTO banfa_streams SELECT stream, max(version) FROM banfa_events GROUP BY stream")
      yield* sql(client, "SELECT nextval('banfa_blocks')")
      yield* migrate(fromClient(client), migrations)
      yield* sql(client, "COMMIT")
      yield* Effect.scoped(Layer.build(layerOver(fromClient(client), { migrate: false })))
      const stream = "流/1" as StreamId
      yield* storeIn(fromClient(client)).append(noting(stream, 500))
      const bare = yield* findings(client)
      assert.lengthOf(bare, 1501)
      assert.isTrue(bare.every(({ kind }) => kind === "NotSealed"))
      assert.strictEqual((yield* Effect.flip(checkpoint(fromClient(client))))._tag, "NotSealed")
      const opening = Effect.scoped(Layer.build(layer({ url: own })))
      yield* Effect.all([opening, opening, opening], { concurrency: "unbounded" })
      assert.deepStrictEqual(yield* findings(client), [])
      yield* storeIn(fromClient(client)).append(noting(stream, 501))
      assert.deepStrictEqual(yield* findings(client), [])
      assert.strictEqual(readerSays(own).status, 0)
      for (const set of ["salt = '', digest = '', placed = ''", "digest = NULL"]) {
        const error = yield* Effect.flip(
          Effect.tryPromise({ try: () => client.query(`UPDATE banfa_events SET ${set}`), catch: String })
        )
        assert.include(error, "neither changed nor deleted")
      }
    }).pipe(Effect.scoped)
  )
})
