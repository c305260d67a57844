/**
 * One thing that the suite looks at, as a function that returns what it found: a channel can be judged without a test runner, and a broken one
 * can be shown to be found out.
 */
import { isDeepStrictEqual } from "node:util"
import { type Accepted, type Dispatch, NotDelivered, Notifier, type Supports } from "@banfa/core/port/Notifier"
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import type { FarSide, Means, Received } from "./Means.ts"

/** The guarantees of the port, in its order. */
export type Guarantee = "fidelity" | "one id" | "all or told" | "no injection" | "failure"

/** How a sending ended: taken, not delivered, or as it must not end. */
export type Ending =
  | { readonly _tag: "Accepted"; readonly accepted: Accepted }
  | { readonly _tag: "NotDelivered"; readonly error: NotDelivered }
  | { readonly _tag: "Stopped"; readonly how: string }

/** A channel under examination, with its far side. */
export interface Probe extends Omit<Means, "farSide"> {
  /** What the adapter says of itself. */
  readonly supports: Supports
  /** The far side of this check. */
  readonly far: FarSide
  /** The channel, opened once. */
  readonly notifier: Notifier["Service"]
  /** A channel opened once more to a far side, for as long as the scope lasts. */
  readonly open: (far: FarSide) => Effect.Effect<Notifier["Service"], unknown, Scope.Scope>
  /** Sends, over the channel of the check or another one, and says how that ended. A channel that waits without end is left behind. */
  readonly send: (dispatch: Dispatch, over?: Notifier["Service"]) => Effect.Effect<Ending>
  /** Sends, notes a finding if it is not accepted, and answers with what the far side has got since. */
  readonly deliver: (what: string, dispatch: Dispatch) => Effect.Effect<ReadonlyArray<Received>, unknown>
  /** Notes a finding if this does not end as `NotDelivered` for this reason, unless it is tried in vain, or if the far side holds more than before. */
  readonly refuses: (what: string, dispatch: Dispatch, reason: NotDelivered["reason"]) => Effect.Effect<void, unknown>
  /** Notes a finding if these two differ, keys and types included. */
  readonly same: (what: string, actual: unknown, expected: unknown) => void
  /** Notes a finding if this does not hold. */
  readonly holds: (what: string, condition: boolean) => void
}

/** What is put to the test. */
export interface Tested extends Means {
  /** What the adapter says of itself. What it does not support is tested as absent. */
  readonly supports: Supports
}

/** A sentence about channels, and how to find out whether it is true of one. */
export interface Check {
  /** The guarantee of the port that it looks at. */
  readonly guarantee: Guarantee
  /** The sentence. */
  readonly title: string
  /** Whether it applies to an adapter that says this of itself. */
  readonly applies: (supports: Supports) => boolean
  /** Empty if the sentence is true. */
  readonly findings: (tested: Tested) => Effect.Effect<ReadonlyArray<string>>
}

/** A check whose body is run against a far side of its own. A failure or a defect of the body is a finding. */
export const check = (
  guarantee: Guarantee,
  title: string,
  body: (probe: Probe) => Effect.Effect<void, unknown, Scope.Scope>,
  applies: Check["applies"] = () => true
): Check => ({
  guarantee,
  title,
  applies,
  findings: ({ farSide, ...tested }) =>
    Effect.gen(function* () {
      const found: Array<string> = []
      const holds: Probe["holds"] = (what, condition) => {
        if (!condition) found.push(what)
      }
      const exit = yield* Effect.gen(function* () {
        const far = yield* farSide
        yield* body(probeOf(tested, far, yield* open(far), holds))
      }).pipe(Effect.scoped, Effect.exit)
      if (Exit.isFailure(exit)) found.push(`stopped: ${Cause.pretty(exit.cause)}`)
      return found
    })
})

const open: Probe["open"] = (far) => Layer.build(Layer.fresh(far.layer)).pipe(Effect.map(Context.get(Notifier)))

const probeOf = (
  tested: Omit<Tested, "farSide">,
  far: FarSide,
  notifier: Notifier["Service"],
  holds: Probe["holds"]
): Probe => {
  const send: Probe["send"] = (dispatch, over = notifier) => ending(over.send(dispatch), tested.patience)
  const same: Probe["same"] = (what, actual, expected) => {
    // what is the same is not written out
    if (!isDeepStrictEqual(actual, expected)) holds(`${what}: ${show(actual)} instead of ${show(expected)}`, false)
  }
  return {
    ...tested,
    far,
    notifier,
    open,
    send,
    same,
    holds,
    deliver: (what, dispatch) =>
      Effect.gen(function* () {
        const before = yield* far.received
        const ended = yield* send(dispatch)
        same(what, nameOf(ended), "Accepted")
        return (yield* far.received).slice(before.length)
      }),
    refuses: (what, dispatch, reason) =>
      Effect.gen(function* () {
        const before = yield* far.received
        const ended = yield* send(dispatch)
        same(what, nameOf(ended), `NotDelivered: ${reason}, not to be tried again`)
        same(`${what}, at the far side`, (yield* far.received).length, before.length)
      })
  }
}

/** What counts as without end, where nothing is said: no machine is so busy. */
export const inTheEnd = 120_000

/** How this ended, at the latest when patience is at its end. */
const ending = (sending: Effect.Effect<Accepted, NotDelivered>, patience = inTheEnd): Effect.Effect<Ending> =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkDetach(Effect.suspend(() => sending))
    const exit = yield* Effect.timeoutOption(Fiber.await(fiber), patience)
    if (Option.isNone(exit)) {
      yield* Effect.forkDetach(Fiber.interrupt(fiber))
      return { _tag: "Stopped", how: `still waiting after ${patience} ms` }
    }
    if (Exit.isSuccess(exit.value)) return { _tag: "Accepted", accepted: exit.value.value }
    const error = Cause.findErrorOption(exit.value.cause)
    return Option.isSome(error) && error.value instanceof NotDelivered
      ? { _tag: "NotDelivered", error: error.value }
      : { _tag: "Stopped", how: Cause.pretty(exit.value.cause) }
  })

/** How it ended, in a line. */
export const nameOf = (ended: Ending): string => {
  if (ended._tag === "Accepted") return "Accepted"
  if (ended._tag === "Stopped") return `stopped: ${ended.how}`
  const { reason, retry } = ended.error
  return `NotDelivered: ${reason}, ${retry ? "to be tried again" : "not to be tried again"}`
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
