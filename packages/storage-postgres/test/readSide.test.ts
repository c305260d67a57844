import * as PostgresEventStore from "@banfa/storage-postgres"
import { readSideSuite } from "@banfa/testing/read-side"
import { database } from "./database.ts"

readSideSuite({
  name: "PostgreSQL",
  storage: async () => PostgresEventStore.layer({ url: await database() })
})
