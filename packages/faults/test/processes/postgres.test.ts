import { assert, describe, it } from "vitest"
import { faults, noneMissing } from "../faults.ts"

describe("a database of PostgreSQL under faults", () => {
  it("keeps whatever it has acknowledged when processes that write or send and the server itself are killed, and clocks go back", async () => {
    const all = await faults("postgres", { kills: 3, dispatchers: 4, serverKills: 1, clock: 6 })
    noneMissing(all, 12)
    // those that write while the server is killed are killed as well, at the end
    assert.deepEqual([all.get("kills"), all.get("dispatchers"), all.get("serverKills")], [6, 4, 1])
  })
})
