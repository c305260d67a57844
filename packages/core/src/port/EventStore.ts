/**
 * The port behind which events are kept.
 *
 * @module
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Option from "effect/Option"
import type * as Stream from "effect/Stream"
import type { AppendRequest, Receipt } from "./Append.ts"
import type { CommandReused, Conflict, DuplicateEvent, InvalidAppend } from "./EventStoreError.ts"
import { makeMemory } from "./memoryEventStore.ts"
import { ReadSide } from "./ReadSide.ts"
import type { StorageUnavailable } from "./StorageUnavailable.ts"
import type { CommandId, StoredEvent, StreamId, StreamVersion } from "./StoredEvent.ts"

export type { AppendRequest, Receipt } from "./Append.ts"
export { CommandReused, Conflict, DuplicateEvent, InvalidAppend } from "./EventStoreError.ts"
export type { Json, JsonObject } from "./Json.ts"
export { StorageUnavailable } from "./StorageUnavailable.ts"
export { CommandId, EventId, type NewEvent, type StoredEvent, StreamId, type StreamVersion } from "./StoredEvent.ts"

/** What an adapter says of itself; what it does not support is tested as absent. */
export interface Supports {
  /** A store that is closed and opened again holds what it held. */
  readonly restart: boolean
  /** Several openings at once, in one process or in several, are one store. */
  readonly sharing: boolean
  /** The adapter can append in a transaction of the host's, which commits or rolls back the host's own rows with it. */
  readonly ownTransaction: boolean
  /** The storage is a file, a server or a driver, which can be gone while the store is in use. */
  readonly interruption: boolean
}

/** Which kinds of events are read. */
export interface OfKinds {
  /** Only events of these kinds (`type`), compared character by character; of every kind if nothing is said. */
  readonly types?: ReadonlyArray<string>
}

/**
 * Keeps events in streams and in one order over all streams. Domain-free: it stores JSON.
 *
 * Guarantees, in the order in which the conformance suite of `@banfa/testing/event-store` tests them:
 *
 * 1. *Versions.* A stream that was never written to is empty and has version 0. Its events have the versions 1, 2, 3 …
 *    without a gap, in the order in which they were appended.
 * 2. *Fidelity.* An event is read as it was appended: ids, type, instant, and data as JSON, in any script and with any
 *    key. Later changes to an object that was passed in or handed out do not change the store. The order of keys is not
 *    kept, and `-0` becomes `0`.
 * 3. *Contract.* A request that breaks the contract is refused with `InvalidAppend`, which lists every problem: among
 *    them data over 1 MiB, nested deeper than 100, or not JSON, and an event whose stream is not guarded.
 * 4. *Guards.* An append succeeds only if every guarded stream, written to or not, has the guarded version at that
 *    moment; otherwise `Conflict` lists all streams that moved. Of decisions that read the same streams and race, one
 *    wins, also if each writes to another of them.
 * 5. *Atomicity.* An append is stored whole or leaves nothing behind: no event, no position, no used command id.
 * 6. *Commands.* A command id that was used before with the same events answers with the same receipt and stores
 *    nothing, whatever has happened since and whatever the guards say; with other events it is `CommandReused`. Also
 *    when the same command races with itself.
 * 7. *Event ids.* An id that another command has stored is refused with `DuplicateEvent`. Known commands are answered
 *    first, then duplicates are looked for, then the guards.
 * 8. *Order.* Positions rise in the order in which appends took effect, and the events of an append stand together, in
 *    its order: each stream's versions rise with the positions.
 * 9. *Following.* When `readAll` gives an event, it gives all events with smaller positions: a reader that goes on from
 *    the last position that it saw misses nothing and sees nothing twice, whoever writes meanwhile.
 * 10. *Paging.* Streams of events are read in pages, of at most 1,000 events, when they are asked for.
 * 11. *Kinds.* A reader may ask for events of some kinds only; it is given them in their order, with nothing between them left out.
 * 12. *Limits.* An append takes up to 10,000 events, and any number of guards; more events are refused with `InvalidAppend`.
 * 13. *Restart* and *sharing*, where the adapter supports them: all of the above holds across openings of one store.
 * 14. *Own transaction*, where the adapter supports it: what is appended in a transaction of the host's is committed with the host's own rows
 *     or not at all, is seen by others not before that, and an append that is refused leaves the transaction as it was.
 * 15. *Failure*, where the storage can be gone: every operation then fails with `StorageUnavailable`, which names it and brings what the driver
 *     reported, and with nothing else; a stream that is being read ends so too, with no gap before it. When the storage is there again, a command
 *     that is sent again gets one receipt, whether it had been stored or not.
 *
 * What an append brings for the read side is for adapters that keep one (`ReadSide`); the others leave it out.
 *
 * The only failure of the storage itself is `StorageUnavailable`.
 */
export class EventStore extends Context.Service<
  EventStore,
  {
    /** Stores one decision atomically and answers with its receipt. */
    readonly append: (
      request: AppendRequest
    ) => Effect.Effect<Receipt, InvalidAppend | CommandReused | DuplicateEvent | Conflict | StorageUnavailable>
    /** The receipt of a command that was stored, if it was: lets a retry be answered before deciding anew. */
    readonly receipt: (command: CommandId) => Effect.Effect<Option.Option<Receipt>, StorageUnavailable>
    /**
     * The events of one stream with `from <= version <= to` and of the kinds asked for, in order of version; all of them if nothing is said.
     * What is appended while reading may be included, never with a gap before it.
     */
    readonly readStream: (
      stream: StreamId,
      options?: OfKinds & { readonly from?: number; readonly to?: number }
    ) => Stream.Stream<StoredEvent, StorageUnavailable>
    /**
     * The events of all streams with `after < position <= to` and of the kinds asked for, in order of position; all of them if nothing is said.
     * Ends when it has caught up; go on with `after` the last position seen.
     */
    readonly readAll: (
      options?: OfKinds & { readonly after?: number; readonly to?: number }
    ) => Stream.Stream<StoredEvent, StorageUnavailable>
    /** The versions of these streams at one moment, in the order asked: ready to be used as guards. */
    readonly versions: (
      streams: ReadonlyArray<StreamId>
    ) => Effect.Effect<ReadonlyArray<StreamVersion>, StorageUnavailable>
    /**
     * Whatever is read is committed and stays: a reader may keep it. Left out where the store may take part in a transaction of the host's,
     * which takes back what was seen in it when it is rolled back.
     */
    readonly committedOnly?: true
  }
>()("@banfa/core/port/EventStore") {
  /** A store that lives and dies with its layer, with its read side: for tests, trials and decisions that need no record. */
  static readonly layerMemory: Layer.Layer<EventStore | ReadSide> = Layer.effectContext(
    Effect.map(makeMemory, ({ readSide, store }) =>
      Context.make(EventStore, EventStore.of(store)).pipe(Context.add(ReadSide, ReadSide.of(readSide)))
    )
  )
}
