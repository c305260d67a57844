import type { Hash } from "@banfa/core/evidence"
import * as Effect from "effect/Effect"
import { checkHash, keepHash } from "./keptHash.ts"
import { type Migrations, migrate } from "./migrate.ts"
import { sha256 } from "./nodeHashes.ts"
import type { SchemaRejected } from "./SchemaRejected.ts"
import type { SqlConnection, SqlFailure } from "./SqlConnection.ts"
import { type EarlierSealing, sealEarlier } from "./sealing.ts"

/** How a store seals what it is given. */
export interface SealOptions {
  /**
   * The hash function of the seals, SHA-256 if nothing is said. A database keeps the one that it was made with for good: another one is refused.
   */
  readonly hash?: Hash
}

/** How a store over tables of a host's database is opened. */
export interface OverOptions extends SealOptions {
  /** Whether the tables are made and brought forward, as they are if nothing is said; without, a database that is behind is refused. */
  readonly migrate?: boolean
}

/**
 * Makes the tables of a database what this version knows, and seals what was stored before there were seals. Without `migrate` nothing is
 * changed, a database that is behind is refused, and events without a seal stay without.
 */
export const bringForward = (
  connection: SqlConnection,
  migrations: Migrations,
  sealing: EarlierSealing,
  { hash = sha256, migrate: mayRun = true }: OverOptions = {}
): Effect.Effect<void, SchemaRejected | SqlFailure> =>
  Effect.andThen(
    migrate(connection, migrations, {
      migrate: mayRun,
      last: (within) => (mayRun ? keepHash(within, hash) : checkHash(within, hash))
    }),
    mayRun ? sealEarlier(connection, hash, sealing) : Effect.void
  )
