/**
 * A store that is broken in one way: a suite that does not find it out is not worth running.
 */
import { type AppendRequest, EventStore, type StoredEvent } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type { Guarantee, Host, Within } from "./Check.ts"

type Store = EventStore["Service"]

/** One way to break a store. */
export interface Mutant {
  /** What the broken store does, as the end of the sentence "a store that …". */
  readonly name: string
  /** The guarantee that it breaks: one of its checks has to find it out. */
  readonly breaks: Guarantee
  /** A sound store, broken. */
  readonly of: <E>(sound: Layer.Layer<EventStore, E>) => Layer.Layer<EventStore, E>
  /** A sound host, broken; `outside` is the store outside of the host's transactions. */
  readonly host?: (sound: Host, outside: Store) => Host
}

/** A mutant that replaces some operations of a sound store. `change` is called once for each opening. */
export const mutant = (breaks: Guarantee, name: string, change: (sound: Store) => Partial<Store>): Mutant => ({
  name,
  breaks,
  of: (sound) =>
    Layer.effect(
      EventStore,
      EventStore.use((store) => Effect.sync(() => EventStore.of({ ...store, ...change(store) })))
    ).pipe(Layer.provide(sound))
})

/** Operations that change every request on its way in. */
export const onRequest = (sound: Store, change: (request: AppendRequest) => AppendRequest): Partial<Store> => ({
  append: (request) => sound.append(change(request))
})

/** Operations that change every event on its way out. */
export const onEvent = (sound: Store, change: (event: StoredEvent) => StoredEvent): Partial<Store> => ({
  readStream: (stream, options) => Stream.map(sound.readStream(stream, options), change),
  readAll: (options) => Stream.map(sound.readAll(options), change)
})

/** The request with other events. */
export const mapEvents = (
  request: AppendRequest,
  change: (event: AppendRequest["events"][number]) => AppendRequest["events"][number]
): AppendRequest => {
  const [first, ...rest] = request.events
  return first === undefined ? request : { ...request, events: [change(first), ...rest.map(change)] }
}

/** A mutant that is sound as long as it is not used in a transaction of the host's. */
export const hostMutant = (name: string, change: (within: Within, outside: Store) => Within): Mutant => ({
  name,
  breaks: "own transaction",
  of: (sound) => sound,
  host: (sound, outside) => ({
    ...sound,
    transaction: (body) => sound.transaction((within) => body(change(within, outside)))
  })
})
