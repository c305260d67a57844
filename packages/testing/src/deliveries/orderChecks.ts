import type { Claimed, Deliveries, Settled } from "@banfa/core/port/Deliveries"
import * as Effect from "effect/Effect"
import { type Check, check } from "./Check.ts"
import {
  claimAt,
  idsOf,
  inOrder,
  minute,
  newChannel,
  newDelivery,
  newLane,
  settled,
  standing,
  together,
  turnOf,
  upTo
} from "./fixture.ts"

type Service = Deliveries["Service"]

/** Says that everything that was handed out is at an end. */
const end = (
  deliveries: Service,
  handedOut: ReadonlyArray<Claimed>,
  status: Settled["status"] = "accepted",
  minutes = 1
) =>
  deliveries.settle(
    handedOut.map((one) => settled(one, status)),
    minute(minutes)
  )

/** Sentences about lanes. */
export const orderChecks: ReadonlyArray<Check> = [
  check("order", "of a lane one after the other is handed out, in the order in which they were put in", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same } = probe
      const channel = newChannel()
      const lane = newLane(channel, 6)
      yield* deliveries.enqueue(lane.slice(0, 4))
      yield* deliveries.enqueue(lane.slice(4))
      const handed: Array<string> = []
      for (const status of ["sent", "accepted", "refused", "silenced", "dead"] as const) {
        const handedOut = yield* claimAt(deliveries, channel, 0)
        handed.push(...idsOf(handedOut))
        same("behind what is under way", yield* claimAt(deliveries, channel, 0), [])
        yield* end(deliveries, handedOut, status)
      }
      handed.push(...idsOf(yield* claimAt(deliveries, channel, 0)))
      same("what was handed out", handed, idsOf(lane))
    })
  ),

  check("order", "nothing behind one that waits is handed out, for whatever it waits", ({ deliveries, holds, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const [first, second, third] = newLane(channel, 3)
      if (first === undefined || second === undefined || third === undefined) return
      yield* deliveries.enqueue([first, { ...second, notBefore: minute(20) }, third])
      const behind = (what: string, handedOut: ReadonlyArray<Claimed>, ...ids: ReadonlyArray<string>) =>
        holds(what, !handedOut.some(({ id }) => ids.includes(id)))
      const [handedOut] = yield* claimAt(deliveries, channel, 0)
      same("the first", handedOut?.id, first.id)
      if (handedOut === undefined) return
      yield* deliveries.settle([settled(handedOut, "failed", { again: minute(5) })], minute(1))
      behind("behind one that is tried again", yield* claimAt(deliveries, channel, 2), second.id, third.id)
      const again = yield* claimAt(deliveries, channel, 60)
      same("that one again", idsOf(again), [first.id])
      yield* end(deliveries, again)
      behind("behind one whose instant has not come", yield* claimAt(deliveries, channel, 10), third.id)
      yield* end(deliveries, yield* claimAt(deliveries, channel, 61))
      same("the last", idsOf(yield* claimAt(deliveries, channel, 61)), [third.id])
    })
  ),

  check("order", "lanes do not wait for each other, nor does a lane of one channel for that of another", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same } = probe
      const [one, other] = [newChannel(), newChannel()]
      const [slow, quick] = [newLane(one, 2), newLane(one, 2)]
      const elsewhere = slow.map(({ lane }) => newDelivery(other, { lane }))
      yield* deliveries.enqueue([...slow, ...quick, ...elsewhere])
      const claims = Effect.gen(function* () {
        return [...(yield* claimAt(deliveries, one, 0)), ...(yield* claimAt(deliveries, other, 0))]
      })
      const firsts = yield* claims
      const expected = [slow[0], quick[0], elsewhere[0]].map((first) => first?.id ?? "")
      same("the first of each", inOrder(idsOf(firsts)), inOrder(expected))
      yield* end(
        deliveries,
        firsts.filter(({ id }) => id !== slow[0]?.id)
      )
      const seconds = [quick[1], elsewhere[1]].map((second) => second?.id ?? "")
      same("while one is under way, the seconds of the others", inOrder(idsOf(yield* claims)), inOrder(seconds))
    })
  ),

  check("order", "one that is sent again has its old place, and waits for what is under way", (probe) =>
    Effect.gen(function* () {
      const { deliveries, same } = probe
      const channel = newChannel()
      const lane = newLane(channel, 3)
      const [first = "", second = "", third = ""] = idsOf(lane)
      yield* deliveries.enqueue(lane)
      yield* end(deliveries, yield* claimAt(deliveries, channel, 0), "dead")
      const underWay = yield* claimAt(deliveries, channel, 0)
      same("behind the dead one", idsOf(underWay), [second])
      yield* deliveries.resend([first], minute(0))
      same("while the second is under way", yield* claimAt(deliveries, channel, 0), [])
      yield* end(deliveries, underWay)
      const again = yield* claimAt(deliveries, channel, 0)
      same("the one that was dead", idsOf(again), [first])
      yield* end(deliveries, again)
      same("the third", idsOf(yield* claimAt(deliveries, channel, 0)), [third])
    })
  ),

  check(
    "order",
    "lanes keep their order when many put in, claim and settle at once, and what fails comes again",
    (probe) =>
      Effect.gen(function* () {
        const { deliveries, holds, same, sharing } = probe
        const openings = yield* sharing
        const channel = newChannel()
        const names = upTo(5).map((n) => `${channel}/${n}`)
        const putIn = upTo(5).flatMap((round) => names.map((lane) => newDelivery(channel, { lane, data: { round } })))
        const underWay = new Map<string, Set<string>>()
        const ended = new Map<string, Array<string>>()
        let open = putIn.length
        const dispatcher = (opening: Service, number: number) =>
          Effect.gen(function* () {
            for (let turn = 0; open > 0 && turn < 2000; turn++) {
              for (const one of yield* claimAt(opening, channel, 0, { limit: 2 })) {
                const now = underWay.get(one.lane) ?? new Set<string>()
                underWay.set(one.lane, now.add(one.id))
                holds(`${now.size} of one lane are under way`, now.size === 1)
                yield* Effect.yieldNow
                const failed = one.attempt < 2 && (turn + number) % 3 === 0
                now.delete(one.id)
                if (!failed) ended.set(one.lane, [...(ended.get(one.lane) ?? []), one.id])
                const what = failed ? settled(one, "failed", { again: minute(0) }) : settled(one)
                const lost = yield* opening.settle([what], minute(1))
                if (!failed && lost.length === 0) open--
              }
              yield* Effect.yieldNow
            }
          })
        yield* together([
          Effect.forEach(upTo(5), (round) => deliveries.enqueue(putIn.slice(5 * round - 5, 5 * round)), {
            discard: true
          }),
          ...upTo(6).map((n) => dispatcher(turnOf(openings, n, deliveries), n))
        ])
        for (const lane of names)
          same("a lane", [...new Set(ended.get(lane) ?? [])], idsOf(putIn.filter((one) => one.lane === lane)))
        same("at their end", (yield* standing(deliveries, channel, "end")).length, putIn.length)
      })
  )
]
