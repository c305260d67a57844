import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout } from "node:timers/promises"
import { nodeArgs, type Script } from "../bundleChild.ts"
import type { Dispatching } from "../child/mail.ts"
import type { Random } from "../random.ts"
import type { Tally } from "../Tally.ts"
import { type MailServer, type Stage, stages } from "./MailServer.ts"

/** When a dispatcher is killed: so many milliseconds after its start, or when so many mails have come to a stage since. */
type Point =
  | { readonly of: "start"; readonly after: number }
  | { readonly of: Stage; readonly after: number; readonly later: number }

const pointOf = (draw: Random, most: number): Point =>
  draw.oneIn(8)
    ? { of: "start", after: draw.below(600) }
    : // between two mails as well
      { of: draw.pick(stages), after: 1 + draw.below(most), later: draw.oneIn(2) ? 0 : draw.below(20) }

const start = ({ env, file }: Script, told: Dispatching): ChildProcess =>
  spawn(process.execPath, [...nodeArgs, file, JSON.stringify(told)], { env, stdio: ["ignore", "ignore", "inherit"] })

/** When a process is gone; rejects where it ended by itself before it was killed. */
const gone = async (child: ChildProcess): Promise<void> => {
  const [code, signal] = await once(child, "close")
  if (signal !== "SIGKILL") throw new Error(`投递进程自行结束 a dispatcher ended by itself (${code})`)
}

/** What is killed, and how often. */
export interface Killing {
  /** The process that dispatches. */
  readonly script: Script
  /** Where the deliveries are kept. */
  readonly place: string
  /** How many dispatchers are killed. */
  readonly kills: number
  /** How many mails a dispatcher sends at most before it is killed. */
  readonly most: number
}

/**
 * Lets dispatchers send, one or two at once, and kills each at a point of its own, wherever the mail is then. In the end one sends what is left.
 */
export const killDispatchers = async (
  { kills, most, place, script }: Killing,
  server: MailServer,
  draw: Random,
  tally: Tally
): Promise<void> => {
  for (let killed = 0; killed < kills; ) {
    const together = Math.min(kills - killed, draw.oneIn(3) ? 2 : 1)
    const listening = new Set<(stage: Stage) => void>()
    server.at = (stage) => {
      for (const listener of listening) listener(stage)
    }
    await Promise.all(
      Array.from({ length: together }, async () => {
        const point = pointOf(draw, most)
        const child = start(script, { place, port: server.port, toTheEnd: false })
        const end = gone(child)
        const kill = () => void child.kill("SIGKILL")
        let [left, mails] = [point.after, server.mails.length]
        if (point.of === "start") globalThis.setTimeout(kill, point.after)
        else {
          listening.add((stage) => {
            if (stage !== point.of || --left !== 0) return
            if (point.later === 0) kill()
            else globalThis.setTimeout(kill, point.later)
          })
        }
        // one that finds nothing left to send is killed as well
        const watch = new AbortController()
        const idle = async () => {
          while (!watch.signal.aborted) {
            await setTimeout(5000, undefined, { signal: watch.signal })
            if (server.mails.length === mails) kill()
            mails = server.mails.length
          }
        }
        idle().catch(() => undefined)
        await end.finally(() => watch.abort())
      })
    )
    killed += together
    tally.add("dispatchers", together)
  }
  server.takeAll()
  const last = start(script, { place, port: server.port, toTheEnd: true })
  const [code] = await once(last, "close")
  if (code !== 0) throw new Error(`最后的投递进程未能完成 the last dispatcher did not come to its end (${code})`)
}
