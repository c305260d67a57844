/**
 * Reading events with their seals, byte for byte.
 */
import type { StoredRow } from "@banfa/core/evidence"
import { CommandId, EventId, type StorageUnavailable, StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { exactText } from "./exactText.ts"
import type { Row, SqlConnection, SqlFailure, SqlValue } from "./SqlConnection.ts"
import { available } from "./SqlEventStore.ts"

/** How a dialect reads what is sealed: as digits, so that no driver has to know bytes and none takes one byte for another. */
export interface SealReading {
  /** An expression for the bytes of a text column as hexadecimal digits. */
  readonly text: (column: string) => string
  /** An expression for a column of bytes as hexadecimal digits. */
  readonly bytes: (column: string) => string
  /** Which events `e` may be read in the order of all: a condition with its values. Not needed where all that can be seen may be. */
  readonly settled?: (
    connection: SqlConnection
  ) => Effect.Effect<{ readonly where: string; readonly params: ReadonlyArray<SqlValue> }, SqlFailure>
}

const texts = ["stream", "event_id", "command_id", "event_type", "recorded_at", "data"]
const seals = ["salt", "digest", "placed"]

/** The columns of an event and its seal, by which nothing is lost: texts and seals as hexadecimal digits, numbers as text. */
export const exactColumns = ({ bytes, text }: SealReading): string =>
  [
    ...["position", "version"].map((column) => `CAST(e.${column} AS text) AS ${column}`),
    ...texts.map((column) => `${text(`e.${column}`)} AS ${column}`),
    ...seals.map((column) => `${bytes(`e.${column}`)} AS ${column}`)
  ].join(", ")

const bytesIn = (hex: unknown): Uint8Array => Buffer.from(typeof hex === "string" ? hex : "", "hex")
const textIn = (hex: unknown): string => exactText(bytesIn(hex))

/** A whole number; for what is none, one that no event has. */
const numberIn = (text: unknown): number => (/^-?\d+$/.test(String(text)) ? Number(text) : -1)

// what stands in a database may be anything, and is then found to be what was not stored
const unchecked = { disableChecks: true }

/** An event and its seal out of a row of {@link exactColumns}. Of a seal of which only a part is there, the rest is empty. */
export const storedRow = (row: Row): StoredRow => {
  const event = {
    stream: StreamId.make(textIn(row.stream), unchecked),
    version: numberIn(row.version),
    position: numberIn(row.position),
    id: EventId.make(textIn(row.event_id), unchecked),
    type: textIn(row.event_type),
    json: textIn(row.data),
    recordedAt: textIn(row.recorded_at),
    command: CommandId.make(textIn(row.command_id), unchecked)
  }
  const { digest, placed, salt } = row
  // SQLite gives no digits for nothing, too
  if ([salt, digest, placed].every((part) => part === null || part === "")) return event
  return { ...event, salt: bytesIn(salt), digest: bytesIn(digest), placed: bytesIn(placed) }
}

/** As many rows are read at once. */
const page = 64

/** Which events are read with their seals. */
export interface SealedRowsOptions {
  /** The stream whose events are read, in order of version; without, those of all streams are, in order of position. */
  readonly stream?: string
}

/** Events with their seals, read page by page. */
export const sealedRowsOver = (
  connection: SqlConnection,
  reading: SealReading,
  { stream }: SealedRowsOptions = {}
): Stream.Stream<StoredRow, StorageUnavailable> => {
  const by = stream === undefined ? "position" : "version"
  const rowsWith = (where: string, params: ReadonlyArray<SqlValue>) =>
    Stream.paginate(undefined as string | undefined, (after) => {
      // the place as it stands there, however great; the first page begins before whatever there may be
      const further = after === undefined ? "" : ` AND e.${by} > CAST(CAST(? AS text) AS bigint)`
      const sql = `SELECT ${exactColumns(reading)} FROM banfa_events e WHERE ${where}${further} ORDER BY e.${by} LIMIT ${page}`
      const read = available("readSealed", connection.query(sql, after === undefined ? params : [...params, after]))
      return Effect.map(read, (rows) => {
        const last = rows.at(-1)
        const next = last === undefined ? Option.none() : Option.some<string | undefined>(String(last[by]))
        return [rows.map(storedRow), next] as const
      })
    })
  const all = (reading.settled?.(connection) ?? Effect.succeed({ where: "1 = 1", params: [] })).pipe(
    Effect.map(({ params, where }) =>
      stream === undefined ? rowsWith(where, params) : rowsWith("e.stream = ?", [stream])
    )
  )
  return Stream.unwrap(available("readSealed", all))
}
