import type { Claimed, Deliveries } from "@banfa/core/port/Deliveries"
import * as Effect from "effect/Effect"
import { type Check, check } from "./Check.ts"
import { claimAt, idsOf, inOrder, minute, newChannel, newDelivery, settled, together, turnOf, upTo } from "./fixture.ts"

type Service = Deliveries["Service"]

/** Sentences about who is given what. */
export const holderChecks: ReadonlyArray<Check> = [
  check(
    "one holder",
    "what was handed out is handed out to nobody else before its time is over, and from then on to whoever asks",
    ({ deliveries, same }) =>
      Effect.gen(function* () {
        const channel = newChannel()
        const delivery = newDelivery(channel)
        yield* deliveries.enqueue([delivery])
        const claim = (minutes: number) =>
          Effect.map(claimAt(deliveries, channel, minutes, { until: minute(40 + minutes) }), idsOf)
        same("at first", yield* claim(0), [delivery.id])
        same("when its time is over, if nobody settles it", yield* deliveries.next(channel), minute(40))
        for (const minutes of [0, 1, 39, 40 - 1 / 60_000]) same(`after ${minutes} minutes`, yield* claim(minutes), [])
        same("when its time is over", yield* claim(40), [delivery.id])
        same("as long as it is another's", yield* claim(79), [])
        same("when that one's is over", yield* claim(80), [delivery.id])
      })
  ),

  check("one holder", "nothing is handed out before its instant, and at that instant it is", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const delivery = newDelivery(channel, { notBefore: minute(10) })
      yield* deliveries.enqueue([delivery])
      same("when it can be handed out", yield* deliveries.next(channel), minute(10))
      for (const minutes of [0, 10 - 1 / 60_000])
        same(`at ${minutes}`, yield* claimAt(deliveries, channel, minutes), [])
      const [handedOut] = yield* claimAt(deliveries, channel, 10)
      same("at 10", handedOut?.id, delivery.id)
      if (handedOut === undefined) return
      yield* deliveries.settle([settled(handedOut, "failed", { again: minute(20) })], minute(11))
      same("when it can be handed out again", yield* deliveries.next(channel), minute(20))
      for (const minutes of [11, 20 - 1 / 60_000])
        same(`at ${minutes}`, yield* claimAt(deliveries, channel, minutes), [])
      same("at 20", idsOf(yield* claimAt(deliveries, channel, 20)), [delivery.id])
    })
  ),

  check("one holder", "only what goes over a channel is handed out over it", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const [one, other, none] = [newChannel(), newChannel(), newChannel()]
      const [here, there] = [newDelivery(one), newDelivery(other, { notBefore: minute(5) })]
      yield* deliveries.enqueue([here, there])
      same("over a channel that has nothing", yield* claimAt(deliveries, none, 10), [])
      same("when over each", [yield* deliveries.next(one), yield* deliveries.next(other)], [minute(0), minute(5)])
      same("over the one", idsOf(yield* claimAt(deliveries, one, 10)), [here.id])
      same("over the other", idsOf(yield* claimAt(deliveries, other, 10)), [there.id])
    })
  ),

  check("one holder", "at most as many as were asked for are handed out, the earliest first", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const due = [3, 1, 2, 1, 0, 3].map((minutes) => newDelivery(channel, { notBefore: minute(minutes) }))
      yield* deliveries.enqueue(due)
      const next = (limit: number, minutes: number) =>
        Effect.map(claimAt(deliveries, channel, minutes, { limit }), (all) =>
          all.map(({ id }) => due.findIndex((one) => one.id === id))
        )
      same("the first", yield* next(1, 1), [4])
      same("the next two", yield* next(2, 5), [1, 3])
      same("the others", yield* next(100, 5), [2, 0, 5])
      same("when all are under way", yield* next(100, 5), [])
    })
  ),

  check("one holder", "dispatchers that claim at once share the work, and nothing is handed out to two", (probe) =>
    Effect.gen(function* () {
      const { deliveries, holds, same, sharing } = probe
      const openings = yield* sharing
      const channel = newChannel()
      const all = upTo(120).map(() => newDelivery(channel))
      yield* deliveries.enqueue(all)
      const dispatcher = (opening: Service) =>
        Effect.gen(function* () {
          const mine: Array<Claimed> = []
          for (let idle = 0; idle < 3; ) {
            const handedOut = yield* claimAt(opening, channel, 0, { limit: 7 })
            mine.push(...handedOut)
            idle = handedOut.length === 0 ? idle + 1 : 0
            yield* Effect.yieldNow
          }
          return mine
        })
      const shares = yield* together(upTo(8).map((n) => dispatcher(turnOf(openings, n, deliveries))))
      same("what was handed out, all told", inOrder(idsOf(shares.flat())), inOrder(idsOf(all)))
      holds(
        "an attempt is not the first",
        shares.flat().every(({ attempt }) => attempt === 1)
      )
      holds("one dispatcher has everything", shares.filter((mine) => mine.length > 0).length > 1)
    })
  )
]
