import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { isSealed, seal, startOf } from "@banfa/core/evidence"
import { CommandId, EventStore, StreamId } from "@banfa/core/port/EventStore"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import fc from "fast-check"
import { findingsIn, history, noting, opened, readerSays, streams } from "./history.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()
const sm3 = Result.getOrThrow(SqliteEventStore.sm3())

/** A file with a history. */
const made = (name: string, options: Partial<SqliteEventStore.Options> = {}) => {
  const filename = join(folder, name)
  return Effect.as(Effect.provide(history, SqliteEventStore.layer({ filename, ...options }), { local: true }), filename)
}

const loosen = `DROP TRIGGER banfa_events_not_changed; DROP TRIGGER banfa_events_not_deleted; PRAGMA ignore_check_constraints = ON;`

let copies = 0
/** A copy of a file that somebody has changed who may write to it. */
const changed = (filename: string, change: (db: DatabaseSync) => void): string => {
  const copy = join(folder, `copy-${++copies}.sqlite`)
  copyFileSync(filename, copy)
  const db = new DatabaseSync(copy)
  db.exec(`PRAGMA journal_mode = DELETE; ${loosen}`)
  change(db)
  db.close()
  return copy
}

const texts = ["stream", "event_id", "command_id", "event_type", "recorded_at", "data"]
const blobs = ["salt", "digest", "placed"]
const numbers = ["position", "version"]

interface Damage {
  readonly position: number
  readonly column: string
  readonly at: number
  readonly by: number
}

const damages = fc.record<Damage>({
  position: fc.integer({ min: 1, max: 7 }),
  column: fc.constantFrom(...texts, ...blobs, ...numbers),
  at: fc.nat(),
  by: fc.integer({ min: 1, max: 255 })
})

/** Changes one byte of one cell, of a number one of its eight. */
const damage =
  ({ at, by, column, position }: Damage) =>
  (db: DatabaseSync): void => {
    const where = `WHERE position = ${position}`
    if (numbers.includes(column)) {
      const bytes = Buffer.alloc(8)
      const value = Object.values(db.prepare(`SELECT ${column} FROM banfa_events ${where}`).get() ?? {})[0]
      bytes.writeBigInt64BE(BigInt(Number(value)))
      bytes[at % 8] = (bytes[at % 8] ?? 0) ^ by
      db.prepare(`UPDATE OR REPLACE banfa_events SET ${column} = ? ${where}`).run(bytes.readBigInt64BE())
      return
    }
    const hex = String(db.prepare(`SELECT hex(${column}) AS hex FROM banfa_events ${where}`).get()?.hex)
    const bytes = Buffer.from(hex, "hex")
    const place = at % bytes.length
    bytes[place] = (bytes[place] ?? 0) ^ by
    const value = texts.includes(column) ? "CAST(unhex(?) AS TEXT)" : "unhex(?)"
    db.prepare(`UPDATE OR REPLACE banfa_events SET ${column} = ${value} ${where}`).run(bytes.toString("hex"))
  }

describe("any changed byte of any column of any stored event is found", () => {
  it.live("by the library, whatever the byte", () =>
    Effect.gen(function* () {
      const filename = yield* made("bytes.sqlite")
      assert.deepStrictEqual(yield* findingsIn(filename), [])
      const met = new Set<string>()
      yield* Effect.promise(() =>
        fc.assert(
          fc.asyncProperty(damages, async (drawn) => {
            const copy = changed(filename, damage(drawn))
            assert.isNotEmpty(await Effect.runPromise(findingsIn(copy)))
            met.add(drawn.column)
          })
        )
      )
      // few draws meet some of the columns
      const all = [...texts, ...blobs, ...numbers].length
      assert.isAtLeast(met.size, (fc.readConfigureGlobal()?.numRuns ?? 25) < 100 ? 5 : all)
    })
  )

  it.live("by the reader that uses none of the packages", () =>
    Effect.gen(function* () {
      const filename = yield* made("reader.sqlite")
      const nothing = { status: 0, said: ["7 个事件 events, 3 个事件流 streams, 0 处不符 findings"] }
      assert.deepStrictEqual(readerSays(filename), nothing)
      for (const [i, column] of [...texts, ...blobs, ...numbers].entries()) {
        const [{ at, by }] = fc.sample(damages, 1) as [Damage]
        const { said, status } = readerSays(changed(filename, damage({ position: (i % 7) + 1, column, at, by })))
        assert.strictEqual(status, 1, `${column} ${at} ${by}: ${said.join()}`)
      }
    })
  )

  it.live("also where the type was changed, in a table that takes any", () =>
    Effect.gen(function* () {
      const filename = yield* made("types.sqlite")
      const loose =
        "CREATE TABLE loose AS SELECT * FROM banfa_events; DROP TABLE banfa_events; ALTER TABLE loose RENAME TO banfa_events;"
      assert.deepStrictEqual(yield* findingsIn(changed(filename, (db) => db.exec(loose))), [])
      const changes = [
        ...texts.flatMap((column) => [`${column} = CAST(${column} AS BLOB)`, `${column} = NULL`, `${column} = 17`]),
        ...blobs.flatMap((column) => [
          `${column} = CAST(${column} AS TEXT)`,
          `${column} = NULL`,
          `${column} = hex(${column})`
        ]),
        "version = '1x'",
        "version = NULL"
      ]
      for (const change of changes) {
        const copy = changed(filename, (db) => db.exec(`${loose} UPDATE banfa_events SET ${change} WHERE position = 2`))
        assert.isNotEmpty(yield* findingsIn(copy), change)
      }
    })
  )
})

