import { StoredFactUnreadable } from "@banfa/core/docket"
import { Deliveries, type Delivery } from "@banfa/core/port/Deliveries"
import { Directory } from "@banfa/core/port/Directory"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import type { Message } from "@banfa/core/port/ReadSide"
import { AddressBook, Dispatcher, deadLetters, Outbox, Relay, resend } from "@banfa/notify"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import { agencies } from "./office.ts"
import { begun, channelThat, deliveryOf, dispatching, fails, noticeOf, takes } from "./world.ts"

const round = Dispatcher.use(({ round }) => round)
const unavailable = new StorageUnavailable({ operation: "any", cause: "gone" })

/** A store in memory that a test can take away and bring back, and that counts what is asked of it. */
const shaky = () => {
  const state = { gone: false, settles: 0 }
  const layer = Layer.effect(
    Deliveries,
    Effect.map(Deliveries, (sound) => {
      const call = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E | StorageUnavailable> =>
        Effect.suspend((): Effect.Effect<A, E | StorageUnavailable> => (state.gone ? Effect.fail(unavailable) : effect))
      return Deliveries.of({
        ...sound,
        enqueue: (all) => call(sound.enqueue(all)),
        claim: (claim) => call(sound.claim(claim)),
        settle: (all, at) =>
          call(
            Effect.suspend(() => {
              state.settles++
              return Effect.andThen(Effect.yieldNow, sound.settle(all, at))
            })
          )
      })
    })
  ).pipe(Layer.provide(Deliveries.layerMemory))
  return { state, layer }
}

