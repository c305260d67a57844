import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { connect } from "node:net"
import { createInterface } from "node:readline"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "vitest"
import { startServer } from "../src/startServer.ts"

/** Whether anybody answers at the address. */
const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1")
    socket.on("connect", () => {
      socket.destroy()
      resolve(true)
    })
    socket.on("error", () => resolve(false))
  })

const folderIn = (created: string): string => /its files are in (\S+?),/.exec(created)?.[1] ?? ""

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

  it("is stopped, and leaves nothing, when the process that it was started for is killed", async () => {
    const script = fileURLToPath(new URL("child/hold.ts", import.meta.url))
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] })
    const [line] = await once(createInterface({ input: child.stdout }), "line")
    const { created, url } = JSON.parse(String(line))
    assert.isTrue(await answers(url))
    assert.isTrue(existsSync(folderIn(created)), created)
    child.kill("SIGKILL")
    for (let i = 0; i < 300 && existsSync(folderIn(created)); i++) await setTimeout(100)
    assert.isFalse(existsSync(folderIn(created)), created)
    assert.isFalse(await answers(url))
  })
})
