/**
 * Dispatchers in processes of their own over one storage, some of which are killed: nothing is handed out to two, what a dead one held is handed out
 * again when its time is over and not before, and in the end everything was sent.
 */
import { spawn } from "node:child_process"
import { Deliveries, type DeliveryReceipt, type Standing } from "@banfa/core/port/Deliveries"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { nodeArgs, type Script } from "./bundleChild.ts"
import type { Attempt, Dispatching, DispatchLine, Round } from "./child/dispatch.ts"
import type { Random } from "./random.ts"
import type { Tally } from "./Tally.ts"

/** Where it is sent from, and how. */
export interface Sending {
  /** The process that sends. */
  readonly script: Script
  /** Makes a storage. */
  readonly make: (n: number) => Promise<{ readonly layer: Layer.Layer<Deliveries, unknown>; readonly place: string }>
  /** How many processes are killed in all. */
  readonly kills: number
  /** How many over one storage. */
  readonly each: number
}

const channel = "smtp"
const [lanes, inLane] = [12, 8]

/** There is no clock: a round is as long as its dispatchers go on, and the next begins when the time of all holders is over. */
const roundOf = (n: number): Round => {
  const instant = (hours: number) => new Date(Date.UTC(2026, 2, 1, hours)).toISOString()
  return { channel, at: instant(n), until: instant(n + 1) }
}

/** The first round. */
export const firstRound: Round = roundOf(0)

const keyOf = ({ attempt, id }: Attempt): string => `${id}#${attempt}`

/** What the dispatchers have told, all together. */
export interface Heard {
  /** What was handed out, in which round. */
  readonly claimed: Map<string, { readonly attempt: Attempt; readonly round: number }>
  /** What was settled and acknowledged. */
  readonly settled: Map<string, Attempt & { readonly status: string }>
  /** How many were put in. */
  put: number
}

/** Starts a dispatcher, and kills it when it was handed out so many, if that is to be. Rejects where it ends by itself with an error. */
const start = (script: Script, told: Dispatching, hear: (line: DispatchLine) => void, after?: number) =>
  new Promise<boolean>((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArgs, script.file, JSON.stringify(told)], {
      env: script.env,
      stdio: ["ignore", "pipe", "inherit"]
    })
    let [claims, failed, heard] = [0, "", ""]
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (heard + text).split("\n")
      // the last may not have been said to its end
      heard = lines.pop() ?? ""
      for (const said of lines) {
        const line: DispatchLine = JSON.parse(said)
        hear(line)
        if ("failed" in line) failed = line.failed
        if ("claimed" in line && ++claims === after) child.kill("SIGKILL")
      }
    })
    child.on("error", reject)
    child.on("close", (code, signal) => {
      if (signal === "SIGKILL" || (code === 0 && failed === "")) resolve(signal === "SIGKILL")
      else reject(new Error(`发送进程自行结束 a dispatcher ended by itself (${code}): ${failed}`))
    })
  })

/** What is in a storage. */
export type Found = Effect.Success<ReturnType<typeof lookInto>>

/** Everything that is in a storage, and what it would hand out at an instant. */
const lookInto = ({ at, until }: Round) =>
  Effect.gen(function* () {
    const deliveries = yield* Deliveries
    const all: Array<Standing> = []
    for (let page = -1; page !== 0; ) {
      const found = yield* deliveries.list({ channel, after: all.at(-1)?.id, limit: 1000 })
      all.push(...found)
      page = found.length
    }
    const receipts = yield* Effect.forEach(all, ({ id }) => deliveries.receipts(id))
    const handedOut = yield* deliveries.claim({ channel, at, until, limit: 1000 })
    return { all, receipts: receipts.flat(), handedOut }
  })

/** Puts in what a round is to send. */
const putIn = (number: number) =>
  Effect.gen(function* () {
    const { enqueue } = yield* Deliveries
    yield* enqueue(
      Array.from({ length: lanes * inLane }, (_, n) => ({
        id: `${number}-${n}`,
        channel,
        lane: `agency-${n % lanes}`,
        data: { n },
        notBefore: firstRound.at
      }))
    )
  })

/** Whether what is at its end in a lane is what was put in first. */
const inOrder = (all: ReadonlyArray<Standing>, lane: string): boolean => {
  const states = all.filter((one) => one.lane === lane).map(({ state }) => state)
  return states.lastIndexOf("end") < states.findIndex((state) => state !== "end") >>> 0
}

