/**
 * The event store in SQLite, over `node:sqlite`: in a file of its own, or in a database of the host's.
 *
 * @module
 */
import type { DatabaseSync } from "node:sqlite"
import { EventStore, type StorageUnavailable, type Supports } from "@banfa/core/port/EventStore"
import { available, migrate, type SchemaRejected, storeOver } from "@banfa/storage-sql"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { connectionOf } from "./connectionOf.ts"
import { migrations } from "./migrations.ts"
import { type Options, open } from "./SqliteFile.ts"
import type { SqliteFileRejected } from "./SqliteFileRejected.ts"
import { sqlite } from "./sqlite.ts"

export { SchemaRejected } from "@banfa/storage-sql"
export type { Options } from "./SqliteFile.ts"
export { SqliteFileRejected } from "./SqliteFileRejected.ts"

/** A file outlives the process, several processes on one machine may share it, and a host may append in its own transaction. */
export const supports: Supports = { restart: true, sharing: true, ownTransaction: true, interruption: true }

/**
 * The store in this file, opened when the layer is built and closed with it. The file is checked first: one that is not
 * ours, that a newer version wrote, or that is damaged is refused with `SqliteFileRejected` and stays as it is.
 */
export const layer = (options: Options): Layer.Layer<EventStore, SqliteFileRejected> =>
  Layer.effect(EventStore, Effect.map(open(options), storeIn))

/** {@link layer} from configuration: `BANFA_SQLITE_FILENAME`, and `BANFA_SQLITE_BUSY_TIMEOUT` in ms if it is set. */
export const layerConfig: Layer.Layer<EventStore, SqliteFileRejected | Config.ConfigError> = Layer.unwrap(
  Effect.map(
    Config.all({
      filename: Config.NonEmptyString("BANFA_SQLITE_FILENAME"),
      busyTimeout: Config.Int("BANFA_SQLITE_BUSY_TIMEOUT").pipe(Config.withDefault(5000))
    }),
    layer
  )
)

/**
 * The store in a database that the host has opened, beside tables of the host's: ours begin with `banfa_`. They are made and brought forward
 * first, unless `migrate` is false; the host closes the database. How safely a commit is on the disk is for the host's settings to say.
 */
export const layerOver = (
  db: DatabaseSync,
  options: { readonly migrate?: boolean } = {}
): Layer.Layer<EventStore, SchemaRejected | StorageUnavailable> =>
  Layer.effect(EventStore, Effect.as(available("migrate", migrate(connectionOf(db), migrations, options)), storeIn(db)))

/**
 * The store in a database whose tables are there, at once. While a transaction of the host's is open in the database, the store takes part in
 * it: what is appended is committed with the host's own rows, or not at all. An append that is refused leaves the transaction as it was.
 */
export const storeIn = (db: DatabaseSync): EventStore["Service"] => storeOver(connectionOf(db), sqlite(db))

/** Appends in the transaction that the host has begun, as {@link storeIn} says. */
export const appendIn = (
  db: DatabaseSync,
  request: Parameters<EventStore["Service"]["append"]>[0]
): ReturnType<EventStore["Service"]["append"]> => storeIn(db).append(request)
