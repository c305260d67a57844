import { assert, describe, it } from "vitest"
import { faults, noneMissing } from "./faults.ts"

describe("a file of SQLite under a few faults", () => {
  it("keeps whatever it has acknowledged when a process that writes and one that sends are killed, its journal is torn and a clock goes back", async () => {
    const all = await faults("sqlite", { kills: 1, dispatchers: 1, torn: 4, clock: 1 })
    noneMissing(all, 1)
    const { clock, dispatchers, kills, torn } = Object.fromEntries(all)
    assert.deepEqual({ clock, dispatchers, kills, torn }, { clock: 1, dispatchers: 1, kills: 1, torn: 4 })
  })
})
