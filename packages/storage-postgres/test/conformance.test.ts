import * as PostgresEventStore from "@banfa/storage-postgres"
import { eventStoreSuite } from "@banfa/testing/event-store"
import { inject } from "vitest"
import { database } from "./database.ts"
import { host } from "./host.ts"
import { interruptions } from "./interruptions.ts"
import { rows } from "./rows.ts"

const url = await database()

eventStoreSuite({
  name: "PostgreSQL",
  layer: PostgresEventStore.layer({ url }),
  supports: PostgresEventStore.supports,
  host: host(url),
  interruptions: interruptions(await database(), inject("postgres")),
  rows: rows(url)
})
