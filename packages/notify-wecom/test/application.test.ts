import { type Dispatch, NotDelivered, Notifier } from "@banfa/core/port/Notifier"
import { sampleLetter, toldClock } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/testing/TestClock"
import { Agent } from "undici"
import { type ApplicationSettings, application } from "../src/index.ts"
import { applicationTo, settingsOf } from "./farSides.ts"
import { other, trusted } from "./selfSigned.ts"
import { corpId, type Organization, startStandIn } from "./standIn.ts"

const letter = sampleLetter()
let sent = 0
const to = (...addresses: ReadonlyArray<string>): Dispatch => ({ id: `notice/${++sent}`, letter, to: addresses })

const gettoken = "/cgi-bin/gettoken"
const sendPath = "/cgi-bin/message/send"

/** A stand-in and an application before it. */
const both = (organization: Organization = {}, more: Partial<ApplicationSettings> = {}) =>
  Effect.gen(function* () {
    const standIn = yield* startStandIn(organization)
    return { standIn, notifier: yield* application(settingsOf(standIn, more)) }
  })

/** How a letter that is not delivered ends. */
const ending = (sending: Effect.Effect<unknown, NotDelivered>) =>
  Effect.map(Effect.flip(sending), ({ detail, reason, retry }) => ({ reason, retry, detail }))

const count = (asked: ReadonlyArray<string>, path: string) => asked.filter((each) => each === path).length

describe("the token of an application", () => {
  it.effect("is asked for once by letters that are sent at once, and kept for those after them", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      const letters = Array.from({ length: 20 }, () => to("user:u1"))
      yield* Effect.forEach(letters, notifier.send, { concurrency: "unbounded" })
      yield* notifier.send(to("user:u1"))
      assert.strictEqual(count(standIn.asked, gettoken), 1)
      assert.strictEqual(standIn.taken.length, 21)
    })
  )

  it.effect("is asked for anew five minutes before it is over, so that no letter meets one that is", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      yield* notifier.send(to("user:u1"))
      yield* TestClock.adjust(6_899_999)
      yield* notifier.send(to("user:u1"))
      assert.strictEqual(count(standIn.asked, gettoken), 1)
      yield* TestClock.adjust(1)
      yield* notifier.send(to("user:u1"))
      assert.strictEqual(count(standIn.asked, gettoken), 2)
    })
  )

  it.effect(
    "that the service ends before its time is replaced once by letters that are sent at once, and all go out",
    () =>
      Effect.gen(function* () {
        const { notifier, standIn } = yield* both()
        yield* notifier.send(to("user:u1"))
        standIn.endTokens()
        const letters = Array.from({ length: 20 }, () => to("user:u1"))
        yield* Effect.forEach(letters, notifier.send, { concurrency: "unbounded" })
        assert.strictEqual(count(standIn.asked, gettoken), 2)
        assert.strictEqual(standIn.taken.length, 21)
      })
  )

  for (const errcode of [40014, 42001, 41001]) {
    it.effect(`is asked for once more, and not in a loop, where the service calls each over (${errcode})`, () =>
      Effect.gen(function* () {
        const { notifier, standIn } = yield* both()
        yield* notifier.send(to("user:u1"))
        standIn.fail({ errcode, errmsg: "no" }, sendPath)
        assert.deepStrictEqual(yield* ending(notifier.send(to("user:u1"))), {
          reason: "not-authorized",
          retry: true,
          detail: `errcode ${errcode}: no`
        })
        assert.deepStrictEqual(standIn.asked.slice(2), [sendPath, gettoken, sendPath])
      })
    )
  }

  it.effect("that cannot be had now is had by the next letter, as soon as it can be", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      standIn.fail({ errcode: -1, errmsg: "busy" }, gettoken)
      assert.strictEqual((yield* ending(notifier.send(to("user:u1")))).reason, "unavailable")
      standIn.fail(undefined)
      yield* notifier.send(to("user:u1"))
    })
  )

  it.live("is still waited for by a letter when another one that asked for it is called back", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      const clock = toldClock()
      standIn.fail("hangs", gettoken)
      const first = yield* Effect.forkChild(clock.on(notifier.send(to("user:u1"))))
      const second = yield* Effect.forkChild(clock.on(notifier.send(to("user:u1"))))
      yield* Effect.repeat(Effect.yieldNow, { until: () => standIn.asked.length > 0 })
      yield* Fiber.interrupt(first)
      clock.pass()
      assert.strictEqual((yield* ending(Fiber.join(second))).reason, "unavailable")
      assert.deepStrictEqual(standIn.asked, [gettoken])
    })
  )

  for (const [what, answer] of [
    ["no token", { errcode: 0, errmsg: "ok" }],
    ["an empty token", { errcode: 0, errmsg: "ok", access_token: "", expires_in: 7200 }],
    ["no time", { errcode: 0, errmsg: "ok", access_token: "t" }]
  ] as const) {
    it.effect(`is not taken from an answer with ${what}`, () =>
      Effect.gen(function* () {
        const { notifier, standIn } = yield* both()
        standIn.fail({ status: 200, body: JSON.stringify(answer) }, gettoken)
        assert.deepStrictEqual(yield* ending(notifier.send(to("user:u1"))), {
          reason: "unavailable",
          retry: true,
          detail: "答复中没有凭证 (the answer holds no token)"
        })
      })
    )
  }

  it.effect("with no time left is used for the letters that wait for it, and for no other", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      standIn.fail({ status: 200, body: JSON.stringify({ errcode: 0, access_token: "t", expires_in: -5 }) }, gettoken)
      for (let i = 0; i < 2; i++) assert.strictEqual((yield* ending(notifier.send(to("user:u1")))).retry, true)
      assert.isAtLeast(count(standIn.asked, gettoken), 2)
    })
  )
})

