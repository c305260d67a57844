import type { EventStore } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import type { Host } from "./Means.ts"

/** A connection of a host's to an SQL database, and the store over it. */
export interface HostConnection {
  /** Runs one statement and answers with its rows. */
  readonly run: (sql: string) => Effect.Effect<ReadonlyArray<unknown>, unknown>
  /** The store that takes part in the transaction that is open on this connection. */
  readonly store: EventStore["Service"]
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A host on SQL: `inside` is the connection of its transactions, `outside` another one, which sees what is committed. */
export const sqlHost = (inside: HostConnection, outside: Pick<HostConnection, "run">): Effect.Effect<Host, unknown> =>
  Effect.as(outside.run("CREATE TABLE IF NOT EXISTS host_notes (note VARCHAR(300) NOT NULL)"), {
    transaction: (body) =>
      Effect.acquireUseRelease(
        inside.run("BEGIN"),
        () =>
          body({
            store: inside.store,
            note: (text) => Effect.asVoid(inside.run(`INSERT INTO host_notes (note) VALUES (${quoted(text)})`))
          }),
        (_, exit) => Effect.orDie(inside.run(exit._tag === "Success" ? "COMMIT" : "ROLLBACK"))
      ),
    noted: (text) =>
      Effect.map(outside.run(`SELECT 1 FROM host_notes WHERE note = ${quoted(text)}`), ({ length }) => length > 0)
  })
