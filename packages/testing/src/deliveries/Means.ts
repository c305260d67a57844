/**
 * What the tests of an adapter hand in beside its layer: only they know the storage behind it.
 */
import type { Deliveries } from "@banfa/core/port/Deliveries"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** Deliveries whose storage can be taken away and given back. */
export interface Interruption {
  /** The deliveries while their storage is there, and under which the storage is taken away. */
  readonly deliveries: Deliveries["Service"]
  /** Takes the storage away, really: until it is given back, no operation can reach it. */
  readonly takeAway: Effect.Effect<void, unknown>
  /** Gives the storage back, with what it held, and answers with the deliveries to go on with. */
  readonly giveBack: Effect.Effect<Deliveries["Service"], unknown, Scope.Scope>
}

/** What the checks need beside a layer, where the adapter says that it supports what it is for. */
export interface Means {
  /** The ways in which the storage can be gone, under what happens in each ("the server ends its connections"), for `interruption`. */
  readonly interruptions?: Readonly<Record<string, Effect.Effect<Interruption, unknown, Scope.Scope>>>
}
