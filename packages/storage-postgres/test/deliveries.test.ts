import * as PostgresEventStore from "@banfa/storage-postgres"
import { deliveriesSuite } from "@banfa/testing/deliveries"
import { inject } from "vitest"
import { database } from "./database.ts"
import { deliveryInterruptions } from "./interruptions.ts"

deliveriesSuite({
  name: "PostgreSQL",
  layer: PostgresEventStore.layer({ url: await database() }),
  supports: PostgresEventStore.supports,
  interruptions: deliveryInterruptions(await database(), inject("postgres"))
})
