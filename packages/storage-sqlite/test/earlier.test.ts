import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { EventStore, StreamId } from "@banfa/core/port/EventStore"
import { migrate } from "@banfa/storage-sql"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { connectionOf } from "../src/connectionOf.ts"
import { migrations } from "../src/migrations.ts"
import { findingsIn, noting, readerSays } from "./history.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()

const open = (db: DatabaseSync, options: SqliteEventStore.OverOptions = {}) =>
  Effect.provide(
    EventStore.use(() => Effect.void),
    SqliteEventStore.layerOver(db, options),
    { local: true }
  )

/** A database as it was before there were seals, with so many events of two streams in turn. */
const earlier = (events: number) =>
  Effect.gen(function* () {
    const db = new DatabaseSync(":memory:")
    yield* migrate(connectionOf(db), { ...migrations, steps: migrations.steps.slice(0, 2) })
    const insert = db.prepare("INSERT INTO banfa_events VALUES (?, ?, ?, ?, ?, 'Noted', '2026-03-01T02:30:00Z', ?)")
    for (let i = 1; i <= events; i++) {
      insert.run(i, i % 2 === 0 ? "乙" : "甲", Math.ceil(i / 2), `e${i}`, `c${i}`, `{"n":${i}}`)
    }
    return db
  })

const bare = (db: DatabaseSync) =>
  Number(db.prepare("SELECT count(*) AS n FROM banfa_events WHERE digest IS NULL").get()?.n)

const kinds = (db: DatabaseSync) =>
  Effect.map(Stream.runCollect(SqliteEventStore.verify(db)), (found) =>
    found.map(({ at, kind }) => `${kind} ${at.stream} ${at.version}`)
  )

describe("events that were stored before there were seals", () => {
  it.live("are sealed when a file of the first format is opened", () =>
    Effect.gen(function* () {
      const filename = join(folder, "format1.sqlite")
      copyFileSync(fileURLToPath(new URL("golden/format1.db", import.meta.url)), filename)
      yield* Effect.provide(
        EventStore.use(() => Effect.void),
        SqliteEventStore.layer({ filename })
      )
      assert.deepStrictEqual(yield* findingsIn(filename), [])
      assert.deepStrictEqual(readerSays(filename).said, ["3 个事件 events, 2 个事件流 streams, 0 处不符 findings"])
    })
  )

  it.live("are sealed page by page, and where that was interrupted it goes on", () =>
    Effect.gen(function* () {
      const db = yield* earlier(1300)
      yield* migrate(connectionOf(db), migrations)
      db.exec(
        `CREATE TRIGGER full BEFORE UPDATE ON banfa_events WHEN NEW.position = 1200 BEGIN SELECT raise(ABORT, 'disk full'); END`
      )
      const failed = yield* Effect.flip(open(db))
      assert.strictEqual(failed._tag, "StorageUnavailable")
      assert.strictEqual(bare(db), 800)
      db.exec("DROP TRIGGER full")
      yield* open(db)
      assert.strictEqual(bare(db), 0)
      assert.deepStrictEqual(yield* kinds(db), [])
      db.close()
    })
  )

  it.live(
    "keep their seals: one that is there is not changed, and none is filled in by half or with a changed event",
    () =>
      Effect.gen(function* () {
        const db = yield* earlier(2)
        yield* migrate(connectionOf(db), migrations)
        const seal = "salt = x'01', digest = x'02', placed = x'03'"
        for (const set of ["digest = x'02'", `${seal}, data = '{}'`, "data = '{}'", `${seal}, position = 9`]) {
          assert.throws(() => db.exec(`UPDATE banfa_events SET ${set}`), /not changed/)
        }
        db.exec(`UPDATE banfa_events SET ${seal} WHERE position = 1`)
        assert.throws(() => db.exec(`UPDATE banfa_events SET ${seal} WHERE position = 1`), /not changed/)
        db.exec("INSERT INTO banfa_evidence VALUES (1, 'sha-256')")
        assert.throws(() => db.exec("UPDATE banfa_evidence SET algorithm = 'sm3'"), /not changed/)
        assert.throws(() => db.exec("DELETE FROM banfa_evidence"), /not changed/)
        db.close()
      })
  )

  it.live("stay without a seal where nothing may be changed, are named, and are sealed once it may", () =>
    Effect.gen(function* () {
      const db = yield* earlier(2)
      yield* migrate(connectionOf(db), migrations)
      yield* open(db, { migrate: false })
      assert.strictEqual(bare(db), 2)
      // what follows an event without a seal gets none either; a stream that begins is sealed
      yield* SqliteEventStore.appendIn(
        db,
        noting("n1", [
          [StreamId.make("甲"), 1],
          [StreamId.make("丙"), 0]
        ])
      )
      assert.deepStrictEqual(yield* kinds(db), ["NotSealed 甲 1", "NotSealed 乙 1", "NotSealed 甲 2"])
      const refused = yield* Effect.flip(SqliteEventStore.checkpoint(db))
      assert.deepStrictEqual(refused._tag === "NotSealed" && refused.streams, 2)
      assert.match(refused.message, /没有封签.*has no seal/)
      yield* open(db)
      assert.deepStrictEqual(yield* kinds(db), [])
      yield* SqliteEventStore.appendIn(db, noting("n2", [[StreamId.make("甲"), 2]]))
      assert.strictEqual(bare(db), 0)
      assert.deepStrictEqual(yield* kinds(db), [])
      db.close()
    })
  )
})
