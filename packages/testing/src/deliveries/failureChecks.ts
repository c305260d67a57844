import type { Deliveries } from "@banfa/core/port/Deliveries"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { type Check, check, type Probe } from "./Check.ts"
import { claimAt, idsOf, minute, newChannel, newDelivery, settled, standing } from "./fixture.ts"
import type { Interruption } from "./Means.ts"

type Service = Deliveries["Service"]

/** A check that is made for each way in which the storage can be gone, and whose findings say for which. */
const ofEach = (title: string, body: (probe: Probe, way: Interruption) => Effect.Effect<void, unknown, Scope.Scope>) =>
  check(
    "failure",
    title,
    (probe) =>
      Effect.gen(function* () {
        const ways = Object.entries(probe.interruptions)
        probe.holds("no interruption was given to the suite", ways.length > 0)
        for (const [way, begin] of ways) {
          const same: Probe["same"] = (what, ...rest) => probe.same(`${way}: ${what}`, ...rest)
          const holds: Probe["holds"] = (what, condition) => probe.holds(`${way}: ${what}`, condition)
          const run = Effect.flatMap(begin, (begun) => body({ ...probe, holds, same }, begun))
          const exit = yield* Effect.exit(Effect.scoped(run))
          if (Exit.isFailure(exit)) holds(`stopped: ${Cause.pretty(exit.cause)}`, false)
        }
      }),
    ({ interruption }) => interruption
  )

/** How an operation ended: with an answer, or with which errors; `StorageUnavailable` with its operation, and whether it brings a cause. */
const ending = (effect: Effect.Effect<unknown, unknown>) =>
  Effect.map(Effect.exit(effect), (exit) =>
    Exit.isSuccess(exit) ? "an answer" : exit.cause.reasons.map(endingOf).join(", ")
  )

const endingOf = (reason: Cause.Reason<unknown>): string => {
  if (!Cause.isFailReason(reason)) return `${reason._tag}: ${Cause.pretty(Cause.fromReasons([reason]))}`
  const error = reason.error as { readonly _tag?: unknown; readonly operation?: unknown; readonly cause?: unknown }
  const brought = error.cause === undefined || error.cause === null ? "without a cause" : "with its cause"
  return error._tag === "StorageUnavailable" ? `${error._tag} of ${error.operation} ${brought}` : String(error._tag)
}

/** The deliveries to go on with: a pool may hand out a connection that has failed meanwhile, so they are asked until they answer. */
const back = ({ giveBack }: Interruption) =>
  Effect.tap(giveBack, (deliveries) =>
    Effect.retry(deliveries.next(newChannel()), { schedule: Schedule.spaced("10 millis"), times: 100 })
  )

/** Every operation of the port, by its name. */
const operations = (
  deliveries: Service,
  channel: string,
  id: string
): Readonly<Record<keyof Service, Effect.Effect<unknown, unknown>>> => ({
  enqueue: deliveries.enqueue([newDelivery(channel)]),
  claim: claimAt(deliveries, channel, 0),
  settle: deliveries.settle([settled({ id, attempt: 1 })], minute(1)),
  note: deliveries.note([{ id, status: "read", at: minute(1), detail: {} }]),
  receipts: deliveries.receipts(id),
  list: deliveries.list({ channel }),
  resend: deliveries.resend([id], minute(1)),
  next: deliveries.next(channel)
})

/** Sentences about a storage that is gone. */
export const failureChecks: ReadonlyArray<Check> = [
  ofEach("every operation fails, names itself and brings what the driver reported", ({ same }, way) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const { id } = newDelivery(channel)
      const { deliveries } = way
      yield* deliveries.enqueue([newDelivery(channel, { id })])
      // asked once before, so that nothing is made ready only when the storage is gone
      for (const operation of Object.values(operations(deliveries, newChannel(), id))) yield* operation
      yield* way.takeAway
      for (const [operation, effect] of Object.entries(operations(deliveries, channel, id)))
        same(operation, yield* ending(effect), `StorageUnavailable of ${operation} with its cause`)
      yield* back(way)
    })
  ),

  ofEach("when it is there again everything is as it was, and what is put in again is there once", ({ same }, way) =>
    Effect.gen(function* () {
      const channel = newChannel()
      const [first, second, third] = [newDelivery(channel), newDelivery(channel), newDelivery(channel)]
      yield* way.deliveries.enqueue([first, second])
      const [handedOut] = yield* claimAt(way.deliveries, channel, 0, { limit: 1 })
      if (handedOut === undefined) return same("handed out", handedOut, "one")
      yield* way.takeAway
      yield* Effect.ignore(way.deliveries.enqueue([second, third]))
      yield* Effect.ignore(claimAt(way.deliveries, channel, 0))
      yield* Effect.ignore(way.deliveries.settle([settled(handedOut)], minute(1)))
      const deliveries = yield* back(way)
      yield* deliveries.enqueue([second, third])
      yield* deliveries.settle([settled(handedOut)], minute(2))
      same(
        "how they stand",
        (yield* standing(deliveries, channel)).map(({ id, state }) => [id, state]),
        [
          [first.id, "end"],
          [second.id, "waiting"],
          [third.id, "waiting"]
        ]
      )
      same("receipts", (yield* deliveries.receipts(first.id)).length, 1)
      same("handed out", idsOf(yield* claimAt(deliveries, channel, 0)), idsOf([second, third]))
    })
  )
]
