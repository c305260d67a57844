/** Streams of events out of pages, for adapters that read page by page. @module */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { StoredEvent } from "./StoredEvent.ts"

/** Largest number of events that a store hands over at once. */
export const pageSize = 64

/**
 * A stream of events out of pages that are fetched on demand. `fetch` answers with some events after a place, in order,
 * and with none only at the end; `place` says where an event stands.
 */
export const paged = <E>(
  start: number,
  place: (event: StoredEvent) => number,
  fetch: (after: number) => Effect.Effect<ReadonlyArray<StoredEvent>, E>
): Stream.Stream<StoredEvent, E> =>
  Stream.paginate(start, (after) =>
    Effect.map(fetch(after), (page) => {
      const last = page.at(-1)
      return [page, last === undefined ? Option.none() : Option.some(place(last))] as const
    })
  )
