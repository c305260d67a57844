import { Docket } from "@banfa/core/docket"
import type { NoticePolicy } from "@banfa/core/notice"
import { Deliveries } from "@banfa/core/port/Deliveries"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import {
  AddressBook,
  Channels,
  Dispatcher,
  deadLetters,
  noChannel,
  Outbox,
  Relay,
  type RelayOptions,
  resend
} from "@banfa/notify"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import { agencies, course, docketLayer, enter } from "./office.ts"
import { channelThat, takes } from "./world.ts"

const morning = Date.parse("2026-02-20T02:00:00Z")

/** What a host has entered about where agencies are reached, as it stands when it is asked. */
const bookOf = (entered: Record<string, ReadonlyArray<string>>) =>
  Layer.succeed(
    AddressBook,
    AddressBook.of({
      find: (agency) =>
        Effect.sync(() =>
          (entered[agency] ?? []).map((channel) => ({ channel, addresses: [`office@${agency}.example`] }))
        )
    })
  )

const everybody = { drc: ["post"], info: ["post"], health: ["post"] }

const relaying = ({
  book = bookOf(everybody),
  channel = channelThat(takes),
  directory,
  ...options
}: RelayOptions & {
  readonly book?: Layer.Layer<AddressBook>
  readonly channel?: ReturnType<typeof channelThat>
  readonly directory?: () => ReturnType<typeof agencies>
} = {}) =>
  Layer.mergeAll(Relay.layer(options), Dispatcher.layer()).pipe(
    Layer.provideMerge(Layer.mergeAll(Deliveries.layerMemory, book, Channels.layer([channel.layer]), Outbox.layer)),
    Layer.provideMerge(docketLayer(directory)),
    Layer.orDie
  )

const relay = Relay.use(({ round }) => round)
const dispatch = Dispatcher.use(({ round }) => round)
const all = Deliveries.use(({ list }) => list({ limit: 1000 }))

