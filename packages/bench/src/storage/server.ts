import { EventStore } from "@banfa/core/port/EventStore"
import { startServer } from "@banfa/servers"
import { fromPool, layer, layerOver } from "@banfa/storage-postgres"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"

/** An event store that is open, and how it is closed. */
export interface Opened {
  readonly store: EventStore["Service"]
  readonly close: () => Promise<void>
}

/** A server for one part, and the databases on it. */
export interface Server {
  /** Makes an empty database and says where it is. */
  readonly database: () => Promise<string>
}

/** Runs something with a server of its own, which makes every commit durable, as PostgreSQL does if nothing is said. */
export const withServer = async <A>(run: (server: Server) => Promise<A>): Promise<A> => {
  const { stop, url } = await startServer("postgres")
  let made = 0
  const database = async () => {
    const client = new pg.Client(url)
    await client.connect()
    const name = `bench_${++made}`
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    const at = new URL(url)
    at.pathname = `/${name}`
    return at.href
  }
  try {
    return await run({ database })
  } finally {
    await stop()
  }
}

const opened = async (runtime: ManagedRuntime.ManagedRuntime<EventStore, unknown>): Promise<Opened> => ({
  store: await runtime.runPromise(EventStore),
  close: () => runtime.dispose()
})

/** The store over a pool of its own, with so many connections. */
export const overOwnPool = (url: string, clients: number): Promise<Opened> =>
  opened(ManagedRuntime.make(layer({ url, maxConnections: clients })))

/** A pool of `pg`, with so many connections. */
export const poolOf = (url: string, clients: number): pg.Pool =>
  // a connection that is idle when the server ends has nothing to tell
  new pg.Pool({ connectionString: url, max: clients }).on("error", () => undefined)

/** The store over a pool of `pg`. */
export const overPool = (pool: pg.Pool): Promise<Opened> => opened(ManagedRuntime.make(layerOver(fromPool(pool))))
