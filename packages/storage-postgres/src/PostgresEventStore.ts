/**
 * The event store in PostgreSQL: over a pool of its own, made with `@effect/sql-pg`, or over a connection of the host's.
 *
 * @module
 */

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
  type SqlConnection,
  SqlFailure,
  sealedRowsOver,
  sha256,
  storeOver,
  type VerifyOptions,
  verifyOver
} from "@banfa/storage-sql"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Reactivity from "effect/reactivity/Reactivity"
import type * as Stream from "effect/Stream"
import { fromPgClient } from "./connections.ts"
import { deliveries } from "./deliveries.ts"
import { migrations } from "./migrations.ts"
import { postgres, readSide } from "./postgres.ts"
import { sealing } from "./sealing.ts"

export {
  type CheckpointOptions,
  HashMissing,
  NotSealed,
  type OverOptions,
  SchemaRejected,
  type SealedRowsOptions,
  type SealOptions,
  type SqlConnection,
  sha256,
  sm3,
  type VerifyOptions
} from "@banfa/storage-sql"
export { fromClient, fromPgClient, fromPool, type QueryClient, type QueryPool } from "./connections.ts"

/** A server outlives the process, many processes share it, and a host may append in its own transaction. */
export const supports: Supports = { restart: true, sharing: true, ownTransaction: true, interruption: true }

/** Where the server is and how it is used. */
export interface Options extends OverOptions {
  /** `postgres://user:password@host:port/database`; `?options=-c search_path=…` names another schema than `public`. */
  readonly url: string | Redacted.Redacted
  /** Most connections that are open at a time, 10 if nothing is said. */
  readonly maxConnections?: number
}

/** The store in this database, over a pool that is opened when the layer is built and closed with it. */
export const layer = (
  options: Options
): Layer.Layer<Deliveries | EventStore | ReadSide, SchemaRejected | StorageUnavailable> => {
  const { maxConnections = 10, url } = options
  const client = available(
    "open",
    Effect.mapError(
      PgClient.make({
        url: typeof url === "string" ? Redacted.make(url) : url,
        applicationName: "banfa",
        maxConnections
      }),
      (cause) => new SqlFailure({ cause })
    )
  )
  // nobody else has the pool, so no transaction of a host's can be open on it
  const own = (connection: SqlConnection) =>
    opened(connection, options, { ...storeIn(connection, options), committedOnly: true })
  return Layer.unwrap(Effect.map(client, (made) => own(fromPgClient(made)))).pipe(Layer.provide(Reactivity.layer))
}

/**
 * {@link layer} from configuration: `BANFA_POSTGRES_URL`, and if they are set `BANFA_POSTGRES_CONNECTIONS` and `BANFA_EVIDENCE_HASH`, `sha-256` or
 * `sm3`.
 */
export const layerConfig: Layer.Layer<
  Deliveries | EventStore | ReadSide,
  SchemaRejected | StorageUnavailable | HashMissing | WrongHash | Config.ConfigError
> = Layer.unwrap(
  Effect.map(
    Effect.all({
      url: Config.Redacted("BANFA_POSTGRES_URL"),
      maxConnections: Config.Int("BANFA_POSTGRES_CONNECTIONS").pipe(Config.withDefault(10)),
      hash: hashConfig
    }),
    layer
  )
)

/**
 * The store over a connection of the host's, beside the host's tables: ours begin with `banfa_`. They are made and brought forward first, unless
 * `migrate` is false; the host closes the connection.
 */
export const layerOver = (
  connection: SqlConnection,
  options: OverOptions = {}
): Layer.Layer<Deliveries | EventStore | ReadSide, SchemaRejected | StorageUnavailable> =>
  opened(connection, options, storeIn(connection, options))

const opened = (connection: SqlConnection, options: OverOptions, store: EventStore["Service"]) =>
  Layer.effectContext(
    Effect.as(
      available("migrate", bringForward(connection, migrations, sealing, options)),
      Context.make(EventStore, store).pipe(
        Context.add(ReadSide, readSideIn(connection)),
        Context.add(Deliveries, deliveriesIn(connection))
      )
    )
  )

/**
 * The store over a connection to a database whose tables are there, at once. While a transaction of the host's is open on the connection, the
 * store takes part in it: what is appended is committed with the host's own rows, or not at all. An append that is refused leaves the
 * transaction as it was. The transaction has to be `read committed`. With another hash function than SHA-256, there has to be one.
 */
export const storeIn = (connection: SqlConnection, { hash = sha256 }: SealOptions = {}): EventStore["Service"] =>
  storeOver(connection, postgres(hash))

/** The read side over a connection to a database whose tables are there, at once, beside {@link storeIn}. */
export const readSideIn = (connection: SqlConnection): ReadSide["Service"] => readSideOver(connection, readSide)

/**
 * The deliveries over a connection to a database whose tables are there, at once, beside {@link storeIn}. While a transaction of the host's is open on
 * the connection, they take part in it: what is put in is committed with the host's own rows, or not at all. Until then others pass over the
 * lanes that it has touched when they claim, and wait for them with everything else; the transaction has to be `read committed`.
 */
export const deliveriesIn = (connection: SqlConnection): Deliveries["Service"] => deliveriesOver(connection, deliveries)

/** Appends in the transaction that the host has begun, as {@link storeIn} says. */
export const appendIn = (
  connection: SqlConnection,
  request: Parameters<EventStore["Service"]["append"]>[0],
  options: SealOptions = {}
): ReturnType<EventStore["Service"]["append"]> => storeIn(connection, options).append(request)

/** The events with their seals, byte for byte and page by page: of all streams in order of position, or of one in order of version. */
export const sealedRows = (
  connection: SqlConnection,
  options: SealedRowsOptions = {}
): Stream.Stream<StoredRow, StorageUnavailable> => sealedRowsOver(connection, sealing, options)

/** Everything that is wrong with the events in a database, up to where all of them may be read. */
export const verify = (
  connection: SqlConnection,
  options: VerifyOptions = {}
): Stream.Stream<Finding, SchemaRejected | StorageUnavailable> => verifyOver(connection, sealing, options)

/** A checkpoint of all streams in a database, over the digests as they are stored. */
export const checkpoint = (
  connection: SqlConnection,
  options: CheckpointOptions = {}
): Effect.Effect<Checkpoint, NotSealed | SchemaRejected | StorageUnavailable> =>
  checkpointOver(connection, sealing, options)
