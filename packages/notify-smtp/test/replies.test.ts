/** What a mail server may say at each step, and what it means for a letter. */
import type { NotDelivered } from "@banfa/core/port/Notifier"
import { toldClock } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type { Options } from "../src/SmtpNotifier.ts"
import { dispatch } from "./letter.ts"
import { drop, hang, type Script, scripted, trickle } from "./scripted.ts"
import { send } from "./send.ts"

const timeout = 60_000

const options = (port: number): Options => ({
  url: `smtp://127.0.0.1:${port}`,
  from: "notice@info.example.gov.cn",
  tls: "none",
  timeout
})

const [taken, gone] = ["Accepted", "unavailable, again"]

/** What it says, and what becomes of the letter. */
const replies: ReadonlyArray<readonly [script: Script, ends: string]> = [
  [{}, taken],
  [{ EHLO: "500 5.5.1 what", HELO: "250 far.example" }, taken],
  [{ DATA: "250 some say so" }, taken],
  [{ greeting: "220-one\r\n220-two\r\n220 three" }, taken],

  [{ greeting: "421 4.3.2 too many connections" }, gone],
  [{ greeting: "450 4.3.2 later" }, gone],
  [{ greeting: "554 5.7.1 no mail here" }, "refused"],
  [{ greeting: "200 hello" }, gone],
  [{ greeting: "SSH-2.0-OpenSSH" }, gone],
  [{ greeting: drop }, gone],
  [{ greeting: hang }, gone],
  [{ EHLO: drop }, gone],
  [{ EHLO: hang }, gone],
  [{ EHLO: trickle }, gone],
  [{ EHLO: "421 4.3.2 going down" }, gone],
  [{ EHLO: "550 5.7.1 not you", HELO: "550 5.7.1 not you" }, "refused"],

  [{ MAIL: "421 4.7.0 going down" }, gone],
  [{ MAIL: "450 4.7.1 later" }, gone],
  [{ MAIL: "451 4.3.0 an error here" }, gone],
  [{ MAIL: "452 4.3.1 no room" }, gone],
  [{ MAIL: "503 5.5.1 not now" }, gone],
  [{ MAIL: "530 5.7.0 log in first" }, "not-authorized"],
  [{ MAIL: "530 5.7.0 encrypt first" }, "not-authorized"],
  [{ MAIL: "550 5.7.1 not you" }, "refused"],
  [{ MAIL: "552 too large" }, "too-large"],
  [{ MAIL: "552 5.3.4 too large" }, "too-large"],
  [{ MAIL: "553 5.1.8 no such sender" }, "refused"],
  [{ MAIL: drop }, gone],
  [{ MAIL: hang }, gone],

  [{ RCPT: "421 4.3.2 going down" }, gone],
  [{ RCPT: "450 4.2.0 greylisted" }, gone],
  [{ RCPT: "451 greylisted" }, gone],
  [{ RCPT: "452 4.2.2 the mailbox is full" }, gone],
  [{ RCPT: "450 4.4.5 congested" }, "throttled, again"],
  [{ RCPT: "501 5.1.3 no address" }, "invalid-address"],
  [{ RCPT: "550 nobody" }, "invalid-address"],
  [{ RCPT: "550 5.1.1 nobody" }, "invalid-address"],
  [{ RCPT: "550 5.1.2 no such host" }, "invalid-address"],
  [{ RCPT: "550 5.2.1 switched off" }, "refused"],
  [{ RCPT: "550 5.7.1 no relay" }, "refused"],
  [{ RCPT: "550 5.7.26 not authenticated" }, "refused"],
  [{ RCPT: "551 5.1.6 moved" }, "invalid-address"],
  [{ RCPT: "552 5.2.2 full" }, "refused"],
  [{ RCPT: "552 full" }, "refused"],
  [{ RCPT: "552 5.2.3 too large for this one" }, "too-large"],
  [{ RCPT: "553 no such name" }, "invalid-address"],
  [{ RCPT: "554 no" }, "refused"],
  [{ RCPT: drop }, gone],
  [{ RCPT: hang }, gone],

  [{ DATA: "421 4.3.2 going down" }, gone],
  [{ DATA: "451 4.3.0 an error here" }, gone],
  [{ DATA: "554 5.5.1 no valid recipients" }, "refused"],
  [{ DATA: drop }, gone],
  [{ DATA: hang }, gone],

  [{ message: "421 4.3.2 going down" }, gone],
  [{ message: "450 4.7.28 a flood" }, "throttled, again"],
  [{ message: "451 4.7.1 later" }, gone],
  [{ message: "452 4.3.1 no room" }, gone],
  [{ message: "523 5.3.4 too large" }, "too-large"],
  [{ message: "550 5.7.1 spam" }, "refused"],
  [{ message: "552 too large" }, "too-large"],
  [{ message: "552 5.2.2 full" }, "refused"],
  [{ message: "554 5.6.0 malformed" }, "refused"],
  [{ message: "gibberish" }, gone],
  [{ message: drop }, gone],
  [{ message: hang }, gone],
  [{ message: trickle }, gone]
]

