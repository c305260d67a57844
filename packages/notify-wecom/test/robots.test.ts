import type { Dispatch } from "@banfa/core/port/Notifier"
import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { type RobotSettings, robots } from "../src/index.ts"
import { keyOf, startStandIn } from "./standIn.ts"

const letter = sampleLetter()
const to = (...addresses: ReadonlyArray<string>): Dispatch => ({ id: "notice/1", letter, to: addresses })
const keys = Object.fromEntries(
  ["项目群", "info", "removed", "disabled"].map((name) => [name, Redacted.make(keyOf(name))])
)

/** A stand-in and the robots before it. */
const both = (more: Partial<RobotSettings> = {}) =>
  Effect.gen(function* () {
    const standIn = yield* startStandIn()
    return { standIn, notifier: yield* robots({ baseUrl: standIn.url, allowHttp: true, robots: keys, ...more }) }
  })

describe("a letter to robots", () => {
  it.effect("goes to each once, under names in any script", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      const accepted = yield* notifier.send(to("robot:项目群", "robot:info", "robot:项目群"))
      assert.deepStrictEqual(accepted, { status: "accepted" })
      assert.deepStrictEqual(
        standIn.taken.map(({ to }) => to[0]),
        ["robot:项目群", "robot:info"]
      )
    })
  )

  it.effect("goes to the others where one is not in its group any more, which is told", () =>
    Effect.gen(function* () {
      const { notifier } = yield* both()
      const { refused = [] } = yield* notifier.send(to("robot:removed", "robot:info"))
      assert.deepStrictEqual(refused, [
        {
          address: "robot:removed",
          text: {
            zh: "地址不合规：errcode 93000: invalid webhook url ***",
            en: "the address is none: errcode 93000: invalid webhook url ***"
          },
          retry: false
        }
      ])
    })
  )

  it.effect("goes to none while the service fails, and is tried again as a whole", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      standIn.fail({ status: 500 })
      const { reason, retry } = yield* Effect.flip(notifier.send(to("robot:info", "robot:项目群")))
      assert.deepStrictEqual([reason, retry, standIn.asked.length], ["unavailable", true, 1])
    })
  )

  it.effect(
    "that has gone to one is not tried again as a whole when the service fails after it: the others are told",
    () =>
      Effect.gen(function* () {
        const { notifier, standIn } = yield* both()
        standIn.fail({ status: 500 }, undefined, 1)
        const { refused } = yield* notifier.send(to("robot:info", "robot:项目群"))
        assert.deepStrictEqual([refused?.[0]?.address, refused?.[0]?.retry], ["robot:项目群", true])
        assert.include(refused?.[0]?.text.zh, "HTTP 500")
      })
  )

  it.effect("takes the form that a deployment wants", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both({ message: (message, { id }) => ({ ...message, bizId: id }) })
      yield* notifier.send(to("robot:info"))
      assert.strictEqual(standIn.taken[0]?.body.bizId, "notice/1")
    })
  )
})