describe("who is not who he says", () => {
  for (const [what, more, code] of [
    ["another organization", { corpId: "ww-other" }, 40013],
    ["a wrong secret", { secret: Redacted.make("wrong-secret") }, 40001],
    ["another application", { agentId: 7 }, 301002]
  ] as const) {
    it.effect(`is told so, and not tried again: ${what}`, () =>
      Effect.gen(function* () {
        const { notifier } = yield* both({}, more)
        const { detail, reason, retry } = yield* ending(notifier.send(to("user:u1")))
        assert.deepStrictEqual([reason, retry], ["not-authorized", false])
        assert.include(detail, `errcode ${code}`)
      })
    )
  }
})

describe("the recipients of a message", () => {
  it.effect("are members, departments and tags in one message, each once", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      const all = ["user:Li.Na", "party:12", "tag:3", "user:wang@gz", "user:li.na", "party:13"]
      const { reference, refused, status } = yield* notifier.send(to(...all))
      assert.deepStrictEqual([status, reference, refused], ["accepted", "m1", undefined])
      const { toparty, totag, touser } = standIn.taken[0]?.body ?? {}
      assert.deepStrictEqual([touser, toparty, totag], ["li.na|wang@gz", "12|13", "3"])
    })
  )

  it.effect("who are not reached are told, members, departments and tags, in the words of the address", () =>
    Effect.gen(function* () {
      const { notifier } = yield* both()
      const { refused = [] } = yield* notifier.send(to("user:NoBody", "party:404", "user:u1", "tag:404", "user:nobody"))
      assert.deepStrictEqual(
        refused.map(({ address }) => address),
        ["user:NoBody", "party:404", "tag:404", "user:nobody"]
      )
      assert.deepStrictEqual(refused[1]?.text, {
        zh: "部门不存在，或不在应用的可见范围之内",
        en: "there is no such department, or the application does not reach it"
      })
    })
  )

  it.effect("who have no licence, or are all refused by an answer that says that all is well, are told", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      yield* notifier.send(to("user:u1"))
      standIn.fail({ status: 200, body: '{"errcode":0,"unlicenseduser":"U1 |x","invaliduser":null}' }, sendPath)
      const { refused } = yield* notifier.send(to("user:u1", "user:u2"))
      assert.deepStrictEqual(refused, [
        {
          address: "user:u1",
          text: { zh: "成员没有接口许可", en: "the member has no licence for the interface" },
          retry: false
        }
      ])
      assert.deepStrictEqual(yield* ending(notifier.send(to("user:u1"))), {
        reason: "invalid-address",
        retry: false,
        detail: '"user:u1"'
      })
    })
  )

  it.effect("are everybody only where that is allowed", () =>
    Effect.gen(function* () {
      const standIn = yield* startStandIn()
      const closed = yield* application(settingsOf(standIn))
      assert.strictEqual((yield* ending(closed.send(to("user:@all")))).reason, "invalid-address")
      const open = yield* application(settingsOf(standIn, { allowEverybody: true }))
      yield* open.send(to("user:@all"))
      assert.strictEqual(standIn.taken[0]?.body.touser, "@all")
    })
  )

  for (const [kind, most] of [["user", 1000] as const, ["party", 100] as const, ["tag", 100] as const]) {
    it.effect(`are at most ${most} with ${kind}: and with one more the letter goes to none`, () =>
      Effect.gen(function* () {
        const { notifier, standIn } = yield* both()
        const all = Array.from({ length: most + 1 }, (_, i) => `${kind}:${i + 1}`)
        yield* notifier.send(to(...all.slice(1)))
        const { reason, retry } = yield* ending(notifier.send(to(...all)))
        assert.deepStrictEqual([reason, retry, standIn.taken.length], ["too-large", false, 1])
      })
    )
  }
})

