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
 * Reads of a stream only what was not read before. An event never changes, so what was read is read for good; but a transaction of the host's that
 * was rolled back takes back what was seen in it. So the last event that is kept is asked for again, and where another stands in its place, or
 * none, the stream is read from its beginning. What is kept can be dropped at any time.
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

  const readFrom = (stream: StreamId, from: number, to: number | undefined) =>
    Stream.runCollect(store.readStream(stream, to === undefined ? { from } : { from, to }))

  return {
    versions: store.versions,
    read: Effect.fnUntraced(function* (stream, to) {
      const before = kept.get(stream) ?? []
      const last = before[Math.min(before.length, to ?? before.length) - 1]
      if (last !== undefined) {
        const [same, ...further] = yield* readFrom(stream, last.version, to)
        if (same?.id === last.id && same.position === last.position && same.command === last.command) {
          const events = [...before.slice(0, last.version), ...further]
          if (events.length >= before.length) keep(stream, events)
          return events
        }
      }
      const events = yield* readFrom(stream, 1, to)
      keep(stream, events)
      return events
    })
  }
}
