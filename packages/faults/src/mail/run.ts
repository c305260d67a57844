/** Dispatchers that are killed while they send mail. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Deliveries, type DeliveryReceipt, type Standing } from "@banfa/core/port/Deliveries"
import { startServer } from "@banfa/servers"
import { layer as postgres } from "@banfa/storage-postgres"
import { layer as sqlite } from "@banfa/storage-sqlite"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { bundleChild } from "../bundleChild.ts"
import { newDatabase } from "../inPostgres.ts"
import { random } from "../random.ts"
import type { Part } from "../run.ts"
import { tally } from "../Tally.ts"
import { judge } from "./judge.ts"
import { killDispatchers } from "./killDispatchers.ts"
import { startMailServer } from "./MailServer.ts"
import { deliveries } from "./notices.ts"

/** How much of it. */
export interface MailCounts {
  /** Dispatchers that are killed. */
  readonly kills: number
  /** Notices that are sent meanwhile. */
  readonly notices: number
}

const during = <A>(place: string, body: (kept: Deliveries["Service"]) => Effect.Effect<A, unknown>): Promise<A> => {
  const storage: Layer.Layer<Deliveries, unknown> = place.startsWith("postgres:")
    ? postgres({ url: place, maxConnections: 2 })
    : sqlite({ filename: place })
  return Deliveries.use(body).pipe(Effect.provide(storage), Effect.runPromise)
}

const allStandings = ({ list }: Deliveries["Service"]) =>
  Effect.gen(function* () {
    const all: Array<Standing> = []
    for (;;) {
      const page = yield* list({ after: all.at(-1)?.id, limit: 1000 })
      all.push(...page)
      if (page.length < 1000) return all
    }
  })

/** Sends notices over a mail server while dispatchers are killed, and looks at what is there in the end. */
export const runMail = async (
  storage: "sqlite" | "postgres",
  { kills, notices }: MailCounts,
  seed: number,
  done: (part: Part) => void
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "banfa-faults-"))
  const database = storage === "postgres" ? await startServer("postgres") : undefined
  const draw = random(seed)
  const server = await startMailServer(draw)
  const counting = tally()
  try {
    const placeOf = async (name: string) =>
      database === undefined ? join(folder, `${name}.sqlite`) : newDatabase(database.url, name)
    const warmUp = { place: await placeOf("first"), port: server.port, toTheEnd: true }
    const script = await bundleChild(storage, folder, JSON.stringify(warmUp), "mail")
    const place = await placeOf("mail")
    const put = deliveries({ notices, lanes: Math.max(1, Math.floor(notices / 50)) })
    await during(place, ({ enqueue }) => Effect.forEach(Arr.chunksOf(put, 500), enqueue, { discard: true }))
    counting.add("notices", notices)
    const most = Math.max(1, Math.floor((1.5 * notices) / Math.max(1, kills)))
    await killDispatchers({ script, place, kills, most }, server, draw, counting)
    const { receipts, standings } = await during(place, (kept) =>
      Effect.gen(function* () {
        const standings = yield* allStandings(kept)
        // those that were tried more than once, and some of the others
        const looked = standings.filter(({ attempts }, i) => attempts > 1 || i % 50 === 0)
        const receipts: ReadonlyArray<ReadonlyArray<DeliveryReceipt>> = yield* Effect.forEach(looked, ({ id }) =>
          kept.receipts(id)
        )
        return { standings, receipts: receipts.flat() }
      })
    )
    counting.add("notTaken", server.notTaken())
    if (standings.length !== notices) {
      counting.lose(
        `存有 ${standings.length} 件，应为 ${notices} 件`,
        `${standings.length} are kept instead of ${notices}`
      )
    }
    judge({ mails: server.mails, standings, receipts }, counting)
    done({
      heading: `${storage === "sqlite" ? "SQLite" : "PostgreSQL"}：投递邮件的进程被终止 dispatchers of mail that are killed`,
      tally: counting
    })
  } finally {
    await server.close()
    await database?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
