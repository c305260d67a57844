/**
 * The seam to PostgreSQL through the drivers that hosts use.
 */

import { between, driven, type Row, type SqlConnection, SqlFailure, type SqlValue } from "@banfa/storage-sql"
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import { isSqlError } from "effect/sql/SqlError"

type Run = (sql: string, params: ReadonlyArray<SqlValue>) => Effect.Effect<ReadonlyArray<Row>, SqlFailure>

const texts = new Map<string, string>()

/** The statement with `$1`, `$2` … in the place of each `?`. */
const numbered = (sql: string): string => {
  const known = texts.get(sql)
  if (known !== undefined) return known
  let count = 0
  const text = sql.replaceAll("?", () => `$${++count}`)
  if (texts.size >= 100) texts.clear()
  texts.set(sql, text)
  return text
}

const query =
  (run: Run): SqlConnection["query"] =>
  (sql, params = []) =>
    run(numbered(sql), params)

/** What is asked of a client of `pg`, whichever version of it the host has. */
export interface QueryClient {
  /** Runs one statement. */
  readonly query: (
    text: string,
    values: Array<SqlValue>
  ) => Promise<{
    /** Its rows. */
    readonly rows: ReadonlyArray<Row>
  }>
}

/** What is asked of a pool of `pg`. */
export interface QueryPool extends QueryClient {
  /** Lends a client. */
  readonly connect: () => Promise<
    QueryClient & {
      /** Gives it back, or away, where it is of no more use. */
      readonly release: (destroy?: boolean) => void
    }
  >
}

const runOn =
  (client: QueryClient): Run =>
  (sql, params) =>
    Effect.map(
      driven(() => client.query(sql, [...params])),
      ({ rows }) => rows
    )

const savepoint = {
  begin: "SAVEPOINT banfa",
  commit: "RELEASE SAVEPOINT banfa",
  rollback: "ROLLBACK TO SAVEPOINT banfa"
}

/** One client of the host's, with a transaction that the host has begun. */
export const fromClient = (client: QueryClient): SqlConnection => {
  const run = runOn(client)
  const connection: SqlConnection = {
    query: query(run),
    transaction: (body) => between(savepoint, (sql) => run(sql, []), body(connection))
  }
  return connection
}

/** A pool of the host's: each statement goes to a client of its own. */
export const fromPool = (pool: QueryPool): SqlConnection => ({
  query: query(runOn(pool)),
  transaction: (body) =>
    Effect.acquireUseRelease(
      driven(() => pool.connect()),
      (client) =>
        between(
          { begin: "BEGIN", commit: "COMMIT", rollback: "ROLLBACK" },
          (sql) => runOn(client)(sql, []),
          body(fromClient(client))
        ),
      // a client that was left inside a transaction is of no use to the next
      (client, exit) => Effect.sync(() => client.release(exit._tag === "Failure"))
    )
})

/** A client of `@effect/sql-pg`: inside of its `withTransaction`, in that transaction. */
export const fromPgClient = (client: PgClient): SqlConnection => {
  const failed = (cause: unknown) => (cause instanceof SqlFailure ? cause : new SqlFailure({ cause }))
  const isOurs = (error: unknown) => error instanceof SqlFailure || isSqlError(error)
  const connection: SqlConnection = {
    query: query((sql, params) => Effect.mapError(client.unsafe<Row>(sql, params).withoutTransform, failed)),
    transaction: (body) =>
      client.withTransaction(body(connection)).pipe(
        Effect.mapError((error) => (isSqlError(error) ? failed(error) : error)),
        // where the server cannot be reached about the rollback either, the driver makes defects of both
        Effect.catchDefect((defect) => (isOurs(defect) ? Effect.fail(failed(defect)) : Effect.die(defect)))
      )
  }
  return connection
}
