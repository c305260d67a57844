/**
 * One thing that the suite looks at, as a function that returns what it found: a store can be judged without a test
 * runner, and a broken store can be shown to be found out.
 */
import { isDeepStrictEqual } from "node:util"
import { EventStore, type Supports } from "@banfa/core/port/EventStore"
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import type { Host, Means } from "./Means.ts"

/** The guarantees of the port, in its order. */
export type Guarantee =
  | "versions"
  | "fidelity"
  | "contract"
  | "guards"
  | "atomicity"
  | "commands"
  | "event ids"
  | "order"
  | "following"
  | "paging"
  | "kinds"
  | "limits"
  | "openings"
  | "own transaction"
  | "failure"
  | "raw reader"

/** A store under examination. */
export interface Probe {
  readonly store: EventStore["Service"]
  /** A host of the same storage, where the store can append in a transaction of the host's. */
  readonly host: Effect.Effect<Host, unknown, Scope.Scope>
  /** The ways in which the storage can be gone. */
  readonly interruptions: NonNullable<Means["interruptions"]>
  /** All rows of the storage, read past the store. */
  readonly rows: NonNullable<Means["rows"]>
  /** The storage opened once more, for as long as the scope lasts. */
  readonly open: Effect.Effect<EventStore["Service"], unknown, Scope.Scope>
  /** Notes a finding if these two differ, keys and types included. */
  readonly same: (what: string, actual: unknown, expected: unknown) => void
  /** Notes a finding if this does not hold. */
  readonly holds: (what: string, condition: boolean) => void
}

/** A sentence about stores, and how to find out whether it is true of one. */
export interface Check {
  /** The guarantee of the port that it looks at. */
  readonly guarantee: Guarantee
  /** The sentence. */
  readonly title: string
  /** Whether it applies to a store that says this of itself. */
  readonly applies: (supports: Supports) => boolean
  /** Empty if the sentence is true. Events are stored under ids of their own, so a store in use can be examined. */
  readonly findings: <E>(layer: Layer.Layer<EventStore, E>, means?: Means) => Effect.Effect<ReadonlyArray<string>>
}

/** A check whose body is run against one opening of the store. A failure or a defect of the body is a finding. */
export const check = (
  guarantee: Guarantee,
  title: string,
  body: (probe: Probe) => Effect.Effect<void, unknown, Scope.Scope>,
  applies: Check["applies"] = () => true
): Check => ({
  guarantee,
  title,
  applies,
  findings: (layer, { host = missing("host"), interruptions = {}, rows = missing("reader of rows") } = {}) =>
    Effect.gen(function* () {
      const found: Array<string> = []
      const holds: Probe["holds"] = (what, condition) => {
        if (!condition) found.push(what)
      }
      const same: Probe["same"] = (what, actual, expected) => {
        // what is the same is not written out
        if (!isDeepStrictEqual(actual, expected)) found.push(`${what}: ${show(actual)} instead of ${show(expected)}`)
      }
      const open = Layer.build(Layer.fresh(layer)).pipe(Effect.map(Context.get(EventStore)))
      const exit = yield* open.pipe(
        Effect.flatMap((store) => body({ store, host, interruptions, rows, open, same, holds })),
        Effect.scoped,
        Effect.exit
      )
      if (Exit.isFailure(exit)) found.push(`stopped: ${Cause.pretty(exit.cause)}`)
      return found
    })
})

const missing = (what: string) => Effect.fail(`no ${what} was given to the suite`)

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
