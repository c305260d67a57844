/**
 * How MariaDB does what each dialect does in its own way.
 */
import type { PreparedAppend } from "@banfa/core/port/Append"
import { receiptOf, replay, toRows } from "@banfa/core/port/EventRow"
import { CommandId, Conflict, DuplicateEvent, type EventId, type StreamId } from "@banfa/core/port/EventStore"
import { columns, type Dialect, type SqlConnection, toRow } from "@banfa/storage-sql"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"

/**
 * The row that every append locks first, and holds until its transaction has ended: one writer at a time is let in. So positions are committed in the
 * order in which they are dealt out and no reader skips any, the guards stand until the commit, and appends never wait for each other in a ring.
 *
 * From there on every reading locks, too. That shows what is committed by now, where a transaction of the host's that reads without locks goes on
 * seeing what was committed when it began to read.
 */
const lockLast = "SELECT position FROM banfa_last WHERE id = 1 FOR UPDATE"
const moveLast = "UPDATE banfa_last SET position = ? WHERE id = 1"
const ofCommand = `SELECT ${columns} FROM banfa_events WHERE command_id = ? ORDER BY position FOR UPDATE`
const insert = `INSERT INTO banfa_events (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
const move =
  "INSERT INTO banfa_streams (stream, version) VALUES (?, ?) ON DUPLICATE KEY UPDATE version = VALUES(version)"

const listOf = (keys: ReadonlyArray<string>): string => `(${keys.map(() => "?").join(", ")})`

/** Asks a statement about many keys, some at a time: a server takes 65,535 values a statement. */
const each = <A, K extends string, E>(
  keys: ReadonlyArray<K>,
  ask: (some: ReadonlyArray<K>) => Effect.Effect<ReadonlyArray<A>, E>
) => Effect.map(Effect.forEach(Arr.chunksOf(keys, 1000), ask), Arr.flatten)

const versionsOf = (connection: SqlConnection, streams: ReadonlyArray<StreamId>, lock = "") =>
  Effect.map(
    connection.query(`SELECT stream, version FROM banfa_streams WHERE stream IN ${listOf(streams)} ${lock}`, streams),
    (rows) => {
      const versions = new Map(rows.map(({ stream, version }) => [String(stream), Number(version)]))
      return streams.map((stream) => ({ stream, version: versions.get(stream) ?? 0 }))
    }
  )

const holdersOf = (connection: SqlConnection, ids: ReadonlyArray<EventId>) =>
  Effect.map(
    connection.query(`SELECT event_id, command_id FROM banfa_events WHERE event_id IN ${listOf(ids)} FOR UPDATE`, ids),
    (rows) => {
      const holders = new Map(rows.map((row) => [String(row.event_id), CommandId.make(String(row.command_id))]))
      return ids.flatMap((id) => {
        const command = holders.get(id)
        return command === undefined ? [] : [{ id, command }]
      })
    }
  )

const append = (connection: SqlConnection, request: PreparedAppend) =>
  Effect.gen(function* () {
    const [last] = yield* connection.query(lockLast)
    const stored = yield* connection.query(ofCommand, [request.command])
    if (stored.length > 0) return yield* Effect.fromResult(replay(request, stored.map(toRow)))

    const ids = request.events.map(({ id }) => id)
    const events = yield* each(ids, (some) => holdersOf(connection, some))
    if (Arr.isReadonlyArrayNonEmpty(events)) return yield* new DuplicateEvent({ events })

    const streams = request.guards.map(({ stream }) => stream)
    const present = yield* each(streams, (some) => versionsOf(connection, some, "FOR UPDATE"))
    const moved = Arr.zipWith(request.guards, present, ({ stream, version }, now) => ({
      stream,
      expected: version,
      actual: now.version
    })).filter(({ actual, expected }) => actual !== expected)
    if (Arr.isReadonlyArrayNonEmpty(moved)) return yield* new Conflict({ moved })

    const rows = toRows(request, Number(last?.position))
    // one by one: each may take as much as a server lets through at a time
    for (const { command, id, json, position, recordedAt, stream, type, version } of rows) {
      yield* connection.query(insert, [position, stream, version, id, command, type, recordedAt, json])
    }
    const receipt = receiptOf(request.command, rows)
    for (const { stream, version } of receipt.versions) yield* connection.query(move, [stream, version])
    yield* connection.query(moveLast, [receipt.position])
    return receipt
  })

/** MariaDB, with one writer at a time. */
export const mariadb: Dialect = {
  append: (connection, request) => connection.transaction((within) => append(within, request)),
  versions: (connection, streams) => versionsOf(connection, streams)
}
