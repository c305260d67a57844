/**
 * A store that is broken in one way: a suite that does not find it out is not worth running.
 */
import { prepare } from "@banfa/core/port/Append"
import { type AppendRequest, EventStore, type StoredEvent } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { Guarantee } from "./Check.ts"
import type { Host, Interruption, Within } from "./Means.ts"

type Store = EventStore["Service"]

/** One way to break a store. */
export interface Mutant {
  /** What the broken store does, as the end of the sentence "a store that …". */
  readonly name: string
  /** The guarantee that it breaks: its checks find it out, and those of no other. */
  readonly breaks: Guarantee
  /** The guarantees that cannot but break with it, each with the reason; their checks find it out as well. */
  readonly alsoBreaks?: AlsoBreaks
  /** A sound store, broken. */
  readonly of: <E>(sound: Layer.Layer<EventStore, E>) => Layer.Layer<EventStore, E>
  /** A sound host, broken; `outside` is the store outside of the host's transactions. */
  readonly host?: (sound: Host, outside: Store) => Host
  /** A sound way in which the storage can be gone, broken. */
  readonly interruption?: (sound: Interruption) => Interruption
}

/** Why a guarantee breaks with another. */
export type AlsoBreaks = Readonly<Partial<Record<Guarantee, string>>>

/** The guarantees that speak of requests that break the contract. */
const refusals: ReadonlySet<Guarantee> = new Set<Guarantee>(["contract", "atomicity", "limits"])

/**
 * A mutant that replaces some operations of a sound store. `change` is called once for each opening. What breaks the contract it leaves to the
 * sound store, unless that is what it is about.
 */
export const mutant = (
  breaks: Guarantee,
  name: string,
  change: (sound: Store) => Partial<Store>,
  alsoBreaks: AlsoBreaks = {}
): Mutant => ({
  name,
  breaks,
  alsoBreaks,
  of: (sound) =>
    Layer.effect(
      EventStore,
      EventStore.use((store) =>
        Effect.sync(() => {
          const broken = EventStore.of({ ...store, ...change(store) })
          if (refusals.has(breaks) || broken.append === store.append) return broken
          const append: Store["append"] = (request) =>
            Result.isSuccess(prepare(request)) ? broken.append(request) : store.append(request)
          return { ...broken, append }
        })
      )
    ).pipe(Layer.provide(sound))
})

/** The same, where the operations are replaced only for readers that ask for every kind. */
export const onEveryKind = (
  sound: Store,
  { readAll, readStream }: Pick<Store, "readAll" | "readStream">
): Partial<Store> => ({
  readAll: (options) => (options?.types === undefined ? readAll(options) : sound.readAll(options)),
  readStream: (stream, options) =>
    options?.types === undefined ? readStream(stream, options) : sound.readStream(stream, options)
})

/** Operations that change every request on its way in. */
export const onRequest = (sound: Store, change: (request: AppendRequest) => AppendRequest): Partial<Store> => ({
  append: (request) => sound.append(change(request))
})

/** Operations that change every event on its way out. */
export const onEvent = (
  sound: Store,
  change: (event: StoredEvent) => StoredEvent
): Pick<Store, "readAll" | "readStream"> => ({
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

/** A mutant that is sound as long as its storage is there. `change` is called once for each way in which it goes, and for the stores before and after. */
export const interruptionMutant = (
  name: string,
  begin: () => (sound: Store, isGone: () => boolean) => Partial<Store>
): Mutant => ({
  name,
  breaks: "failure",
  of: (sound) => sound,
  interruption: ({ giveBack, store, takeAway }) => {
    const change = begin()
    let gone = false
    const broken = (sound: Store): Store => ({ ...sound, ...change(sound, () => gone) })
    const note = (now: boolean) =>
      Effect.sync(() => {
        gone = now
      })
    return {
      store: broken(store),
      takeAway: Effect.andThen(takeAway, note(true)),
      giveBack: Effect.map(
        Effect.tap(giveBack, () => note(false)),
        broken
      )
    }
  }
})
