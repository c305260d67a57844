/**
 * A storm over the dispatchers: a far side that fails in every way, and processes that are stopped and killed at any point. What is left of it can
 * be judged by anybody who looks at the store and at the far side.
 */
import { Deliveries, type Delivery } from "@banfa/core/port/Deliveries"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import { type Accepted, type Dispatch, NotDelivered } from "@banfa/core/port/Notifier"
import { AddressBook, Dispatcher, deadLetters } from "@banfa/notify"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Random from "effect/Random"
import * as TestClock from "effect/testing/TestClock"
import fc from "fast-check"
import { begun, channelThat, deliveryOf, dispatching, table } from "./world.ts"

type Service = Deliveries["Service"]

/** What the far side does with a letter. `arrives-unheard`: it takes it, and the sender is told that it failed. */
const doings = [
  "takes",
  "takes-some",
  "puts-off-some",
  "fails",
  "throttles",
  "refuses",
  "hangs",
  "breaks",
  "arrives-unheard"
] as const
type Doing = (typeof doings)[number]

/** A process that runs a dispatcher until it is stopped after some time, or killed in its n-th call to the store, done or not done. */
interface Life {
  readonly stoppedAfter: number | undefined
  readonly killedIn: number | undefined
  readonly done: boolean
}

/** What happens in a storm. */
export interface Storm {
  /** For each lane how many letters it holds. */
  readonly lanes: ReadonlyArray<number>
  /** What the far side does, letter by letter as they come, over and over. */
  readonly doings: ReadonlyArray<Doing>
  /** The lives of two dispatchers that run at once, one after another. */
  readonly lives: readonly [ReadonlyArray<Life>, ReadonlyArray<Life>]
  readonly seed: number
}

const lifeOf: fc.Arbitrary<Life> = fc.record({
  stoppedAfter: fc.option(fc.integer({ min: 1, max: 200_000 }), { nil: undefined }),
  killedIn: fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
  done: fc.boolean()
})

/** Any storm. */
export const storms: fc.Arbitrary<Storm> = fc.record({
  lanes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
  doings: fc.array(fc.constantFrom(...doings, "takes", "takes"), { minLength: 1, maxLength: 12 }),
  lives: fc.tuple(fc.array(lifeOf, { maxLength: 4 }), fc.array(lifeOf, { maxLength: 4 })),
  seed: fc.integer()
})

/** A store that is broken in one way. */
export type Broken = (sound: Service) => Partial<Service>

const addresses = ["a@info.example", "b@info.example"]

/** The store as one process sees it: from its n-th call on the process is dead, and nothing of what it does is heard. */
const mortal = (store: Service, { done, killedIn }: Life): Service => {
  let calls = 0
  const gone = new StorageUnavailable({ operation: "any", cause: "the process is dead" })
  const call = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E | StorageUnavailable> =>
    Effect.suspend(() => {
      calls++
      if (killedIn === undefined || calls < killedIn) return Effect.andThen(Effect.yieldNow, effect)
      return Effect.andThen(calls === killedIn && done ? effect : Effect.void, Effect.fail(gone))
    })
  return {
    enqueue: (all) => call(store.enqueue(all)),
    claim: (claim) => call(store.claim(claim)),
    settle: (all, at) => call(store.settle(all, at)),
    note: (all) => call(store.note(all)),
    receipts: (id) => call(store.receipts(id)),
    list: (lookup) => call(store.list(lookup)),
    resend: (ids, at) => call(store.resend(ids, at)),
    next: (channel) => call(store.next(channel))
  }
}

