import { NotDelivered, Notifier } from "@banfa/core/port/Notifier"
import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import fc from "fast-check"
import { application, robots } from "../src/index.ts"
import { type Limit, type Recipients, roomWithin } from "../src/roomWithin.ts"
import { robotKeys, robotsTo, settingsOf } from "./farSides.ts"
import { startStandIn } from "./standIn.ts"

const numRuns = fc.readConfigureGlobal()?.numRuns ?? 25

/** Something that is sent: after a while, to these, in so many messages, and answered so much later. */
interface Sending {
  readonly pause: number
  readonly to: Recipients
  readonly messages: number
  readonly takes: number
}

const sendings: fc.Arbitrary<ReadonlyArray<Sending>> = fc.array(
  fc.record({
    pause: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40_000 })),
    to: fc.oneof(
      { weight: 4, arbitrary: fc.subarray(["a", "b", "c"], { minLength: 1 }) },
      { weight: 1, arbitrary: fc.constant("anybody" as const) }
    ),
    messages: fc.integer({ min: 1, max: 5 }),
    takes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000 }))
  }),
  { minLength: 30, maxLength: 120 }
)

/** A message as somebody may have counted it, at any instant from when it was sent until it was answered. */
interface Counted {
  readonly to: Recipients
  readonly from: number
  readonly until: number
}

/** The most that anybody can have counted for one in any period of so many milliseconds, whoever is reached by what goes to anybody. */
const mostIn = (counted: ReadonlyArray<Counted>, name: string, within: number): number => {
  const its = counted.filter(({ to }) => to === "anybody" || to.includes(name))
  return Math.max(
    0,
    // a period that begins when one was counted at the latest; earlier ones that count into it were answered in it or later
    ...its.map(({ until }) => its.filter((other) => other.until >= until && other.from <= until + within).length)
  )
}

/** Sends all of it, and answers with what somebody may have counted beyond the limits, and with how often there was no room. */
const run = (room: typeof roomWithin, limits: ReadonlyArray<Limit>, all: ReadonlyArray<Sending>) =>
  Effect.gen(function* () {
    const takeRoom = room(limits)
    const counted: Array<Counted> = []
    const answering: Array<Fiber.Fiber<void>> = []
    let told = 0
    for (const { messages, pause, takes, to } of all) {
      yield* TestClock.adjust(pause)
      const from = yield* Clock.currentTimeMillis
      const exit = yield* Effect.exit(takeRoom(to, messages))
      if (Exit.isSuccess(exit)) {
        for (let i = 0; i < messages; i++) counted.push({ to, from, until: from + takes })
        answering.push(yield* Effect.forkChild(Effect.delay(exit.value, takes)))
      } else {
        const { after = 0, reason, retry } = yield* Effect.flip(exit)
        assert.deepStrictEqual([reason, retry], ["throttled", true])
        assert.isTrue(after > 0 && after <= Math.max(...limits.map(({ within }) => within)) + 1)
        told += messages
      }
    }
    yield* TestClock.adjust(10_000)
    for (const fiber of answering) yield* Fiber.join(fiber)
    // nothing is lost: what did not go was told so
    assert.strictEqual(
      counted.length + told,
      all.reduce((sum, { messages }) => sum + messages, 0)
    )
    const exceeded = ["a", "b", "c"].flatMap((name) =>
      limits.filter(({ count, within }) => mostIn(counted, name, within) > count)
    )
    return { exceeded, told }
  }).pipe(Effect.provide(TestClock.layer()), Effect.scoped)

/** Ways of counting that look right and are not. */
const wrong: Readonly<Record<string, typeof roomWithin>> = {
  "counts what was sent when it was sent, and not when it was answered": (limits) => {
    const takeRoom = roomWithin(limits)
    return (to, messages) =>
      Effect.map(
        Effect.tap(takeRoom(to, messages), (done) => done),
        () => Effect.void
      )
  },
  "counts anew with every minute of the clock": (limits) => {
    let minute = 0
    let takeRoom = roomWithin(limits)
    return (to, messages) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => {
        if (Math.floor(now / 60_000) !== minute) takeRoom = roomWithin(limits)
        minute = Math.floor(now / 60_000)
        return takeRoom(to, messages)
      })
  },
  "counts what goes to anybody for nobody": (limits) => {
    const takeRoom = roomWithin(limits)
    return (to, messages) => takeRoom(to === "anybody" ? [] : to, messages)
  },
  "counts a letter in several messages as one": (limits) => {
    const takeRoom = roomWithin(limits)
    return (to) => takeRoom(to, 1)
  }
}

const robot: ReadonlyArray<Limit> = [{ count: 20, within: 60_000 }]
const member: ReadonlyArray<Limit> = [
  { count: 30, within: 60_000 },
  { count: 100, within: 600_000 }
]

