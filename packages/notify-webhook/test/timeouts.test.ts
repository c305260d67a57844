import { Notifier } from "@banfa/core/port/Notifier"
import { sampleLetter, toldClock } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { layer, type WebhookOptions } from "../src/index.ts"
import { makeReceiver, patient, type Receiver } from "./Receiver.ts"

type Timeouts = NonNullable<WebhookOptions["timeouts"]>

/** How a letter ends that is sent to a far side which never says anything, and when its own clock does not go on. */
const ended = (timeouts: Timeouts, begin: (receiver: Receiver) => Effect.Effect<void>, clock = toldClock()) =>
  Effect.gen(function* () {
    const receiver = yield* makeReceiver
    yield* begin(receiver)
    const sent = { id: "notice/1", letter: sampleLetter(), to: [receiver.address(0)] }
    const channel = layer({ ...receiver.options, timeouts: { ...patient, ...timeouts } })
    const { detail, reason, retry } = yield* Notifier.use(({ send }) => Effect.flip(clock.on(send(sent)))).pipe(
      Effect.provide(channel)
    )
    assert.deepStrictEqual([reason, retry], ["unavailable", true])
    return detail
  }).pipe(Effect.scoped)

// nothing that is good goes over these channels, so a short time is not too short on any machine
describe("an endpoint that says nothing is given up", () => {
  it.live("when there is no connection, and when there are no headers, in the time for them", () =>
    Effect.gen(function* () {
      const [connection, headers] = yield* Effect.all(
        [
          ended({ connect: 50 }, ({ connecting }) => connecting(() => undefined)),
          ended({ headers: 50 }, ({ answers }) => answers(() => undefined))
        ],
        { concurrency: "unbounded" }
      )
      assert.match(connection, /connect/iu)
      assert.match(headers, /headers/iu)
    })
  )

  it.live("when the time for everything is over, and not before", () =>
    Effect.gen(function* () {
      const clock = toldClock()
      let passed = 0
      const pass = (millis: number) => {
        passed += millis
        clock.pass(millis)
      }
      const detail = yield* ended(
        { total: 5_000 },
        ({ answers }) =>
          answers(() => {
            pass(4_999)
            setTimeout(pass, 20, 1)
          }),
        clock
      )
      assert.deepStrictEqual([passed, detail], [5_000, "no answer within 5000 ms"])
    })
  )
})