/** What is not as it should be when the storm is over; nothing, when it is. */
export const storm = (
  { doings, lanes, lives, seed }: Storm,
  broken: Broken = () => ({}),
  kept: Layer.Layer<Deliveries> = Deliveries.layerMemory
): Promise<ReadonlyArray<string>> => {
  const held: Array<Dispatch> = []
  let came = 0
  const text = { zh: "用户不存在", en: "no such user" }
  const behave = (dispatch: Dispatch): Effect.Effect<Accepted, NotDelivered> => {
    const doing = doings[came++ % doings.length] ?? "takes"
    const failed = (more: { readonly retry: boolean; readonly after?: number }) =>
      Effect.fail(new NotDelivered({ reason: more.retry ? "unavailable" : "refused", detail: "", ...more }))
    const holds = (to: ReadonlyArray<string>) => held.push({ ...dispatch, to })
    const slow = Effect.sleep(100 * (came % 7))
    if (doing === "hangs") return Effect.never
    if (doing === "breaks") return Effect.die("it broke")
    return Effect.andThen(
      slow,
      Effect.suspend((): Effect.Effect<Accepted, NotDelivered> => {
        if (doing === "fails") return failed({ retry: true })
        if (doing === "throttles") return failed({ retry: true, after: 60_000 })
        if (doing === "refuses") return failed({ retry: false })
        const [first = "", ...others] = dispatch.to
        const refused = doing === "takes-some" || doing === "puts-off-some" ? others : []
        const retry = doing === "puts-off-some"
        holds(refused.length > 0 ? [first] : dispatch.to)
        if (doing === "arrives-unheard") return failed({ retry: true })
        return Effect.succeed({ status: "sent", refused: refused.map((address) => ({ address, text, retry })) })
      })
    )
  }
  const channel = channelThat(behave)
  const book = AddressBook.layerMemory(table(addresses))
  const settings = { concurrency: 3, lease: "3 minutes", grace: "5 seconds", retry: { attempts: 4 }, book } as const
  const put = lanes.flatMap((count, lane) =>
    Array.from({ length: count }, (_, place) => deliveryOf(`${lane}-${place}`, { lane: `lane ${lane}` }))
  )

  return Effect.gen(function* () {
    const sound = yield* Deliveries
    const store: Service = { ...sound, ...broken(sound) }
    yield* store.enqueue(put)

    /** A round of a dispatcher with a life of its own, whatever that comes to. */
    const live = (life: Life) => {
      const deliveries = Layer.succeed(Deliveries, mortal(store, life))
      const round = Effect.provide(
        Dispatcher.use((one) => one.round),
        dispatching(channel, { ...settings, deliveries }),
        { local: true }
      )
      const lived = life.stoppedAfter === undefined ? round : Effect.timeout(round, life.stoppedAfter)
      // the clock of the test follows only what it has woken
      return Effect.andThen(Effect.sleep(1), Effect.exit(Effect.asVoid(lived)))
    }
    const processes = yield* Effect.forEach(lives, (all) => Effect.forkChild(Effect.forEach(all, live)))
    const undecided = () =>
      Effect.map(store.list({ limit: 1000 }), (all) => all.filter(({ state }) => state !== "end" && state !== "dead"))
    for (let turns = 0; turns < 20 && processes.some((one) => one.pollUnsafe() === undefined); turns++)
      yield* TestClock.adjust("1 minute")
    for (let turns = 0; turns < 60 && (yield* undecided()).length > 0; turns++) {
      const last = yield* Effect.forkChild(live({ stoppedAfter: undefined, killedIn: undefined, done: false }))
      yield* TestClock.adjust("4 hours")
      const ending = yield* begun(Fiber.interrupt(last))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(ending)
    }
    return yield* judged(put, store, held)
  }).pipe(Effect.provide(kept), Effect.provide(TestClock.layer()), Random.withSeed(seed), Effect.runPromise)
}

/** What is not as it should be: of what was put in, in the store, and at the far side, which held letters in this order. */
const judged = Effect.fnUntraced(function* (
  put: ReadonlyArray<Delivery>,
  store: Service,
  held: ReadonlyArray<Dispatch>
) {
  const findings: Array<string> = []
  const all = yield* store.list({ limit: 1000 })
  const state = new Map(all.map((one) => [one.id, one.state]))
  const dead = yield* Effect.provideService(deadLetters({ limit: 1000 }), Deliveries, store)
  for (const { id } of put) {
    const stands = state.get(id)
    if (stands !== "end" && stands !== "dead") findings.push(`${id} is ${stands ?? "lost"}`)
    const successes = (yield* store.receipts(id)).filter(({ status }) => status === "sent" || status === "accepted")
    if (successes.length !== (stands === "end" ? 1 : 0)) findings.push(`${id} succeeded ${successes.length} times`)
    const reached = new Set(held.filter((one) => one.id === id).flatMap(({ to }) => to))
    const told = new Set(
      dead
        .filter((one) => one.id.endsWith(id))
        .flatMap((one) => (one.id.startsWith("~again") ? addresses : one.refused.map(({ address }) => address)))
    )
    if (stands === "end")
      for (const one of addresses)
        if (!reached.has(one) && !told.has(one)) findings.push(`${id} did not reach ${one}, and nobody is told`)
  }
  for (const { id, state } of all) if (state !== "end" && state !== "dead") findings.push(`${id} is ${state}`)
  // a reader that drops what it has: of what was sent, each once, and of each lane in its order
  const read = [...new Set(held.map(({ id }) => id))].filter((id) => state.get(id) === "end")
  for (const lane of new Set(put.map((one) => one.lane))) {
    const sent = put.filter((one) => one.lane === lane && state.get(one.id) === "end").map(({ id }) => id)
    const seen = read.filter((id) => sent.includes(id))
    if (JSON.stringify(seen) !== JSON.stringify(sent)) findings.push(`${lane} was read as ${seen}, and not as ${sent}`)
  }
  return findings
})
