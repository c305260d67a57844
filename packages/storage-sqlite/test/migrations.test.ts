import { copyFileSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { CommandId, EventId, EventStore, StreamId } from "@banfa/core/port/EventStore"
import { migrate } from "@banfa/storage-sql"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { connectionOf } from "../src/connectionOf.ts"
import { migrations, script } from "../src/migrations.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()
const project = StreamId.make("project/P1")
const other = StreamId.make("项目/𠮷")

/** A file as the first format was written, before there were steps. */
const format1 = (name: string): string => {
  const filename = join(folder, name)
  copyFileSync(fileURLToPath(new URL("golden/format1.db", import.meta.url)), filename)
  return filename
}

const within = <A, E>(filename: string, use: (store: EventStore["Service"]) => Effect.Effect<A, E>) =>
  Effect.provide(EventStore.use(use), SqliteEventStore.layer({ filename }), { local: true })

/** What tables, indexes and triggers there are, as they were written. */
const schemaOf = (db: DatabaseSync): ReadonlyArray<string> =>
  db
    .prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
    .all()
    .map(({ name, sql, type }) => `${type} ${name}: ${String(sql).replaceAll('"', "").replaceAll(/\s+/g, " ")}`)

describe("a file of the first format", () => {
  it.live("is read after its migration as it was written", () =>
    Effect.gen(function* () {
      const events = yield* within(format1("read.sqlite"), (store) => Stream.runCollect(store.readAll()))
      const [c1, c2] = [CommandId.make("c1"), CommandId.make("c2")]
      assert.deepStrictEqual(events, [
        {
          position: 1,
          stream: project,
          version: 1,
          id: EventId.make("c1/1"),
          command: c1,
          type: "project/Drafted",
          recordedAt: "2026-03-01T02:30:00Z",
          data: { 意见: "同意", nul: "\u0000", "": [1, { 乙: null, 甲: true }] }
        },
        {
          position: 2,
          stream: other,
          version: 1,
          id: EventId.make("c1/2"),
          command: c1,
          type: "Noted",
          recordedAt: "2026-03-01T02:30:00.123456789Z",
          data: { text: "\"'\\;--😀" }
        },
        {
          position: 3,
          stream: project,
          version: 2,
          id: EventId.make("c2/1"),
          command: c2,
          type: "project/Applied",
          recordedAt: "2026-03-02T02:30:00Z",
          data: { numbers: [0.1, 5e-324, Number.MAX_SAFE_INTEGER] }
        }
      ])
    })
  )

  it.live("has the tables of a new file after its migration, and is guarded like one", () =>
    Effect.gen(function* () {
      const [filename, fresh] = [format1("tables.sqlite"), join(folder, "fresh.sqlite")]
      const versions = (store: EventStore["Service"]) => store.versions([project, other])
      assert.deepStrictEqual(yield* within(filename, versions), [
        { stream: project, version: 2 },
        { stream: other, version: 1 }
      ])
      yield* within(fresh, versions)
      const [db, made] = [new DatabaseSync(filename), new DatabaseSync(fresh)]
      assert.deepStrictEqual(schemaOf(db), schemaOf(made))
      assert.throws(() => db.exec("UPDATE banfa_events SET data = '{}'"), /not changed/)
      db.close()
      made.close()
    })
  )

  it.live("is refused, and left as it is, when it may not be migrated", () =>
    Effect.gen(function* () {
      const filename = format1("refused.sqlite")
      const before = readFileSync(filename)
      const layer = SqliteEventStore.layer({ filename, migrate: false })
      const error = yield* Effect.flip(
        Effect.provide(
          EventStore.use(() => Effect.void),
          layer
        )
      )
      assert.deepStrictEqual([error._tag, error.reason, error.found], ["SqliteFileRejected", "older-format", 1])
      assert.include(error.message, "须先迁移")
      assert.isTrue(readFileSync(filename).equals(before))
    })
  )
})

describe("a database of the host's", () => {
  it.live("is brought forward from each step to the tables of the last one", () =>
    Effect.gen(function* () {
      const whole = new DatabaseSync(":memory:")
      yield* migrate(connectionOf(whole), migrations)
      for (const step of migrations.steps.keys()) {
        const db = new DatabaseSync(":memory:")
        const earlier = { ...migrations, steps: migrations.steps.slice(0, step) }
        if (step > 0) yield* migrate(connectionOf(db), earlier)
        const refused = yield* Effect.flip(migrate(connectionOf(db), migrations, { migrate: false }))
        assert.deepStrictEqual(refused._tag === "SchemaRejected" && [refused.reason, refused.found], ["behind", step])
        yield* migrate(connectionOf(db), migrations)
        assert.deepStrictEqual(schemaOf(db), schemaOf(whole))
        yield* migrate(connectionOf(db), migrations, { migrate: false })
      }
    })
  )

  it.live("that a newer version has migrated is refused, and so are tables of the same name that are not ours", () =>
    Effect.gen(function* () {
      const db = new DatabaseSync(":memory:")
      yield* migrate(connectionOf(db), migrations)
      db.exec("INSERT INTO banfa_migrations (number, name) VALUES (99, 'tomorrow')")
      const newer = yield* Effect.flip(migrate(connectionOf(db), migrations))
      assert.deepStrictEqual(newer._tag === "SchemaRejected" && [newer.reason, newer.found], ["newer", 99])
      assert.include(newer.message, "由较新的版本建立")
      db.exec("DELETE FROM banfa_migrations WHERE number = 99; UPDATE banfa_migrations SET name = 'theirs'")
      const foreign = yield* Effect.flip(migrate(connectionOf(db), migrations))
      assert.strictEqual(foreign._tag === "SchemaRejected" && foreign.reason, "foreign")
    })
  )

  it.live("that schema.sql was run in has the tables of the migrations, and the file is up to date", () =>
    Effect.gen(function* () {
      const file = readFileSync(new URL("../schema.sql", import.meta.url), "utf8")
      assert.strictEqual(file, script, "node --conditions=@banfa/source packages/storage-sqlite/scripts/main.ts")
      const [byHand, migrated] = [new DatabaseSync(":memory:"), new DatabaseSync(":memory:")]
      byHand.exec(file)
      yield* migrate(connectionOf(byHand), migrations, { migrate: false })
      yield* migrate(connectionOf(migrated), migrations)
      assert.deepStrictEqual(schemaOf(byHand), schemaOf(migrated))
    })
  )

  it.live("keeps events beside the host's tables, and is closed by the host", () =>
    Effect.gen(function* () {
      const db = new DatabaseSync(":memory:")
      db.exec("CREATE TABLE events (name TEXT); CREATE TABLE applications (id TEXT)")
      const stream = StreamId.make("project/P1")
      const note = (n: number) => ({
        command: CommandId.make(`c${n}`),
        guards: [{ stream, version: n - 1 }],
        events: [
          { stream, id: EventId.make(`e${n}`), type: "Noted", data: { n }, recordedAt: "2026-03-01T02:30:00Z" }
        ] as const
      })
      yield* Effect.provide(
        EventStore.use((store) => store.append(note(1))),
        SqliteEventStore.layerOver(db)
      )
      db.exec("BEGIN; INSERT INTO applications (id) VALUES ('A1')")
      yield* SqliteEventStore.appendIn(db, note(2))
      db.exec("ROLLBACK")
      assert.deepStrictEqual(db.prepare("SELECT id FROM applications").all(), [])
      const { readStream } = SqliteEventStore.storeIn(db)
      assert.deepStrictEqual(
        (yield* Stream.runCollect(readStream(stream))).map(({ id }) => String(id)),
        ["e1"]
      )
    })
  )
})
