import { randomUUID } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { EventStore } from "@banfa/core/port/EventStore"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import type { Means } from "@banfa/testing/event-store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { open } from "../src/SqliteFile.ts"

/** A connection of the host's, for as long as the scope lasts or until it is closed. */
const connect = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(filename)),
    (db) => Effect.sync(() => db.isOpen && db.close())
  )

const storeOver = (db: DatabaseSync) =>
  Effect.map(Layer.build(SqliteEventStore.layerOver(db)), (context) => Context.get(context, EventStore))

/** The ways in which a file of events can be gone under a store. */
export const interruptions = (folder: string): NonNullable<Means["interruptions"]> => {
  const newFile = Effect.sync(() => join(folder, `${randomUUID()}.sqlite`))
  return {
    "the host closes the database": Effect.gen(function* () {
      const filename = yield* newFile
      const db = yield* connect(filename)
      return {
        store: yield* storeOver(db),
        takeAway: Effect.sync(() => db.close()),
        giveBack: Effect.flatMap(connect(filename), storeOver)
      }
    }),
    "somebody renames the table": Effect.gen(function* () {
      const filename = yield* newFile
      const store = SqliteEventStore.storeIn(yield* open({ filename }))
      const other = yield* connect(filename)
      return {
        store,
        takeAway: Effect.sync(() => other.exec("ALTER TABLE banfa_events RENAME TO taken")),
        giveBack: Effect.as(
          Effect.sync(() => other.exec("ALTER TABLE taken RENAME TO banfa_events")),
          store
        )
      }
    }),
    "somebody writes over the file": Effect.gen(function* () {
      const filename = yield* newFile
      const db = yield* open({ filename })
      const store = SqliteEventStore.storeIn(db)
      let content = Buffer.alloc(0)
      return {
        store,
        // what SQLite has read before it would answer from memory, and what is in the log from there
        takeAway: Effect.sync(() => {
          db.exec("PRAGMA cache_size = 0; PRAGMA wal_checkpoint(TRUNCATE)")
          content = readFileSync(filename)
          writeFileSync(filename, Buffer.alloc(content.length, "此件公开发布。"))
          db.exec("PRAGMA shrink_memory")
        }),
        giveBack: Effect.as(
          Effect.sync(() => writeFileSync(filename, content)),
          store
        )
      }
    })
  }
}