describe("a message", () => {
  it.effect("that comes again within four hours is shown once", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      const dispatch = to("user:u1", "user:u2")
      yield* notifier.send(dispatch)
      standIn.fail("loses", sendPath)
      const again = { ...dispatch, id: "notice/again" }
      assert.strictEqual((yield* ending(notifier.send(again))).reason, "unavailable")
      standIn.fail(undefined)
      yield* notifier.send(again)
      assert.deepStrictEqual(
        standIn.taken.map(({ shown }) => shown),
        [true, true, false]
      )
      assert.strictEqual(standIn.taken[0]?.body.duplicate_check_interval, 14_400)
    })
  )

  it.effect("of a long letter that did not go out whole comes again with the others, and is shown once", () =>
    Effect.gen(function* () {
      const { notifier, standIn } = yield* both()
      const long = { ...to("user:u1"), letter: sampleLetter({ body: [{ zh: "文".repeat(1000), en: "long" }] }) }
      standIn.fail({ status: 500 }, sendPath, 2)
      assert.strictEqual((yield* ending(notifier.send(long))).reason, "unavailable")
      assert.strictEqual(standIn.taken.length, 1)
      standIn.fail(undefined)
      const { reference } = yield* notifier.send(long)
      assert.strictEqual(reference, "m2,m3")
      assert.deepStrictEqual(
        standIn.taken.map(({ content, shown }) => [content.slice(0, 4), shown]),
        [
          ["（1/2", true],
          ["（1/2", false],
          ["（2/2", true]
        ]
      )
    })
  )

  it.effect("takes the form that a deployment wants, under the paths that it has, behind its own base", () =>
    Effect.gen(function* () {
      const standIn = yield* startStandIn({ under: "/gateway/wecom" })
      const notifier = yield* application(
        settingsOf(standIn, {
          baseUrl: `${standIn.url}/`,
          channel: "yuezhengyi",
          message: ({ enable_id_trans: _, ...message }, { id, letter }) => ({
            ...message,
            bizId: id,
            kind: letter.notice.kind
          })
        })
      )
      yield* notifier.send({ ...to("user:u1"), id: "notice/mapped" })
      assert.strictEqual(notifier.channel, "yuezhengyi")
      const { bizId, enable_id_trans, kind } = standIn.taken[0]?.body ?? {}
      assert.deepStrictEqual([bizId, kind, enable_id_trans], ["notice/mapped", "copy", undefined])
      const elsewhere = yield* application(settingsOf(standIn, { tokenPath: "/token", sendPath: "/send" }))
      assert.deepStrictEqual(yield* ending(elsewhere.send(to("user:u1"))), {
        reason: "refused",
        retry: false,
        detail: "HTTP 404"
      })
      assert.strictEqual(standIn.asked.at(-1), "/gateway/wecom/token")
    })
  )

  for (const [what, message] of [
    ["throws", () => assert.fail("no form")],
    ["makes what is no JSON", () => ({ big: 1n })],
    ["makes nothing", () => undefined]
  ] as const) {
    it.effect(`whose mapping ${what} is not sent, and that is said`, () =>
      Effect.gen(function* () {
        const { notifier, standIn } = yield* both({}, { message })
        const { reason, retry } = yield* ending(notifier.send(to("user:u1")))
        assert.deepStrictEqual([reason, retry, standIn.asked], ["refused", false, []])
      })
    )
  }
})

describe("the way to the service", () => {
  it.live("is trusted if an authority that is named signed its certificate, and else not", () =>
    Effect.gen(function* () {
      const standIn = yield* startStandIn({ tls: trusted })
      const send = (ca?: string) =>
        Layer.build(applicationTo(standIn, { allowHttp: false, ca })).pipe(
          Effect.flatMap((context) => Context.get(context, Notifier).send(to("user:u1"))),
          Effect.scoped,
          Effect.match({
            onSuccess: ({ status }) => status,
            onFailure: (error) => (error instanceof NotDelivered ? error.reason : error._tag)
          })
        )
      assert.deepStrictEqual(
        [yield* send(trusted.cert), yield* send(), yield* send(other.cert)],
        ["accepted", "untrusted", "untrusted"]
      )
    })
  )

  it.live("may be over a dispatcher of the host's, which stays open", () =>
    Effect.gen(function* () {
      const standIn = yield* startStandIn()
      const dispatcher = yield* Effect.acquireRelease(
        Effect.sync(() => new Agent()),
        (agent) => Effect.promise(() => agent.destroy())
      )
      yield* Effect.scoped(
        Effect.flatMap(application(settingsOf(standIn, { dispatcher })), ({ send }) => send(to("user:u1")))
      )
      assert.isFalse(dispatcher.closed || dispatcher.destroyed)
    })
  )

  it.live("of a host that there is none of, and to a port where nobody listens, is unavailable", () =>
    Effect.gen(function* () {
      const { standIn } = yield* both()
      yield* standIn.leave
      for (const baseUrl of [standIn.url, "http://no-such-host.invalid"]) {
        const notifier = yield* application(settingsOf(standIn, { baseUrl }))
        const error = yield* Effect.flip(notifier.send(to("user:u1")))
        assert.instanceOf(error, NotDelivered)
        assert.deepStrictEqual([error.reason, error.retry], ["unavailable", true])
        assert.instanceOf(error.cause, Error)
        assert.notInclude(error.message, corpId)
      }
      yield* standIn.comeBack
    })
  )
})
