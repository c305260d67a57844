import { writeSync } from "node:fs"
import { Deliveries } from "@banfa/core/port/Deliveries"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import { AddressBook, Channels, Dispatcher } from "@banfa/notify"
import { layer as mail } from "@banfa/notify-smtp"
import { layer as postgres } from "@banfa/storage-postgres"
import { layer as sqlite } from "@banfa/storage-sqlite"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { recipient } from "../mail/notices.ts"

/** What a process that dispatches is told. */
export interface Dispatching {
  /** The file, or the address of the database. */
  readonly place: string
  /** Where the mail server listens. */
  readonly port: number
  /** Whether it ends by itself when nothing is left. */
  readonly toTheEnd: boolean
}

const { place, port, toTheEnd }: Dispatching = JSON.parse(process.argv[2] ?? "")

const storage: Layer.Layer<Deliveries, unknown> = place.startsWith("postgres:")
  ? postgres({ url: place, maxConnections: 4 })
  : sqlite({ filename: place })

const dispatcher = Dispatcher.layer({
  concurrency: 8,
  // what a dispatcher held when it was killed is another's soon
  timeout: "1 second",
  lease: "3 seconds",
  poll: "100 millis",
  retry: { base: "20 millis", cap: "200 millis", attempts: 10_000 }
}).pipe(
  Layer.provide(
    Channels.layer([mail({ url: `smtp://127.0.0.1:${port}`, from: "notice@example.gov.cn", tls: "none" })])
  ),
  Layer.provide(
    AddressBook.layerMemory({
      entries: [{ agency: recipient, channel: "smtp", addresses: ["clerk@info.example.gov.cn"] }]
    })
  ),
  Layer.provide(WorkingCalendar.layerMemory()),
  Layer.provideMerge(storage)
)

/** Whether something is left to be sent. */
const left = Effect.gen(function* () {
  const { list } = yield* Deliveries
  for (const state of ["waiting", "claimed"] as const) if ((yield* list({ state, limit: 1 })).length > 0) return true
  return false
})

const program = Effect.gen(function* () {
  const { round, run } = yield* Dispatcher
  if (!toTheEnd) return yield* run
  while (yield* left) {
    yield* round
    yield* Effect.sleep("50 millis")
  }
}).pipe(Effect.provide(dispatcher))

await Effect.runPromise(program).catch((error: unknown) => {
  writeSync(2, `${error}\n`)
  process.exitCode = 1
})
