import { assert, describe, it } from "vitest"
import { faults, noneMissing } from "../faults.ts"

describe("a file of SQLite under faults", () => {
  it("keeps whatever it has acknowledged when processes that write or send are killed, its disk is full, its journal is torn and clocks go back", async () => {
    const all = await faults("sqlite", { kills: 5, dispatchers: 5, full: 2, torn: 32, clock: 12 })
    noneMissing(all, 12)
    const { clock, dispatchers, full, kills, refused, torn } = Object.fromEntries(all)
    assert.deepEqual(
      { clock, dispatchers, full, kills, refused, torn },
      { clock: 12, dispatchers: 5, full: 2, kills: 5, refused: 6, torn: 32 }
    )
  })
})
