/**
 * The identifiers of the event store, and an event as it is stored. The store is domain-free: it knows JSON, not law.
 */
import * as Schema from "effect/Schema"
import type { JsonObject } from "./Json.ts"

const Identifier = Schema.String.check(
  Schema.isMinLength(1),
  Schema.isMaxLength(200),
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]*$/u, { message: "expected no control character and no half surrogate pair" })
)

/** Id of a stream: 1 to 200 UTF-16 units, no control characters; compared unit by unit. */
export const StreamId = Identifier.pipe(Schema.brand("StreamId"), Schema.annotate({ identifier: "StreamId" }))
export type StreamId = typeof StreamId.Type

/** Id of an event, unique in the whole store: same rules as a stream's id. */
export const EventId = Identifier.pipe(Schema.brand("EventId"), Schema.annotate({ identifier: "EventId" }))
export type EventId = typeof EventId.Type

/** Id of a command, made by its sender and sent again unchanged on a retry: same rules as a stream's id. */
export const CommandId = Identifier.pipe(Schema.brand("CommandId"), Schema.annotate({ identifier: "CommandId" }))
export type CommandId = typeof CommandId.Type

/** A stream and how many events it holds. Version 0: there is no such stream yet. */
export interface StreamVersion {
  /** Id of the stream. */
  readonly stream: StreamId
  /** How many events it holds. */
  readonly version: number
}

/** An event to be stored. */
export interface NewEvent {
  /** The stream that it is added to. */
  readonly stream: StreamId
  /** Unique in the whole store. */
  readonly id: EventId
  /** Name of the kind of event, by the same rules as an id. */
  readonly type: string
  /** At most 1 MiB (1,048,576 bytes) as UTF-8 JSON without spaces, nested at most 100 deep. */
  readonly data: JsonObject
  /** Instant in UTC, ISO 8601 with `Z`, whole seconds or with a fraction: `2026-03-01T02:30:00.000Z`. Kept verbatim. */
  readonly recordedAt: string
}

/** An event as it was stored. */
export interface StoredEvent extends NewEvent {
  /** Place in its stream: 1, 2, 3 … */
  readonly version: number
  /** Place in the order of all events: at least 1, rising; numbers may be left out. */
  readonly position: number
  /** The command that stored it. */
  readonly command: CommandId
}