describe("a dispatcher in trouble", () => {
  it.effect("does not send a letter again of which the process died each time, and says so", () => {
    const post = channelThat(takes)
    return Effect.gen(function* () {
      const { claim, enqueue } = yield* Deliveries
      yield* enqueue([deliveryOf("a")])
      for (let second = 0; second < 3; second++) {
        const at = `1970-01-01T00:00:0${second}.000Z`
        yield* claim({ channel: "post", at, until: `1970-01-01T00:00:0${second + 1}.000Z`, limit: 1 })
      }
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual((yield* round).dead, 1)
      assert.deepStrictEqual(post.reached, [])
      assert.deepStrictEqual(
        (yield* deadLetters()).map(({ attempts, reason }) => ({ attempts, reason })),
        [{ attempts: 4, reason: "attempts-over" }]
      )
      yield* resend(["post:a"])
      assert.strictEqual((yield* round).sent, 1)
    }).pipe(Effect.provide(dispatching(post, { retry: { attempts: 3 } })))
  })

  it.effect("lets be dead what cannot be read, without a word of it in the log", () => {
    const post = channelThat(takes)
    const wrong: ReadonlyArray<Delivery["data"]> = [
      {},
      { kind: "letter" },
      { kind: "parcel", letter: "a" },
      { ...deliveryOf("x").data, kind: "rest" },
      deliveryOf("x", {}, { to: { role: "info.any", agency: undefined } }).data
    ]
    return Effect.gen(function* () {
      yield* Deliveries.use(({ enqueue }) => enqueue(wrong.map((data, index) => deliveryOf(String(index), { data }))))
      assert.strictEqual((yield* round).dead, wrong.length)
      assert.isTrue((yield* deadLetters()).every(({ reason }) => reason === "unreadable"))
      assert.deepStrictEqual(post.reached, [])
    }).pipe(Effect.provide(dispatching(post)))
  })

  it.effect("tries again where the address book is unavailable, and lets be dead what has no address any more", () => {
    const post = channelThat(takes)
    let found: Effect.Effect<
      ReadonlyArray<{ channel: string; addresses: ReadonlyArray<string> }>,
      StorageUnavailable
    > = Effect.fail(unavailable)
    const book = Layer.succeed(AddressBook, AddressBook.of({ find: () => Effect.suspend(() => found) }))
    return Effect.gen(function* () {
      yield* Deliveries.use(({ enqueue }) => enqueue([deliveryOf("a")]))
      yield* round
      found = Effect.never
      const waiting = yield* begun(Effect.andThen(Effect.sleep("1 minute"), round))
      yield* TestClock.adjust("2 minutes")
      yield* Fiber.join(waiting)
      const failed = yield* Deliveries.use(({ receipts }) => receipts("post:a"))
      assert.isAtLeast(failed.length, 2)
      assert.isTrue(failed.every(({ detail, status }) => status === "failed" && detail.reason === "book-unavailable"))
      found = Effect.succeed([{ channel: "other", addresses: ["x"] }])
      yield* TestClock.adjust("3 hours")
      assert.strictEqual((yield* round).dead, 1)
      assert.deepStrictEqual(
        (yield* deadLetters()).map(({ reason }) => reason),
        ["no-address"]
      )
      found = Effect.succeed([{ channel: "post", addresses: ["y"] }])
      yield* resend(["post:a"])
      yield* round
      assert.deepStrictEqual(
        post.reached.map(({ to }) => to),
        [["y"]]
      )
    }).pipe(Effect.provide(dispatching(post, { book })))
  })

  it.effect("goes on by itself when a store that was gone is back, and sends what becomes due in time", () => {
    const post = channelThat((dispatch, nth) =>
      nth === 1 ? fails({ after: 1000 })(dispatch, nth) : takes(dispatch, nth)
    )
    const { layer, state } = shaky()
    return Effect.gen(function* () {
      const running = yield* begun(Dispatcher.use(({ run }) => run))
      state.gone = true
      yield* TestClock.adjust("1 minute")
      state.gone = false
      yield* Deliveries.use(({ enqueue }) => enqueue([deliveryOf("a")]))
      yield* TestClock.adjust("1 second")
      assert.strictEqual(post.reached.length, 1)
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual(post.reached.length, 2)
      yield* Fiber.interrupt(running)
    }).pipe(Effect.provide(dispatching(post, { deliveries: layer, retry: { base: "1 milli" } })))
  })

  it.effect(
    "sends what is behind others in its lane as soon as those have ended, and does not wait for the next look",
    () => {
      const post = channelThat(() => Effect.as(Effect.sleep("100 millis"), { status: "sent" as const }))
      return Effect.gen(function* () {
        yield* Deliveries.use(({ enqueue }) =>
          enqueue(Array.from({ length: 20 }, (_, n) => deliveryOf(String(n), { lane: "one" })))
        )
        const running = yield* begun(Dispatcher.use(({ run }) => run))
        yield* TestClock.adjust("3 seconds")
        assert.strictEqual(post.reached.length, 20)
        yield* Fiber.interrupt(running)
      }).pipe(Effect.provide(dispatching(post)))
    }
  )

  it.effect("hands a letter over again, under its id, where the store did not hear that it went out", () => {
    const { layer, state } = shaky()
    const post = channelThat(() =>
      Effect.sync(() => {
        state.gone = post.reached.length === 1
        return { status: "sent" as const }
      })
    )
    return Effect.gen(function* () {
      yield* Deliveries.use(({ enqueue }) => enqueue([deliveryOf("a")]))
      const failing = yield* begun(Effect.flip(round))
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual((yield* Fiber.join(failing))._tag, "StorageUnavailable")
      state.gone = false
      yield* TestClock.adjust("5 minutes")
      assert.strictEqual((yield* round).sent, 1)
      assert.deepStrictEqual(
        post.reached.map(({ id }) => id),
        ["post:a", "post:a"]
      )
    }).pipe(Effect.provide(dispatching(post, { deliveries: layer })))
  })

  it.effect("writes together what ends together", () => {
    const { layer, state } = shaky()
    const post = channelThat(takes)
    return Effect.gen(function* () {
      yield* Deliveries.use(({ enqueue }) => enqueue(Array.from({ length: 200 }, (_, n) => deliveryOf(String(n)))))
      assert.strictEqual((yield* round).sent, 200)
      assert.isBelow(state.settles, 100)
    }).pipe(Effect.provide(dispatching(post, { deliveries: layer, concurrency: 20 })))
  })

  it.effect("keeps what became of a letter also where the far side says what cannot be kept", () => {
    const huge = "大".repeat(400_000)
    const post = channelThat(({ id }) =>
      id === "post:b"
        ? Effect.succeed({
            status: "accepted",
            reference: "\ud800",
            refused: Array.from({ length: 3000 }, (_, n) => ({ address: `${n}`, text: { zh: huge, en: huge } }))
          })
        : Effect.succeed({ status: "accepted" })
    )
    return Effect.gen(function* () {
      yield* Deliveries.use(({ enqueue }) => enqueue([deliveryOf("a"), deliveryOf("b"), deliveryOf("c")]))
      assert.strictEqual((yield* round).sent, 3)
      const all = yield* Deliveries.use(({ list }) => list({}))
      assert.deepStrictEqual(
        all.filter(({ id }) => id.startsWith("post:")).map(({ state }) => state),
        ["end", "end", "end"]
      )
    }).pipe(Effect.provide(dispatching(post)))
  })
})

