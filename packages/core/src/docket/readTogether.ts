import * as Effect from "effect/Effect"
import type { StoredEvent, StreamId } from "../port/EventStore.ts"
import type { Reading } from "./snapshots.ts"

/** What stood in streams at one moment. */
export type Read = ReadonlyMap<StreamId, ReadonlyArray<StoredEvent>>

/**
 * Reads streams, and those that their entries name, and so on, as they all stood at one moment. One stream that names no other needs no
 * second look: whatever was read of it stood there at one moment.
 */
export const readTogether = Effect.fnUntraced(function* (
  store: Reading,
  first: ReadonlyArray<StreamId>,
  named: (read: Read) => ReadonlyArray<StreamId>
) {
  const read = new Map<StreamId, ReadonlyArray<StoredEvent>>()
  const whole = () => named(read).every((stream) => read.has(stream))
  const [alone] = first
  if (alone !== undefined && first.length === 1) {
    read.set(alone, yield* store.read(alone))
    if (whole()) return read
  }
  do {
    for (const { stream, version } of yield* store.versions([...new Set([...first, ...named(read)])])) {
      if (read.get(stream)?.length === version) continue
      read.set(stream, version === 0 ? [] : yield* store.read(stream, version))
    }
  } while (!whole())
  return read
})
