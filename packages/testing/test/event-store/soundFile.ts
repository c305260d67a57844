import { randomUUID } from "node:crypto"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { type Host, type Interruption, type RawRow, sqlHost } from "@banfa/testing/event-store"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { temporaryFolder } from "../temporaryFolder.ts"

const folder = temporaryFolder()
const filename = join(folder, "sound.sqlite")

/** A sound store in a file. */
export const file = SqliteEventStore.layer({ filename, busyTimeout: 10 })

const connect = (name: string) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const db = new DatabaseSync(name)
      db.exec("PRAGMA busy_timeout = 10")
      const run = (sql: string) => Effect.try({ try: () => db.prepare(sql).all(), catch: (cause) => cause })
      return { db, run, store: SqliteEventStore.storeIn(db) }
    }),
    ({ db }) => Effect.sync(() => db.isOpen && db.close())
  )

/** A host of the file, broken in this way. */
export const hostOf = (
  broken: (sound: Host, outside: SqliteEventStoreOf) => Host = (sound) => sound
): Effect.Effect<Host, unknown, Scope.Scope> =>
  Effect.gen(function* () {
    const [inside, outside] = [yield* connect(filename), yield* connect(filename)]
    return broken(yield* sqlHost(inside, outside), outside.store)
  })

type SqliteEventStoreOf = ReturnType<typeof SqliteEventStore.storeIn>

/** A file of its own that is closed under its store, with tables that another opening has made. */
export const closing: Effect.Effect<Interruption, unknown, Scope.Scope> = Effect.gen(function* () {
  const name = join(folder, `${randomUUID()}.sqlite`)
  const { db, store } = yield* connect(name)
  yield* Effect.provide(Effect.void, SqliteEventStore.layerOver(db))
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
  return {
    store,
    takeAway: Effect.sync(() => db.close()),
    giveBack: Effect.map(connect(name), (again) => again.store)
  }
})

/** The rows of the file, read with `node:sqlite` alone. */
export const rows: Effect.Effect<ReadonlyArray<RawRow>, unknown, Scope.Scope> = Effect.map(
  connect(filename),
  ({ db }) =>
    db
      .prepare(
        `SELECT position, stream, version, event_id AS id, command_id AS command, event_type AS type,
        recorded_at AS "recordedAt", CAST(data AS BLOB) AS data FROM banfa_events`
      )
      .all()
      .map((row) => ({ ...row }) as unknown as RawRow)
)
