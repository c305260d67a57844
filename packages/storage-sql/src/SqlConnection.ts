import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

/** What a statement is given for a `?`. Everything that an event store keeps is text or a whole number. */
export type SqlValue = string | number | null

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>

/** The driver or the server did not do what a statement asked; `cause` is what it reported. */
export class SqlFailure extends Data.TaggedError("SqlFailure")<{
  /** As the driver reported it. */
  readonly cause: unknown
}> {}

/** The seam to a database: all that an event store asks of a connection, whichever driver is behind it. */
export interface SqlConnection {
  /** Runs one statement and answers with its rows, none where it gives none. */
  readonly query: (sql: string, params?: ReadonlyArray<SqlValue>) => Effect.Effect<ReadonlyArray<Row>, SqlFailure>
  /**
   * Runs the body in one transaction, or in a savepoint of the transaction that is open: what it did is kept if it succeeds and undone if it
   * fails. The body uses the connection that it is given.
   */
  readonly transaction: <A, E>(body: (within: SqlConnection) => Effect.Effect<A, E>) => Effect.Effect<A, E | SqlFailure>
}

/** An effect out of what a driver does, whose failures are {@link SqlFailure}. */
export const driven = <A>(run: () => PromiseLike<A>): Effect.Effect<A, SqlFailure> =>
  Effect.tryPromise({ try: async () => run(), catch: (cause) => new SqlFailure({ cause }) })

/** Runs a body between two statements of one connection: `begin`, and `commit` or `rollback`. */
export const between = <A, E>(
  { begin, commit, rollback }: { readonly begin: string; readonly commit: string; readonly rollback: string },
  run: (sql: string) => Effect.Effect<unknown, SqlFailure>,
  body: Effect.Effect<A, E>
): Effect.Effect<A, E | SqlFailure> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.andThen(
      run(begin),
      restore(body).pipe(
        Effect.tap(() => run(commit)),
        // a transaction that the database has ended itself, or cannot be reached about, has nothing left to be undone
        Effect.tapCause(() => Effect.ignore(run(rollback)))
      )
    )
  )
