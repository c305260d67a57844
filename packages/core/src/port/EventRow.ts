/**
 * An event as adapters keep it, and what a command's rows say when the command comes again.
 *
 * @module
 */
import * as Result from "effect/Result"
import type { PreparedAppend, Receipt } from "./Append.ts"
import { CommandReused } from "./EventStoreError.ts"
import type { JsonObject } from "./Json.ts"
import type { CommandId, StoredEvent, StreamId } from "./StoredEvent.ts"

/** A stored event whose data is still the canonical JSON text, so that no object is shared with a caller. */
export interface EventRow extends Omit<StoredEvent, "data"> {
  /** `data` as canonical JSON. */
  readonly json: string
}

/** The event of a row, with data of its own. */
export const toEvent = ({ json, ...row }: EventRow): StoredEvent => ({ ...row, data: JSON.parse(json) as JsonObject })

/** The rows that a prepared request becomes when its events follow the event at `position`. */
export const toRows = ({ command, events }: PreparedAppend, position: number): ReadonlyArray<EventRow> =>
  events.map((event, i) => ({ ...event, command, position: position + i + 1 }))

/** The receipt of a command, read from all its rows in order of position. */
export const receiptOf = (command: CommandId, rows: ReadonlyArray<EventRow>): Receipt => {
  const versions = new Map<StreamId, number>()
  for (const { stream, version } of rows) versions.set(stream, version)
  return {
    command,
    position: rows.at(-1)?.position ?? 0,
    versions: Array.from(versions, ([stream, version]) => ({ stream, version }))
  }
}

/**
 * Answers a command that was stored before: its receipt if the events are the same. Guards and versions are not
 * compared, since a retry may have read anew.
 */
export const replay = (again: PreparedAppend, rows: ReadonlyArray<EventRow>): Result.Result<Receipt, CommandReused> =>
  again.events.length === rows.length &&
  again.events.every((event, i) => {
    const row = rows[i]
    return (
      row !== undefined &&
      event.stream === row.stream &&
      event.id === row.id &&
      event.type === row.type &&
      event.recordedAt === row.recordedAt &&
      event.json === row.json
    )
  })
    ? Result.succeed(receiptOf(again.command, rows))
    : Result.fail(new CommandReused({ command: again.command }))
