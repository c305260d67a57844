import { inspect } from "node:util"
import { EventStore } from "@banfa/core/port/EventStore"
import * as PostgresEventStore from "@banfa/storage-postgres"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { inject } from "vitest"
import { ballast, fill, goesOn, whole } from "./filling.ts"

describe("a server without room for its tables", () => {
  it.live("refuses the append, holds every receipt and no half append meanwhile, and goes on when there is room", () =>
    Effect.gen(function* () {
      const makeRoom = ballast()
      const store = yield* EventStore
      const filled = yield* fill(store)
      for (const [, error] of filled.lost) {
        assert.strictEqual(error.operation, "append")
        assert.include(inspect(error.cause, { depth: 9 }), "No space left on device")
      }
      yield* whole(store, filled)
      makeRoom()
      yield* goesOn(store, filled)
      yield* whole(store, filled)
    }).pipe(Effect.provide(PostgresEventStore.layer({ url: inject("postgres") })))
  )
})
