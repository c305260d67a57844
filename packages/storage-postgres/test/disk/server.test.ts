import { EventStore } from "@banfa/core/port/EventStore"
import * as PostgresEventStore from "@banfa/storage-postgres"
import { describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { inject } from "vitest"
import { ballast, fill, goesOn, whole } from "./filling.ts"

describe("a server without room for its journal", () => {
  it.live("goes down with the append, and when there is room it comes back with every receipt and no half append", () =>
    Effect.gen(function* () {
      const makeRoom = ballast()
      const store = yield* EventStore
      const filled = yield* fill(store)
      makeRoom()
      // it is started again, as a service is
      yield* store.receipt(filled.lost[0][0].command).pipe(Effect.retry({ schedule: Schedule.spaced("300 millis") }))
      yield* whole(store, filled)
      yield* goesOn(store, filled)
    }).pipe(Effect.provide(PostgresEventStore.layer({ url: inject("postgres") })))
  )
})
