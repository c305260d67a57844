import type { Hash } from "@banfa/core/evidence"
import * as Effect from "effect/Effect"
import { SchemaRejected } from "./SchemaRejected.ts"
import type { SqlConnection, SqlFailure } from "./SqlConnection.ts"

/** Which algorithm a database is sealed with, in the one row of `banfa_evidence`; none before the first event. */
export const selectHash = "SELECT algorithm FROM banfa_evidence"

/** Keeps an algorithm for good, unless one is kept. */
export const insertHash = "INSERT INTO banfa_evidence (one, algorithm) VALUES (1, ?) ON CONFLICT DO NOTHING"

/** Refuses a hash function that is not the one that the seals of the database are made with. */
export const checkHash = (
  connection: SqlConnection,
  { algorithm }: Hash
): Effect.Effect<void, SchemaRejected | SqlFailure> =>
  Effect.flatMap(connection.query(selectHash), ([row]) =>
    row === undefined || row.algorithm === algorithm
      ? Effect.void
      : Effect.fail(otherHash(String(row.algorithm), algorithm))
  )

/** Keeps the hash function of a database that has none yet, and refuses another one than it has. */
export const keepHash = (connection: SqlConnection, hash: Hash): Effect.Effect<void, SchemaRejected | SqlFailure> =>
  Effect.andThen(connection.query(insertHash, [hash.algorithm]), checkHash(connection, hash))

/** The refusal of a hash function that a database was not made with. */
export const otherHash = (kept: string, given: string): SchemaRejected =>
  new SchemaRejected({ reason: "hash", found: 0, known: 0, hash: { kept, given } })
