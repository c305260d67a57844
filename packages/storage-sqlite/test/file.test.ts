import { readFileSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { pathToFileURL } from "node:url"
import { CommandId, EventId, EventStore, StreamId } from "@banfa/core/port/EventStore"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { open } from "../src/SqliteFile.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()

const stream = StreamId.make("项目-1")
const data = { 意见: "同意", "": [1, { 乙: null, 甲: true }] }
const note = (version: number) =>
  EventStore.use((store) =>
    store.append({
      command: CommandId.make(`command-${version + 1}`),
      guards: [{ stream, version }],
      events: [
        { stream, id: EventId.make(`event-${version + 1}`), type: "Noted", data, recordedAt: "2026-03-01T02:30:00Z" }
      ]
    })
  )

const within = <A, E>(filename: string | URL, effect: Effect.Effect<A, E, EventStore>) =>
  Effect.provide(effect, SqliteEventStore.layer({ filename, busyTimeout: 50 }), { local: true })

/** A file with one event. */
const made = (name: string) => {
  const filename = join(folder, name)
  return Effect.as(within(filename, note(0)), filename)
}

const altered = (name: string, sql: string) =>
  Effect.map(made(name), (filename) => {
    const db = new DatabaseSync(filename)
    db.exec(sql)
    db.close()
    return filename
  })

/** Why the layer cannot be built over this file. */
const rejection = (filename: string | URL) =>
  Effect.flip(
    within(
      filename,
      EventStore.use(() => Effect.void)
    )
  )

describe("a file of events", () => {
  it.live("holds what was appended, as anyone can read in its tables", () =>
    Effect.gen(function* () {
      const db = new DatabaseSync(yield* made("raw.sqlite"))
      const one = (sql: string) => Object.values(db.prepare(sql).get() ?? {})[0]
      const { digest, placed, salt, ...event } = { ...db.prepare("SELECT * FROM banfa_events").get() }
      for (const part of [digest, placed]) assert.lengthOf(part as Uint8Array, 32)
      assert.lengthOf(salt as Uint8Array, 3 * 16)
      assert.strictEqual(one("SELECT algorithm FROM banfa_evidence"), "sha-256")
      assert.deepStrictEqual(event, {
        position: 1,
        stream: "项目-1",
        version: 1,
        event_id: "event-1",
        command_id: "command-1",
        event_type: "Noted",
        recorded_at: "2026-03-01T02:30:00Z",
        data: '{"":[1,{"乙":null,"甲":true}],"意见":"同意"}'
      })
      assert.strictEqual(one("SELECT count(*) FROM banfa_events"), 1)
      assert.strictEqual(one("PRAGMA journal_mode"), "wal")
      assert.strictEqual(one("PRAGMA application_id"), 0x42414e46)
      assert.strictEqual(one("PRAGMA user_version"), 2)
      assert.strictEqual(one("PRAGMA encoding"), "UTF-8")
      assert.throws(() => db.exec("UPDATE banfa_events SET data = '{}'"), /not changed/)
      assert.throws(() => db.exec("DELETE FROM banfa_events"), /not deleted/)
      db.close()
    })
  )

  it.live("is flushed to the disk at each append", () =>
    Effect.gen(function* () {
      const db = yield* open({ filename: join(folder, "pragmas.sqlite"), busyTimeout: 50 })
      const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
      const full = 2
      assert.deepStrictEqual(
        [pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys"), pragma("busy_timeout")],
        ["wal", full, 1, 50]
      )
    })
  )

  it.live("is opened from configuration", () =>
    Effect.gen(function* () {
      const filename = join(folder, "config.sqlite")
      const provider = ConfigProvider.layer(ConfigProvider.fromUnknown({ BANFA_SQLITE_FILENAME: filename }))
      yield* Effect.provide(note(0), SqliteEventStore.layerConfig.pipe(Layer.provide(provider)))
      assert.deepStrictEqual((yield* within(filename, note(1))).versions, [{ stream, version: 2 }])
      const missing = ConfigProvider.layer(ConfigProvider.fromUnknown({}))
      const error = yield* Effect.flip(
        Effect.provide(note(0), SqliteEventStore.layerConfig.pipe(Layer.provide(missing)))
      )
      assert.strictEqual(error._tag, "ConfigError")
    })
  )

  it.live("is refused, and left as it is, when it is no database", () =>
    Effect.gen(function* () {
      const filename = join(folder, "letter.txt")
      writeFileSync(filename, "此件公开发布。".repeat(100))
      const error = yield* rejection(filename)
      assert.strictEqual(error._tag === "SqliteFileRejected" && error.reason, "not-a-database")
      assert.include(error.message, "不是 SQLite 数据库")
      assert.include(error.message, "is not an SQLite database")
      assert.strictEqual(readFileSync(filename, "utf8"), "此件公开发布。".repeat(100))
    })
  )

  it.live("is refused, and left as it is, when it belongs to another application", () =>
    Effect.gen(function* () {
      const filename = join(folder, "other.sqlite")
      const db = new DatabaseSync(filename)
      db.exec("CREATE TABLE customers (name TEXT)")
      db.close()
      const before = readFileSync(filename)
      const error = yield* rejection(filename)
      assert.strictEqual(error._tag === "SqliteFileRejected" && error.reason, "not-banfa")
      assert.isTrue(readFileSync(filename).equals(before))
    })
  )

  it.live("is refused when a newer version wrote it", () =>
    Effect.gen(function* () {
      const error = yield* rejection(yield* altered("newer.sqlite", "PRAGMA user_version = 3"))
      assert.deepStrictEqual(error._tag === "SqliteFileRejected" && [error.reason, error.found], ["newer-format", 3])
      assert.include(error.message, "format 3")
    })
  )

  it.live("is refused when its tables are not there", () =>
    Effect.gen(function* () {
      const error = yield* rejection(yield* altered("dropped.sqlite", "DROP TABLE banfa_events"))
      assert.strictEqual(error._tag === "SqliteFileRejected" && error.reason, "corrupt")
      const renamed = yield* rejection(
        yield* altered("renamed.sqlite", "ALTER TABLE banfa_events RENAME data TO payload")
      )
      assert.strictEqual(renamed._tag === "SqliteFileRejected" && renamed.reason, "corrupt")
    })
  )

  it.live("is refused, and left as it is, when its end is missing", () =>
    Effect.gen(function* () {
      const filename = yield* made("short.sqlite")
      truncateSync(filename, 8192)
      const before = readFileSync(filename)
      const error = yield* rejection(filename)
      assert.isTrue(readFileSync(filename).equals(before))
      assert.strictEqual(error._tag === "SqliteFileRejected" && error.reason, "corrupt")
    })
  )

  it.live("is refused when it cannot be written to", () =>
    Effect.gen(function* () {
      const url = pathToFileURL(yield* made("readonly.sqlite"))
      url.searchParams.set("mode", "ro")
      const error = yield* rejection(url)
      assert.strictEqual(error._tag === "SqliteFileRejected" && error.reason, "read-only")
    })
  )

  it.live("is refused when its folder is not there", () =>
    Effect.gen(function* () {
      const error = yield* rejection(join(folder, "nowhere", "file.sqlite"))
      assert.strictEqual(error._tag === "SqliteFileRejected" && error.reason, "cannot-open")
    })
  )

  it.live("has to be a file: memory does not keep what is promised", () =>
    Effect.gen(function* () {
      const error = yield* rejection(":memory:")
      assert.strictEqual(error._tag === "SqliteFileRejected" && error.reason, "no-wal")
    })
  )

  it.live("that another process keeps locked is refused when opening, and unavailable when appending", () =>
    Effect.gen(function* () {
      const filename = yield* made("locked.sqlite")
      const db = new DatabaseSync(filename)
      const append = Effect.gen(function* () {
        db.exec("BEGIN IMMEDIATE")
        return yield* Effect.flip(note(1))
      })
      const error = yield* within(filename, append)
      assert.strictEqual(error._tag === "StorageUnavailable" && error.operation, "append")
      assert.include(error.message, "存储不可用")
      const opening = yield* rejection(filename)
      assert.strictEqual(opening._tag === "SqliteFileRejected" && opening.reason, "busy")
      db.exec("ROLLBACK")
      db.close()
      assert.deepStrictEqual((yield* within(filename, note(1))).versions, [{ stream, version: 2 }])
    })
  )
})
