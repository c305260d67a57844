import * as PostgresEventStore from "@banfa/storage-postgres"
import { eventStoreSuite } from "@banfa/testing/event-store"
import * as Result from "effect/Result"
import { database } from "./database.ts"
import { host } from "./host.ts"

const url = await database()

eventStoreSuite({
  name: "PostgreSQL",
  layer: PostgresEventStore.layer({ url }),
  supports: PostgresEventStore.supports,
  host: host(url)
})

// with SM3 an append is two statements
const sealed = await database()
const hash = Result.getOrThrow(PostgresEventStore.sm3())

eventStoreSuite({
  name: "PostgresEventStore with SM3",
  layer: PostgresEventStore.layer({ url: sealed, hash }),
  supports: PostgresEventStore.supports,
  host: host(sealed, { hash })
})
