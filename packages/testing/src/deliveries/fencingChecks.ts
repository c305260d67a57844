import * as Effect from "effect/Effect"
import { type Check, check } from "./Check.ts"
import {
  claimAt,
  idsOf,
  minute,
  newChannel,
  newDelivery,
  settled,
  standing,
  together,
  turnOf,
  upTo
} from "./fixture.ts"

/** Sentences about who may say what became of an attempt. */
export const fencingChecks: ReadonlyArray<Check> = [
  check("fencing", "attempts are numbered from 1, whatever ended the one before", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const delivery = newDelivery(channel)
      yield* deliveries.enqueue([delivery])
      const attempts: Array<number | undefined> = []
      const claim = (minutes: number) =>
        Effect.map(claimAt(deliveries, channel, minutes), ([handedOut = { id: delivery.id, attempt: 0 }]) => {
          attempts.push(handedOut.attempt)
          return handedOut
        })
      yield* claim(0)
      // its time is over
      yield* deliveries.settle([settled(yield* claim(100), "failed", { again: minute(101) })], minute(100))
      yield* deliveries.settle([settled(yield* claim(200), "dead")], minute(200))
      yield* deliveries.resend([delivery.id], minute(201))
      yield* deliveries.settle([settled(yield* claim(300))], minute(300))
      same("attempts", attempts, [1, 2, 3, 4])
      same(
        "in the end",
        (yield* standing(deliveries, channel)).map(({ attempts }) => attempts),
        [4]
      )
    })
  ),

  check("fencing", "who settles an attempt that another has followed is told so, and nothing is written", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same } = probe
      const channel = newChannel()
      const delivery = newDelivery(channel)
      yield* deliveries.enqueue([delivery])
      const [early] = yield* claimAt(deliveries, channel, 0)
      const [late] = yield* claimAt(deliveries, channel, 100)
      if (early === undefined || late === undefined) return same("handed out twice", [early, late], "two attempts")
      for (const status of ["accepted", "dead"] as const)
        same(`the earlier is ${status}`, yield* deliveries.settle([settled(early, status)], minute(101)), [delivery.id])
      const failed = settled(early, "failed", { again: minute(101) })
      same("the earlier is to be tried again", yield* deliveries.settle([failed], minute(101)), [delivery.id])
      same(
        "how it stands",
        (yield* standing(deliveries, channel)).map(({ state }) => state),
        ["claimed"]
      )
      same("receipts", yield* deliveries.receipts(delivery.id), [])
      same("the latest", yield* deliveries.settle([settled(late)], minute(102)), [])
      same(
        "in the end",
        (yield* standing(deliveries, channel)).map(({ state }) => state),
        ["end"]
      )
      same("the earlier afterwards", yield* deliveries.settle([settled(early)], minute(103)), [delivery.id])
    })
  ),

  check(
    "fencing",
    "an attempt is settled once: whoever says it again is told that it was lost",
    ({ deliveries, same }) =>
      Effect.gen(function* () {
        const channel = newChannel()
        const all = upTo(3).map((n) => newDelivery(channel, { notBefore: minute(n === 3 ? 90 : 0) }))
        yield* deliveries.enqueue(all)
        const [one, other] = yield* claimAt(deliveries, channel, 0)
        if (one === undefined || other === undefined) return same("handed out", [one, other], "two")
        const failed = settled(one, "failed", { again: minute(50) })
        same("twice in one call", yield* deliveries.settle([failed, settled(one, "dead")], minute(1)), [one.id])
        same("another again", yield* deliveries.settle([settled(other)], minute(1)), [])
        same("that one again", yield* deliveries.settle([settled(other, "dead")], minute(2)), [other.id])
        same(
          "how they stand",
          (yield* standing(deliveries, channel)).map(({ state }) => state),
          all.map(({ id }) => (id === other.id ? "end" : "waiting"))
        )
      })
  ),

  check("fencing", "what was lost is answered in the order asked, and the rest is written", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const [never, under, nowhere] = [
        newDelivery(channel, { notBefore: minute(90) }),
        newDelivery(channel),
        newDelivery(channel)
      ]
      yield* deliveries.enqueue([never, under])
      const [handedOut] = yield* claimAt(deliveries, channel, 0)
      if (handedOut === undefined) return same("handed out", handedOut, "one")
      const asked = [
        settled({ id: nowhere.id, attempt: 1 }),
        settled(handedOut),
        settled({ id: never.id, attempt: 1 }),
        settled({ id: under.id, attempt: 2 })
      ]
      same("lost", yield* deliveries.settle(asked, minute(1)), [nowhere.id, never.id, under.id])
      same(
        "how they stand",
        (yield* standing(deliveries, channel)).map(({ state }) => state),
        ["waiting", "end"]
      )
    })
  ),

  check(
    "fencing",
    "a holder whose time is over can settle as long as nobody else was handed it",
    ({ deliveries, same }) =>
      Effect.gen(function* () {
        const channel = newChannel()
        yield* deliveries.enqueue([newDelivery(channel)])
        const [handedOut] = yield* claimAt(deliveries, channel, 0)
        if (handedOut === undefined) return same("handed out", handedOut, "one")
        same("long afterwards", yield* deliveries.settle([settled(handedOut)], minute(1000)), [])
        same("and it is at its end", idsOf(yield* standing(deliveries, channel, "end")), [handedOut.id])
      })
  ),

  check("fencing", "of many who settle one attempt at once one is not told that it was lost", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same, sharing } = probe
      const openings = yield* sharing
      const channel = newChannel()
      yield* deliveries.enqueue(upTo(10).map(() => newDelivery(channel)))
      const handedOut = yield* claimAt(deliveries, channel, 0)
      const answers = yield* together(
        upTo(8).map((n) => {
          const asked = n % 2 === 0 ? handedOut : handedOut.toReversed()
          return turnOf(openings, n, deliveries).settle(
            asked.map((one) => settled(one, "accepted", { detail: { n } })),
            minute(n)
          )
        })
      )
      same(
        "attempts settled, all told",
        answers.map((lost) => 10 - lost.length).reduce((a, b) => a + b),
        10
      )
      for (const { id } of handedOut) same("receipts of each", (yield* deliveries.receipts(id)).length, 1)
    })
  )
]
