/**
 * Opening a file of events: recognising it, refusing it, or making it.
 */
import { DatabaseSync } from "node:sqlite"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { type Reason, SqliteFileRejected } from "./SqliteFileRejected.ts"

/** Where the file is and how patient to be with other processes. */
export interface Options {
  /** Path of the file, or a `file:` URL; it is made if it does not exist, its folder is not. */
  readonly filename: string | URL
  /** Milliseconds to wait for another process that is writing, 0 not to wait; 5,000 if nothing is said. */
  readonly busyTimeout?: number
}

/** `BANF` in ASCII, in the header of every file that is ours. */
const applicationId = 0x42414e46

/** Version of the tables below; before 1.0 it may change without a migration. */
const formatVersion = 1

const tables = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    event_id TEXT NOT NULL UNIQUE,
    command_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (stream, version)
  ) STRICT;
  CREATE INDEX events_by_command ON events (command_id, position);
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT raise(ABORT, 'events are not changed'); END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
    BEGIN SELECT raise(ABORT, 'events are not deleted'); END;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${formatVersion};
`

/** Opens the file for as long as the scope lasts. */
export const open = ({
  busyTimeout = 5000,
  filename
}: Options): Effect.Effect<DatabaseSync, SqliteFileRejected, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.try({
      try: () => openNow(filename, busyTimeout),
      catch: (cause) => (cause instanceof SqliteFileRejected ? cause : reject(filename, reasonOf(cause), { cause }))
    }).pipe(
      // a change of the journal mode does not wait for the busy timeout, so two processes that make one file meet here
      Effect.retry({
        while: ({ reason }) => reason === "busy",
        schedule: Schedule.spaced("20 millis").pipe(Schedule.upTo({ duration: busyTimeout }))
      })
    ),
    (db) => Effect.sync(() => db.close())
  )

const openNow = (filename: string | URL, busyTimeout: number): DatabaseSync => {
  const db = new DatabaseSync(filename)
  try {
    db.exec(`PRAGMA busy_timeout = ${Math.trunc(busyTimeout)}`)
    // looked at before anything is written, so that a file that is refused stays as it is
    recognise(db, filename)
    if (pragma(db, "quick_check(1)") !== "ok") throw reject(filename, "corrupt")
    db.exec("BEGIN IMMEDIATE")
    // something is written in any case: a file that is read-only lets a transaction begin
    db.exec(recognise(db, filename) === "new" ? tables : `PRAGMA user_version = ${formatVersion}`)
    db.exec("COMMIT")
    if (pragma(db, "journal_mode = WAL") !== "wal") throw reject(filename, "no-wal")
    db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

const recognise = (db: DatabaseSync, filename: string | URL): "new" | "ours" => {
  const application = pragma(db, "application_id")
  const format = Number(pragma(db, "user_version"))
  const count = db.prepare("SELECT count(*) AS count FROM sqlite_schema").get()?.count
  if (application === 0 && format === 0 && count === 0) return "new"
  if (application !== applicationId) throw reject(filename, "not-banfa")
  if (format > formatVersion) throw reject(filename, "newer-format", { found: format })
  if (format < formatVersion) throw reject(filename, "corrupt")
  db.prepare("SELECT position, stream, version, event_id, command_id, event_type, recorded_at, data FROM events")
  return "ours"
}

const pragma = (db: DatabaseSync, text: string): unknown => Object.values(db.prepare(`PRAGMA ${text}`).get() ?? {})[0]

const reject = (
  filename: string | URL,
  reason: Reason,
  more: { readonly found?: number; readonly cause?: unknown } = {}
): SqliteFileRejected => new SqliteFileRejected({ filename: String(filename), reason, ...more })

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html; 1 is a table or column that is not there. */
const reasonsByCode: Readonly<Record<number, Reason>> = {
  1: "corrupt",
  5: "busy",
  6: "busy",
  8: "read-only",
  11: "corrupt",
  26: "not-a-database"
}

const reasonOf = (cause: unknown): Reason =>
  cause instanceof Error && "errcode" in cause && typeof cause.errcode === "number"
    ? (reasonsByCode[cause.errcode & 0xff] ?? "cannot-open")
    : "cannot-open"
