import type { RawRow } from "@banfa/testing/event-store"
import * as Effect from "effect/Effect"
import { createConnection, type RowDataPacket } from "mysql2/promise"

/** What stands in a database of events, read with `mysql2` alone: ids and data are bytes. */
export const rows = (url: string): Effect.Effect<ReadonlyArray<RawRow>> =>
  Effect.promise(async () => {
    const client = await createConnection(url)
    const [found] = await client.query<Array<RowDataPacket>>(
      `SELECT position, stream, version, event_id AS id, command_id AS command, event_type AS type,
        recorded_at AS recordedAt, CAST(data AS BINARY) AS data FROM banfa_events`
    )
    await client.end()
    return found.map(({ command, data, id, position, recordedAt, stream, type, version }) => ({
      position,
      version,
      stream: String(stream),
      id: String(id),
      command: String(command),
      type: String(type),
      recordedAt: String(recordedAt),
      data
    }))
  })
