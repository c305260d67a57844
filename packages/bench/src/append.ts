/** One fact a command, each on the disk before it is answered: through the docket, through the store, and by the driver alone. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { embed } from "@banfa/core/docket"
import { type AppendRequest, EventStore } from "@banfa/core/port/EventStore"
import { layer } from "@banfa/storage-sqlite"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { print, ratios } from "./ratios.ts"
import { city } from "./world.ts"

const at = "2026-03-01T01:00:00Z"
const fact = (project: string) => ({ _tag: "KeyListed", project, on: "2026-03-01", by: "drc" })

/** The same row in the same table under the same settings, its version read first, and nothing else. */
const driver = (file: string): { readonly append: (n: number) => void; readonly close: () => void } => {
  const db = new DatabaseSync(file)
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
  db.exec(
    `CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, event_id TEXT NOT NULL UNIQUE,
      command_id TEXT NOT NULL, event_type TEXT NOT NULL, recorded_at TEXT NOT NULL, data TEXT NOT NULL, UNIQUE (stream, version)) STRICT;
     CREATE INDEX events_by_command ON events (command_id, position)`
  )
  const version = db.prepare("SELECT coalesce(max(version), 0) AS version FROM events WHERE stream = ?")
  const insert = db.prepare(
    `INSERT INTO events (stream, version, event_id, command_id, event_type, recorded_at, data) VALUES (?, ?, ?, ?, ?, ?, ?)`
  )
  return {
    append: (n) => {
      const stream = `project/P${n}`
      const data = JSON.stringify({ ...fact(`P${n}`), id: `c${n}/1`, recordedAt: at, recordedBy: "clerk" })
      db.exec("BEGIN IMMEDIATE")
      insert.run(stream, Number(version.get(stream)?.version) + 1, `c${n}/1`, `c${n}`, "project/KeyListed", at, data)
      db.exec("COMMIT")
    },
    close: () => db.close()
  }
}

/** Each command opens a project of its own, so that what it reads does not grow. */
export const appends = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "banfa-bench-"))
  const raw = driver(join(folder, "driver.sqlite"))
  const runtime = ManagedRuntime.make(layer({ filename: join(folder, "store.sqlite") }))
  const store = await runtime.runPromise(EventStore)
  const opened = await embed({
    directory: city,
    recorders: [{ id: "clerk" }],
    store: layer({ filename: join(folder, "docket.sqlite") })
  })
  if (!opened.ok) throw new Error(opened.error.text.en)
  const docket = opened.value
  const count = { driver: 0, store: 0, docket: 0 }
  try {
    print(
      "SQLite, one fact a command, FULL",
      await ratios(
        {
          "node:sqlite alone": () => raw.append(count.driver++),
          "EventStore.append": () => {
            const n = count.store++
            const stream = `project/P${n}`
            const data = { ...fact(`P${n}`), id: `c${n}/1`, recordedAt: at, recordedBy: "clerk" }
            const request = {
              command: `c${n}`,
              guards: [{ stream, version: 0 }],
              events: [{ stream, id: `c${n}/1`, type: "project/KeyListed", data, recordedAt: at }]
            } as unknown as AppendRequest
            return runtime.runPromise(store.append(request))
          },
          "Docket.record, decoded, decided and answered": async () => {
            const n = count.docket++
            const answer = await docket.record({ command: `c${n}`, at, by: "clerk", facts: [fact(`P${n}`)] })
            if (!answer.ok) throw new Error(answer.error.text.en)
          }
        },
        { passes: 7, time: 400 }
      )
    )
  } finally {
    raw.close()
    await runtime.dispose()
    await docket.close()
    rmSync(folder, { recursive: true })
  }
}
