import { randomUUID } from "node:crypto"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { EventStore } from "@banfa/core/port/EventStore"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { type Interruption, type Means, type Mutant, sqlHost } from "@banfa/testing/event-store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { temporaryFolder } from "../temporaryFolder.ts"

const folder = temporaryFolder()

/** A connection that waits for no disk: what survives a crash is not what is looked at here. */
const connect = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const db = new DatabaseSync(filename)
      db.exec("PRAGMA busy_timeout = 10; PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL")
      return db
    }),
    (db) => Effect.sync(() => db.isOpen && db.close())
  )

const layerOf = (filename: string) =>
  Layer.unwrap(Effect.map(connect(filename), (db) => SqliteEventStore.layerOver(db)))

/** A file of its own that is closed under its store. */
const closing: Effect.Effect<Interruption, unknown, Scope.Scope> = Effect.gen(function* () {
  const filename = join(folder, `${randomUUID()}.sqlite`)
  const db = yield* connect(filename)
  const context = yield* Layer.build(SqliteEventStore.layerOver(db))
  return {
    store: Context.get(context, EventStore),
    takeAway: Effect.sync(() => db.close()),
    giveBack: Effect.map(connect(filename), SqliteEventStore.storeIn)
  }
})

const read =
  "SELECT position, stream, version, event_id AS id, command_id AS command, event_type AS type, recorded_at AS recordedAt, CAST(data AS BLOB) AS data FROM banfa_events"

/** A sound store in a new file, and what is handed in beside it, broken in the way of this mutant. */
export const soundFile = ({ host, interruption }: Partial<Mutant> = {}) => {
  const filename = join(folder, `${randomUUID()}.sqlite`)
  const hosting = Effect.gen(function* () {
    const [inside, outside] = yield* Effect.all([connect(filename), connect(filename)])
    const run = (db: DatabaseSync) => (sql: string) =>
      Effect.try({ try: () => db.prepare(sql).all(), catch: (cause) => cause })
    const [within, store] = [SqliteEventStore.storeIn(inside), SqliteEventStore.storeIn(outside)]
    const sound = yield* sqlHost({ run: run(inside), store: within }, { run: run(outside) })
    return host === undefined ? sound : host(sound, store)
  })
  return {
    layer: layerOf(filename),
    means: {
      host: hosting,
      interruptions: { "the file is closed": interruption === undefined ? closing : Effect.map(closing, interruption) },
      rows: Effect.map(connect(filename), (db) =>
        db
          .prepare(read)
          .all()
          .map((row) => ({
            position: Number(row.position),
            stream: String(row.stream),
            version: Number(row.version),
            id: String(row.id),
            command: String(row.command),
            type: String(row.type),
            recordedAt: String(row.recordedAt),
            data: row.data instanceof Uint8Array ? row.data : new Uint8Array()
          }))
      )
    } satisfies Means
  }
}
