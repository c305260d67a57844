/**
 * What the tests of an adapter hand in beside its layer: only they know the storage behind it.
 */
import type { EventStore } from "@banfa/core/port/EventStore"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** What a host does in a transaction of its own. */
export interface Within {
  /** The store, in the host's transaction. */
  readonly store: EventStore["Service"]
  /** Writes into the host's own table, in the same transaction. */
  readonly note: (text: string) => Effect.Effect<void, unknown>
}

/** A host that has a table of its own in the database of the events. */
export interface Host {
  /** One transaction of the host's: committed when the body succeeds, rolled back when it fails. */
  readonly transaction: <A>(body: (within: Within) => Effect.Effect<A, unknown>) => Effect.Effect<A, unknown>
  /** Whether this stands in the host's own table, committed. */
  readonly noted: (text: string) => Effect.Effect<boolean, unknown>
}

/** A store whose storage can be taken away and given back. */
export interface Interruption {
  /** The store while its storage is there, and under which the storage is taken away. */
  readonly store: EventStore["Service"]
  /** Takes the storage away, really: until it is given back, no operation of the store can reach it. */
  readonly takeAway: Effect.Effect<void, unknown>
  /** Gives the storage back, with what it held, and answers with the store to go on with: the same one if that finds its way back by itself. */
  readonly giveBack: Effect.Effect<EventStore["Service"], unknown, Scope.Scope>
}

/** A row as it stands in the storage, read past the adapter. */
export interface RawRow {
  /** Its position in the order of all events. */
  readonly position: number
  /** The stream, as it is stored. */
  readonly stream: string
  /** Its version in the stream. */
  readonly version: number
  /** The event's id, as it is stored. */
  readonly id: string
  /** The command's id, as it is stored. */
  readonly command: string
  /** The kind of event. */
  readonly type: string
  /** The instant of entry, as it is stored. */
  readonly recordedAt: string
  /** The data, canonical JSON in UTF-8: the bytes that are stored, decoded by nobody. */
  readonly data: Uint8Array
}

/** What the checks need beside a layer, each where the adapter says that it supports what it is for. */
export interface Means {
  /** A host with a table of its own in the same database, for `ownTransaction`. */
  readonly host?: Effect.Effect<Host, unknown, Scope.Scope>
  /** The ways in which the storage can be gone, under what happens in each ("the server ends its connections"), for `interruption`. */
  readonly interruptions?: Readonly<Record<string, Effect.Effect<Interruption, unknown, Scope.Scope>>>
  /** All rows of the storage, in any order, read with the bare driver and nothing of the adapter's, for `restart`. */
  readonly rows?: Effect.Effect<ReadonlyArray<RawRow>, unknown, Scope.Scope>
}
