import type { EventStore } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import { hostMutant, type Mutant } from "./Mutant.ts"

/** Operations that read what others have committed and nothing else. */
const reading = ({ readAll, readStream, receipt, versions }: EventStore["Service"]) => ({
  readAll,
  readStream,
  receipt,
  versions
})

/** Stores that are broken in a host's transaction only. */
export const ownTransactionMutants: ReadonlyArray<Mutant> = [
  hostMutant("commits at once what is appended in a host's transaction", (within, outside) => ({
    ...within,
    store: outside
  })),
  {
    ...hostMutant("keeps what a host rolls back", (within) => within),
    host: (sound) => ({
      ...sound,
      transaction: (body) =>
        Effect.flatMap(
          sound.transaction((within) => Effect.result(body(within))),
          (result) => Effect.fromResult(result)
        )
    })
  },
  hostMutant("leaves the transaction unusable when it refuses an append", (within) => {
    let refused = false
    return {
      ...within,
      store: {
        ...within.store,
        append: (request) =>
          refused
            ? Effect.die(new Error("current transaction is aborted"))
            : Effect.tapError(within.store.append(request), () =>
                Effect.sync(() => {
                  refused = true
                })
              )
      }
    }
  }),
  hostMutant("reads in a host's transaction what was there before it", (within, outside) => ({
    ...within,
    store: { ...within.store, ...reading(outside) }
  }))
]
