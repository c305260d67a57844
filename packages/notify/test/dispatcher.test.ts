import { Deliveries } from "@banfa/core/port/Deliveries"
import { AddressBook, Dispatcher, deadLetters, resend } from "@banfa/notify"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import { begun, channelThat, day, deliveryOf, dispatching, fails, table, takes } from "./world.ts"

const put = (...ids: ReadonlyArray<string>) => Deliveries.use(({ enqueue }) => enqueue(ids.map((id) => deliveryOf(id))))
const round = Dispatcher.use(({ round }) => round)
const receipts = (id: string) =>
  Effect.map(
    Deliveries.use((all) => all.receipts(`post:${id}`)),
    (all) => all.map(({ attempt, detail, status }) => ({ attempt, status, reason: detail.reason }))
  )

describe("a dispatcher", () => {
  it.effect(
    "sends what is due, under its id, to the addresses that are entered, and keeps what the far side said",
    () => {
      const post = channelThat(() => Effect.succeed({ status: "accepted", reference: "far-1" }))
      return Effect.gen(function* () {
        yield* put("a")
        const came = yield* round
        assert.deepStrictEqual(came, { sent: 1, failed: 0, dead: 0, silenced: 0, lost: 0 })
        assert.deepStrictEqual(
          post.reached.map(({ id, to }) => ({ id, to })),
          [{ id: "post:a", to: ["office@info.example"] }]
        )
        assert.strictEqual(post.reached[0]?.letter.title.zh, "抄送：a")
        const [kept] = yield* Deliveries.use((all) => all.receipts("post:a"))
        assert.deepStrictEqual(kept?.detail, {
          to: ["office@info.example"],
          has: ["office@info.example"],
          refused: [],
          reference: "far-1"
        })
        assert.deepStrictEqual(yield* round, { sent: 0, failed: 0, dead: 0, silenced: 0, lost: 0 })
      }).pipe(Effect.provide(dispatching(post)))
    }
  )

  it.effect("tries again later what did not go out, and never sooner than the far side asks", () => {
    const post = channelThat((_, nth) => (nth === 1 ? fails({ after: 600_000 })(_, nth) : takes(_, nth)))
    return Effect.gen(function* () {
      yield* put("a")
      yield* round
      assert.deepStrictEqual(yield* receipts("a"), [{ attempt: 1, status: "failed", reason: "unavailable" }])
      yield* TestClock.adjust("9 minutes")
      yield* round
      assert.strictEqual(post.reached.length, 1)
      yield* TestClock.adjust("2 minutes")
      yield* round
      assert.strictEqual(post.reached.length, 2)
      assert.deepStrictEqual(yield* receipts("a"), [
        { attempt: 1, status: "failed", reason: "unavailable" },
        { attempt: 2, status: "accepted", reason: undefined }
      ])
    }).pipe(Effect.provide(dispatching(post)))
  })

  it.effect("lets a letter be dead at once where trying again cannot help, and goes on with its lane", () => {
    const post = channelThat((dispatch, nth) =>
      dispatch.id === "post:a"
        ? fails({ reason: "refused", retry: false, detail: "550 no" })(dispatch, nth)
        : takes(dispatch, nth)
    )
    return Effect.gen(function* () {
      const { enqueue } = yield* Deliveries
      yield* enqueue([deliveryOf("a", { lane: "one" }), deliveryOf("b", { lane: "one" })])
      assert.deepStrictEqual(yield* round, { sent: 1, failed: 0, dead: 1, silenced: 0, lost: 0 })
      const [dead, ...others] = yield* deadLetters()
      assert.deepStrictEqual(others, [])
      assert.strictEqual(dead?.reason, "refused")
      assert.include(dead?.text.zh ?? "", "对方拒收：550 no")
      assert.include(dead?.text.en ?? "", "550 no")
      assert.strictEqual(dead?.letter?.title.zh, "抄送：a")
    }).pipe(Effect.provide(dispatching(post)))
  })

  it.effect("gives up when all attempts are used up, and begins anew when somebody sends the letter again", () => {
    const post = channelThat(fails())
    return Effect.gen(function* () {
      yield* put("a")
      for (const _ of Array(5)) {
        yield* round
        yield* TestClock.adjust("3 hours")
      }
      assert.strictEqual(post.reached.length, 3)
      assert.deepStrictEqual(
        (yield* receipts("a")).map(({ status }) => status),
        ["failed", "failed", "dead"]
      )
      assert.deepStrictEqual(yield* resend(["post:a", "post:x"]), ["post:x"])
      for (const _ of Array(5)) {
        yield* round
        yield* TestClock.adjust("3 hours")
      }
      assert.strictEqual(post.reached.length, 6)
      assert.deepStrictEqual(
        (yield* receipts("a")).map(({ status }) => status),
        ["failed", "failed", "dead", "resent", "failed", "failed", "dead"]
      )
    }).pipe(Effect.provide(dispatching(post, { retry: { attempts: 3 } })))
  })

  it.effect("waits longer from attempt to attempt, at random, and never longer than the cap", () => {
    const post = channelThat(fails())
    return Effect.gen(function* () {
      yield* put("a")
      const waits: Array<number> = []
      for (let made = 0; made < 12; made++) {
        const before = yield* Effect.clockWith((clock) => clock.currentTimeMillis)
        yield* round
        const next = yield* Deliveries.use((all) => all.next("post"))
        const wait = Date.parse(next ?? "") - before
        waits.push(wait)
        yield* TestClock.adjust(wait)
      }
      for (const [index, wait] of waits.entries()) assert.isAtMost(wait, Math.min(60_000, 1000 * 2 ** index))
      assert.isAbove(Math.max(...waits), 10_000)
    }).pipe(Effect.provide(dispatching(post, { retry: { base: "1 second", cap: "1 minute" } })))
  })

  it.effect(
    "holds in quiet hours what was due before them and what is tried again in them, without counting that as an attempt",
    () => {
      const post = channelThat((dispatch, nth) =>
        dispatch.id === "post:a" && nth === 1 ? fails()(dispatch, nth) : takes(dispatch, nth)
      )
      const quietHours = { from: "18:00", until: "08:30", restDays: false }
      return Effect.gen(function* () {
        const { enqueue } = yield* Deliveries
        // 17:59:59 in Shanghai; the dispatcher was down before
        yield* TestClock.setTime(Date.parse("2026-02-12T09:59:59Z"))
        yield* enqueue([deliveryOf("a", {}, { demanded: false })])
        yield* round
        yield* TestClock.adjust("3 hours")
        yield* round
        yield* enqueue([deliveryOf("b", {}, { demanded: false }), deliveryOf("c", {}, { on: day("2026-02-12") })])
        yield* round
        assert.deepStrictEqual(
          post.reached.map(({ id }) => id),
          ["post:a", "post:c"]
        )
        assert.deepStrictEqual(yield* receipts("a"), [
          { attempt: 1, status: "failed", reason: "unavailable" },
          { attempt: 2, status: "failed", reason: "held" }
        ])
        assert.strictEqual(yield* Deliveries.use((all) => all.next("post")), "2026-02-13T00:30:00.000Z")
        yield* TestClock.setTime(Date.parse("2026-02-13T00:30:00Z"))
        assert.strictEqual((yield* round).sent, 2)
      }).pipe(Effect.provide(dispatching(post, { quietHours, retry: { attempts: 2 } })))
    }
  )

  it.effect("takes a channel that does not answer, breaks down or interrupts itself for one that failed", () => {
    const post = channelThat(({ id }) => {
      if (id === "post:hangs") return Effect.never
      if (id === "post:dies") return Effect.die(new Error("secret"))
      if (id === "post:interrupts") return Effect.interrupt
      throw new Error("thrown")
    })
    return Effect.gen(function* () {
      yield* put("hangs", "dies", "interrupts", "throws")
      const running = yield* begun(round)
      yield* TestClock.adjust("2 minutes")
      const came = yield* Fiber.join(running)
      assert.isAtLeast(came.failed, 4)
      assert.deepStrictEqual((yield* receipts("hangs"))[0], { attempt: 1, status: "failed", reason: "no-answer" })
      for (const id of ["dies", "interrupts", "throws"])
        assert.deepStrictEqual((yield* receipts(id))[0], { attempt: 1, status: "failed", reason: "defect" })
      const all = yield* Deliveries.use(({ list }) => list({}))
      assert.notInclude(JSON.stringify(all), "secret")
    }).pipe(Effect.provide(dispatching(post)))
  })

  it.effect(
    "says which addresses refused a letter, and keeps for them alone a dead letter that can be sent again",
    () => {
      const text = { zh: "用户不存在", en: "no such user" }
      const post = channelThat(({ to }) =>
        Effect.succeed({
          status: "accepted",
          refused: to.filter((address) => address.startsWith("gone")).map((address) => ({ address, text }))
        })
      )
      const entered = { addresses: ["a@info.example", "gone@info.example"] }
      const book = Layer.succeed(
        AddressBook,
        AddressBook.of({ find: () => Effect.sync(() => [{ channel: "post", addresses: entered.addresses }]) })
      )
      return Effect.gen(function* () {
        yield* put("a")
        assert.deepStrictEqual(yield* round, { sent: 1, failed: 0, dead: 1, silenced: 0, lost: 0 })
        const [dead] = yield* deadLetters()
        assert.strictEqual(dead?.reason, "address-refused")
        assert.deepStrictEqual(dead?.refused, [{ address: "gone@info.example", text }])
        entered.addresses = ["a@info.example", "b@info.example"]
        assert.deepStrictEqual(yield* resend([dead?.id ?? ""]), [])
        yield* round
        assert.deepStrictEqual(
          post.reached.map(({ id, to }) => ({ id, to })),
          [
            { id: "post:a", to: ["a@info.example", "gone@info.example"] },
            { id: "post:a", to: ["b@info.example"] }
          ]
        )
        assert.deepStrictEqual(yield* deadLetters(), [])
      }).pipe(Effect.provide(dispatching(post, { book })))
    }
  )

  it.effect("tries again by itself, for them alone, the addresses that put a letter off", () => {
    const text = { zh: "稍后再试", en: "try later" }
    const post = channelThat(({ to }) =>
      Effect.succeed({
        status: "accepted",
        refused:
          to.length > 1
            ? [
                { address: "slow@info.example", text, retry: true },
                { address: "gone@info.example", text }
              ]
            : []
      })
    )
    const book = AddressBook.layerMemory(table(["a@info.example", "slow@info.example", "gone@info.example"]))
    return Effect.gen(function* () {
      yield* put("a")
      yield* round
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* round).sent, 1)
      assert.deepStrictEqual(post.reached.map(({ id, to }) => ({ id, to })).slice(1), [
        { id: "post:a", to: ["slow@info.example"] }
      ])
      const dead = yield* deadLetters()
      assert.deepStrictEqual(
        dead.map(({ refused }) => refused),
        [[{ address: "gone@info.example", text }]]
      )
      yield* resend(dead.map(({ id }) => id))
      yield* round
      assert.deepStrictEqual(post.reached.at(-1)?.to, ["gone@info.example"])
    }).pipe(Effect.provide(dispatching(post, { book })))
  })

  it.effect(
    "does not count an attempt whose lease was over before it was settled: another dispatcher says what became of it",
    () => {
      const post = channelThat(takes)
      return Effect.gen(function* () {
        yield* put("a")
        const { claim, settle } = yield* Deliveries
        const at = "1970-01-01T00:00:00.000Z"
        const [mine] = yield* claim({ channel: "post", at, until: "1970-01-01T00:00:10.000Z", limit: 1 })
        yield* TestClock.adjust("11 seconds")
        assert.deepStrictEqual(yield* round, { sent: 1, failed: 0, dead: 0, silenced: 0, lost: 0 })
        assert.strictEqual(mine?.attempt, 1)
        assert.deepStrictEqual(yield* settle([{ id: "post:a", attempt: 1, status: "sent", detail: {} }], at), [
          "post:a"
        ])
      }).pipe(Effect.provide(dispatching(post)))
    }
  )

  it.effect("counts as lost, and as no error, what another dispatcher was given meanwhile", () => {
    const all: Array<Deliveries["Service"]> = []
    const post = channelThat(() =>
      Effect.gen(function* () {
        yield* TestClock.adjust("1 second")
        const later = { at: "1970-01-02T00:00:00.000Z", until: "1970-01-03T00:00:00.000Z" }
        yield* Effect.orDie(Effect.forEach(all, ({ claim }) => claim({ channel: "post", limit: 1, ...later })))
        return { status: "sent" as const }
      })
    )
    return Effect.gen(function* () {
      all.push(yield* Deliveries)
      yield* put("a")
      assert.deepStrictEqual(yield* round, { sent: 0, failed: 0, dead: 0, silenced: 0, lost: 1 })
    }).pipe(Effect.provide(dispatching(post)))
  })

  it.effect("lets what is under way end when it is stopped, and gives the rest back at once", () => {
    const post = channelThat(({ id }) =>
      Effect.as(Effect.sleep(id === "post:a" ? "5 seconds" : "20 seconds"), { status: "sent" as const })
    )
    return Effect.gen(function* () {
      yield* put("a", "b", "c", "d")
      const running = yield* begun(round)
      yield* TestClock.adjust("6 seconds")
      assert.deepStrictEqual(
        post.reached.map(({ id }) => id),
        ["post:a", "post:b", "post:c"]
      )
      const stopping = yield* begun(Fiber.interrupt(running))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(stopping)
      assert.strictEqual(post.reached.length, 3)
      const standing = yield* Deliveries.use(({ list }) => list({}))
      assert.deepStrictEqual(
        standing.map(({ state }) => state),
        ["end", "end", "end", "waiting"]
      )
      assert.deepStrictEqual(yield* receipts("d"), [{ attempt: 1, status: "failed", reason: "given-back" }])
      assert.match(standing[3]?.notBefore ?? "", /^1970-01-01T00:00:25/u)
    }).pipe(Effect.provide(dispatching(post, { concurrency: 2, grace: "30 seconds" })))
  })

  it.effect("gives back what is still under way when the grace is over", () => {
    const post = channelThat((dispatch, nth) => (nth === 1 ? Effect.never : takes(dispatch, nth)))
    return Effect.gen(function* () {
      yield* put("a")
      const running = yield* begun(round)
      yield* TestClock.adjust("1 second")
      const stopping = yield* begun(Fiber.interrupt(running))
      yield* TestClock.adjust("4 seconds")
      yield* Fiber.join(stopping)
      assert.deepStrictEqual(yield* receipts("a"), [{ attempt: 1, status: "failed", reason: "given-back" }])
      assert.strictEqual((yield* round).sent, 1)
    }).pipe(Effect.provide(dispatching(post, { grace: "3 seconds" })))
  })
})