describe("with a checkpoint", () => {
  const rewritten = (filename: string) =>
    Effect.scoped(
      Effect.gen(function* () {
        const db = yield* opened(filename)
        const rows = yield* Stream.runCollect(SqliteEventStore.sealedRows(db, { stream: "project/P2" }))
        let prior = startOf(SqliteEventStore.sha256)
        for (const row of rows) {
          const json = row.json.replace("a\\u0000", "b")
          const made = seal(SqliteEventStore.sha256, prior, { ...row, json }, (bytes) => new Uint8Array(bytes))
          prior = made.digest
          const { digest, placed, salt } = made
          db.prepare("UPDATE banfa_events SET data = ?, salt = ?, digest = ?, placed = ? WHERE position = ?").run(
            json,
            salt,
            digest,
            placed,
            row.position
          )
        }
      })
    )

  const numbered = (db: DatabaseSync, one: number, other: number) =>
    db.exec(`UPDATE banfa_events SET position = 100 WHERE position = ${one}; UPDATE banfa_events SET position = ${one} WHERE position = ${other};
      UPDATE banfa_events SET position = ${other} WHERE position = 100`)

  it.live("it is found what was cut off, deleted, swapped or written anew", () =>
    Effect.gen(function* () {
      const filename = yield* made("checkpoint.sqlite")
      const checkpoint = yield* Effect.scoped(Effect.flatMap(opened(filename), (db) => SqliteEventStore.checkpoint(db)))
      assert.deepStrictEqual([checkpoint.position, checkpoint.streams], [7, 3])
      const early = yield* Effect.scoped(
        Effect.flatMap(opened(filename), (db) => SqliteEventStore.checkpoint(db, { at: 3 }))
      )
      assert.deepStrictEqual(
        early.heads?.map(({ stream, version }) => [stream, version]),
        [
          ["cases/planning", 1],
          ["project/P2", 1],
          ["project/项目😀", 1]
        ]
      )
      const checkpoints = [early, checkpoint]
      assert.deepStrictEqual(yield* findingsIn(filename, { checkpoints }), [])
      const kinds = (copy: string) =>
        Effect.map(findingsIn(copy, { checkpoints }), (found) => found.map(({ kind }) => kind))
      const cut = changed(filename, (db) => db.exec("DELETE FROM banfa_events WHERE position = 7"))
      assert.deepStrictEqual(yield* findingsIn(cut), [])
      assert.deepStrictEqual(yield* kinds(cut), ["StreamShorter"])
      const deleted = changed(filename, (db) => db.exec("DELETE FROM banfa_events WHERE position = 5"))
      assert.deepStrictEqual(yield* kinds(deleted), ["EventsMissing"])
      const swapped = changed(filename, (db) => numbered(db, 4, 6))
      assert.include(yield* kinds(swapped), "PlaceChanged")
      const anew = changed(filename, () => undefined)
      yield* rewritten(anew)
      assert.deepStrictEqual(yield* findingsIn(anew), [])
      assert.deepStrictEqual(yield* kinds(anew), ["StreamChanged", "StreamChanged"])
      const file = join(folder, "checkpoint.json")
      writeFileSync(file, JSON.stringify(checkpoint))
      assert.strictEqual(readerSays(filename, "--checkpoint", file).status, 0)
      for (const copy of [cut, deleted, swapped, anew])
        assert.strictEqual(readerSays(copy, "--checkpoint", file).status, 1)
    })
  )
})

