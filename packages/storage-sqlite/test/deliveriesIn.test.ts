import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Deliveries } from "@banfa/core/port/Deliveries"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()
const { deliveriesIn, layer, layerOver } = SqliteEventStore

const at = "2026-03-01T00:00:00.000Z"
const letter = { id: "N1", channel: "smtp", lane: "health/P1", data: { 标题: "通知" }, notBefore: at }
const claim = { channel: "smtp", at, until: "2026-03-01T00:30:00.000Z", limit: 10 }

describe("deliveries in a database of the host's", () => {
  it.live("are put in with the host's own rows, or not at all", () =>
    Effect.gen(function* () {
      const db = new DatabaseSync(":memory:")
      db.exec("CREATE TABLE letters (id TEXT)")
      yield* Effect.provide(Effect.asVoid(Deliveries), layerOver(db))
      const deliveries = deliveriesIn(db)
      for (const end of ["ROLLBACK", "COMMIT"]) {
        db.exec("BEGIN; INSERT INTO letters VALUES ('N1')")
        assert.deepStrictEqual(yield* deliveries.enqueue([letter]), ["N1"])
        db.exec(end)
      }
      assert.deepStrictEqual(db.prepare("SELECT count(*) AS n FROM letters").get()?.n, 1)
      assert.deepStrictEqual(
        (yield* deliveries.claim(claim)).map(({ id }) => id),
        ["N1"]
      )
      db.close()
    })
  )

  it.live(
    "that are handed out in a transaction which is rolled back are handed out again as if for the first time",
    () =>
      Effect.gen(function* () {
        const db = new DatabaseSync(":memory:")
        yield* Effect.provide(Effect.asVoid(Deliveries), layerOver(db))
        const deliveries = deliveriesIn(db)
        yield* deliveries.enqueue([letter])
        for (const end of ["ROLLBACK", "COMMIT"]) {
          db.exec("BEGIN")
          assert.deepStrictEqual(
            (yield* deliveries.claim(claim)).map(({ attempt }) => attempt),
            [1]
          )
          db.exec(end)
        }
        assert.deepStrictEqual(yield* deliveries.claim(claim), [])
        db.close()
      })
  )
})

describe("receipts of deliveries in a file", () => {
  it.live("are neither changed nor deleted, by SQL either", () =>
    Effect.gen(function* () {
      const filename = join(folder, "receipts.sqlite")
      yield* Effect.provide(
        Deliveries.use(({ enqueue, note }) =>
          Effect.andThen(enqueue([letter]), note([{ id: "N1", status: "read", at, detail: {} }]))
        ),
        layer({ filename })
      )
      const db = new DatabaseSync(filename)
      assert.throws(() => db.exec("UPDATE banfa_delivery_receipts SET status = 'sent'"), /not changed/)
      assert.throws(() => db.exec("DELETE FROM banfa_delivery_receipts"), /not deleted/)
      db.close()
    })
  )
})
