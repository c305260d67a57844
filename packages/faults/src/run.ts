/** All faults of one storage. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startServer } from "@banfa/servers"
import type { Child } from "./bundleChild.ts"
import { bundleChild } from "./bundleChild.ts"
import { turnClock } from "./clock.ts"
import { firstRound, killDispatchers } from "./dispatching.ts"
import { fillDisk } from "./fullDisk.ts"
import { inDatabase, newDatabase } from "./inPostgres.ts"
import { inFile } from "./inSqlite.ts"
import { killWriters } from "./kills.ts"
import { random } from "./random.ts"
import { killServers } from "./serverKills.ts"
import { type Tally, tally } from "./Tally.ts"
import { tearTails } from "./tornTail.ts"

/** How much of each fault; what is not named for a storage is nothing to it. */
export interface Counts {
  /** Processes that write and are killed. */
  readonly kills: number
  /** Processes that send and are killed. */
  readonly dispatchers: number
  /** Over how many of them one storage is kept. */
  readonly each: number
  /** How often the server is killed. */
  readonly serverKills: number
  /** How often the disk is full. */
  readonly full: number
  /** How many journals are cut or damaged. */
  readonly torn: number
  /** How many commands are entered by a clock that goes back and forth. */
  readonly clock: number
}

/** One kind of fault and what was counted of it. */
export interface Part {
  /** What it is called. */
  readonly heading: string
  /** What was counted. */
  readonly tally: Tally
}

/** Runs the faults of a storage one after the other, and tells of each when it is done. */
export const run = async (
  child: Child,
  { clock, dispatchers, each, full, kills, serverKills, torn }: Counts,
  seed: number,
  done: (part: Part) => void
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "banfa-faults-"))
  const server = child === "postgres" ? await startServer("postgres", { again: true }) : undefined
  const part = async (title: string, body: (counting: Tally) => Promise<void>): Promise<void> => {
    const counting = tally()
    await body(counting)
    done({ heading: `${server === undefined ? "SQLite" : "PostgreSQL"}：${title}`, tally: counting })
  }
  const placeOf = (name: string): Promise<string> =>
    server === undefined ? Promise.resolve(join(folder, `${name}.sqlite`)) : newDatabase(server.url, name)
  const storageAt = (place: string) => ({ ...(server === undefined ? inFile : inDatabase)(place), place })
  try {
    const warmUp = { writer: "first", pool: "first", seed, place: await placeOf("first"), commands: 3 }
    const script = await bundleChild(child, folder, JSON.stringify(warmUp))
    const make = async (n: number) => storageAt(await placeOf(`kills_${n}`))
    await part("写入进程被终止 processes that write are killed", (counting) =>
      killWriters({ script, make, kills, each }, random(seed), counting)
    )
    const dispatching = await bundleChild(
      child,
      folder,
      JSON.stringify({ ...firstRound, place: await placeOf("first_sends") }),
      "dispatch"
    )
    await part("发送进程被终止 dispatchers that are killed", (counting) =>
      killDispatchers(
        { script: dispatching, make: async (n) => storageAt(await placeOf(`sends_${n}`)), kills: dispatchers, each },
        random(seed + 5),
        counting
      )
    )
    if (server === undefined) {
      await part("磁盘满 a disk that is full", (counting) => fillDisk(folder, full, random(seed + 1), counting))
      await part("日志残缺 journals that are torn", (counting) => tearTails(folder, torn, random(seed + 2), counting))
    } else {
      await part("服务器被终止 the server is killed", (counting) =>
        killServers(server, { kills: serverKills, script }, random(seed + 3), counting)
      )
    }
    await part("时钟倒退 a clock that goes back", async (counting) =>
      turnClock(
        storageAt(await placeOf("clock")),
        { commands: clock, moments: Math.ceil(clock / 10) },
        random(seed + 4),
        counting
      )
    )
  } finally {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