describe("what may be sent in a period", () => {
  for (const [who, limits] of [["a robot", robot] as const, ["a member", member] as const]) {
    it(`is never exceeded for ${who}, whenever what is sent, to whom, and however late the answers come`, async () => {
      let full = 0
      await fc.assert(
        fc.asyncProperty(sendings, async (all) => {
          const { exceeded, told } = await Effect.runPromise(run(roomWithin, limits, all))
          assert.deepStrictEqual(exceeded, [])
          if (told > 0) full++
        }),
        { numRuns }
      )
      assert.isAbove(full, numRuns / 4)
    })

    it(`lets ${who} be sent what was kept back as soon as it was said, and not a millisecond before`, async () => {
      let kept = 0
      await fc.assert(
        fc.asyncProperty(sendings, fc.boolean(), async (all, early) => {
          await Effect.runPromise(
            Effect.gen(function* () {
              const takeRoom = roomWithin(limits)
              for (const { messages, pause, to } of all) {
                yield* TestClock.adjust(pause)
                const exit = yield* Effect.exit(Effect.flatten(takeRoom(to, messages)))
                if (Exit.isSuccess(exit)) continue
                const { after = 0 } = yield* Effect.flip(exit)
                yield* TestClock.adjust(early ? after - 1 : after)
                const again = yield* Effect.exit(Effect.flatten(takeRoom(to, messages)))
                assert.strictEqual(Exit.isSuccess(again), !early)
                kept++
              }
            }).pipe(Effect.provide(TestClock.layer()), Effect.scoped)
          )
        }),
        { numRuns }
      )
      assert.isAbove(kept, numRuns / 4)
    })
  }
})

describe("the property of what may be sent in a period", () => {
  for (const [what, room] of Object.entries(wrong)) {
    it(`finds out one who ${what}`, async () => {
      const { failed } = await fc.check(
        fc.asyncProperty(sendings, async (all) => {
          const { exceeded } = await Effect.runPromise(run(room, robot, all))
          return exceeded.length === 0
        }),
        { numRuns: 100, endOnFailure: true }
      )
      assert.isTrue(failed)
    })
  }
})

describe("a channel keeps to what the service allows, by itself", () => {
  const letter = sampleLetter()
  const ids = Array.from({ length: 45 }, (_, i) => `notice/${i}`)

  /** Sends to one until all went, waiting as long as is said; answers with the instants at which each went. */
  const sendAll = (notifier: Notifier["Service"], to: ReadonlyArray<string>) =>
    Effect.gen(function* () {
      const waiting = [...ids]
      let toldToWait = 0
      while (waiting.length > 0) {
        const [id = ""] = waiting
        const exit = yield* Effect.exit(notifier.send({ id, letter, to }))
        if (Exit.isSuccess(exit)) waiting.shift()
        else {
          const error = yield* Effect.flip(exit)
          assert.strictEqual(error.reason, "throttled")
          toldToWait++
          yield* TestClock.adjust(error.after ?? 0)
        }
      }
      return toldToWait
    })

  it.effect("no robot meets the limit of the service, and every letter arrives", () =>
    Effect.gen(function* () {
      const clock = yield* Clock.Clock
      const standIn = yield* startStandIn({ now: () => clock.currentTimeMillisUnsafe() })
      const notifier = yield* robots({ baseUrl: standIn.url, allowHttp: true, robots: robotKeys })
      assert.strictEqual(yield* sendAll(notifier, ["robot:group-1"]), 2)
      assert.strictEqual(standIn.taken.length, ids.length)
    })
  )

  it.effect("no message to a member is dropped by the service, and every letter arrives", () =>
    Effect.gen(function* () {
      const clock = yield* Clock.Clock
      const standIn = yield* startStandIn({ now: () => clock.currentTimeMillisUnsafe() })
      const { limits: _, ...settings } = settingsOf(standIn)
      const notifier = yield* application(settings)
      assert.strictEqual(yield* sendAll(notifier, ["user:u1"]), 1)
      assert.deepStrictEqual(
        standIn.taken.filter(({ shown }) => !shown),
        []
      )
      assert.strictEqual(standIn.taken.length, ids.length)
    })
  )

  it.effect("a message to a department counts for every member, and one to a member for no other", () =>
    Effect.gen(function* () {
      const standIn = yield* startStandIn()
      const notifier = yield* application(settingsOf(standIn, { limits: [{ count: 5, within: 60_000 }] }))
      const send = (...to: ReadonlyArray<string>) =>
        Effect.map(Effect.result(notifier.send({ id: "notice/1", letter, to })), ({ _tag }) => _tag)
      for (let i = 0; i < 4; i++) yield* send("user:u1")
      assert.strictEqual(yield* send("party:1"), "Success")
      assert.strictEqual(yield* send("party:2"), "Failure")
      assert.strictEqual(yield* send("user:u1"), "Failure")
      assert.strictEqual(yield* send("user:u2"), "Success")
      assert.strictEqual(yield* send("user:u2", "user:u1"), "Failure")
    })
  )

  it.effect("a letter to two robots of which one has no room goes to none", () =>
    Effect.gen(function* () {
      const standIn = yield* startStandIn()
      const context = yield* Layer.build(robotsTo(standIn, { limits: [{ count: 5, within: 60_000 }] }))
      const notifier = Context.get(context, Notifier)
      for (let i = 0; i < 5; i++) yield* notifier.send({ id: `notice/${i}`, letter, to: ["robot:group-1"] })
      const error = yield* Effect.flip(
        notifier.send({ id: "notice/6", letter, to: ["robot:group-0", "robot:group-1"] })
      )
      assert.instanceOf(error, NotDelivered)
      assert.deepStrictEqual([error.reason, error.after], ["throttled", 60_001])
      assert.strictEqual(standIn.taken.length, 5)
    })
  )
})
