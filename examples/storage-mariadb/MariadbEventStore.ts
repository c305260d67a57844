/**
 * The event store in MariaDB: over a pool of its own, made with `mysql2`, or over a connection of the host's.
 *
 * @module
 */
import { EventStore, type StorageUnavailable, type Supports } from "@banfa/core/port/EventStore"
import { available, migrate, type SchemaRejected, type SqlConnection, SqlFailure, storeOver } from "@banfa/storage-sql"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { createPool } from "mysql2/promise"
import { forMigrations, fromPool } from "./connections.ts"
import { mariadb } from "./mariadb.ts"
import { migrations } from "./migrations.ts"

export { fromClient, fromPool } from "./connections.ts"

/** A server outlives the process, many processes share it, and a host may append in its own transaction. */
export const supports: Supports = { restart: true, sharing: true, ownTransaction: true, interruption: true }

/** Where the server is and how it is used. */
export interface Options {
  /** `mysql://user:password@host:port/database`. */
  readonly url: string
  /** Whether the tables are made and brought forward, as they are if nothing is said; without, a database that is behind is refused. */
  readonly migrate?: boolean
}

/** The store in this database, over a pool that is opened when the layer is built and closed with it. */
export const layer = ({ url, ...options }: Options): Layer.Layer<EventStore, SchemaRejected | StorageUnavailable> =>
  Layer.effect(
    EventStore,
    Effect.gen(function* () {
      const pool = yield* Effect.acquireRelease(
        available(
          "open",
          Effect.try({
            try: () => createPool({ uri: url, maxPreparedStatements: 100 }),
            catch: (cause) => new SqlFailure({ cause })
          })
        ),
        (pool) => Effect.promise(() => pool.end())
      )
      yield* available("migrate", migrate(forMigrations(pool), migrations, options))
      return storeIn(fromPool(pool))
    })
  )

/**
 * The store over a connection to a database whose tables are there. While a transaction of the host's is open on the connection, the store takes
 * part in it: what is appended is committed with the host's own rows, or not at all.
 */
export const storeIn = (connection: SqlConnection): EventStore["Service"] => storeOver(connection, mariadb)
