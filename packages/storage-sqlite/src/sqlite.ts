/**
 * How SQLite does what each dialect does in its own way.
 */
import type { PreparedAppend } from "@banfa/core/port/Append"
import { receiptOf, replay, toRows } from "@banfa/core/port/EventRow"
import {
  CommandId,
  Conflict,
  DuplicateEvent,
  EventId,
  type StreamId,
  type StreamVersion
} from "@banfa/core/port/EventStore"
import { columns, type Dialect, rowsOf, type SqlConnection, type SqlFailure } from "@banfa/storage-sql"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"

const versionsSql = `SELECT (SELECT coalesce(max(version), 0) FROM banfa_events WHERE stream = asked.value) AS version
  FROM json_each(?) AS asked ORDER BY asked.key`

const versions = (
  connection: SqlConnection,
  streams: ReadonlyArray<StreamId>
): Effect.Effect<ReadonlyArray<StreamVersion>, SqlFailure> =>
  Effect.map(connection.query(versionsSql, [JSON.stringify(streams)]), (rows) =>
    streams.map((stream, i) => ({ stream, version: Number(rows[i]?.version) }))
  )

const holdersSql = `SELECT event_id, command_id FROM json_each(?) AS asked JOIN banfa_events ON event_id = asked.value
  ORDER BY asked.key`
const headSql = "SELECT coalesce(max(position), 0) AS position FROM banfa_events"
const insertSql = `INSERT INTO banfa_events (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

const append = (connection: SqlConnection, request: PreparedAppend) =>
  Effect.gen(function* () {
    const stored = yield* rowsOf(connection, request.command)
    if (stored.length > 0) return yield* Effect.fromResult(replay(request, stored))
    const holders = yield* connection.query(holdersSql, [JSON.stringify(request.events.map(({ id }) => id))])
    const duplicates = holders.map(({ command_id, event_id }) => ({
      id: EventId.make(String(event_id)),
      command: CommandId.make(String(command_id))
    }))
    if (Arr.isReadonlyArrayNonEmpty(duplicates)) return yield* new DuplicateEvent({ events: duplicates })
    const present = yield* versions(
      connection,
      request.guards.map(({ stream }) => stream)
    )
    const moved = request.guards
      .map(({ stream, version }, i) => ({ stream, expected: version, actual: present[i]?.version ?? 0 }))
      .filter(({ actual, expected }) => actual !== expected)
    if (Arr.isReadonlyArrayNonEmpty(moved)) return yield* new Conflict({ moved })

    const [head] = yield* connection.query(headSql)
    const rows = toRows(request, Number(head?.position))
    for (const { command, id, json, position, recordedAt, stream, type, version } of rows) {
      yield* connection.query(insertSql, [position, stream, version, id, command, type, recordedAt, json])
    }
    return receiptOf(request.command, rows)
  })

/** SQLite lets one writer in at a time, so no event can come to stand before one that can be read. */
export const sqlite: Dialect = {
  append: (connection, request) => connection.transaction((within) => append(within, request)),
  versions
}
