import { EventStore } from "@banfa/core/port/EventStore"
import type { Means } from "@banfa/testing/event-store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type Connection, createPool, type RowDataPacket } from "mysql2/promise"
import { fromClient, fromPool, layer, storeIn } from "../MariadbEventStore.ts"
import { connect } from "./database.ts"

const built = (url: string) =>
  Effect.map(Layer.build(Layer.fresh(layer({ url }))), (context) => Context.get(context, EventStore))

const asked = (client: Connection, sql: string) => Effect.promise(() => client.query<Array<RowDataPacket>>(sql))

/** Ends every connection to a database, whoever holds it. */
const endAll = (admin: Connection, database: string) =>
  Effect.gen(function* () {
    const [found] = yield* asked(admin, `SELECT id FROM information_schema.processlist WHERE db = '${database}'`)
    yield* Effect.forEach(found, ({ id }) => Effect.ignore(Effect.tryPromise(() => admin.query(`KILL ${id}`))))
  })

/** A pool of the host's, for as long as the scope lasts or until it is ended. */
const poolOf = (url: string) =>
  Effect.acquireRelease(
    Effect.sync(() => createPool(url)),
    (pool) => Effect.promise(() => pool.end().catch(() => undefined))
  )

/** The ways in which a server can be gone under a store. `server` is an address of it that is not of the store's database. */
export const interruptions = (url: string, server: string): NonNullable<Means["interruptions"]> => {
  const name = new URL(url).pathname.slice(1)
  return {
    "the server ends the connections and lets the account in no more": Effect.gen(function* () {
      const admin = yield* connect(server)
      // begins with letters: of digits alone, or of digits and an e, a bare name would be read as a number
      const account = `host_${name.slice(-20)}`
      yield* asked(admin, `CREATE USER ${account} IDENTIFIED BY 'word'`)
      yield* Effect.addFinalizer(() => asked(admin, `DROP USER ${account}`))
      yield* asked(admin, `GRANT ALL ON ${name}.* TO ${account}`)
      const address = Object.assign(new URL(url), { username: account, password: "word" })
      const store = yield* built(address.href)
      return {
        store,
        takeAway: Effect.andThen(asked(admin, `ALTER USER ${account} ACCOUNT LOCK`), endAll(admin, name)),
        giveBack: Effect.as(asked(admin, `ALTER USER ${account} ACCOUNT UNLOCK`), store)
      }
    }),
    "the server ends the connection of the host's": Effect.gen(function* () {
      yield* Effect.scoped(built(url))
      const admin = yield* connect(server)
      const client = yield* connect(url)
      const gone = new Promise<void>((resolve) => client.on("end", () => resolve()))
      // the driver tells the host of it; what the store is told is what is looked at
      client.on("error", () => undefined)
      return {
        store: storeIn(fromClient(client)),
        takeAway: Effect.andThen(
          asked(admin, `KILL ${client.threadId}`),
          Effect.promise(() => gone)
        ),
        giveBack: Effect.map(connect(url), (again) => storeIn(fromClient(again)))
      }
    }),
    "the host ends its pool": Effect.gen(function* () {
      yield* Effect.scoped(built(url))
      const pool = yield* poolOf(url)
      return {
        store: storeIn(fromPool(pool)),
        takeAway: Effect.promise(() => pool.end()),
        giveBack: Effect.map(poolOf(url), (again) => storeIn(fromPool(again)))
      }
    })
  }
}
