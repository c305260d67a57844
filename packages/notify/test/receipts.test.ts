import { Deliveries } from "@banfa/core/port/Deliveries"
import { AddressBook, Dispatcher, deadLetters, recordReceipt, resend, type ToldLater } from "@banfa/notify"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"
import { channelThat, deliveryOf, dispatching, table, takes } from "./world.ts"

const round = Dispatcher.use(({ round }) => round)
const kept = (id: string) => Deliveries.use(({ receipts }) => receipts(id))
const book = AddressBook.layerMemory(table(["a@info.example", "b@info.example"]))
const text = { zh: "邮箱已满", en: "the mailbox is full" }

describe("what a channel tells later", () => {
  it.effect("is kept with the letter, once however often it is told", () =>
    Effect.gen(function* () {
      yield* Deliveries.use(({ enqueue }) => enqueue([deliveryOf("a")]))
      yield* round
      const read: ToldLater = { id: "post:a", status: "read", addresses: ["a@info.example"], reference: "far-1" }
      assert.isTrue(yield* recordReceipt(read))
      yield* TestClock.adjust("1 minute")
      assert.isTrue(yield* recordReceipt(read))
      assert.isTrue(yield* recordReceipt({ ...read, addresses: ["b@info.example"] }))
      assert.isTrue(yield* recordReceipt({ id: "post:a", status: "accepted", at: "2026-03-01T00:00:00.000Z", text }))
      assert.deepStrictEqual(
        (yield* kept("post:a")).map(({ at, detail, number, status }) => ({ number, status, at, detail })).slice(1),
        [
          {
            number: 2,
            status: "read",
            at: "1970-01-01T00:00:00.000Z",
            detail: { reference: "far-1", addresses: ["a@info.example"] }
          },
          {
            number: 3,
            status: "read",
            at: "1970-01-01T00:01:00.000Z",
            detail: { reference: "far-1", addresses: ["b@info.example"] }
          },
          { number: 4, status: "accepted", at: "2026-03-01T00:00:00.000Z", detail: { text } }
        ]
      )
    }).pipe(Effect.provide(dispatching(channelThat(takes))))
  )

  it.effect("is not kept of a letter that is not there, and an instant that is none is refused", () =>
    Effect.gen(function* () {
      yield* Deliveries.use(({ enqueue }) => enqueue([deliveryOf("a")]))
      for (const status of ["read", "refused"] as const)
        assert.isFalse(yield* recordReceipt({ id: "post:x", status, addresses: ["a@info.example"] }))
      const error = yield* Effect.flip(recordReceipt({ id: "post:a", status: "read", at: "yesterday" }))
      assert.strictEqual(error._tag, "InvalidDelivery")
    }).pipe(Effect.provide(dispatching(channelThat(takes))))
  )

  it.effect(
    "lets an address that refused a letter after all be a dead letter of its own, which goes to the address that is put right",
    () => {
      const post = channelThat(takes)
      return Effect.gen(function* () {
        yield* Deliveries.use(({ enqueue }) => enqueue([deliveryOf("a"), deliveryOf("other")]))
        yield* round
        const bounced: ToldLater = { id: "post:a", status: "refused", addresses: ["b@info.example"], text }
        assert.isTrue(yield* recordReceipt(bounced))
        assert.isTrue(yield* recordReceipt(bounced))
        yield* round
        const [dead, ...others] = yield* deadLetters()
        assert.deepStrictEqual(others, [])
        assert.strictEqual(dead?.reason, "address-refused")
        assert.deepStrictEqual(dead?.refused, [{ address: "b@info.example", text }])
        assert.strictEqual(dead?.letter?.title.zh, "抄送：a")
        assert.deepStrictEqual(yield* resend([dead?.id ?? ""]), [])
        yield* round
        const [first, , last] = post.reached
        assert.deepStrictEqual([last?.id, last?.letter, last?.to], [first?.id, first?.letter, ["b@info.example"]])
        assert.deepStrictEqual(yield* deadLetters(), [])
        // the other address refuses it later still
        assert.isTrue(yield* recordReceipt({ id: "post:a", status: "refused", addresses: ["a@info.example"] }))
        yield* round
        assert.deepStrictEqual(
          (yield* deadLetters()).map(({ refused }) => refused.map(({ address }) => address)),
          [["a@info.example"]]
        )
      }).pipe(Effect.provide(dispatching(post, { book })))
    }
  )
})
