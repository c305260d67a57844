import { DatabaseSync } from "node:sqlite"
import type { RawRow } from "@banfa/testing/event-store"
import * as Effect from "effect/Effect"

/** What stands in a file of events, read with `node:sqlite` alone. */
export const rows = (filename: string): Effect.Effect<ReadonlyArray<RawRow>> =>
  Effect.sync(() => {
    const db = new DatabaseSync(filename, { readOnly: true })
    const found = db
      .prepare(
        `SELECT position, stream, version, event_id AS id, command_id AS command, event_type AS type,
          recorded_at AS "recordedAt", CAST(data AS BLOB) AS data FROM banfa_events`
      )
      .all()
    db.close()
    return found.map((row) => ({ ...row }) as unknown as RawRow)
  })
