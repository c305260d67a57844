import { eventStoreSuite, sqlHost } from "@banfa/testing/event-store"
import * as Effect from "effect/Effect"
import type { Connection } from "mysql2/promise"
import { inject } from "vitest"
import { fromClient, layer, storeIn, supports } from "../MariadbEventStore.ts"
import { connect, database } from "./database.ts"
import { interruptions } from "./interruptions.ts"
import { rows } from "./rows.ts"

const url = await database()

/** A host that uses `mysql2`, with a table of its own in the same database. */
const host = Effect.gen(function* () {
  const [inside, outside] = [yield* connect(url), yield* connect(url)]
  const run = (client: Connection) => (sql: string) =>
    Effect.map(
      Effect.tryPromise(() => client.query(sql)),
      ([rows]) => (Array.isArray(rows) ? rows : [])
    )
  return yield* sqlHost({ run: run(inside), store: storeIn(fromClient(inside)) }, { run: run(outside) })
})

eventStoreSuite({
  name: "MariaDB",
  layer: layer({ url }),
  supports,
  host,
  interruptions: interruptions(await database(), inject("mariadb")),
  rows: rows(url)
})