/** What does not fit between what the dispatchers have told and what is in the storage after a round of this number. */
export const judge = (heard: Heard, { all, handedOut, receipts }: Found, number: number, tally: Tally): void => {
  if (all.length !== heard.put)
    tally.lose(`存有 ${all.length} 项`, `${all.length} of ${heard.put} deliveries are there`)
  for (let lane = 0; lane < lanes; lane++)
    if (!inOrder(all, `agency-${lane}`)) tally.lose(`第 ${lane} 队次序颠倒`, `lane ${lane} is out of order`)
  const written = new Map(receipts.map((one): [string, DeliveryReceipt] => [keyOf(one), one]))
  if (written.size !== receipts.length) tally.lose("同一次发送有两份回执", "an attempt has two receipts")
  for (const { attempt, id } of handedOut) {
    // who was killed may have ended the one before it in its lane, and was not there to claim it
    const before = keyOf({ id, attempt: attempt - 1 })
    if (heard.claimed.get(before)?.round === number && !written.has(before))
      tally.lose(`${id} 在其领取者期满前再次发出`, `${id} was handed out before the time of its holder was over`)
  }
  for (const [key, { status }] of heard.settled)
    if (written.get(key)?.status !== status) tally.lose(`${key} 的回执不在`, `the receipt of ${key} is not there`)
}

/** Several dispatchers at once, of which so many are to be killed and one at least is not; answers with how many were. */
const round = async (
  { place, script }: { readonly place: string; readonly script: Script },
  { heard, number }: { readonly heard: Heard; readonly number: number },
  draw: Random,
  tally: Tally,
  kills: number
): Promise<number> => {
  const together = kills + 1 + draw.below(2)
  const hear = (line: DispatchLine) => {
    if ("settled" in line) heard.settled.set(keyOf(line.settled), line.settled)
    if ("lost" in line)
      tally.lose(`${keyOf(line.lost)} 期内被夺`, `${keyOf(line.lost)} was lost before its time was over`)
    if (!("claimed" in line)) return
    const [key, { attempt, id }] = [keyOf(line.claimed), line.claimed]
    tally.add("handedOut")
    if (heard.claimed.has(key)) tally.lose(`${key} 同时发给两个进程`, `${key} was handed out to two`)
    heard.claimed.set(key, { attempt: line.claimed, round: number })
    const before = heard.claimed.get(keyOf({ id, attempt: attempt - 1 }))
    if (before !== undefined && !heard.settled.has(keyOf(before.attempt)) && before.round < number) tally.add("back")
  }
  const dead = await Promise.all(
    Array.from({ length: together }, (_, by) =>
      start(script, { ...roundOf(number), place }, hear, by < kills ? 1 + draw.below(15) : undefined)
    )
  )
  return dead.filter(Boolean).length
}

/** Kills dispatchers, at most three at once and never all, until so many were killed, and lets the last ones send what is left. */
export const killDispatchers = async (
  { each, kills, make, script }: Sending,
  draw: Random,
  tally: Tally
): Promise<void> => {
  for (let killed = 0, n = 0; killed < kills; n++) {
    const { layer, place } = await make(n)
    const run = <A>(effect: Effect.Effect<A, unknown, Deliveries>) => Effect.runPromise(Effect.provide(effect, layer))
    const heard: Heard = { claimed: new Map(), settled: new Map(), put: 0 }
    const last = Math.min(kills, killed + each)
    for (let number = 0, more = true; more; number++) {
      more = killed < last
      if (more) {
        await run(putIn(number))
        heard.put += lanes * inLane
      }
      // the last ones send what is left, and nobody kills them
      const together = more ? Math.min(last - killed, 1 + draw.below(3)) : 0
      const dead = await round({ place, script }, { heard, number }, draw, tally, together)
      tally.add("dispatchers", dead)
      killed += dead
      judge(heard, await run(lookInto(roundOf(number))), number, tally)
    }
    tally.add("putIn", heard.put)
    const found = await run(lookInto(firstRound))
    const ends = new Map<string, number>()
    for (const { id, status } of found.receipts) if (status === "accepted") ends.set(id, (ends.get(id) ?? 0) + 1)
    for (const { id, state } of found.all) {
      if (state === "end" && ends.get(id) === 1) tally.add("ended")
      else tally.lose(`${id} 未办结`, `${id} is not at its end`)
    }
  }
}
