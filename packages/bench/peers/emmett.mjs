/** The stores of emmett behind one shape. They are loaded from here, since the workspace does not know them. */
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql"
import { getSQLiteEventStore, sqliteConnection } from "@event-driven-io/emmett-sqlite"
import pg from "pg"

const behind = (store, close) => ({
  append: (stream, events, version) => store.appendToStream(stream, events, { expectedStreamVersion: BigInt(version) }),
  fold: async (stream, initial, evolve) =>
    (
      await store.aggregateStream(stream, {
        initialState: () => initial,
        evolve: (state, { data }) => evolve(state, data)
      })
    ).state,
  close
})

/** One connection for everything: left to itself, the store opens the file anew for every call. */
export const openSqlite = async (fileName) => {
  const connection = sqliteConnection({ fileName })
  await connection.command("PRAGMA synchronous = FULL")
  const store = getSQLiteEventStore({ fileName, connectionOptions: { singleton: true, connection } })
  await store.schema.migrate()
  return behind(store, async () => connection.close())
}

/** A pool with so many connections. */
export const openPostgres = async (url, clients) => {
  const pool = new pg.Pool({ connectionString: url, max: clients }).on("error", () => undefined)
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } })
  await store.schema.migrate()
  return behind(store, async () => {
    await store.close()
    await pool.end()
  })
}
