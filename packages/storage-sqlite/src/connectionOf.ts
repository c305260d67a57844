import type { DatabaseSync, StatementSync } from "node:sqlite"
import { between, type SqlConnection, SqlFailure } from "@banfa/storage-sql"
import * as Effect from "effect/Effect"
import { PreventSchedulerYield } from "effect/References"
import * as Result from "effect/Result"

/** Most statements that are kept prepared; texts differ by how many kinds are asked for. */
const maxPrepared = 100

const statements = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** The statement, prepared once for each database. */
export const statement = (db: DatabaseSync, sql: string): StatementSync => {
  const prepared = statements.get(db) ?? new Map<string, StatementSync>()
  statements.set(db, prepared)
  const kept = prepared.get(sql)
  if (kept !== undefined) return kept
  if (prepared.size >= maxPrepared) prepared.clear()
  const made = db.prepare(sql)
  prepared.set(sql, made)
  return made
}

/** How a transaction is begun and ended: one of our own, or a savepoint in that of the host's that is open. */
const bounds = (db: DatabaseSync) =>
  db.isTransaction
    ? { begin: "SAVEPOINT banfa", commit: "RELEASE banfa", rollback: "ROLLBACK TO banfa; RELEASE banfa" }
    : { begin: "BEGIN IMMEDIATE", commit: "COMMIT", rollback: "ROLLBACK" }

const attempt = <A>(run: () => A): Effect.Effect<A, SqlFailure> =>
  Effect.try({ try: run, catch: (cause) => new SqlFailure({ cause }) })

/** Runs a body in one transaction, at once: a success is kept, of a failure or an exception nothing is. */
export const inTransaction = <A, E>(
  db: DatabaseSync,
  body: () => Result.Result<A, E>
): Effect.Effect<A, E | SqlFailure> =>
  Effect.flatMap(
    attempt(() => {
      const { begin, commit, rollback } = bounds(db)
      db.exec(begin)
      try {
        const result = body()
        db.exec(Result.isSuccess(result) ? commit : rollback)
        return result
      } catch (cause) {
        // SQLite itself ends the transaction on some errors, such as a full disk
        if (db.isTransaction) db.exec(rollback)
        throw cause
      }
    }),
    Effect.fromResult
  )

/** The seam to a database that is open: of this process' or of the host's, inside of a transaction of the host's or outside. */
export const connectionOf = (db: DatabaseSync): SqlConnection => {
  const connection: SqlConnection = {
    query: (sql, params = []) => attempt(() => statement(db, sql).all(...params)),
    transaction: (body) =>
      Effect.suspend(
        () => between(bounds(db), (sql) => attempt(() => db.exec(sql)), body(connection))
        // every statement is synchronous, so nothing of this process comes in between unless the fiber gives way
      ).pipe(Effect.provideService(PreventSchedulerYield, true))
  }
  return connection
}
