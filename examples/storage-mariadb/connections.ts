/**
 * The seam to MariaDB through `mysql2`.
 */
import { between, driven, type Row, type SqlConnection } from "@banfa/storage-sql"
import * as Effect from "effect/Effect"
import * as Semaphore from "effect/Semaphore"
import type { Connection, Pool, ResultSetHeader } from "mysql2/promise"

/** Values go apart from the statement, never into its text; not every statement without values can be prepared. */
const queryOn =
  (client: Connection | Pool): SqlConnection["query"] =>
  (sql, params = []) =>
    Effect.map(
      driven(() => (params.length === 0 ? client.query(sql) : client.execute(sql, [...params]))),
      ([rows]) => (Array.isArray(rows) ? (rows as ReadonlyArray<Row>) : [])
    )

const transaction = { begin: "START TRANSACTION", commit: "COMMIT", rollback: "ROLLBACK" }
const savepoint = {
  begin: "SAVEPOINT banfa",
  commit: "RELEASE SAVEPOINT banfa",
  rollback: "ROLLBACK TO SAVEPOINT banfa"
}

/** Whether a transaction is open, by the flags that come with every answer: 1, there is one; 2, each statement is one by itself. */
const isOpen = (client: Connection) =>
  Effect.map(
    driven(() => client.query<ResultSetHeader>("DO 0")),
    ([{ serverStatus }]) => (serverStatus & 3) !== 2
  )

/** A connection on which a transaction is open. */
const inside = (client: Connection): SqlConnection => {
  const query = queryOn(client)
  const connection: SqlConnection = {
    query,
    transaction: (body) => between(savepoint, query, body(connection))
  }
  return connection
}

/**
 * One connection of the host's, which is given to one append at a time. Outside of a transaction MariaDB takes a savepoint and forgets it, so it has to
 * be known which of both to begin.
 */
export const fromClient = (client: Connection): SqlConnection => {
  const within = inside(client)
  const turn = Semaphore.makeUnsafe(1)
  return {
    query: (sql, params) => turn.withPermit(within.query(sql, params)),
    transaction: (body) =>
      turn.withPermit(
        Effect.flatMap(isOpen(client), (open) => between(open ? savepoint : transaction, within.query, body(within)))
      )
  }
}

/** A pool: what is done between `begin` and its end is done on one connection. */
const lending = (pool: Pool, bounds: Parameters<typeof between>[0]): SqlConnection => ({
  query: queryOn(pool),
  transaction: (body) =>
    Effect.acquireUseRelease(
      driven(() => pool.getConnection()),
      (client) => between(bounds, queryOn(client), body(inside(client))),
      (client) => Effect.sync(() => client.release())
    )
})

/** A pool, whose connections hold one transaction each. */
export const fromPool = (pool: Pool): SqlConnection => lending(pool, transaction)

/** A pool for migrations: one process at a time is let in by a lock of the session's, which making a table does not end. */
export const forMigrations = (pool: Pool): SqlConnection => {
  const release = "DO RELEASE_LOCK('banfa_migrations')"
  return lending(pool, { begin: "DO GET_LOCK('banfa_migrations', 3600)", commit: release, rollback: release })
}
