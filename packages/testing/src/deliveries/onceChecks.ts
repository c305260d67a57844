import type { Delivery } from "@banfa/core/port/Deliveries"
import type { Json, JsonObject } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import { type Check, check, closed } from "./Check.ts"
import {
  claimAt,
  idsOf,
  inOrder,
  minute,
  newChannel,
  newDelivery,
  standing,
  together,
  turnOf,
  upTo
} from "./fixture.ts"

const strange: JsonObject = {
  "": "",
  意见: "同意\u0000\u007f\ufeff\ufffd",
  emoji: "👩‍👩‍👧‍👦 עברית \"'\\;--{},$1?",
  ["__proto__"]: null,
  numbers: [0, -1.5, 1e-7, 5e-324, Number.MAX_SAFE_INTEGER],
  nested: [[[{ a: [] }]], true, false, null]
}

/** What looks alike, or is taken for the same by a comparison that is not by units. */
const alike = [
  "Ä",
  "A\u0308",
  "ä",
  "ä ",
  "ａ",
  "a",
  "A",
  "а",
  "a\u200b",
  "％",
  "%",
  "_",
  "'",
  "\\",
  '"',
  "{",
  "?",
  "$1"
]

/** Sentences about what was put in. */
export const onceChecks: ReadonlyArray<Check> = [
  check("once in", "what was put in is handed out and listed as it was put in, in any script", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const delivery = newDelivery(channel, { data: strange, lane: "收件人 \\\"'{}?$1 👩‍👧" })
      const expected = { ...delivery, data: { ...strange } }
      same("ids that were not there", yield* deliveries.enqueue([delivery]), [delivery.id])
      same("listed", yield* standing(deliveries, channel), [{ ...expected, state: "waiting", attempts: 0 }])
      same("handed out", yield* claimAt(deliveries, channel, 0), [{ ...expected, attempt: 1 }])
    })
  ),

  check("once in", "an id that is there already is kept as it was put in first", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const [first, second, third] = [newDelivery(channel), newDelivery(channel), newDelivery(channel)]
      const another = { ...first, lane: "another", data: { letter: "另一份" }, notBefore: minute(9) }
      same("the first time", yield* deliveries.enqueue([first]), [first.id])
      same("twice in one call", yield* deliveries.enqueue([second, another, { ...second, data: {} }, third]), [
        second.id,
        third.id
      ])
      same("again", yield* deliveries.enqueue([first, second, third]), [])
      same("nothing", yield* deliveries.enqueue([]), [])
      const waiting = [first, second, third].map((one) => ({ ...one, state: "waiting", attempts: 0 }))
      same("what is there", yield* standing(deliveries, channel), waiting)
      const handedOut = yield* claimAt(deliveries, channel, 0)
      same("what is handed out", inOrder(idsOf(handedOut)), inOrder(idsOf([first, second, third])))
      same("while it is under way", yield* deliveries.enqueue([first]), [])
      yield* deliveries.settle(
        handedOut.map(({ attempt, id }) => ({ id, attempt, status: "accepted", detail: {} })),
        minute(1)
      )
      same("when it is at its end", yield* deliveries.enqueue([third]), [])
      same("nothing is handed out again", yield* claimAt(deliveries, channel, 60), [])
    })
  ),

  check("once in", "many that put the same in at once put it in once", ({ deliveries, same, sharing }) =>
    Effect.gen(function* () {
      const openings = yield* sharing
      const channel = newChannel()
      const lanes = ["one", "two", "three"]
      const all = upTo(12).map((n) => newDelivery(channel, { lane: turnOf(lanes, n, "one") }))
      const answers = yield* together(
        upTo(12).map((n) => {
          // each begins with another, and every second goes the other way
          const turned = [...all.slice(n), ...all.slice(0, n)]
          return turnOf(openings, n, deliveries).enqueue(n % 2 === 0 ? turned : turned.toReversed())
        })
      )
      same("ids that were not there, all told", inOrder(answers.flat()), inOrder(idsOf(all)))
      same("what is there", inOrder(idsOf(yield* standing(deliveries, channel))), inOrder(idsOf(all)))
    })
  ),

  check("once in", "ids, lanes and channels are compared unit by unit", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const [channel, id] = [newChannel(), newDelivery("").id]
      const all = alike.map((text): Delivery => newDelivery(channel, { id: `${id}${text}`, lane: `${id}${text}` }))
      same("ids that were not there", yield* deliveries.enqueue(all), idsOf(all))
      same(
        "handed out, each in a lane of its own",
        inOrder(idsOf(yield* claimAt(deliveries, channel, 0))),
        inOrder(idsOf(all))
      )
      const channels = alike.map((text) => newDelivery(`${channel}${text}`))
      yield* deliveries.enqueue(channels)
      for (const one of channels) same("on its channel", idsOf(yield* claimAt(deliveries, one.channel, 0)), [one.id])
    })
  ),

  check("once in", "later changes to what was put in or handed out change nothing", ({ deliveries, same }) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const list: Array<Json> = [1]
      const delivery = newDelivery(channel, { data: { list } })
      yield* deliveries.enqueue([delivery])
      list.push(2)
      const [handedOut] = yield* claimAt(deliveries, channel, 0)
      same("handed out", handedOut?.data, { list: [1] })
      ;(handedOut?.data.list as Array<Json> | undefined)?.push(3)
      same(
        "listed",
        (yield* standing(deliveries, channel)).map(({ data }) => data),
        [{ list: [1] }]
      )
      same(
        "handed out again",
        (yield* claimAt(deliveries, channel, 60)).map(({ data }) => data),
        [{ list: [1] }]
      )
    })
  ),

  closed("once in", "what was put in before all was closed is not put in again", ({ open, same }) =>
    Effect.gen(function* () {
      const delivery = newDelivery(newChannel())
      const enqueue = Effect.scoped(Effect.flatMap(open, (opened) => opened.enqueue([delivery])))
      same("the first time", yield* enqueue, [delivery.id])
      same("again", yield* enqueue, [])
    })
  )
]
