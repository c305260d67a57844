import type { Deliveries, Settled } from "@banfa/core/port/Deliveries"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { instantOf } from "./instant.ts"
import { because } from "./reasons.ts"

/** A store that is busy for a moment is asked again; what it did not take then is sent again later, under the same id. */
const patiently = Schedule.exponential("100 millis").pipe(Schedule.upTo({ times: 4 }))

/** What a store does not take as the channel said it, too large say, is written without the words of the channel. */
const brief = (one: Settled): Settled => ({ ...one, detail: because("not-kept") })

/**
 * Says what became of attempts; answers whether the attempt was lost. What ends while the store is at work on others is written with it the next
 * time, at once: under load a write carries many.
 */
export const settling = ({ settle }: Pick<Deliveries["Service"], "settle">) => {
  const waiting: Array<{
    readonly one: Settled
    readonly answer: Deferred.Deferred<ReadonlyArray<string>, StorageUnavailable>
  }> = []
  let writing = false

  const written = (all: ReadonlyArray<Settled>): Effect.Effect<ReadonlyArray<string>, StorageUnavailable> =>
    Effect.flatMap(Clock.currentTimeMillis, (now) => settle(all, instantOf(now))).pipe(
      Effect.retry({ schedule: patiently, while: ({ _tag }) => _tag === "StorageUnavailable" }),
      Effect.catchTag("InvalidDelivery", (invalid) => {
        const [first, ...others] = all
        if (first === undefined || (others.length === 0 && first.detail.reason === "not-kept"))
          return Effect.die(invalid)
        if (others.length === 0) return written([brief(first)])
        return Effect.map(
          Effect.forEach(all, (one) => written([one])),
          (lost) => lost.flat()
        )
      })
    )

  const write = Effect.gen(function* () {
    writing = true
    while (waiting.length > 0) {
      // whatever ended in the same turn is written with it, also where the store does its work at once
      yield* Effect.yieldNow
      const all = waiting.splice(0, 1000)
      const exit = yield* Effect.exit(written(all.map(({ one }) => one)))
      for (const { answer } of all) Deferred.doneUnsafe(answer, exit)
    }
    // in the same turn as the look at what waits: nothing can come between and be left waiting
    writing = false
  })

  return (one: Settled): Effect.Effect<boolean, StorageUnavailable> =>
    Effect.suspend(() => {
      const answer = Deferred.makeUnsafe<ReadonlyArray<string>, StorageUnavailable>()
      waiting.push({ one, answer })
      return Effect.andThen(
        writing ? Effect.void : write,
        Effect.map(Deferred.await(answer), (lost) => lost.includes(one.id))
      )
    }).pipe(Effect.uninterruptible)
}
