import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
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

  it("is started again over the same data when it was killed, where that is asked, and stopped like any other", async () => {
    const server = await startServer("postgres", { again: true })
    const file = join(server.folder, "postmaster.pid")
    const postmaster = () => (existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : undefined)
    const first = postmaster()
    assert.isDefined(first)
    process.kill(Number(first), "SIGKILL")
    while (postmaster() === first || !(await answers(server.url))) await setTimeout(100)
    await server.stop()
    assert.isFalse(await answers(server.url))
    assert.isFalse(existsSync(folderIn(server.created)), server.created)
  })

  it("is stopped, and leaves nothing, when the process that it was started for is killed", () =>
    endsWithItsProcess("postgres"))
})
