import { Notifier } from "@banfa/core/port/Notifier"
import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import fc from "fast-check"
import { layer } from "../src/index.ts"
import { ofAnswer, retryAfterOf } from "../src/outcome.ts"
import { type Answering, makeReceiver } from "./Receiver.ts"

/** How a letter ends that an endpoint answers in this way. */
const answered = (answer: Answering) =>
  Effect.gen(function* () {
    const receiver = yield* makeReceiver
    yield* receiver.answers(answer)
    const sent = { id: "notice/1", letter: sampleLetter(), to: [receiver.address(0)] }
    const ended = yield* Notifier.use(({ send }) => Effect.result(send(sent))).pipe(
      Effect.provide(layer(receiver.options))
    )
    return { ended, asked: receiver.asked.length }
  }).pipe(Effect.scoped)

const takes: Readonly<Record<string, Answering>> = {
  "says nothing else": (response) => response.writeHead(204).end(),
  "has an error in its body": (response) => response.writeHead(200).end(`{"error":"失败 failed"}`),
  "breaks off in the middle of its body": (response, socket) => {
    response.writeHead(200, { "content-length": "1000" }).write("half", () => socket.destroy())
  },
  "drips its body without an end": (response, socket) => {
    response.writeHead(202)
    const timer = setInterval(() => response.write("x"), 20)
    socket.on("close", () => clearInterval(timer))
  },
  "has a body of eight megabytes": (response) => response.writeHead(200).end(Buffer.alloc(8 * 1_048_576)),
  "speaks HTTP/1.0": (_, socket) => socket.end("HTTP/1.0 200 OK\r\n\r\nok")
}

describe("an answer to a webhook", () => {
  for (const [what, answer] of Object.entries(takes)) {
    it.live(`that is a 2xx and ${what} says that the letter was taken`, () =>
      Effect.gen(function* () {
        const { asked, ended } = yield* answered(answer)
        assert.deepStrictEqual(ended._tag === "Success" && ended.success, {
          status: "accepted",
          reference: "notice/1"
        })
        assert.strictEqual(asked, 1)
      })
    )
  }

  it.live("that refuses is told in the words of the endpoint, in one line and cut", () =>
    Effect.gen(function* () {
      const said = `\u0000第一行\r\n\u202Eline 2\t${"长".repeat(5_000)}`
      const { ended } = yield* answered((response) => response.writeHead(422).end(said))
      assert.strictEqual(ended._tag, "Failure")
      if (ended._tag !== "Failure") return
      const { detail, reason, retry, text } = ended.failure
      assert.deepStrictEqual([reason, retry], ["refused", false])
      assert.match(detail, /^HTTP 422: 第一行 line 2 长{400,}$/u)
      assert.isAtMost(detail.length, 500)
      assert.match(text.zh, /^通知未送出，对方拒收：HTTP 422/u)
      assert.match(text.en, /^The notice did not go out, the far side refused it: HTTP 422/u)
    })
  )

  it.live("that says to go elsewhere is not followed", () =>
    Effect.gen(function* () {
      const { asked, ended } = yield* answered((response) => response.writeHead(308, { location: "/agency-1" }).end())
      assert.deepStrictEqual([ended._tag, asked], ["Failure", 1])
    })
  )

  it("of whatever status comes to one end, and only what may help is tried again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.string(), (status, body) => {
        const outcome = ofAnswer({ status, body, retryAfter: undefined }, "a", 0)
        const taken = status >= 200 && status < 300
        assert.strictEqual("retry" in outcome, !taken)
        if (!("retry" in outcome)) return
        const forGood = status >= 300 && status < 500 && ![408, 425, 429].includes(status)
        assert.strictEqual(outcome.retry, !forGood)
        assert.isAtMost(outcome.detail.length, 500)
      })
    )
  })
})

describe("when an endpoint asks to be tried again", () => {
  const now = Date.parse("2026-04-08T00:00:00Z")

  it("is read in seconds and as an instant, and is never before now nor after a day", () => {
    const examples: ReadonlyArray<readonly [value: string | undefined, after: number | undefined]> = [
      [undefined, undefined],
      ["0", 0],
      ["120", 120_000],
      [" 7 ", 7_000],
      ["Wed, 08 Apr 2026 00:01:00 GMT", 60_000],
      ["Tue, 07 Apr 2026 00:00:00 GMT", 0],
      ["Sun, 06 Nov 1994 08:49:37 GMT", 0],
      ["Fri, 01 Jan 2100 00:00:00 GMT", 86_400_000],
      ["99999999999999999999", 86_400_000],
      ["-1", undefined],
      ["1.5", undefined],
      ["tomorrow", undefined],
      ["2026-04-08", undefined],
      ["Wed, 99 Apr 2026 00:00:00 GMT", undefined],
      ["", undefined]
    ]
    for (const [value, after] of examples) assert.strictEqual(retryAfterOf(value, now), after, value)
  })

  it("is within a day or not said, whatever stands there", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const after = retryAfterOf(value, now)
        assert.isTrue(after === undefined || (after >= 0 && after <= 86_400_000))
      })
    )
  })
})
