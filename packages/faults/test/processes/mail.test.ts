import { assert, describe, it } from "vitest"
import { runMail } from "../../src/mail/run.ts"

describe("notices that are sent as mail", () => {
  it("are all there, once for a reader who drops repeats and in order, when dispatchers are killed while they send", async () => {
    await runMail("sqlite", { kills: 5, notices: 500 }, 1, ({ heading, tally: { counts, losses } }) => {
      assert.deepEqual(losses, [], heading)
      assert.deepEqual([counts.get("dispatchers"), counts.get("notices")], [5, 500])
      assert.isAtLeast(counts.get("mails") ?? 0, 500)
    })
  })
})
