import type { Settled } from "@banfa/core/port/Deliveries"
import * as Effect from "effect/Effect"
import { type Check, check } from "./Check.ts"
import { claimAt, minute, newChannel, newDelivery, settled, together, turnOf, upTo } from "./fixture.ts"

const said = { 对方: "已收到\u0000", nested: [1, { "": null }], emoji: "👩‍👧" }

/** Sentences about receipts. */
export const receiptChecks: ReadonlyArray<Check> = [
  check("receipts", "everything that became of a delivery has a receipt, as it was said, numbered from 1", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same } = probe
      const channel = newChannel()
      const { id } = newDelivery(channel)
      yield* deliveries.enqueue([newDelivery(channel, { id })])
      same("of one that was put in", yield* deliveries.receipts(id), [])
      const attempts: Array<number> = []
      const attempt = (minutes: number, ...[status, more]: readonly [Settled["status"], Partial<Settled>?]) =>
        Effect.gen(function* () {
          const [handedOut = { id, attempt: 0 }] = yield* claimAt(deliveries, channel, minutes)
          attempts.push(handedOut.attempt)
          same("lost", yield* deliveries.settle([settled(handedOut, status, more)], minute(minutes + 1)), [])
        })
      yield* attempt(0, "failed", { again: minute(50), detail: said })
      yield* attempt(60, "dead", { detail: { reason: "refused" } })
      yield* deliveries.resend([id], minute(70))
      yield* attempt(80, "accepted")
      const [first, second, third] = attempts
      yield* deliveries.note([
        { id, status: "read", at: minute(5), detail: said },
        { id, status: "refused", at: minute(90), detail: {} }
      ])
      same("receipts", yield* deliveries.receipts(id), [
        { id, number: 1, attempt: first, status: "failed", at: minute(1), detail: said },
        { id, number: 2, attempt: second, status: "dead", at: minute(61), detail: { reason: "refused" } },
        { id, number: 3, attempt: 0, status: "resent", at: minute(70), detail: {} },
        { id, number: 4, attempt: third, status: "accepted", at: minute(81), detail: {} },
        { id, number: 5, attempt: 0, status: "read", at: minute(5), detail: said },
        { id, number: 6, attempt: 0, status: "refused", at: minute(90), detail: {} }
      ])
    })
  ),

  check(
    "receipts",
    "what is told later is added, whatever the delivery has come to; ids that are not there are answered",
    (probe) =>
      Effect.gen(function* () {
        const { deliveries, same } = probe
        const channel = newChannel()
        const [waiting, under, nowhere] = [
          newDelivery(channel, { notBefore: minute(99) }),
          newDelivery(channel),
          newDelivery(channel)
        ]
        yield* deliveries.enqueue([waiting, under])
        yield* claimAt(deliveries, channel, 0)
        const read = ({ id }: { readonly id: string }) => ({ id, status: "read" as const, at: minute(1), detail: said })
        same("not there", yield* deliveries.note([nowhere, waiting, under, waiting].map(read)), [nowhere.id])
        const receipt = (id: string, number: number) => ({
          id,
          number,
          attempt: 0,
          status: "read",
          at: minute(1),
          detail: said
        })
        same("of one that waits", yield* deliveries.receipts(waiting.id), [
          receipt(waiting.id, 1),
          receipt(waiting.id, 2)
        ])
        same("of one under way", yield* deliveries.receipts(under.id), [receipt(under.id, 1)])
        same("of one that is not there", yield* deliveries.receipts(nowhere.id), [])
        for (const id of ["", "\u0000", "\ud800", "a".repeat(5000)])
          same("of what cannot be an id", yield* deliveries.receipts(id), [])
      })
  ),

  check("receipts", "receipts that many write at once are numbered without a gap, and none is missing", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same, sharing } = probe
      const openings = yield* sharing
      const channel = newChannel()
      const all = upTo(4).map(() => newDelivery(channel))
      yield* deliveries.enqueue(all)
      const handedOut = yield* claimAt(deliveries, channel, 0)
      yield* together([
        ...upTo(12).map((n) => {
          const asked = n % 2 === 0 ? all : all.toReversed()
          return turnOf(openings, n, deliveries).note(
            asked.map(({ id }) => ({ id, status: "read" as const, at: minute(n), detail: { n } }))
          )
        }),
        deliveries.settle(
          handedOut.map((one) => settled(one, "accepted", { detail: { n: 0 } })),
          minute(0)
        )
      ])
      for (const { id } of all) {
        const receipts = yield* deliveries.receipts(id)
        same(
          "numbers",
          receipts.map(({ number }) => number),
          upTo(13)
        )
        const told = receipts.map(({ detail }) => Number(detail.n)).toSorted((one, other) => one - other)
        same("what was told", told, [0, ...upTo(12)])
      }
    })
  )
]
