/**
 * How SQLite does what each dialect does in its own way.
 */
import type { DatabaseSync } from "node:sqlite"
import type { PreparedAppend, Receipt } from "@banfa/core/port/Append"
import { receiptOf, replay, toRows } from "@banfa/core/port/EventRow"
import { CommandId, Conflict, DuplicateEvent, EventId } from "@banfa/core/port/EventStore"
import { columns, type Dialect, type Refused, toRow } from "@banfa/storage-sql"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { inTransaction, statement } from "./connectionOf.ts"

const ofCommand = `SELECT ${columns} FROM banfa_events WHERE command_id = ? ORDER BY position`
const holders = `SELECT event_id, command_id FROM json_each(?) AS asked JOIN banfa_events ON event_id = asked.value
  ORDER BY asked.key`
const version = "SELECT coalesce(max(version), 0) AS version FROM banfa_events WHERE stream = ?"
const versions = `SELECT (SELECT coalesce(max(version), 0) FROM banfa_events WHERE stream = asked.value) AS version
  FROM json_each(?) AS asked ORDER BY asked.key`
const head = "SELECT coalesce(max(position), 0) AS position FROM banfa_events"
const insert = `INSERT INTO banfa_events (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

const store = (db: DatabaseSync, request: PreparedAppend): Result.Result<Receipt, Refused> => {
  const stored = statement(db, ofCommand).all(request.command).map(toRow)
  if (stored.length > 0) return replay(request, stored)
  const duplicates = statement(db, holders)
    .all(JSON.stringify(request.events.map(({ id }) => id)))
    .map((row) => ({ id: EventId.make(String(row.event_id)), command: CommandId.make(String(row.command_id)) }))
  if (Arr.isReadonlyArrayNonEmpty(duplicates)) return Result.fail(new DuplicateEvent({ events: duplicates }))
  const moved = request.guards
    .map((guard) => ({
      stream: guard.stream,
      expected: guard.version,
      actual: Number(statement(db, version).get(guard.stream)?.version)
    }))
    .filter(({ actual, expected }) => actual !== expected)
  if (Arr.isReadonlyArrayNonEmpty(moved)) return Result.fail(new Conflict({ moved }))

  const rows = toRows(request, Number(statement(db, head).get()?.position))
  const inserting = statement(db, insert)
  for (const { command, id, json, position, recordedAt, stream, type, version } of rows) {
    inserting.run(position, stream, version, id, command, type, recordedAt, json)
  }
  return Result.succeed(receiptOf(request.command, rows))
}

/** Every append is synchronous, and SQLite lets one writer in at a time: no event can come to stand before one that can be read. */
export const sqlite = (db: DatabaseSync): Dialect => ({
  append: (_, request) => inTransaction(db, () => store(db, request)),
  versions: (connection, streams) =>
    Effect.map(connection.query(versions, [JSON.stringify(streams)]), (rows) =>
      streams.map((stream, i) => ({ stream, version: Number(rows[i]?.version) }))
    )
})
