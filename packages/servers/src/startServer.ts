/**
 * A server of one's own for as long as a run of the tests lasts.
 *
 * @module
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import type { Socket } from "node:net"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { type KindName, kinds } from "./kinds.ts"

export type { KindName } from "./kinds.ts"

/** A server that is running. */
export interface RunningServer {
  /** Where it is, with the name and the password of its superuser. */
  readonly url: string
  /** The folder of its data. */
  readonly folder: string
  /** What was made for it, in a sentence for whoever runs the tests. */
  readonly created: string
  /** Stops it and removes everything that was made for it. */
  readonly stop: () => Promise<void>
}

/** How it is started. */
export interface Options {
  /** Whether it is started again when it ends, as a service is, on the same port over the same data; otherwise its end is an error. */
  readonly again?: boolean
  /** A disk of its own for its data, which root alone can have. On it the server is started again when it ends. */
  readonly disk?: {
    /** Room for so much, such as `64m`. */
    readonly room: string
    /** Whether the journal of what the server is doing lies on it as well. */
    readonly journal: boolean
  }
}

/**
 * Starts a server on loopback, on a free port, over an empty folder of its own. A process beside it holds a pipe to this one, and stops the server
 * and removes its folder when the pipe ends, however this process came to its end.
 */
export const startServer = async (kind: KindName, options: Options = {}): Promise<RunningServer> => {
  const script = fileURLToPath(new URL("keep.ts", import.meta.url))
  const keeper = spawn(process.execPath, [script, kind, JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
    // not in the group of processes that an interrupt from the keyboard goes to
    detached: true
  })
  const lines = createInterface({ input: keeper.stdout })
  const [line] = await Promise.race([once(lines, "line"), once(keeper, "exit").then(() => [undefined])])
  if (typeof line !== "string") {
    const { instead, title } = kinds[kind]
    throw new Error(
      `未能为测试启动 ${title}，原因见上。${instead?.zh ?? ""} ${title} could not be started for the tests; what it said stands above. ${instead?.en ?? ""}`.trim()
    )
  }
  const said: Omit<RunningServer, "stop"> = JSON.parse(line)
  // neither the process nor its pipes keep the run from ending
  keeper.unref()
  for (const pipe of [keeper.stdin, keeper.stdout]) (pipe as unknown as Socket).unref()
  return {
    ...said,
    stop: async () => {
      const ended = once(keeper, "exit")
      keeper.ref()
      keeper.stdin.end()
      await ended
    }
  }
}
