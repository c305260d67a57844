import { addDays, type CivilDate, dayNumber } from "@banfa/core/civil"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { civilDay } from "../src/civilDay.ts"

describe("a day in an LDAP directory", () => {
  it("is the civil day in Asia/Shanghai of the instant", () => {
    const days: ReadonlyArray<readonly [string, string]> = [
      ["20260131155959Z", "2026-01-31"],
      ["20260131160000Z", "2026-02-01"],
      ["202601311559Z", "2026-01-31"],
      ["2026013116Z", "2026-02-01"],
      ["20260131155959.999Z", "2026-01-31"],
      ["2026013115,99Z", "2026-01-31"],
      ["202601311559.5Z", "2026-01-31"],
      ["20260201000000+0800", "2026-02-01"],
      ["20260131235959+0800", "2026-01-31"],
      ["20260131110000-05", "2026-02-01"],
      ["20260131105959-0500", "2026-01-31"],
      ["20261231235960Z", "2027-01-01"],
      ["20240229160000Z", "2024-03-01"],
      ["2026-02-01", "2026-02-01"]
    ]
    for (const [written, day] of days) assert.strictEqual(civilDay(written), day, written)
  })

  it("is none without a zone, of a day or an hour that there is not, or in any other form", () => {
    for (const text of [
      ...["", "20260131", "20260131160000", "20260230000000Z", "20251301000000Z", "20260131240000Z", "20260131006000Z"],
      ...["20260131000061Z", "20260131000000z", "20260131000000+8", "20260131000000+2400", "20260131000000.Z"],
      ...[
        "2026-02-30",
        "2026-2-1",
        "2026/02/01",
        " 20260131000000Z",
        "20260131000000Z\n",
        "２０２６０１３１００００００Z"
      ],
      ...["18991231000000Z", "21991231160000Z", "9223372036854775807", "133485408000000000"]
    ])
      assert.isUndefined(civilDay(text), text)
  })

  it("is read back from any hour of it, in any zone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        fc.integer({ min: -23, max: 23 }),
        (by, second, zone) => {
          const day = addDays("1970-01-02" as CivilDate, by)
          const there = new Date((dayNumber(day) * 86_400 + second - 8 * 3600 + zone * 3600) * 1000)
          const digits = there.toISOString().replace(/\D/g, "").slice(0, 14)
          const offset = `${zone < 0 ? "-" : "+"}${String(Math.abs(zone)).padStart(2, "0")}00`
          assert.strictEqual(civilDay(`${digits}${offset}`), day)
        }
      )
    )
  })
})
