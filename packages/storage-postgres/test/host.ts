import * as PostgresEventStore from "@banfa/storage-postgres"
import { sqlHost } from "@banfa/testing/event-store"
import * as Effect from "effect/Effect"
import pg from "pg"

/** A client of `pg` for as long as the scope lasts. */
export const connect = (url: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new pg.Client(url)
      await client.connect()
      return client
    }),
    (client) => Effect.promise(() => client.end())
  )

/** A host that uses `pg`, with a table of its own in the same database, which is sealed as the options say. */
export const host = (url: string, options: PostgresEventStore.SealOptions = {}) =>
  Effect.gen(function* () {
    const [inside, outside] = [yield* connect(url), yield* connect(url)]
    const run = (client: pg.Client) => (sql: string) =>
      Effect.map(
        Effect.tryPromise(() => client.query(sql)),
        ({ rows }) => rows as ReadonlyArray<unknown>
      )
    const store = PostgresEventStore.storeIn(PostgresEventStore.fromClient(inside), options)
    return yield* sqlHost({ run: run(inside), store }, { run: run(outside) })
  })
