/**
 * The event store in one SQLite file, over `node:sqlite`.
 *
 * @module
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite"
import { type PreparedAppend, prepare, type Receipt } from "@banfa/core/port/Append"
import { type EventRow, receiptOf, replay, toEvent, toRows } from "@banfa/core/port/EventRow"
import {
  CommandId,
  type CommandReused,
  Conflict,
  DuplicateEvent,
  EventId,
  EventStore,
  StorageUnavailable,
  StreamId,
  type Supports
} from "@banfa/core/port/EventStore"
import { paged, pageSize } from "@banfa/core/port/paged"
import * as Arr from "effect/Array"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type Options, open } from "./SqliteFile.ts"
import type { SqliteFileRejected } from "./SqliteFileRejected.ts"

export type { Options } from "./SqliteFile.ts"
export { SqliteFileRejected } from "./SqliteFileRejected.ts"

/** A file outlives the process, and several processes on one machine may share it. */
export const supports: Supports = { restart: true, sharing: true }

/**
 * The store in this file, opened when the layer is built and closed with it. The file is checked first: one that is not
 * ours, that a newer version wrote, or that is damaged is refused with `SqliteFileRejected` and stays as it is.
 */
export const layer = (options: Options): Layer.Layer<EventStore, SqliteFileRejected> =>
  Layer.effect(EventStore, Effect.map(open(options), make))

/** {@link layer} from configuration: `BANFA_SQLITE_FILENAME`, and `BANFA_SQLITE_BUSY_TIMEOUT` in ms if it is set. */
export const layerConfig: Layer.Layer<EventStore, SqliteFileRejected | Config.ConfigError> = Layer.unwrap(
  Effect.map(
    Config.all({
      filename: Config.NonEmptyString("BANFA_SQLITE_FILENAME"),
      busyTimeout: Config.Int("BANFA_SQLITE_BUSY_TIMEOUT").pipe(Config.withDefault(5000))
    }),
    layer
  )
)

type Refused = CommandReused | DuplicateEvent | Conflict

/**
 * Each operation is synchronous, so operations of one process never overlap; between processes `BEGIN IMMEDIATE` lets
 * one writer in at a time.
 */
const make = (db: DatabaseSync): EventStore["Service"] => {
  const head = db.prepare("SELECT coalesce(max(position), 0) AS position FROM events")
  const version = db.prepare("SELECT coalesce(max(version), 0) AS version FROM events WHERE stream = ?")
  const versions = db.prepare(
    `SELECT (SELECT coalesce(max(version), 0) FROM events WHERE stream = asked.value) AS version
     FROM json_each(?) AS asked ORDER BY asked.key`
  )
  const holder = db.prepare("SELECT command_id FROM events WHERE event_id = ?")
  const ofCommand = db.prepare("SELECT * FROM events WHERE command_id = ? ORDER BY position")
  const ofStream = db.prepare(
    "SELECT * FROM events WHERE stream = ? AND version > ? AND version <= ? ORDER BY version LIMIT ?"
  )
  const ofAll = db.prepare("SELECT * FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?")
  const insert = db.prepare(
    `INSERT INTO events (position, stream, version, event_id, command_id, event_type, recorded_at, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
  )

  const store = (request: PreparedAppend): Result.Result<Receipt, Refused> => {
    const stored = ofCommand.all(request.command).map(toRow)
    if (stored.length > 0) return replay(request, stored)
    const duplicates = request.events.flatMap(({ id }) => {
      const row = holder.get(id)
      return row === undefined ? [] : [{ id, command: commandId(row.command_id) }]
    })
    if (Arr.isReadonlyArrayNonEmpty(duplicates)) return Result.fail(new DuplicateEvent({ events: duplicates }))
    const moved = request.guards
      .map((guard) => ({
        stream: guard.stream,
        expected: guard.version,
        actual: Number(version.get(guard.stream)?.version)
      }))
      .filter(({ actual, expected }) => actual !== expected)
    if (Arr.isReadonlyArrayNonEmpty(moved)) return Result.fail(new Conflict({ moved }))

    const rows = toRows(request, Number(head.get()?.position))
    for (const { command, id, json, position, recordedAt, stream, type, version } of rows) {
      insert.run(position, stream, version, id, command, type, recordedAt, json)
    }
    return Result.succeed(receiptOf(request.command, rows))
  }

  return EventStore.of({
    append: Effect.fn("EventStore.append")(function* (request) {
      const prepared = yield* Effect.fromResult(prepare(request))
      return yield* Effect.fromResult(yield* attempt("append", () => inTransaction(db, () => store(prepared))))
    }),
    receipt: Effect.fn("EventStore.receipt")(function* (command) {
      const rows = yield* attempt("receipt", () => ofCommand.all(command).map(toRow))
      return rows.length === 0 ? Option.none() : Option.some(receiptOf(command, rows))
    }),
    readStream: (stream, { from = 1, to = Number.POSITIVE_INFINITY } = {}) =>
      paged(
        Math.ceil(from) - 1,
        (event) => event.version,
        (after) => attempt("readStream", () => ofStream.all(stream, after, to, pageSize).map(toRow).map(toEvent))
      ),
    readAll: ({ after = 0, to = Number.POSITIVE_INFINITY } = {}) =>
      paged(
        after,
        (event) => event.position,
        (place) => attempt("readAll", () => ofAll.all(place, to, pageSize).map(toRow).map(toEvent))
      ),
    versions: Effect.fn("EventStore.versions")(function* (streams) {
      const rows = yield* attempt("versions", () => versions.all(JSON.stringify(streams)))
      return streams.map((stream, i) => ({ stream, version: Number(rows[i]?.version) }))
    })
  })
}

const attempt = <A>(operation: string, run: () => A): Effect.Effect<A, StorageUnavailable> =>
  Effect.try({ try: run, catch: (cause) => new StorageUnavailable({ operation, cause }) })

/** Commits a success; leaves nothing of a failure or an exception. */
const inTransaction = <A, E>(db: DatabaseSync, body: () => Result.Result<A, E>): Result.Result<A, E> => {
  db.exec("BEGIN IMMEDIATE")
  try {
    const result = body()
    db.exec(Result.isSuccess(result) ? "COMMIT" : "ROLLBACK")
    return result
  } catch (cause) {
    // SQLite itself ends the transaction on some errors, such as a full disk
    if (db.isTransaction) db.exec("ROLLBACK")
    throw cause
  }
}

const commandId = (value: unknown) => CommandId.make(String(value))

const toRow = (row: Record<string, SQLOutputValue>): EventRow => ({
  stream: StreamId.make(String(row.stream)),
  version: Number(row.version),
  position: Number(row.position),
  id: EventId.make(String(row.event_id)),
  type: String(row.event_type),
  json: String(row.data),
  recordedAt: String(row.recorded_at),
  command: commandId(row.command_id)
})