describe("a relay in trouble", () => {
  const messages: ReadonlyArray<Message> = ["m1", "m2"].map((id) => ({ id, topic: "case/changed", data: { id } }))

  /** An outbox of which a test says what it tells. */
  const outboxThat = (notices: Outbox["Service"]["notices"]) => {
    const told = new Set<string>()
    return Layer.succeed(
      Outbox,
      Outbox.of({
        waiting: () => Effect.sync(() => messages.filter(({ id }) => !told.has(id))),
        told: (ids) =>
          Effect.sync(() => {
            for (const id of ids) told.add(id)
          }),
        notices,
        reminders: () => Effect.succeed([])
      })
    )
  }
  const relaying = (outbox: Layer.Layer<Outbox>, deliveries: Layer.Layer<Deliveries> = Deliveries.layerMemory) =>
    Relay.layer().pipe(
      Layer.provideMerge(
        Layer.mergeAll(dispatching(channelThat(takes), { deliveries }), outbox, Directory.layerMemory(agencies()))
      ),
      Layer.orDie
    )
  const relay = Relay.use(({ round }) => round)

  it.effect(
    "keeps a message that cannot be worked out as dead, goes on with the others, and works it out anew when it is sent again",
    () => {
      let readable = false
      const error = new StoredFactUnreadable({
        stream: "project/P1",
        findings: [{ version: 1, path: "on", zh: "不是日期", en: "is no day" }]
      })
      const outbox = outboxThat(({ id }) =>
        Effect.suspend(() => (id === "m1" && !readable ? Effect.fail(error) : Effect.succeed([noticeOf(id)])))
      )
      return Effect.gen(function* () {
        assert.deepStrictEqual(yield* relay, { messages: 2, put: 2 })
        const [dead, ...others] = yield* deadLetters()
        assert.deepStrictEqual(others, [])
        assert.strictEqual(dead?.reason, "not-derived")
        assert.include(dead?.text.zh ?? "", "不是日期")
        assert.include(dead?.text.en ?? "", "is no day")
        assert.isUndefined(dead?.letter)
        readable = true
        yield* resend([dead?.id ?? ""])
        yield* relay
        assert.deepStrictEqual(yield* deadLetters(), [])
        assert.strictEqual((yield* round).sent, 2)
      }).pipe(Effect.provide(relaying(outbox)))
    }
  )

  it.effect("keeps a letter that cannot be kept as dead, and puts in the others", () => {
    const outbox = outboxThat(({ id }) =>
      Effect.succeed([noticeOf(id), noticeOf(`${id}-broken`, { case: { subject: "project", id: "P\ud800" } })])
    )
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* relay, { messages: 2, put: 4 })
      assert.deepStrictEqual(
        (yield* deadLetters()).map(({ id, reason }) => ({ id, reason })),
        [
          { id: "~unkept:post:m1-broken", reason: "not-derived" },
          { id: "~unkept:post:m2-broken", reason: "not-derived" }
        ]
      )
      const ids = (yield* deadLetters()).map(({ id }) => id)
      yield* resend(ids)
      yield* relay
      assert.deepStrictEqual(
        (yield* deadLetters()).map(({ id }) => id),
        ids
      )
      assert.strictEqual((yield* round).sent, 2)
    }).pipe(Effect.provide(relaying(outbox)))
  })

  it.effect("leaves in the outbox what it could not put in, and goes on by itself when the store is back", () => {
    const { layer, state } = shaky()
    const outbox = outboxThat(({ id }) => Effect.succeed([noticeOf(id)]))
    return Effect.gen(function* () {
      state.gone = true
      assert.strictEqual((yield* Effect.flip(relay))._tag, "StorageUnavailable")
      const running = yield* begun(Relay.use(({ run }) => run))
      yield* TestClock.adjust("1 minute")
      state.gone = false
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual((yield* round).sent, 2)
      yield* Fiber.interrupt(running)
    }).pipe(Effect.provide(relaying(outbox, layer)))
  })
})
