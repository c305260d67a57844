/**
 * How SQLite does what each dialect does in its own way.
 */
import type { DatabaseSync } from "node:sqlite"
import { type Hash, placedOf, toHex } from "@banfa/core/evidence"
import type { PreparedAppend, Receipt } from "@banfa/core/port/Append"
import { receiptOf, replay, toRows } from "@banfa/core/port/EventRow"
import { CommandId, Conflict, DuplicateEvent, EventId, type StreamVersion } from "@banfa/core/port/EventStore"
import {
  columns,
  type Dialect,
  digestsOf,
  type EarlierSealing,
  insertHash,
  otherHash,
  type ReadSideDialect,
  type Refused,
  SqlFailure,
  selectHash,
  toRow
} from "@banfa/storage-sql"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { inTransaction, statement } from "./connectionOf.ts"
import { takeIn } from "./readSide.ts"

const ofCommand = `SELECT ${columns} FROM banfa_events WHERE command_id = ? ORDER BY position`
const holders = `SELECT event_id, command_id FROM json_each(?) AS asked JOIN banfa_events ON event_id = asked.value
  ORDER BY asked.key`
const version = "SELECT coalesce(max(version), 0) AS version FROM banfa_events WHERE stream = ?"
const versions = `SELECT (SELECT coalesce(max(version), 0) FROM banfa_events WHERE stream = asked.value) AS version
  FROM json_each(?) AS asked ORDER BY asked.key`
const head = "SELECT coalesce(max(position), 0) AS position FROM banfa_events"
const insert = `INSERT INTO banfa_events (${columns}, salt, digest, placed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const digest = "SELECT digest FROM banfa_events WHERE stream = ? AND version = ?"

/** The digest of the last event of each stream that is written to and has one. */
const priorsOf = (db: DatabaseSync, { events, guards }: PreparedAppend): ReadonlyMap<string, Uint8Array> => {
  const written = new Set(events.map(({ stream }) => stream))
  const priors = new Map<string, Uint8Array>()
  for (const { stream, version } of guards) {
    if (version === 0 || !written.has(stream)) continue
    const found = statement(db, digest).get(stream, version)?.digest
    if (found instanceof Uint8Array) priors.set(stream, found)
  }
  return priors
}

const unmoved = (db: DatabaseSync, guards: ReadonlyArray<StreamVersion>): Result.Result<void, Conflict> => {
  const moved = guards
    .map((guard) => ({
      stream: guard.stream,
      expected: guard.version,
      actual: Number(statement(db, version).get(guard.stream)?.version)
    }))
    .filter(({ actual, expected }) => actual !== expected)
  return Arr.isReadonlyArrayNonEmpty(moved) ? Result.fail(new Conflict({ moved })) : Result.succeed(undefined)
}

const store = (db: DatabaseSync, hash: Hash, request: PreparedAppend): Result.Result<Receipt, Refused | SqlFailure> => {
  const kept = statement(db, selectHash).get()?.algorithm
  if (kept !== undefined && kept !== hash.algorithm) {
    return Result.fail(new SqlFailure({ cause: otherHash(String(kept), hash.algorithm) }))
  }
  const stored = statement(db, ofCommand).all(request.command).map(toRow)
  if (stored.length > 0) return replay(request, stored)
  const duplicates = statement(db, holders)
    .all(JSON.stringify(request.events.map(({ id }) => id)))
    .map((row) => ({ id: EventId.make(String(row.event_id)), command: CommandId.make(String(row.command_id)) }))
  if (Arr.isReadonlyArrayNonEmpty(duplicates)) return Result.fail(new DuplicateEvent({ events: duplicates }))
  const guarded = unmoved(db, request.guards)
  if (Result.isFailure(guarded)) return Result.fail(guarded.failure)

  const rows = toRows(request, Number(statement(db, head).get()?.position))
  if (kept === undefined) statement(db, insertHash).run(hash.algorithm)
  const digests = digestsOf(hash, rows, priorsOf(db, request))
  const inserting = statement(db, insert)
  for (const [i, { command, id, json, position, recordedAt, stream, type, version }] of rows.entries()) {
    const made = digests[i]
    const event = [position, stream, version, id, command, type, recordedAt, json] as const
    if (made === undefined) inserting.run(...event, null, null, null)
    else inserting.run(...event, made.salt, made.digest, placedOf(hash, made.digest, position))
  }
  takeIn(db, request.index)
  return Result.succeed(receiptOf(request.command, rows))
}

/** Every append is synchronous, and SQLite lets one writer in at a time: no event can come to stand before one that can be read. */
export const sqlite = (db: DatabaseSync, hash: Hash): Dialect => ({
  append: (_, request) => inTransaction(db, () => store(db, hash, request)),
  versions: (connection, streams) =>
    Effect.map(connection.query(versions, [JSON.stringify(streams)]), (rows) =>
      streams.map((stream, i) => ({ stream, version: Number(rows[i]?.version) }))
    )
})

/** How SQLite writes the read side: one writer at a time is let in. */
export const readSide = (db: DatabaseSync): ReadSideDialect => ({
  index: (_, guards, index) => inTransaction(db, () => Result.map(unmoved(db, guards), () => takeIn(db, index)))
})

const fill =
  "UPDATE banfa_events SET salt = unhex(?), digest = unhex(?), placed = unhex(?) WHERE position = ? AND digest IS NULL"

/** How SQLite gives seals and takes them. */
export const sealing: EarlierSealing = {
  // what is not of the type that was stored, where somebody has made the table anew, gets a byte that no text ends with
  text: (column) => `hex(${column}) || iif(typeof(${column}) = 'text', '', 'ff')`,
  bytes: (column) => `hex(${column}) || iif(typeof(${column}) IN ('blob', 'null'), '', 'ff')`,
  fill: (connection, rows) =>
    Effect.forEach(
      rows,
      ({ digest, placed, position, salt }) =>
        connection.query(fill, [toHex(salt), toHex(digest), toHex(placed), position]),
      { discard: true }
    )
}
