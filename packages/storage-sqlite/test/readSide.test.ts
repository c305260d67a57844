import { join } from "node:path"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { readSideSuite } from "@banfa/testing/read-side"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()
let files = 0

readSideSuite({
  name: "SQLite",
  storage: async () => SqliteEventStore.layer({ filename: join(folder, `${files++}.sqlite`) })
})
