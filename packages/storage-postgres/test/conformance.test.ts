import * as PostgresEventStore from "@banfa/storage-postgres"
import { eventStoreSuite } from "@banfa/testing/event-store"
import { database } from "./database.ts"
import { host } from "./host.ts"

const url = await database()

eventStoreSuite({
  name: "PostgreSQL",
  layer: PostgresEventStore.layer({ url }),
  supports: PostgresEventStore.supports,
  host: host(url)
})
