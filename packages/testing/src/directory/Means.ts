/**
 * What the tests of an adapter hand in: only they know the source behind it.
 */
import type { DirectoryData } from "@banfa/core/agency"
import type { Directory } from "@banfa/core/port/Directory"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** What an adapter says of itself; what it does not support is tested as absent. */
export interface Supports {
  /** It follows a source: what is changed there is answered some time later, and the source can be gone. A directory that is given once follows none. */
  readonly following: boolean
}

/** An adapter over a source that the tests control. */
export interface Source {
  /** The adapter, opened over what the source holds at first: the data that it was begun with. */
  readonly directory: Directory["Service"]
  /** Makes the source hold these data, and nothing else. The adapter need not have read them yet; one that follows no source never does. */
  readonly fill: (data: DirectoryData) => Effect.Effect<void, unknown>
  /** Ends when the adapter has read its source anew, or has tried to: as it does by itself some time later. */
  readonly readAnew: Effect.Effect<void, unknown>
  /** Lets as much time pass as an answer may be old at most, and a little more. Waits for no clock. */
  readonly grow: Effect.Effect<void, unknown>
  /** Takes the source away, really: until it is given back, nothing reaches it. */
  readonly takeAway: Effect.Effect<void, unknown>
  /** Gives it back, with what it held. */
  readonly giveBack: Effect.Effect<void, unknown>
}

/** What the checks need. */
export interface Means {
  /**
   * An adapter over a source that holds these data at first, and is away at first where that is asked for. That it does not open then is
   * `StorageUnavailable`.
   */
  readonly begin: (
    data: DirectoryData,
    options?: { readonly away?: boolean }
  ) => Effect.Effect<Source, unknown, Scope.Scope>
}
