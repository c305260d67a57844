/**
 * The event store in PostgreSQL: over a pool of its own, made with `@effect/sql-pg`, or over a connection of the host's.
 *
 * @module
 */
import { EventStore, type StorageUnavailable, type Supports } from "@banfa/core/port/EventStore"
import { available, migrate, type SchemaRejected, type SqlConnection, SqlFailure, storeOver } from "@banfa/storage-sql"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Reactivity from "effect/reactivity/Reactivity"
import { fromPgClient } from "./connections.ts"
import { migrations } from "./migrations.ts"
import { postgres } from "./postgres.ts"

export { SchemaRejected, type SqlConnection } from "@banfa/storage-sql"
export { fromClient, fromPgClient, fromPool, type QueryClient, type QueryPool } from "./connections.ts"

/** A server outlives the process, many processes share it, and a host may append in its own transaction. */
export const supports: Supports = { restart: true, sharing: true, ownTransaction: true, interruption: true }

/** Where the server is and how it is used. */
export interface Options {
  /** `postgres://user:password@host:port/database`; `?options=-c search_path=…` names another schema than `public`. */
  readonly url: string | Redacted.Redacted
  /** Most connections that are open at a time, 10 if nothing is said. */
  readonly maxConnections?: number
  /** Whether the tables are made and brought forward, as they are if nothing is said; without, a database that is behind is refused. */
  readonly migrate?: boolean
}

/** The store in this database, over a pool that is opened when the layer is built and closed with it. */
export const layer = (options: Options): Layer.Layer<EventStore, SchemaRejected | StorageUnavailable> => {
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
  return Layer.unwrap(Effect.map(client, (made) => layerOver(fromPgClient(made), options))).pipe(
    Layer.provide(Reactivity.layer)
  )
}

/** {@link layer} from configuration: `BANFA_POSTGRES_URL`, and `BANFA_POSTGRES_CONNECTIONS` if it is set. */
export const layerConfig: Layer.Layer<EventStore, SchemaRejected | StorageUnavailable | Config.ConfigError> =
  Layer.unwrap(
    Effect.map(
      Config.all({
        url: Config.Redacted("BANFA_POSTGRES_URL"),
        maxConnections: Config.Int("BANFA_POSTGRES_CONNECTIONS").pipe(Config.withDefault(10))
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
  options: { readonly migrate?: boolean } = {}
): Layer.Layer<EventStore, SchemaRejected | StorageUnavailable> =>
  Layer.effect(
    EventStore,
    Effect.as(available("migrate", migrate(connection, migrations, options)), storeIn(connection))
  )

/**
 * The store over a connection to a database whose tables are there, at once. While a transaction of the host's is open on the connection, the
 * store takes part in it: what is appended is committed with the host's own rows, or not at all. An append that is refused leaves the
 * transaction as it was. The transaction has to be `read committed`.
 */
export const storeIn = (connection: SqlConnection): EventStore["Service"] => storeOver(connection, postgres)

/** Appends in the transaction that the host has begun, as {@link storeIn} says. */
export const appendIn = (
  connection: SqlConnection,
  request: Parameters<EventStore["Service"]["append"]>[0]
): ReturnType<EventStore["Service"]["append"]> => storeIn(connection).append(request)