describe("a relay", () => {
  it.effect(
    "puts what the docket has to tell into deliveries, in the order in which it was done, and takes it out of the outbox",
    () => {
      const channel = channelThat(takes)
      return Effect.gen(function* () {
        yield* TestClock.setTime(morning)
        yield* enter(course.slice(0, 4))
        const came = yield* relay
        assert.deepStrictEqual(came, { messages: 4, put: 7 })
        assert.deepStrictEqual(yield* Docket.use(({ waiting }) => waiting()), [])
        yield* dispatch
        const told = channel.reached.map(({ letter, to }) => `${letter.notice.kind} ${letter.notice.norm} ${to}`)
        assert.deepStrictEqual(
          told.filter((one) => one.includes("info.example")),
          [
            "duty-opened N31.3 office@info.example",
            "opinion-requested N10.1 office@info.example",
            "duty-opened N10.3 office@info.example"
          ]
        )
        const [asked] = channel.reached.filter(({ letter }) => letter.notice.kind === "opinion-requested")
        assert.include(asked?.letter.body.map(({ zh }) => zh).join("") ?? "", "现征求贵单位意见")
        assert.deepStrictEqual(yield* relay, { messages: 0, put: 0 })
      }).pipe(Effect.provide(relaying({ channel })))
    }
  )

  it.effect("loses nothing and doubles nothing wherever it is killed, done or not done", () =>
    Effect.gen(function* () {
      const whole = yield* Effect.gen(function* () {
        yield* TestClock.setTime(morning)
        yield* enter()
        yield* relay
        return (yield* all).map(({ id, state }) => ({ id, state }))
      }).pipe(Effect.provide(relaying(), { local: true }))
      assert.isAbove(whole.length, 10)
      let survived = 0
      for (let killedIn = 1; survived < 2; killedIn++) {
        for (const done of [false, true]) {
          yield* Effect.gen(function* () {
            yield* TestClock.setTime(morning)
            yield* enter()
            const deliveries = yield* Deliveries
            const outbox = yield* Outbox
            let calls = 0
            const gone = new StorageUnavailable({ operation: "any", cause: "the process is dead" })
            const mortal =
              <P extends ReadonlyArray<unknown>, A, E>(call: (...given: P) => Effect.Effect<A, E>) =>
              (...given: P): Effect.Effect<A, E | StorageUnavailable> =>
                Effect.suspend(() => {
                  calls++
                  if (calls < killedIn) return call(...given)
                  return Effect.andThen(done && calls === killedIn ? call(...given) : Effect.void, Effect.fail(gone))
                })
            const exit = yield* Effect.exit(relay).pipe(
              Effect.provide(
                Relay.layer().pipe(
                  Layer.provide(
                    Layer.mergeAll(
                      Layer.succeed(Deliveries, {
                        ...deliveries,
                        enqueue: mortal(deliveries.enqueue),
                        claim: mortal(deliveries.claim),
                        settle: mortal(deliveries.settle),
                        receipts: mortal(deliveries.receipts)
                      }),
                      Layer.succeed(Outbox, {
                        waiting: mortal(outbox.waiting),
                        told: mortal(outbox.told),
                        notices: mortal(outbox.notices),
                        reminders: mortal(outbox.reminders)
                      })
                    )
                  )
                ),
                { local: true }
              )
            )
            if (Exit.isSuccess(exit)) survived++
            yield* TestClock.adjust("6 minutes")
            yield* relay
            assert.deepStrictEqual(
              (yield* all).map(({ id, state }) => ({ id, state })),
              whole
            )
            assert.deepStrictEqual(yield* Docket.use(({ waiting }) => waiting()), [])
          }).pipe(Effect.provide(relaying(), { local: true }))
        }
      }
    })
  )

  it.effect(
    "keeps what has no agency, no address or no channel as dead, says why in both languages, and sends it when that is put right",
    () => {
      const channel = channelThat(takes)
      const entered: Record<string, ReadonlyArray<string>> = { drc: ["post", "pots"] }
      let directory = agencies(["info"])
      return Effect.gen(function* () {
        yield* TestClock.setTime(morning)
        yield* enter(course.slice(0, 3))
        yield* relay
        const dead = yield* deadLetters()
        assert.deepStrictEqual(
          dead.map(({ channel, letter, reason }) => [channel, reason, letter?.notice.kind, letter?.notice.to.agency]),
          [
            [noChannel, "unknown-channel", "duty-opened", "drc"],
            [noChannel, "no-address", "duty-opened", "health"],
            [noChannel, "no-agency", "duty-opened", undefined],
            [noChannel, "no-address", "opinion-requested", "info"],
            [noChannel, "no-agency", "duty-opened", undefined]
          ].slice(0, dead.length)
        )
        for (const { text } of dead) {
          assert.match(text.zh, /[\u4e00-\u9fff]/u)
          assert.notMatch(text.en, /[\u4e00-\u9fff]/u)
        }
        // sent again as things are, they are dead again
        const ids = dead.map(({ id }) => id)
        assert.deepStrictEqual(yield* resend(ids), [])
        yield* relay
        assert.deepStrictEqual(
          (yield* deadLetters()).map(({ id }) => id),
          ids
        )
        // the address book and the directory are put right
        entered.drc = ["post"]
        entered.health = ["post"]
        entered.info = ["post"]
        directory = agencies()
        assert.deepStrictEqual(yield* resend(ids), [])
        yield* relay
        yield* dispatch
        assert.deepStrictEqual(yield* deadLetters(), [])
        const reached = channel.reached.map(({ letter, to }) => `${letter.notice.kind} ${letter.notice.norm} ${to}`)
        assert.deepStrictEqual(reached.toSorted(), [
          "duty-opened N10.1 office@drc.example",
          "duty-opened N31.2 office@health.example",
          "duty-opened N31.3 office@info.example",
          "opinion-requested N10.1 office@info.example"
        ])
      }).pipe(
        Effect.provide(relaying({ channel, book: bookOf(entered), directory: () => directory, channels: ["post"] }))
      )
    }
  )

  it.effect(
    "keeps what a rule of the host silences, with the finding that this is where the Measures demand the notice",
    () => {
      const policy: NoticePolicy = {
        version: "1",
        rules: [
          {
            id: "r1",
            do: "silence",
            when: { kind: ["opinion-requested"] },
            reason: { zh: "另以公文发送", en: "sent on paper" }
          },
          { id: "r2", do: "silence", when: { kind: ["duty-opened"] }, reason: { zh: "不需要", en: "not wanted" } }
        ]
      }
      return Effect.gen(function* () {
        yield* TestClock.setTime(morning)
        yield* enter(course.slice(0, 3))
        yield* relay
        const kept = yield* all
        assert.isTrue(kept.every(({ channel, state }) => channel === noChannel && state === "end"))
        const asked = kept.find(({ id }) => id.includes("opinion-requested"))
        const [receipt] = yield* Deliveries.use(({ receipts }) => receipts(asked?.id ?? ""))
        assert.strictEqual(receipt?.status, "silenced")
        assert.strictEqual(receipt?.detail.rule, "r1")
        const finding = JSON.stringify(receipt?.detail.finding)
        assert.include(finding, "未按规定")
        assert.notInclude(finding, "违法")
        const useful = kept.find(({ id }) => id.includes("duty-opened"))
        const [other] = yield* Deliveries.use(({ receipts }) => receipts(useful?.id ?? ""))
        assert.strictEqual(other?.status, "silenced")
        assert.isUndefined(other?.detail.finding)
        assert.deepStrictEqual(yield* deadLetters(), [])
      }).pipe(Effect.provide(relaying({ policy })))
    }
  )

  it.effect(
    "keeps the finding where a rule sends to somebody else what the Measures demand, and sends it there",
    () => {
      const channel = channelThat(takes)
      const policy: NoticePolicy = {
        version: "1",
        rules: [
          {
            id: "r1",
            do: "redirect",
            when: { kind: ["opinion-requested"] },
            to: { agency: "audit" },
            reason: { zh: "试行", en: "on trial" }
          }
        ]
      }
      return Effect.gen(function* () {
        yield* TestClock.setTime(morning)
        yield* enter(course.slice(0, 3))
        yield* relay
        yield* dispatch
        const asked = channel.reached.filter(({ letter }) => letter.notice.kind === "opinion-requested")
        assert.deepStrictEqual(
          asked.map(({ letter, to }) => ({ to, demanded: letter.notice.demanded })),
          [{ to: ["office@audit.example"], demanded: false }]
        )
        const [kept] = (yield* all).filter(({ channel }) => channel === noChannel)
        const [receipt] = yield* Deliveries.use(({ receipts }) => receipts(kept?.id ?? ""))
        assert.strictEqual(receipt?.status, "silenced")
        assert.include(JSON.stringify(receipt?.detail.finding), '"did":"redirect"')
      }).pipe(Effect.provide(relaying({ channel, policy, book: bookOf({ ...everybody, audit: ["post"] }) })))
    }
  )

  it.effect(
    "holds what can wait until the quiet hours are over, and nothing that the Measures demand behind it",
    () => {
      const channel = channelThat(takes)
      const quietHours = { from: "18:00", until: "08:30", restDays: true }
      return Effect.gen(function* () {
        // 20:00 in Shanghai on 12 February
        yield* TestClock.setTime(Date.parse("2026-02-12T12:00:00Z"))
        yield* enter(course.slice(0, 4))
        yield* relay
        yield* dispatch
        // only what the Measures demand went out at night
        assert.deepStrictEqual(
          channel.reached.map(({ letter }) => letter.notice.kind),
          ["opinion-requested"]
        )
        const waiting = (yield* all).filter(({ state }) => state === "waiting")
        assert.isTrue(waiting.every(({ notBefore }) => notBefore === "2026-02-13T00:30:00.000Z"))
        yield* TestClock.setTime(Date.parse("2026-02-13T00:30:00Z"))
        yield* dispatch
        assert.strictEqual(channel.reached.length, 7)
      }).pipe(Effect.provide(relaying({ channel, quietHours })))
    }
  )

  it.effect("reminds once of what is soon due, however often and however late it is asked", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2026-01-10T02:00:00Z"))
      yield* enter(course.slice(0, 2))
      const { remind } = yield* Relay
      assert.strictEqual(yield* remind, 1)
      yield* TestClock.adjust("3 hours")
      assert.strictEqual(yield* remind, 0)
      const [reminder] = (yield* all).filter(({ id }) => id.includes("due-soon"))
      assert.include(reminder?.id ?? "", "N31.2")
    }).pipe(Effect.provide(relaying()))
  )
})
