import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import type { RunningServer } from "@banfa/servers"
import type { Script } from "./bundleChild.ts"
import { holdsAtLast } from "./holds.ts"
import { answers, inDatabase, newDatabase } from "./inPostgres.ts"
import { ledger } from "./Ledger.ts"
import type { Random } from "./random.ts"
import { opening } from "./Storage.ts"
import type { Tally } from "./Tally.ts"
import { startWriter } from "./Writer.ts"
import { holdsAll } from "./whole.ts"

/** Kills a server of PostgreSQL, and all processes that it has started, at once. */
const killServer = ({ folder }: RunningServer): void => {
  const postmaster = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0])
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n")
  const own = processes
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid !== undefined && parent === postmaster ? [pid] : []))
  // the postmaster first: it would put an end to the others orderly
  for (const pid of [postmaster, ...own]) {
    try {
      process.kill(pid, "SIGKILL")
    } catch {
      // gone by itself meanwhile, as its parent was
    }
  }
}

/** Waits until something has come true; what takes minutes never will. */
const until = async (come: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; !(await come()); i++) {
    if (i > 6000) throw new Error("服务器或者写入进程未能继续 the server or the processes that write do not go on")
    await setTimeout(20)
  }
}

/**
 * Kills the server under processes that write, again and again, as soon as each of them writes again. After each time everything that was
 * acknowledged up to then is looked for, while they go on; at the end they are killed as well.
 */
export const killServers = async (
  server: RunningServer,
  { kills, script }: { readonly kills: number; readonly script: Script },
  draw: Random,
  tally: Tally
): Promise<void> => {
  const url = await newDatabase(server.url, "server_kills")
  const storage = inDatabase(url)
  const book = ledger()
  const writers = Array.from({ length: 3 }, (_, i) =>
    startWriter(script, { writer: `w${i}`, pool: `p${i >> 1}`, seed: draw.below(2 ** 32), place: url }, book)
  )
  const goingOn = async (): Promise<void> => {
    const before = writers.map(({ given }) => given())
    const failed = Promise.all(writers.map(({ gone }) => gone))
    await Promise.race([failed, until(() => writers.every(({ given }, i) => given() > (before[i] ?? 0)))])
  }
  await goingOn()
  for (let n = 0; n < kills; n++) {
    await setTimeout(draw.below(400))
    killServer(server)
    tally.add("serverKills")
    // what was acknowledged before is heard meanwhile, so that what comes afterwards is new
    await until(() => answers(url))
    await goingOn()
    await opening(storage, async (opened) => void (await holdsAll(opened, book, tally, { writing: true })))
  }
  await Promise.all(writers.map(({ kill }) => kill()))
  tally.add("kills", writers.length)
  for (const { given, resent } of writers) {
    tally.add("receipts", given())
    tally.add("resent", resent())
  }
  await holdsAtLast(storage, book, draw, tally)
  tally.add("sent", book.sent.size)
}
