import { randomUUID } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Deliveries } from "@banfa/core/port/Deliveries"
import { EventStore } from "@banfa/core/port/EventStore"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import type { Means as DeliveryMeans } from "@banfa/testing/deliveries"
import type { Means } from "@banfa/testing/event-store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Record from "effect/Record"
import type * as Scope from "effect/Scope"
import { open } from "../src/SqliteFile.ts"

/** A connection of the host's, for as long as the scope lasts or until it is closed. */
const connect = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(filename)),
    (db) => Effect.sync(() => db.isOpen && db.close())
  )

/** What is taken into use, and how. */
interface Use<A> {
  /** In a database of the host's. */
  readonly over: (db: DatabaseSync) => Effect.Effect<A, unknown, Scope.Scope>
  /** In a file of its own. */
  readonly within: (db: DatabaseSync) => A
  /** The tables without which it can do nothing. */
  readonly tables: ReadonlyArray<string>
}

/** Something in use, and how its file is taken away under it and given back. */
interface Way<A> {
  readonly subject: A
  readonly takeAway: Effect.Effect<void, unknown>
  readonly giveBack: Effect.Effect<A, unknown, Scope.Scope>
}

/** The ways in which a file can be gone. */
const ways = <A>(
  folder: string,
  { over, tables, within }: Use<A>
): Readonly<Record<string, Effect.Effect<Way<A>, unknown, Scope.Scope>>> => {
  const newFile = Effect.sync(() => join(folder, `${randomUUID()}.sqlite`))
  return {
    "the host closes the database": Effect.gen(function* () {
      const filename = yield* newFile
      const db = yield* connect(filename)
      return {
        subject: yield* over(db),
        takeAway: Effect.sync(() => db.close()),
        giveBack: Effect.flatMap(connect(filename), over)
      }
    }),
    "somebody renames the tables": Effect.gen(function* () {
      const filename = yield* newFile
      const subject = within(yield* open({ filename }))
      const other = yield* connect(filename)
      const rename = (from: string, to: string) =>
        Effect.sync(() => {
          for (const table of tables) other.exec(`ALTER TABLE ${from}${table} RENAME TO ${to}${table}`)
        })
      return { subject, takeAway: rename("", "taken_"), giveBack: Effect.as(rename("taken_", ""), subject) }
    }),
    "somebody writes over the file": Effect.gen(function* () {
      const filename = yield* newFile
      const db = yield* open({ filename })
      const subject = within(db)
      let content = Buffer.alloc(0)
      return {
        subject,
        // what SQLite has read before it would answer from memory, and what is in the log from there
        takeAway: Effect.sync(() => {
          db.exec("PRAGMA cache_size = 0; PRAGMA wal_checkpoint(TRUNCATE)")
          content = readFileSync(filename)
          writeFileSync(filename, Buffer.alloc(content.length, "此件公开发布。"))
          db.exec("PRAGMA shrink_memory")
        }),
        giveBack: Effect.as(
          Effect.sync(() => writeFileSync(filename, content)),
          subject
        )
      }
    })
  }
}

const fromLayer =
  <I extends Deliveries | EventStore, S>(service: Context.Key<I, S>) =>
  (db: DatabaseSync) =>
    Effect.map(Layer.build(SqliteEventStore.layerOver(db)), (context) => Context.get(context, service))

/** The ways in which a file of events can be gone under a store. */
export const interruptions = (folder: string): NonNullable<Means["interruptions"]> =>
  Record.map(
    ways(folder, { over: fromLayer(EventStore), within: SqliteEventStore.storeIn, tables: ["banfa_events"] }),
    Effect.map(({ subject, ...way }) => ({ store: subject, ...way }))
  )

/** The ways in which it can be gone under deliveries. */
export const deliveryInterruptions = (folder: string): NonNullable<DeliveryMeans["interruptions"]> =>
  Record.map(
    ways(folder, {
      over: fromLayer(Deliveries),
      within: SqliteEventStore.deliveriesIn,
      tables: ["banfa_lanes", "banfa_deliveries", "banfa_delivery_receipts"]
    }),
    Effect.map(({ subject, ...way }) => ({ deliveries: subject, ...way }))
  )
