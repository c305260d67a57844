/**
 * Requests for the checks, under ids that no store has seen.
 */
import { randomUUID } from "node:crypto"
import type {
  AppendRequest,
  CommandId,
  EventId,
  EventStore,
  JsonObject,
  NewEvent,
  StoredEvent,
  StreamId,
  StreamVersion
} from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

type Store = EventStore["Service"]

// ids by the thousand, so their form is not looked at once more

/** A stream id that no store has seen. */
export const newStream = (prefix = "stream"): StreamId => `${prefix}-${randomUUID()}` as StreamId

/** A command id that no store has seen. */
export const newCommand = (): CommandId => `command-${randomUUID()}` as CommandId

/** An event with an id that no store has seen. */
export const newEvent = (stream: StreamId, more: Partial<NewEvent> = {}): NewEvent => ({
  stream,
  id: `event-${randomUUID()}` as EventId,
  type: "Noted",
  data: { note: "一" },
  recordedAt: "2026-03-01T02:30:00.000Z",
  ...more
})

/** Data that takes this many bytes as JSON in UTF-8, most of it Chinese. */
export const dataOf = (bytes: number): JsonObject => {
  const room = bytes - '{"text":""}'.length
  return { text: "文".repeat(Math.floor(room / 3)) + ".".repeat(room % 3) }
}

/** One command with one event in each of these streams, which stand at these versions. */
export const request = (...guards: ReadonlyArray<StreamVersion>): AppendRequest =>
  requestOf(
    guards,
    guards.map(({ stream }) => newEvent(stream))
  )

/** One command with these guards and events. Takes an empty list too, to see it refused. */
export const requestOf = (guards: ReadonlyArray<StreamVersion>, events: ReadonlyArray<NewEvent>): AppendRequest => ({
  command: newCommand(),
  guards,
  events: events as AppendRequest["events"]
})

/** A stream and its version, as a guard. */
export const at = (stream: StreamId, version: number): StreamVersion => ({ stream, version })

/** All events of a stream, or the part that is asked for. */
export const read = (store: Store, stream: StreamId, options?: Parameters<Store["readStream"]>[1]) =>
  Stream.runCollect(store.readStream(stream, options))

/** The events of these streams in the global order. */
export const readAllOf = (store: Store, streams: ReadonlyArray<StreamId>, after = 0) => {
  const wanted = new Set(streams)
  return Stream.runCollect(store.readAll({ after }).pipe(Stream.filter(({ stream }) => wanted.has(stream))))
}

/** The version of one stream. */
export const versionOf = (store: Store, stream: StreamId) =>
  Effect.map(store.versions([stream]), ([found]) => found?.version)

/** The ids of events, in their order. */
export const idsOf = (events: ReadonlyArray<NewEvent | StoredEvent>): ReadonlyArray<EventId> =>
  events.map(({ id }) => id)

/** How an append ended: `Receipt`, or the tag of its error. */
export const outcome = (store: Store, request: AppendRequest) =>
  store.append(request).pipe(Effect.match({ onSuccess: () => "Receipt" as const, onFailure: (error) => error._tag }))

/** Runs all of these at once. */
export const together = <A, E, R>(effects: ReadonlyArray<Effect.Effect<A, E, R>>) =>
  Effect.all(effects, { concurrency: "unbounded" })

/** The whole numbers from 1. */
export const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, i) => i + 1)
