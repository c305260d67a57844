/**
 * Opening a file of events: recognising it, refusing it, bringing it forward, or making it.
 */
import { DatabaseSync } from "node:sqlite"
import {
  checkHash,
  columns,
  keepHash,
  migrate,
  type OverOptions,
  SchemaRejected,
  type SqlConnection,
  type SqlFailure,
  sealEarlier,
  sha256
} from "@banfa/storage-sql"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { connectionOf } from "./connectionOf.ts"
import { fromFormat1, migrations } from "./migrations.ts"
import { type HashConflict, type Reason, SqliteFileRejected } from "./SqliteFileRejected.ts"
import { sealing } from "./sqlite.ts"

/** Where the file is and how patient to be with other processes. */
export interface Options extends OverOptions {
  /** Path of the file, or a `file:` URL; it is made if it does not exist, its folder is not. */
  readonly filename: string | URL
  /** Milliseconds to wait for another process that is writing, 0 not to wait; 5,000 if nothing is said. */
  readonly busyTimeout?: number
}

/** `BANF` in ASCII, in the header of every file that is ours. */
const applicationId = 0x42414e46

/** 1: one table without a prefix. 2: tables that tell of their steps themselves, in `banfa_migrations`. */
const format = 2

/** Opens the file for as long as the scope lasts. */
export const open = (options: Options): Effect.Effect<DatabaseSync, SqliteFileRejected, Scope.Scope> => {
  const { busyTimeout = 5000, filename } = options
  return Effect.acquireRelease(
    opened(options).pipe(
      Effect.mapError((error) => rejected(filename, error)),
      // a change of the journal mode does not wait for the busy timeout, so two processes that make one file meet here
      Effect.retry({
        while: ({ reason }) => reason === "busy",
        schedule: Schedule.spaced("20 millis").pipe(Schedule.upTo({ duration: busyTimeout }))
      })
    ),
    (db) => Effect.sync(() => db.close())
  )
}

type Failure = SqliteFileRejected | SchemaRejected | SqlFailure

const opened = ({ busyTimeout = 5000, filename, hash = sha256, migrate: mayRun = true }: Options) => {
  const attempt = <A>(run: () => A) => Effect.try({ try: run, catch: (cause) => rejected(filename, { cause }) })
  return Effect.flatMap(
    attempt(() => new DatabaseSync(filename)),
    (db): Effect.Effect<DatabaseSync, Failure> =>
      Effect.gen(function* () {
        const connection = connectionOf(db)
        yield* attempt(() => {
          db.exec(`PRAGMA busy_timeout = ${Math.trunc(busyTimeout)}`)
          // looked at before anything is written, so that a file that is refused stays as it is
          recognise(db, filename)
          if (pragma(db, "quick_check(1)") !== "ok") throw reject(filename, "corrupt")
        })
        yield* connection.transaction((within) =>
          Effect.gen(function* () {
            yield* attempt(() => {
              const found = recognise(db, filename)
              if (!mayRun && found !== format) throw reject(filename, "older-format", { found })
              if (found === 1) db.exec(fromFormat1)
              // something is written in any case: a file that is read-only lets a transaction begin
              db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${format}`)
            })
            const last = (end: SqlConnection) => (mayRun ? keepHash(end, hash) : checkHash(end, hash))
            yield* migrate(within, migrations, { migrate: mayRun, last })
            yield* within.query(`SELECT ${columns}, salt, digest, placed FROM banfa_events LIMIT 0`)
          })
        )
        yield* attempt(() => {
          if (pragma(db, "journal_mode = WAL") !== "wal") throw reject(filename, "no-wal")
          db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
        })
        if (mayRun) yield* sealEarlier(connection, hash, sealing)
        return db
      }).pipe(Effect.tapCause(() => Effect.sync(() => db.close())))
  )
}

/** The format of a file that is ours, 0 of one that is still empty. */
const recognise = (db: DatabaseSync, filename: string | URL): number => {
  const application = pragma(db, "application_id")
  const found = Number(pragma(db, "user_version"))
  const count = db.prepare("SELECT count(*) AS count FROM sqlite_schema").get()?.count
  if (application === 0 && found === 0 && count === 0) return 0
  if (application !== applicationId) throw reject(filename, "not-banfa")
  if (found > format) throw reject(filename, "newer-format", { found })
  if (found < 1) throw reject(filename, "corrupt")
  db.prepare(`SELECT ${columns} FROM ${found === 1 ? "events" : "banfa_events"}`)
  return found
}

const pragma = (db: DatabaseSync, text: string): unknown => Object.values(db.prepare(`PRAGMA ${text}`).get() ?? {})[0]

const reject = (
  filename: string | URL,
  reason: Reason,
  more: { readonly found?: number; readonly hash?: HashConflict; readonly cause?: unknown } = {}
): SqliteFileRejected => new SqliteFileRejected({ filename: String(filename), reason, ...more })

const ofSchema = { behind: "older-format", newer: "newer-format", foreign: "corrupt", hash: "other-hash" } as const

/** What kept the file from being opened, as a refusal of it. */
const rejected = (filename: string | URL, error: Failure | { readonly cause: unknown }): SqliteFileRejected => {
  if (error instanceof SqliteFileRejected) return error
  if (error instanceof SchemaRejected) {
    const { found, hash, reason } = error
    return reject(filename, ofSchema[reason], hash === undefined ? { found } : { hash })
  }
  const { cause } = error
  return cause instanceof SqliteFileRejected ? cause : reject(filename, reasonOf(cause), { cause })
}

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
