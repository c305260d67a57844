/** The channel under a dispatcher, which tries again what a server puts off. */
import { Deliveries } from "@banfa/core/port/Deliveries"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import { AddressBook, Channels, Dispatcher } from "@banfa/notify"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { layer, type Options } from "../src/SmtpNotifier.ts"
import { connected, read, settings } from "./farSide.ts"
import { letter } from "./letter.ts"

const [clerk, other] = ["clerk@info.example.gov.cn", "other@info.example.gov.cn"] as const
const to = [clerk, other]

const dispatcher = (options: Options) =>
  Dispatcher.layer({ retry: { base: "1 millis", cap: "1 millis" }, poll: "5 millis" }).pipe(
    Layer.provide(Channels.layer([layer(options)])),
    Layer.provide(AddressBook.layerMemory({ entries: [{ agency: "gz-info", channel: "smtp", addresses: to }] })),
    Layer.provide(WorkingCalendar.layerMemory()),
    Layer.provideMerge(Deliveries.layerMemory)
  )

const deliveryOf = (n: number) => ({
  id: `smtp:n${n}`,
  channel: "smtp",
  lane: "project/P1",
  data: { kind: "letter", letter: JSON.parse(JSON.stringify(letter)) },
  notBefore: "2026-04-08T00:00:00.000Z"
})

describe("the mail channel under a dispatcher", () => {
  it.live("sends what a server puts off again under the same id, and what stands behind it only then", () =>
    Effect.gen(function* () {
      const { line, server } = yield* connected()
      let putOff = 0
      // greylisting: the first two attempts are put off
      server.answers = { rcpt: () => (putOff++ < 4 ? "450 4.7.1 greylisted" : undefined) }
      yield* Effect.gen(function* () {
        const { enqueue, receipts } = yield* Deliveries
        yield* enqueue([deliveryOf(1), deliveryOf(2)])
        yield* Effect.forkChild(Dispatcher.use(({ run }) => run))
        while (server.mails.length < 2) yield* Effect.sleep(5)
        while ((yield* receipts("smtp:n2")).length < 1) yield* Effect.sleep(5)
        const statuses = Effect.map(receipts("smtp:n1"), (all) => all.map(({ status }) => status))
        assert.deepEqual(yield* statuses, ["failed", "failed", "accepted"])
      }).pipe(Effect.provide(dispatcher(settings(line.port))))
      const ids = yield* Effect.promise(() => Promise.all(server.mails.map(read)))
      assert.deepEqual(
        ids.map(({ headers }) => headers.get("x-banfa-notice")),
        ["smtp%3An1", "smtp%3An2"]
      )
      assert.deepEqual(
        server.mails.map((mail) => mail.to),
        [to, to]
      )
    }).pipe(Effect.scoped)
  )

  it.live("goes to whom a server takes, and who is refused is listed with what the server said", () =>
    Effect.gen(function* () {
      const { line, server } = yield* connected()
      server.answers = { rcpt: (address) => (address.startsWith("other") ? "550 5.1.1 nobody" : undefined) }
      yield* Effect.gen(function* () {
        const { enqueue, list, receipts } = yield* Deliveries
        yield* enqueue([deliveryOf(1)])
        yield* Dispatcher.use(({ round }) => round)
        const [dead] = yield* list({ state: "dead" })
        const said = dead === undefined ? [] : yield* receipts(dead.id)
        assert.include(JSON.stringify(said), "550 5.1.1 nobody")
        assert.include(JSON.stringify(said), other)
      }).pipe(Effect.provide(dispatcher(settings(line.port))))
      assert.deepEqual(
        server.mails.map((mail) => mail.to),
        [[clerk]]
      )
    }).pipe(Effect.scoped)
  )
})
