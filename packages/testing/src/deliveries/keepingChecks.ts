import type { Deliveries } from "@banfa/core/port/Deliveries"
import * as Effect from "effect/Effect"
import { type Check, check, closed } from "./Check.ts"
import { claimAt, idsOf, minute, newChannel, newDelivery, settled, standing, upTo } from "./fixture.ts"

type Service = Deliveries["Service"]

/** One delivery in each state, in the order waiting, claimed, end, dead. */
const oneInEach = (deliveries: Service, channel: string) =>
  Effect.gen(function* () {
    const all = [
      newDelivery(channel, { notBefore: minute(500) }),
      newDelivery(channel, { notBefore: minute(2) }),
      newDelivery(channel),
      newDelivery(channel)
    ]
    yield* deliveries.enqueue(all)
    for (const one of yield* claimAt(deliveries, channel, 0))
      yield* deliveries.settle([settled(one, one.id === all[2]?.id ? "accepted" : "dead")], minute(1))
    yield* claimAt(deliveries, channel, 2)
    return all.map((one, i) => ({
      ...one,
      state: (["waiting", "claimed", "end", "dead"] as const)[i] ?? "end",
      attempts: i === 0 ? 0 : 1
    }))
  })

/** Everything that can be asked about a channel. */
const everything = (deliveries: Service, channel: string) =>
  Effect.gen(function* () {
    const all = yield* standing(deliveries, channel)
    const receipts = yield* Effect.forEach(all, ({ id }) => deliveries.receipts(id))
    return { all, receipts, next: yield* deliveries.next(channel) }
  })

/** Sentences about what is there. */
export const keepingChecks: ReadonlyArray<Check> = [
  check("nothing lost", "deliveries are listed with how they stand, in the order in which they were put in", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same } = probe
      const channel = newChannel()
      const expected = yield* oneInEach(deliveries, channel)
      same("all of a channel", yield* standing(deliveries, channel), expected)
      for (const one of expected) same(one.state, yield* standing(deliveries, channel, one.state), [one])
      const found = (yield* deliveries.list({ state: "dead", limit: 1000 })).filter((one) => one.channel === channel)
      same("dead ones of all channels", found, expected.slice(3))
      same("of a channel that has nothing", yield* standing(deliveries, newChannel()), [])
      for (const text of ["", "\u0000", "\ud800"]) {
        same("of what cannot be a channel", yield* deliveries.list({ channel: text }), [])
        same("of what cannot be an id", yield* deliveries.list({ channel, after: text }), [])
        same("when over what cannot be a channel", yield* deliveries.next(text), undefined)
      }
    })
  ),

  check("nothing lost", "lists are read page by page, each behind the last of the one before", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const all = upTo(130).map(() => newDelivery(channel))
      yield* deliveries.enqueue(all)
      same("at first 100", idsOf(yield* deliveries.list({ channel })), idsOf(all.slice(0, 100)))
      const paged: Array<string> = []
      for (let page = 0; page < 10; page++) {
        const after = paged.at(-1)
        // some change how they stand between two pages
        yield* claimAt(deliveries, channel, 0, { limit: 20 })
        paged.push(...idsOf(yield* deliveries.list({ channel, after, limit: 32 })))
      }
      same("all pages", paged, idsOf(all))
      same("behind one that is not there", yield* deliveries.list({ channel, after: newDelivery(channel).id }), [])
      same("behind the last", yield* deliveries.list({ channel, after: all.at(-1)?.id }), [])
      for (const limit of [0, -1, Number.NaN]) same(`at most ${limit}`, yield* deliveries.list({ channel, limit }), [])
      same("at most 2.9", idsOf(yield* deliveries.list({ channel, limit: 2.9 })), idsOf(all.slice(0, 2)))
      same("without end", (yield* deliveries.list({ channel, limit: Number.POSITIVE_INFINITY })).length, 130)
    })
  ),

  check(
    "nothing lost",
    "a dead one is listed until it is sent again, and then handed out from that instant on",
    (probe) =>
      Effect.gen(function* () {
        const { deliveries, same } = probe
        const channel = newChannel()
        const [waiting, claimed, end, dead] = yield* oneInEach(deliveries, channel)
        if (waiting === undefined || claimed === undefined || end === undefined || dead === undefined) return
        same("never handed out while it is dead", yield* claimAt(deliveries, channel, 3), [])
        const asked = idsOf([dead, end, newDelivery(channel, { id: "nowhere" }), claimed, dead, waiting])
        same(
          "which are not dead",
          yield* deliveries.resend(asked, minute(10)),
          idsOf([end, { id: "nowhere" }, claimed, waiting])
        )
        same("dead ones", yield* standing(deliveries, channel, "dead"), [])
        const [, again] = yield* standing(deliveries, channel, "waiting")
        same("how it stands", [again?.id, again?.notBefore], [dead.id, minute(10)])
        same("before the instant", yield* claimAt(deliveries, channel, 9), [])
        same("from the instant on", idsOf(yield* claimAt(deliveries, channel, 10)), [dead.id])
        same("again, when it is not dead", yield* deliveries.resend([dead.id], minute(11)), [dead.id])
      })
  ),

  check(
    "nothing lost",
    "an instant at which something can be handed out is told as long as anything is not at its end",
    (probe) =>
      Effect.gen(function* () {
        const { deliveries, same } = probe
        const channel = newChannel()
        yield* deliveries.enqueue([newDelivery(channel), newDelivery(channel, { notBefore: minute(5) })])
        same("at first", yield* deliveries.next(channel), minute(0))
        const [first] = yield* claimAt(deliveries, channel, 0)
        if (first === undefined) return same("handed out", first, "one")
        same("the other", yield* deliveries.next(channel), minute(5))
        yield* deliveries.settle([settled(first, "dead")], minute(1))
        const [second] = yield* claimAt(deliveries, channel, 5)
        if (second === undefined) return same("handed out", second, "the other")
        yield* deliveries.settle([settled(second)], minute(6))
        same("when one is dead and the other at its end", yield* deliveries.next(channel), undefined)
        yield* deliveries.resend([first.id], minute(7))
        same("when the dead one is sent again", yield* deliveries.next(channel), minute(7))
      })
  ),

  closed(
    "nothing lost",
    "what is closed and opened again holds what it held, and who holds what for how long",
    (probe) =>
      Effect.gen(function* () {
        const { open, same } = probe
        const channel = newChannel()
        const opening = <A>(body: (deliveries: Service) => Effect.Effect<A, unknown>) =>
          Effect.scoped(Effect.flatMap(open, body))
        const expected = yield* opening((deliveries) => oneInEach(deliveries, channel))
        const before = yield* opening((deliveries) => everything(deliveries, channel))
        same("what is there", before.all, expected)
        same(
          "receipts",
          before.receipts.map((all) => all.map(({ status }) => status)),
          [[], [], ["accepted"], ["dead"]]
        )
        same("before the time of its holder is over", yield* opening((opened) => claimAt(opened, channel, 3)), [])
        const late = yield* opening((opened) => claimAt(opened, channel, 60))
        same("when it is over", idsOf(late), idsOf(expected.slice(1, 2)))
      })
  ),

  check(
    "nothing lost",
    "a storage that does not claim to survive a restart begins with nothing",
    ({ deliveries, open, same }) =>
      Effect.gen(function* () {
        const channel = newChannel()
        yield* oneInEach(deliveries, channel)
        const opened = yield* open
        same("there", yield* standing(opened, channel), [])
      }),
    ({ restart, sharing }) => !restart && !sharing
  )
]