describe("a file that is sealed with SM3", () => {
  it.live("verifies with SM3, by the library and by the reader", () =>
    Effect.gen(function* () {
      const filename = yield* made("sm3.sqlite", { hash: sm3 })
      assert.deepStrictEqual(yield* findingsIn(filename, { hash: sm3 }), [])
      assert.strictEqual(readerSays(filename, "--sm3").status, 0)
    })
  )

  it.live("is refused, and left as it is, with another hash function, however it is opened", () =>
    Effect.gen(function* () {
      const filename = yield* made("sm3-kept.sqlite", { hash: sm3 })
      const before = readFileSync(filename)
      const refused = yield* Effect.flip(Effect.provide(history, SqliteEventStore.layer({ filename }), { local: true }))
      assert.strictEqual(refused._tag === "SqliteFileRejected" && refused.reason, "other-hash")
      assert.match(refused.message, /为 sm3，所给为 sha-256.*it has sm3, given was sha-256/)
      assert.isTrue(readFileSync(filename).equals(before))
      const verifying = yield* Effect.flip(findingsIn(filename))
      assert.strictEqual(verifying._tag === "SchemaRejected" && verifying.reason, "hash")
      yield* Effect.scoped(
        Effect.gen(function* () {
          const db = yield* opened(filename)
          const over = yield* Effect.flip(
            Effect.provide(
              EventStore.use(() => Effect.void),
              SqliteEventStore.layerOver(db)
            )
          )
          assert.strictEqual(over._tag === "SchemaRejected" && over.reason, "hash")
          assert.match(over.message, /以另一种摘要算法制作.*sealed with another hash function/)
          const request = noting("c9", [[StreamId.make("new"), 0]])
          const appending = yield* Effect.flip(SqliteEventStore.appendIn(db, request))
          assert.strictEqual(
            appending._tag === "StorageUnavailable" &&
              appending.cause instanceof SqliteEventStore.SchemaRejected &&
              appending.cause.reason,
            "hash"
          )
          yield* SqliteEventStore.appendIn(db, request, { hash: sm3 })
        })
      )
      assert.deepStrictEqual(yield* findingsIn(filename, { hash: sm3 }), [])
    })
  )
})

describe("an append", () => {
  it.live("that is refused, or is rolled back, leaves no seal and settles no algorithm", () =>
    Effect.gen(function* () {
      const db = new DatabaseSync(":memory:")
      yield* Effect.provide(
        EventStore.use(() => Effect.void),
        SqliteEventStore.layerOver(db)
      )
      db.exec("DROP TRIGGER banfa_evidence_not_deleted; DELETE FROM banfa_evidence")
      const [stream] = streams as [StreamId]
      yield* Effect.flip(SqliteEventStore.appendIn(db, noting("c1", [[stream, 5]])))
      db.exec("BEGIN")
      yield* SqliteEventStore.appendIn(db, noting("c1", [[stream, 0]]), { hash: sm3 })
      db.exec("ROLLBACK")
      assert.deepStrictEqual(db.prepare("SELECT 1 FROM banfa_evidence UNION ALL SELECT 1 FROM banfa_events").all(), [])
      yield* SqliteEventStore.appendIn(db, noting("c1", [[stream, 0]]))
      assert.deepStrictEqual(yield* Stream.runCollect(SqliteEventStore.verify(db)), [])
      db.close()
    })
  )

  it.live("after another of its stream in one transaction of the host's follows from it", () =>
    Effect.gen(function* () {
      const filename = yield* made("own.sqlite")
      yield* Effect.scoped(
        Effect.gen(function* () {
          const db = yield* opened(filename)
          const stream = StreamId.make("own")
          for (const end of ["ROLLBACK", "COMMIT"]) {
            db.exec("BEGIN")
            yield* SqliteEventStore.appendIn(db, noting("o1", [[stream, 0]]))
            yield* SqliteEventStore.appendIn(db, noting("o2", [[stream, 1]]))
            db.exec(end)
          }
          const rows = yield* Stream.runCollect(SqliteEventStore.sealedRows(db, { stream: "own" }))
          assert.deepStrictEqual(
            rows.map(({ command, version }) => [command, version]),
            [
              [CommandId.make("o1"), 1],
              [CommandId.make("o2"), 2]
            ]
          )
          assert.isTrue(rows.every(isSealed))
        })
      )
      assert.deepStrictEqual(yield* findingsIn(filename), [])
    })
  )
})
