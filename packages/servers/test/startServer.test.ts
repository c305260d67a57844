import { existsSync } from "node:fs"
import { assert, describe, it } from "vitest"
import { startServer } from "../src/startServer.ts"
import { answers, endsWithItsProcess, folderIn } from "./leavings.ts"

describe("a server for the tests", () => {
  it("stands beside others, and leaves nothing when it is stopped", async () => {
    const [one, other] = await Promise.all([startServer("postgres"), startServer("postgres")])
    assert.notEqual(one.url, other.url)
    assert.deepEqual([await answers(one.url), await answers(other.url)], [true, true])
    await one.stop()
    assert.deepEqual([await answers(one.url), await answers(other.url)], [false, true])
    await other.stop()
    for (const { created } of [one, other]) assert.isFalse(existsSync(folderIn(created)), created)
  })

  it("is stopped, and leaves nothing, when the process that it was started for is killed", () =>
    endsWithItsProcess("postgres"))
})
