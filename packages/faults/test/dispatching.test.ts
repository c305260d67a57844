/** What looks for deliveries that are lost, doubled or out of order finds them. */
import type { DeliveryReceipt, Standing } from "@banfa/core/port/Deliveries"
import { assert, describe, it } from "vitest"
import { type Found, type Heard, judge } from "../src/dispatching.ts"
import { tally } from "../src/Tally.ts"

const at = "2026-03-01T00:00:00.000Z"

const one = (n: number, state: Standing["state"]): Standing => ({
  ...{ id: `0-${n}`, channel: "smtp", lane: "agency-0", data: {}, notBefore: at },
  ...{ state, attempts: 1 }
})
const receipt = (n: number): DeliveryReceipt => ({
  ...{ id: `0-${n}`, number: 1, attempt: 1, status: "accepted", at, detail: {} }
})

const lossesOf = (more: Partial<Found>, put = 2) => {
  const settled: Heard["settled"] = new Map([["0-0#1", { id: "0-0", attempt: 1, status: "accepted" }]])
  const found = tally()
  const sound: Found = { all: [one(0, "end"), one(1, "claimed")], receipts: [receipt(0)], handedOut: [] }
  const claimed: Heard["claimed"] = new Map([["0-1#1", { attempt: { id: "0-1", attempt: 1 }, round: 3 }]])
  judge({ claimed, settled, put }, { ...sound, ...more }, 3, found)
  return found.losses.join("\n")
}

describe("what looks for losses among deliveries", () => {
  it("finds nothing where nothing is missing", () => assert.equal(lossesOf({}), ""))

  it("finds a delivery that was put in and is not there", () => assert.include(lossesOf({}, 3), "2 of 3 deliveries"))

  it("finds a receipt that was acknowledged and is not there, and one that is there twice", () => {
    assert.include(lossesOf({ receipts: [] }), "the receipt of 0-0#1 is not there")
    assert.include(lossesOf({ receipts: [receipt(0), receipt(0)] }), "an attempt has two receipts")
  })

  it("finds one that is handed out while another holds it", () => {
    const { attempts, state: _, ...delivery } = one(1, "claimed")
    const handedOut = [{ ...delivery, attempt: attempts + 1 }]
    assert.include(lossesOf({ handedOut }), "0-1 was handed out before the time of its holder")
    const failed = { ...receipt(1), status: "failed" as const }
    assert.equal(lossesOf({ handedOut, receipts: [receipt(0), failed] }), "")
  })

  it("finds a lane in which a later one was sent first", () => {
    assert.include(lossesOf({ all: [one(0, "claimed"), one(1, "end")] }), "lane 0 is out of order")
  })
})
