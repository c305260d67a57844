import { DatabaseSync } from "node:sqlite"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { type HostConnection, sqlHost } from "@banfa/testing/event-store"
import * as Effect from "effect/Effect"

const connect = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync((): HostConnection & { readonly close: () => void } => {
      const db = new DatabaseSync(filename)
      db.exec("PRAGMA busy_timeout = 50")
      return {
        run: (sql) => Effect.try({ try: () => db.prepare(sql).all(), catch: (cause) => cause }),
        store: SqliteEventStore.storeIn(db),
        close: () => db.close()
      }
    }),
    ({ close }) => Effect.sync(close)
  )

/** A host with a table of its own in the same file. */
export const host = (filename: string) =>
  Effect.flatMap(Effect.all([connect(filename), connect(filename)]), ([inside, outside]) => sqlHost(inside, outside))
