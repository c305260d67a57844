import type { RawRow } from "@banfa/testing/event-store"
import * as Effect from "effect/Effect"
import pg from "pg"

/** What stands in a database of events, read with `pg` alone, which gives whole numbers of this size as text. */
export const rows = (url: string): Effect.Effect<ReadonlyArray<RawRow>> =>
  Effect.promise(async () => {
    const client = new pg.Client(url)
    await client.connect()
    const found = await client.query(
      `SELECT position, stream, version, event_id AS id, command_id AS command, event_type AS type,
        recorded_at AS "recordedAt", convert_to(data, 'UTF8') AS data FROM banfa_events`
    )
    await client.end()
    return found.rows.map((row) => ({ ...row, position: Number(row.position), version: Number(row.version) }))
  })
