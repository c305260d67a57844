import { spawn } from "node:child_process"
import type { Receipt } from "@banfa/core/port/EventStore"
import { nodeArgs, type Script } from "./bundleChild.ts"
import type { Line, Told } from "./child/write.ts"
import { commandOf } from "./commandOf.ts"
import type { Ledger } from "./Ledger.ts"
import type { Random } from "./random.ts"

/** When a process is killed: so many milliseconds after it was started or has sent its first command, or when it was given so many receipts. */
export interface Point {
  /** What is counted. */
  readonly of: "start" | "sending" | "receipts"
  /** How many. */
  readonly after: number
}

/** A point that is drawn; the fewest lie before the first command, where the storage is opened. */
export const pointOf = (draw: Random): Point =>
  draw.pick<() => Point>([
    () => ({ of: "start", after: draw.below(500) }),
    () => ({ of: "receipts", after: 1 + draw.below(3) }),
    () => ({ of: "receipts", after: 1 + draw.below(10) }),
    () => ({ of: "receipts", after: 1 + draw.below(20) }),
    () => ({ of: "sending", after: draw.below(60) }),
    () => ({ of: "sending", after: draw.below(200) }),
    () => ({ of: "sending", after: draw.below(500) })
  ])()

/** A process that writes. */
export interface Writer {
  /** How many receipts it was given. */
  readonly given: () => number
  /** How many of them only after it had sent the command again, since the storage was gone. */
  readonly resent: () => number
  /** Kills it, and waits until it is gone and everything that it said was heard. */
  readonly kill: () => Promise<void>
  /** When it is gone; rejects with what it said where it ended by itself. */
  readonly gone: Promise<void>
}

/** Starts a process that writes, enters in the ledger what it sends and what it is given, and kills it at a point, if one is named. */
export const startWriter = (script: Script, told: Told, { receipts, sent }: Ledger, point?: Point): Writer => {
  const child = spawn(process.execPath, [...nodeArgs, script.file, JSON.stringify(told)], {
    env: script.env,
    stdio: ["ignore", "pipe", "inherit"]
  })
  let given = 0
  let resent = 0
  let sends = 0
  let failed = ""
  const killNow = (): void => void child.kill("SIGKILL")
  if (point?.of === "start") setTimeout(killNow, point.after)
  const hear = (line: Line): void => {
    if ("failed" in line) failed = line.failed
    else if ("sends" in line) {
      const command = commandOf(told, line.sends)
      sent.set(command.command, command)
      if (sends++ === 0 && point?.of === "sending") setTimeout(killNow, point.after)
    } else {
      const receipt = line.receipt as Receipt
      receipts.set(receipt.command, receipt)
      if (line.gone) resent++
      if (++given === point?.after && point.of === "receipts") killNow()
    }
  }
  let heard = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (heard + text).split("\n")
    // the last may not have been said to its end
    heard = lines.pop() ?? ""
    for (const line of lines) hear(JSON.parse(line))
  })
  const gone = new Promise<void>((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code, signal) =>
      signal === "SIGKILL"
        ? resolve()
        : reject(new Error(`进程自行结束 a process ended by itself (${code}): ${failed}`))
    )
  })
  // whoever waits for it is told in any case, however late
  gone.catch(() => undefined)
  return {
    given: () => given,
    resent: () => resent,
    gone,
    kill: () => {
      killNow()
      return gone
    }
  }
}
