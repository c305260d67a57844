import { join } from "node:path"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { deliveriesSuite } from "@banfa/testing/deliveries"
import { deliveryInterruptions } from "./interruptions.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()

deliveriesSuite({
  name: "SQLite",
  layer: SqliteEventStore.layer({ filename: join(folder, "suite.sqlite") }),
  supports: SqliteEventStore.supports,
  interruptions: deliveryInterruptions(folder)
})
