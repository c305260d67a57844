import { join } from "node:path"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { eventStoreSuite } from "@banfa/testing/event-store"
import { host } from "./host.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const filename = join(temporaryFolder(), "suite.sqlite")

eventStoreSuite({
  name: "SQLite",
  layer: SqliteEventStore.layer({ filename }),
  supports: SqliteEventStore.supports,
  host: host(filename)
})
