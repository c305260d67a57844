/** What a docket has read of streams, kept for the next question. */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { EventStore, StorageUnavailable, StoredEvent, StreamId } from "../port/EventStore.ts"

/** Most events that are kept; the streams that were asked for longest ago go first. */
const room = 100_000

/** How a docket reads a store. */
export interface Reading extends Pick<EventStore["Service"], "versions"> {
  /** The events of a stream, up to a version where one is given. */
  readonly read: (stream: StreamId, to?: number) => Effect.Effect<ReadonlyArray<StoredEvent>, StorageUnavailable>
}

/**
 * Reads of a stream only what was not read before: an event never changes. Where what was seen may be taken back, with a transaction of the
 * host's, nothing is kept. What is kept can be dropped at any time.
 */
export const snapshots = (store: EventStore["Service"], most = room): Reading => {
  const kept = new Map<StreamId, ReadonlyArray<StoredEvent>>()
  let count = 0

  const keep = (stream: StreamId, events: ReadonlyArray<StoredEvent>): void => {
    count += events.length - (kept.get(stream)?.length ?? 0)
    kept.delete(stream)
    kept.set(stream, events)
    for (const [oldest, { length }] of kept) {
      if (count <= most) break
      kept.delete(oldest)
      count -= length
    }
  }

  return {
    versions: store.versions,
    read: Effect.fnUntraced(function* (stream, to = Number.POSITIVE_INFINITY) {
      const before = kept.get(stream) ?? []
      if (to <= before.length) return before.slice(0, to)
      const further = yield* Stream.runCollect(store.readStream(stream, { from: before.length + 1, to }))
      const events = [...before, ...further]
      // another reading may have come further meanwhile
      if (store.committedOnly === true && events.length > (kept.get(stream)?.length ?? 0)) keep(stream, events)
      return events
    })
  }
}
