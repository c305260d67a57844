/**
 * A PostgreSQL server of one's own for as long as a run of the tests lasts.
 *
 * @module
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import type { Socket } from "node:net"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

/** A server that is running. */
export interface RunningPostgres {
  /** Where it is, with the name and the password of its superuser. */
  readonly url: string
  /** What was made for it, in a sentence for whoever runs the tests. */
  readonly created: string
  /** Stops it and removes everything that was made for it. */
  readonly stop: () => Promise<void>
}

/**
 * Starts a server on loopback, on a free port, over an empty folder of its own. A process beside it holds a pipe to this one, and stops the server
 * and removes its folder when the pipe ends, however this process came to its end.
 */
export const startPostgres = async (): Promise<RunningPostgres> => {
  const keeper = spawn(process.execPath, [fileURLToPath(new URL("keepPostgres.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    // not in the group of processes that an interrupt from the keyboard goes to
    detached: true
  })
  const lines = createInterface({ input: keeper.stdout })
  const [line] = await Promise.race([once(lines, "line"), once(keeper, "exit").then(() => [undefined])])
  if (typeof line !== "string") {
    throw new Error(
      "PostgreSQL could not be started for the tests; what it said stands above. Set BANFA_TEST_POSTGRES=postgres://user:password@host:port/database to use a server of your own."
    )
  }
  const { created, url }: { readonly url: string; readonly created: string } = JSON.parse(line)
  // neither the process nor its pipes keep the run from ending
  keeper.unref()
  for (const pipe of [keeper.stdin, keeper.stdout]) (pipe as unknown as Socket).unref()
  return {
    url,
    created,
    stop: async () => {
      const ended = once(keeper, "exit")
      keeper.ref()
      keeper.stdin.end()
      await ended
    }
  }
}
