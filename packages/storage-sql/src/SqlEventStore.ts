/**
 * The event store over a connection, but for what each dialect does in its own way.
 */
import { type PreparedAppend, prepare, type Receipt } from "@banfa/core/port/Append"
import { type EventRow, receiptOf, toEvent } from "@banfa/core/port/EventRow"
import {
  CommandId,
  type CommandReused,
  type Conflict,
  type DuplicateEvent,
  EventId,
  EventStore,
  StorageUnavailable,
  type StoredEvent,
  StreamId,
  type StreamVersion
} from "@banfa/core/port/EventStore"
import { paged, pageSize } from "@banfa/core/port/paged"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { Row, SqlConnection, SqlFailure, SqlValue } from "./SqlConnection.ts"

/** Why a dialect did not store what it was given. */
export type Refused = CommandReused | DuplicateEvent | Conflict

/** What each dialect does in its own way. Statements are written with `?` for their values. */
export interface Dialect {
  /** Stores a checked request whole or not at all, in a transaction that is open too. Nothing else is done when it is refused. */
  readonly append: (connection: SqlConnection, request: PreparedAppend) => Effect.Effect<Receipt, Refused | SqlFailure>
  /** The versions of streams at one moment, in the order asked. */
  readonly versions: (
    connection: SqlConnection,
    streams: ReadonlyArray<StreamId>
  ) => Effect.Effect<ReadonlyArray<StreamVersion>, SqlFailure>
  /**
   * The position up to which events may be read in the order of all: nothing that is still under way can come to stand before it. Not needed
   * where one writer at a time is let in.
   */
  readonly horizon?: (connection: SqlConnection) => Effect.Effect<number, SqlFailure>
}

/** The columns of an event, in the order in which {@link toRow} and every dialect names them. */
export const columns = "position, stream, version, event_id, command_id, event_type, recorded_at, data"

/** An event out of its row. */
export const toRow = (row: Row): EventRow => ({
  stream: StreamId.make(String(row.stream)),
  version: Number(row.version),
  position: Number(row.position),
  id: EventId.make(String(row.event_id)),
  type: String(row.event_type),
  json: String(row.data),
  recordedAt: String(row.recorded_at),
  command: CommandId.make(String(row.command_id))
})

/** The rows of a command, in order of position. */
export const rowsOf = (
  connection: SqlConnection,
  command: CommandId
): Effect.Effect<ReadonlyArray<EventRow>, SqlFailure> =>
  Effect.map(
    connection.query(`SELECT ${columns} FROM banfa_events WHERE command_id = ? ORDER BY position`, [command]),
    (rows) => rows.map(toRow)
  )

/** The greatest whole number that is not greater, where there is one that a database can compare. */
const whole = (bound: number): number => Math.max(-1, Math.min(Number.MAX_SAFE_INTEGER, Math.floor(bound)))

interface Part {
  /** What is selected from, and what the rows are ordered by. */
  readonly by: "position" | "version"
  readonly where: string
  readonly params: ReadonlyArray<SqlValue>
  readonly after: number
  readonly to: number
  readonly types: ReadonlyArray<string> | undefined
}

/** Reads a part of the events page by page. */
const read = (
  connection: SqlConnection,
  operation: string,
  { after, by, params, to, types, where }: Part
): Stream.Stream<StoredEvent, StorageUnavailable> => {
  const kinds = types && [...new Set(types)]
  // a bound that is not a number bounds nothing, so nothing lies within it
  if (Number.isNaN(after) || Number.isNaN(to) || kinds?.length === 0) return Stream.empty
  const ofKinds = kinds === undefined ? "" : ` AND event_type IN (${kinds.map(() => "?").join(", ")})`
  const sql = `SELECT ${columns} FROM banfa_events WHERE ${where}${by} > ? AND ${by} <= ?${ofKinds} ORDER BY ${by} LIMIT ${pageSize}`
  return paged(
    whole(after),
    (event) => event[by],
    (place) =>
      Effect.map(available(operation, connection.query(sql, [...params, place, whole(to), ...(kinds ?? [])])), (rows) =>
        rows.map((row) => toEvent(toRow(row)))
      )
  )
}

/** The same, failing as the port says. */
export const available = <A, E, R>(
  operation: string,
  effect: Effect.Effect<A, E | SqlFailure, R>
): Effect.Effect<A, Exclude<E, SqlFailure> | StorageUnavailable, R> =>
  Effect.mapError(effect, (error) =>
    isFailure(error) ? new StorageUnavailable({ operation, cause: error.cause }) : (error as Exclude<E, SqlFailure>)
  )

const isFailure = (error: unknown): error is SqlFailure =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "SqlFailure"

/** An event store over a connection whose tables are there. Where a transaction is open on the connection, the store takes part in it. */
export const storeOver = (connection: SqlConnection, dialect: Dialect): EventStore["Service"] =>
  EventStore.of({
    append: Effect.fn("EventStore.append")(function* (request) {
      const prepared = yield* Effect.fromResult(prepare(request))
      return yield* available("append", dialect.append(connection, prepared))
    }),
    receipt: Effect.fn("EventStore.receipt")(function* (command) {
      const rows = yield* available("receipt", rowsOf(connection, command))
      return rows.length === 0 ? Option.none() : Option.some(receiptOf(command, rows))
    }),
    readStream: (stream, { from = 1, to = Number.POSITIVE_INFINITY, types } = {}) =>
      read(connection, "readStream", {
        by: "version",
        where: "stream = ? AND ",
        params: [stream],
        after: Math.ceil(from) - 1,
        to,
        types
      }),
    readAll: ({ after = 0, to = Number.POSITIVE_INFINITY, types } = {}) => {
      const upTo = (last: number) =>
        read(connection, "readAll", { by: "position", where: "", params: [], after, to: last, types })
      return dialect.horizon === undefined
        ? upTo(to)
        : Stream.unwrap(
            Effect.map(available("readAll", dialect.horizon(connection)), (horizon) => upTo(Math.min(to, horizon)))
          )
    },
    versions: Effect.fn("EventStore.versions")(function* (streams) {
      return streams.length === 0 ? [] : yield* available("versions", dialect.versions(connection, streams))
    })
  })
