import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { connect } from "node:net"
import { createInterface } from "node:readline"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { assert } from "vitest"
import type { startServer } from "../src/startServer.ts"

/** Whether anybody answers at the address. */
export const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1")
    socket.on("connect", () => {
      socket.destroy()
      resolve(true)
    })
    socket.on("error", () => resolve(false))
  })

/** The folder of everything that was made for a server. */
export const folderIn = (created: string): string => /its files are in (\S+?),/.exec(created)?.[1] ?? ""

/** Kills a process that has started a server, and looks whether the server ends, too, and leaves nothing. */
export const endsWithItsProcess = async (...how: Parameters<typeof startServer>): Promise<void> => {
  const script = fileURLToPath(new URL("child/hold.ts", import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(how)], { stdio: ["ignore", "pipe", "inherit"] })
  const [line] = await once(createInterface({ input: child.stdout }), "line")
  const { created, url } = JSON.parse(String(line))
  assert.isTrue(await answers(url))
  assert.isTrue(existsSync(folderIn(created)), created)
  child.kill("SIGKILL")
  for (let i = 0; i < 300 && existsSync(folderIn(created)); i++) await setTimeout(100)
  assert.isFalse(existsSync(folderIn(created)), created)
  assert.isFalse(await answers(url))
}
