/**
 * One thing that the suite looks at, as a function that returns what it found: an adapter can be judged without a test runner, and a broken one can
 * be shown to be found out.
 */
import { isDeepStrictEqual } from "node:util"
import { Deliveries } from "@banfa/core/port/Deliveries"
import type { Supports } from "@banfa/core/port/EventStore"
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import type { Means } from "./Means.ts"

/** The guarantees of the port, in its order. */
export type Guarantee =
  | "once in"
  | "one holder"
  | "order"
  | "fencing"
  | "receipts"
  | "nothing lost"
  | "contract"
  | "failure"

/** Deliveries under examination. */
export interface Probe {
  /** One opening of the storage. */
  readonly deliveries: Deliveries["Service"]
  /** The storage opened once more, for as long as the scope lasts. */
  readonly open: Effect.Effect<Deliveries["Service"], unknown, Scope.Scope>
  /** Several openings at once, where all of them are one storage; otherwise the one that there is. */
  readonly sharing: Effect.Effect<ReadonlyArray<Deliveries["Service"]>, unknown, Scope.Scope>
  /** The ways in which the storage can be gone. */
  readonly interruptions: NonNullable<Means["interruptions"]>
  /** Notes a finding if these two differ, keys and types included. */
  readonly same: (what: string, actual: unknown, expected: unknown) => void
  /** Notes a finding if this does not hold. */
  readonly holds: (what: string, condition: boolean) => void
}

/** What an adapter says of itself; its own transaction is no matter of deliveries. */
export type DeliveriesSupports = Pick<Supports, "restart" | "sharing" | "interruption">

/** A sentence about deliveries, and how to find out whether it is true of an adapter. */
export interface Check {
  /** The guarantee of the port that it looks at. */
  readonly guarantee: Guarantee
  /** The sentence. */
  readonly title: string
  /** Whether it applies to an adapter that says this of itself. */
  readonly applies: (supports: DeliveriesSupports) => boolean
  /** Empty if the sentence is true. Ids and channels are made afresh, so a storage in use can be examined. */
  readonly findings: <E>(
    layer: Layer.Layer<Deliveries, E>,
    supports: DeliveriesSupports,
    means?: Means
  ) => Effect.Effect<ReadonlyArray<string>>
}

/** A check whose body is run against one opening. A failure or a defect of the body is a finding. */
export const check = (
  guarantee: Guarantee,
  title: string,
  body: (probe: Probe) => Effect.Effect<void, unknown, Scope.Scope>,
  applies: Check["applies"] = () => true
): Check =>
  made(
    guarantee,
    title,
    (probe, supports) =>
      Effect.flatMap(probe.open, (deliveries) => {
        const sharing = supports.sharing
          ? Effect.map(Effect.all([probe.open, probe.open]), (others) => [deliveries, ...others])
          : Effect.succeed([deliveries])
        return body({ ...probe, deliveries, sharing })
      }),
    applies
  )

/** A check that opens the storage itself, as often as it likes, and has it closed in between; for what survives that. */
export const closed = (
  guarantee: Guarantee,
  title: string,
  body: (probe: Omit<Probe, "deliveries" | "sharing">) => Effect.Effect<void, unknown, Scope.Scope>
): Check => made(guarantee, title, body, ({ restart }) => restart)

const made = (
  guarantee: Guarantee,
  title: string,
  body: (
    probe: Omit<Probe, "deliveries" | "sharing">,
    supports: DeliveriesSupports
  ) => Effect.Effect<void, unknown, Scope.Scope>,
  applies: Check["applies"]
): Check => ({
  guarantee,
  title,
  applies,
  findings: (layer, supports, { interruptions = {} } = {}) =>
    Effect.gen(function* () {
      const found: Array<string> = []
      const holds: Probe["holds"] = (what, condition) => {
        if (!condition) found.push(what)
      }
      const same: Probe["same"] = (what, actual, expected) => {
        // what is the same is not written out
        if (!isDeepStrictEqual(actual, expected)) found.push(`${what}: ${show(actual)} instead of ${show(expected)}`)
      }
      const open = Layer.build(Layer.fresh(layer)).pipe(Effect.map(Context.get(Deliveries)))
      const exit = yield* body({ open, interruptions, same, holds }, supports).pipe(Effect.scoped, Effect.exit)
      if (Exit.isFailure(exit)) found.push(`stopped: ${Cause.pretty(exit.cause)}`)
      return found
    })
})

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
