import { join } from "node:path"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { eventStoreSuite } from "@banfa/testing/event-store"
import { temporaryFolder } from "./temporaryFolder.ts"

eventStoreSuite({
  name: "SQLite",
  layer: SqliteEventStore.layer({ filename: join(temporaryFolder(), "suite.sqlite") }),
  supports: SqliteEventStore.supports
})