const nameOf = (script: Script): string =>
  Object.entries(script)
    .map(([step, says]) => `${step === "message" ? "the letter" : step}: ${String(says)}`)
    .join(", ")

const endOf = ({ reason, retry }: NotDelivered): string => `${reason}${retry ? ", again" : ""}`

describe("a letter to a mail server that says", () => {
  for (const [script, ends] of replies) {
    it.live(`${nameOf(script) || "yes to everything"}: ${ends}`, () =>
      Effect.gen(function* () {
        const clock = toldClock()
        // where a server says no more, the time passes that it has
        const { port } = yield* scripted(script, () => clock.pass(timeout))
        const ended = yield* clock.on(send(options(port), dispatch())).pipe(
          Effect.map(({ status }) => ({ ends: status === "accepted" ? taken : status, detail: "" })),
          Effect.catchTag("NotDelivered", (error) => Effect.succeed({ ends: endOf(error), detail: error.detail }))
        )
        assert.equal(ended.ends, ends, ended.detail)
        const said = Object.values(script).findLast((says) => typeof says === "string" && /^[45]/.test(says))
        if (ends !== taken && typeof said === "string") assert.include(ended.detail, said.slice(4))
      }).pipe(Effect.scoped)
    )
  }

  it.live("no to all of several addresses, to some for now: it is tried again", () =>
    Effect.gen(function* () {
      const { port } = yield* scripted({
        RCPT: (address) => (address.startsWith("a@") ? "450 4.7.1 greylisted" : "550 5.1.1 nobody")
      })
      const to = ["a@info.example.gov.cn", "b@info.example.gov.cn"]
      const ends = yield* send(options(port), dispatch({ to })).pipe(
        Effect.as(taken),
        Effect.catchTag("NotDelivered", (error) => Effect.succeed(endOf(error)))
      )
      assert.equal(ends, gone)
    }).pipe(Effect.scoped)
  )

  it.live("no to some of several addresses: it went to the others, and each is told with its reason", () =>
    Effect.gen(function* () {
      const { heard, port } = yield* scripted({
        RCPT: (address) => ({ a: "450 4.7.1 greylisted", b: "550 5.1.1 nobody" })[address.slice(0, 1)] ?? "250 2.1.5 ok"
      })
      const to = ["a@info.example.gov.cn", "b@info.example.gov.cn", "c@info.example.gov.cn"]
      const { refused, status } = yield* send(options(port), dispatch({ to }))
      assert.equal(status, "accepted")
      assert.deepEqual(refused, [
        {
          address: "a@info.example.gov.cn",
          retry: true,
          text: {
            zh: "对方或通道不可用：450 4.7.1 greylisted",
            en: "the far side or the channel is unavailable: 450 4.7.1 greylisted"
          }
        },
        {
          address: "b@info.example.gov.cn",
          retry: false,
          text: { zh: "地址不合规：550 5.1.1 nobody", en: "the address is none: 550 5.1.1 nobody" }
        }
      ])
      assert.equal(heard.filter((line) => line.startsWith("RCPT")).length, 3)
    }).pipe(Effect.scoped)
  )
})
