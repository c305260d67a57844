import { Deliveries, type InvalidDelivery } from "@banfa/core/port/Deliveries"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import * as PostgresEventStore from "@banfa/storage-postgres"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type pg from "pg"
import { database } from "./database.ts"
import { connect } from "./host.ts"

const { deliveriesIn, fromClient, layer } = PostgresEventStore
const url = await database()

const at = "2026-03-01T00:00:00.000Z"
const until = "2026-03-01T00:30:00.000Z"
const letter = (channel: string, n: number, lane = `lane ${n}`) => ({
  ...{ id: `${channel}-${n}`, channel, lane, data: { 标题: "通知" }, notBefore: at }
})
const sql = (client: pg.Client, text: string) =>
  Effect.tryPromise({ try: () => client.query(text), catch: (error) => String(error) })

describe("deliveries over a connection of the host's", () => {
  it.live("are put in with the host's own rows, or not at all, and nobody sees them before", () =>
    Effect.gen(function* () {
      const [client, deliveries] = [yield* connect(url), yield* Deliveries]
      const within = deliveriesIn(fromClient(client))
      const claim = { channel: "host", at, until, limit: 10 }
      yield* sql(client, "BEGIN")
      assert.deepStrictEqual(yield* within.enqueue([letter("host", 1)]), ["host-1"])
      assert.deepStrictEqual(yield* deliveries.claim(claim), [])
      yield* sql(client, "ROLLBACK")
      assert.deepStrictEqual(yield* deliveries.list({ channel: "host" }), [])
      yield* sql(client, "BEGIN")
      assert.deepStrictEqual(yield* within.enqueue([letter("host", 1)]), ["host-1"])
      yield* sql(client, "COMMIT")
      assert.lengthOf(yield* deliveries.claim(claim), 1)
    }).pipe(Effect.scoped, Effect.provide(layer({ url })))
  )

  it.live("are passed over by who claims while a transaction is at their lane, and nobody waits for it", () =>
    Effect.gen(function* () {
      const [client, deliveries] = [yield* connect(url), yield* Deliveries]
      const all = [letter("slow", 1), letter("slow", 2), letter("slow", 3)]
      yield* deliveries.enqueue(all)
      yield* sql(client, "BEGIN")
      const mine = yield* deliveriesIn(fromClient(client)).claim({ channel: "slow", at, until, limit: 1 })
      assert.deepStrictEqual(
        mine.map(({ id }) => id),
        ["slow-1"]
      )
      const others = yield* deliveries.claim({ channel: "slow", at, until, limit: 10 })
      assert.deepStrictEqual(
        others.map(({ id }) => id),
        ["slow-2", "slow-3"]
      )
      yield* sql(client, "ROLLBACK")
      const left = yield* deliveries.claim({ channel: "slow", at, until, limit: 10 })
      assert.deepStrictEqual(
        left.map(({ attempt, id }) => [id, attempt]),
        [["slow-1", 1]]
      )
    }).pipe(Effect.scoped, Effect.provide(layer({ url })))
  )

  it.live("of one lane that several put in at once have places that rise as they were put in", () =>
    Effect.gen(function* () {
      const [first, second] = [yield* connect(url), yield* connect(url)]
      const lane = "one lane"
      yield* sql(first, "BEGIN")
      yield* deliveriesIn(fromClient(first)).enqueue([letter("turns", 1, lane)])
      const later = yield* Effect.forkChild(deliveriesIn(fromClient(second)).enqueue([letter("turns", 2, lane)]), {
        startImmediately: true
      })
      yield* sql(first, "COMMIT")
      yield* Fiber.join(later)
      const deliveries = yield* Deliveries
      const listed = yield* deliveries.list({ channel: "turns" })
      assert.deepStrictEqual(
        listed.map(({ id }) => id),
        ["turns-1", "turns-2"]
      )
      assert.strictEqual((yield* deliveries.claim({ channel: "turns", at, until, limit: 9 }))[0]?.id, "turns-1")
    }).pipe(Effect.scoped, Effect.provide(layer({ url })))
  )

  it.live("are refused in a transaction that reads by an older snapshot, in both languages, and nothing is lost", () =>
    Effect.gen(function* () {
      const [client, deliveries] = [yield* connect(url), yield* Deliveries]
      const within = deliveriesIn(fromClient(client))
      yield* deliveries.enqueue([letter("older", 1)])
      const operations: ReadonlyArray<Effect.Effect<unknown, InvalidDelivery | StorageUnavailable>> = [
        within.enqueue([letter("older", 2)]),
        within.claim({ channel: "older", at, until, limit: 1 }),
        within.settle([{ id: "older-1", attempt: 1, status: "accepted", detail: {} }], at),
        within.note([{ id: "older-1", status: "read", at, detail: {} }]),
        within.resend(["older-1"], at)
      ]
      for (const operation of operations) {
        yield* sql(client, "BEGIN ISOLATION LEVEL REPEATABLE READ")
        const error = yield* Effect.flip(operation)
        assert.strictEqual(error._tag, "StorageUnavailable")
        assert.match(String(error._tag === "StorageUnavailable" && error.cause), /须为 read committed.*has to be read/s)
        yield* sql(client, "ROLLBACK")
      }
      const listed = yield* deliveries.list({ channel: "older" })
      assert.deepStrictEqual(
        listed.map(({ id, state }) => [id, state]),
        [["older-1", "waiting"]]
      )
    }).pipe(Effect.scoped, Effect.provide(layer({ url })))
  )

  it.live("have receipts that are neither changed, deleted nor truncated, by SQL either", () =>
    Effect.gen(function* () {
      const [client, { enqueue, note }] = [yield* connect(url), yield* Deliveries]
      yield* enqueue([letter("kept", 1)])
      yield* note([{ id: "kept-1", status: "read", at, detail: {} }])
      for (const text of ["UPDATE", "DELETE FROM", "TRUNCATE"]) {
        const end = text === "UPDATE" ? " SET status = 'sent'" : ""
        const error = yield* Effect.flip(sql(client, `${text} banfa_delivery_receipts${end}`))
        assert.include(error, "neither changed nor deleted")
      }
    }).pipe(Effect.scoped, Effect.provide(layer({ url })))
  )
})
