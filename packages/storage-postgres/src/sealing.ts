/**
 * How PostgreSQL gives seals and takes them.
 */
import { fromHex, type SealedRow } from "@banfa/core/evidence"
import type { StreamVersion } from "@banfa/core/port/EventStore"
import type { EarlierSealing, SqlConnection, SqlFailure } from "@banfa/storage-sql"
import * as Effect from "effect/Effect"
import { bytes, list, numbers, texts } from "./lists.ts"

const fillSql = `UPDATE banfa_events e SET salt = s.salt, digest = s.digest, placed = s.placed
  FROM unnest(${numbers}, ${bytes}, ${bytes}, ${bytes}) AS s (position, salt, digest, placed)
  WHERE e.position = s.position AND e.digest IS NULL`

const columnOf = <Key extends keyof SealedRow>(rows: ReadonlyArray<SealedRow>, key: Key) => rows.map((row) => row[key])

export const sealing: EarlierSealing = {
  text: (column) => `encode(convert_to(${column}, 'UTF8'), 'hex')`,
  bytes: (column) => `encode(${column}, 'hex')`,
  // no position beyond the blocks that were dealt out was ever given to an event: what stands there is read, and found
  settled: (connection) =>
    Effect.map(connection.query("SELECT banfa_horizon() AS horizon"), ([row]) => ({
      where:
        "(e.position <= CAST(CAST(? AS text) AS bigint) OR e.position > (SELECT last_value FROM banfa_blocks) * 10000)",
      params: [String(row?.horizon)]
    })),
  // in the order in which appends lock them
  lock: (connection, streams) =>
    Effect.asVoid(
      connection.query(`SELECT 1 FROM banfa_streams WHERE stream = ANY (${texts}) ORDER BY stream FOR UPDATE`, [
        list(streams)
      ])
    ),
  fill: (connection, rows) =>
    Effect.asVoid(
      connection.query(fillSql, [
        list(columnOf(rows, "position")),
        list(columnOf(rows, "salt")),
        list(columnOf(rows, "digest")),
        list(columnOf(rows, "placed"))
      ])
    )
}

const digestsSql = `SELECT e.stream, encode(e.digest, 'hex') AS digest
  FROM unnest(${texts}, ${numbers}) AS asked (stream, version)
  JOIN banfa_events e ON e.stream = asked.stream AND e.version = asked.version WHERE e.digest IS NOT NULL`

/** The digests of these events by their streams, of those that are there and have one. */
export const digestsAt = (
  connection: SqlConnection,
  places: ReadonlyArray<StreamVersion>
): Effect.Effect<ReadonlyMap<string, Uint8Array>, SqlFailure> =>
  Effect.map(
    connection.query(digestsSql, [
      list(places.map(({ stream }) => stream)),
      list(places.map(({ version }) => version))
    ]),
    (rows) => new Map(rows.map(({ digest, stream }) => [String(stream), fromHex(String(digest))]))
  )
