import type { DatabaseSync, StatementSync } from "node:sqlite"
import { between, type SqlConnection, SqlFailure } from "@banfa/storage-sql"
import * as Effect from "effect/Effect"
import { PreventSchedulerYield } from "effect/References"

/** Most statements that are kept prepared; texts differ by how many kinds are asked for. */
const maxPrepared = 100

const ownTransaction = { begin: "BEGIN IMMEDIATE", commit: "COMMIT", rollback: "ROLLBACK" }
const savepoint = {
  begin: "SAVEPOINT banfa",
  commit: "RELEASE banfa",
  rollback: "ROLLBACK TO banfa; RELEASE banfa"
}

const connections = new WeakMap<DatabaseSync, SqlConnection>()

/** The seam to a database that is open: of this process' or of the host's, inside of a transaction of the host's or outside. */
export const connectionOf = (db: DatabaseSync): SqlConnection => {
  const known = connections.get(db)
  if (known !== undefined) return known
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const kept = prepared.get(sql)
    if (kept !== undefined) return kept
    if (prepared.size >= maxPrepared) prepared.clear()
    const made = db.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  const attempt = <A>(run: () => A) => Effect.try({ try: run, catch: (cause) => new SqlFailure({ cause }) })

  const connection: SqlConnection = {
    query: (sql, params = []) => attempt(() => statement(sql).all(...params)),
    transaction: (body) =>
      Effect.suspend(
        () =>
          between(db.isTransaction ? savepoint : ownTransaction, (sql) => attempt(() => db.exec(sql)), body(connection))
        // every statement is synchronous, so nothing of this process comes in between unless the fiber gives way
      ).pipe(Effect.provideService(PreventSchedulerYield, true))
  }
  connections.set(db, connection)
  return connection
}
