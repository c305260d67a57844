import * as PostgresEventStore from "@banfa/storage-postgres"
import { eventStoreSuite } from "@banfa/testing/event-store"
import * as Result from "effect/Result"
import { inject } from "vitest"
import { database } from "./database.ts"
import { host } from "./host.ts"
import { interruptions } from "./interruptions.ts"
import { rows } from "./rows.ts"

const url = await database()
const server = inject("postgres")

eventStoreSuite({
  name: "PostgreSQL",
  layer: PostgresEventStore.layer({ url }),
  supports: PostgresEventStore.supports,
  host: host(url),
  interruptions: interruptions(await database(), server),
  rows: rows(url)
})

// with SM3 an append is two statements
const sealed = await database()
const hash = Result.getOrThrow(PostgresEventStore.sm3())
const ways = Object.entries(interruptions(await database(), server, { hash }))

eventStoreSuite({
  name: "PostgresEventStore with SM3",
  layer: PostgresEventStore.layer({ url: sealed, hash }),
  supports: PostgresEventStore.supports,
  host: host(sealed, { hash }),
  // a transaction is the driver's over a pool of the store's own, and ours over one of the host's
  interruptions: Object.fromEntries(
    ways.filter(([way]) => ["nobody listens at the address", "the host ends its pool"].includes(way))
  ),
  rows: rows(sealed)
})
