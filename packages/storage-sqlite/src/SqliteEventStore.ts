/**
 * The event store in SQLite, over `node:sqlite`: in a file of its own, or in a database of the host's.
 *
 * @module
 */
import type { DatabaseSync } from "node:sqlite"
import type { Checkpoint, Finding, StoredRow, WrongHash } from "@banfa/core/evidence"
import { Deliveries } from "@banfa/core/port/Deliveries"
import { EventStore, type StorageUnavailable, type Supports } from "@banfa/core/port/EventStore"
import { ReadSide } from "@banfa/core/port/ReadSide"
import {
  available,
  bringForward,
  type CheckpointOptions,
  checkpointOver,
  deliveriesOver,
  type HashMissing,
  hashConfig,
  type NotSealed,
  type OverOptions,
  readSideOver,
  type SchemaRejected,
  type SealedRowsOptions,
  type SealOptions,
  sealedRowsOver,
  sha256,
  storeOver,
  type VerifyOptions,
  verifyOver
} from "@banfa/storage-sql"
import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Stream from "effect/Stream"
import { connectionOf } from "./connectionOf.ts"
import { deliveries } from "./deliveries.ts"
import { migrations } from "./migrations.ts"
import { type Options, open } from "./SqliteFile.ts"
import type { SqliteFileRejected } from "./SqliteFileRejected.ts"
import { readSide, sealing, sqlite } from "./sqlite.ts"

export {
  type CheckpointOptions,
  HashMissing,
  NotSealed,
  type OverOptions,
  SchemaRejected,
  type SealedRowsOptions,
  type SealOptions,
  sha256,
  sm3,
  type VerifyOptions
} from "@banfa/storage-sql"
export type { Options } from "./SqliteFile.ts"
export { SqliteFileRejected } from "./SqliteFileRejected.ts"

/** A file outlives the process, several processes on one machine may share it, and a host may append in its own transaction. */
export const supports: Supports = { restart: true, sharing: true, ownTransaction: true, interruption: true }

/**
 * The store in this file, opened when the layer is built and closed with it. The file is checked first: one that is not
 * ours, that a newer version wrote, that is sealed with another hash function, or that is damaged is refused with `SqliteFileRejected` and
 * stays as it is.
 */
export const layer = (options: Options): Layer.Layer<Deliveries | EventStore | ReadSide, SqliteFileRejected> =>
  Layer.effectContext(Effect.map(open(options), (db) => all(db, { ...storeIn(db, options), committedOnly: true })))

const all = (db: DatabaseSync, store: EventStore["Service"]) =>
  Context.make(EventStore, store).pipe(Context.add(ReadSide, readSideIn(db)), Context.add(Deliveries, deliveriesIn(db)))

/**
 * {@link layer} from configuration: `BANFA_SQLITE_FILENAME`, and if they are set `BANFA_SQLITE_BUSY_TIMEOUT` in ms and `BANFA_EVIDENCE_HASH`,
 * `sha-256` or `sm3`.
 */
export const layerConfig: Layer.Layer<
  Deliveries | EventStore | ReadSide,
  SqliteFileRejected | HashMissing | WrongHash | Config.ConfigError
> = Layer.unwrap(
  Effect.map(
    Effect.all({
      filename: Config.NonEmptyString("BANFA_SQLITE_FILENAME"),
      busyTimeout: Config.Int("BANFA_SQLITE_BUSY_TIMEOUT").pipe(Config.withDefault(5000)),
      hash: hashConfig
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
  options: OverOptions = {}
): Layer.Layer<Deliveries | EventStore | ReadSide, SchemaRejected | StorageUnavailable> =>
  Layer.effectContext(
    Effect.as(
      available("migrate", bringForward(connectionOf(db), migrations, sealing, options)),
      all(db, storeIn(db, options))
    )
  )

/**
 * The store in a database whose tables are there, at once. While a transaction of the host's is open in the database, the store takes part in
 * it: what is appended is committed with the host's own rows, or not at all. An append that is refused leaves the transaction as it was.
 */
export const storeIn = (db: DatabaseSync, { hash = sha256 }: SealOptions = {}): EventStore["Service"] =>
  storeOver(connectionOf(db), sqlite(db, hash))

/** The read side in a database whose tables are there, at once, beside {@link storeIn}. */
export const readSideIn = (db: DatabaseSync): ReadSide["Service"] => readSideOver(connectionOf(db), readSide(db))

/**
 * The deliveries in a database whose tables are there, at once, beside {@link storeIn}. While a transaction of the host's is open in the database,
 * they take part in it: what is put in is committed with the host's own rows, or not at all.
 */
export const deliveriesIn = (db: DatabaseSync): Deliveries["Service"] =>
  deliveriesOver(connectionOf(db), deliveries(db))

/** Appends in the transaction that the host has begun, as {@link storeIn} says. */
export const appendIn = (
  db: DatabaseSync,
  request: Parameters<EventStore["Service"]["append"]>[0],
  options: SealOptions = {}
): ReturnType<EventStore["Service"]["append"]> => storeIn(db, options).append(request)

/** The events with their seals, byte for byte and page by page: of all streams in order of position, or of one in order of version. */
export const sealedRows = (
  db: DatabaseSync,
  options: SealedRowsOptions = {}
): Stream.Stream<StoredRow, StorageUnavailable> => sealedRowsOver(connectionOf(db), sealing, options)

/** Everything that is wrong with the events in a database, which may have been opened for reading only. */
export const verify = (
  db: DatabaseSync,
  options: VerifyOptions = {}
): Stream.Stream<Finding, SchemaRejected | StorageUnavailable> => verifyOver(connectionOf(db), sealing, options)

/** A checkpoint of all streams in a database, over the digests as they are stored. */
export const checkpoint = (
  db: DatabaseSync,
  options: CheckpointOptions = {}
): Effect.Effect<Checkpoint, NotSealed | SchemaRejected | StorageUnavailable> =>
  checkpointOver(connectionOf(db), sealing, options)
