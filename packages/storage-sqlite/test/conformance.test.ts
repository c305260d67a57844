import { join } from "node:path"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { eventStoreSuite } from "@banfa/testing/event-store"
import { host } from "./host.ts"
import { interruptions } from "./interruptions.ts"
import { rows } from "./rows.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()
const filename = join(folder, "suite.sqlite")

eventStoreSuite({
  name: "SQLite",
  layer: SqliteEventStore.layer({ filename }),
  supports: SqliteEventStore.supports,
  host: host(filename),
  interruptions: interruptions(folder),
  rows: rows(filename)
})
