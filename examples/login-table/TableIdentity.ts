/**
 * Who acts, from a host's table of users: names with passwords, and sessions that they have begun.
 *
 * @module
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite"
import { type Actor, readActors } from "@banfa/core/agency"
import { Directory } from "@banfa/core/port/Directory"
import {
  type Credential,
  Identity,
  IdentityUnavailable,
  NotAuthenticated,
  type Supports
} from "@banfa/core/port/Identity"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { type Cost, kept, longestPassword, matches } from "./passwords.ts"
import { hashOf, isToken } from "./sessions.ts"

/** It takes both: a name with a password, and the token of a session. */
export const supports: Supports = { tokens: true, logins: true }

/** How the table is read. */
export interface Options {
  /** The database of the host, with `users`, `posts` and `sessions`. The host closes it. */
  readonly db: DatabaseSync
  /** What an attempt with a name that nobody has costs, so that it takes as long as one with a name that somebody has; 32,768 if nothing is said. */
  readonly cost?: Cost
}

type Row = Readonly<Record<string, SQLOutputValue>>

const not = (reason: NotAuthenticated["reason"], detail?: string) =>
  Effect.fail(new NotAuthenticated(detail === undefined ? { reason } : { reason, detail }))

/** Whatever the database does not do: nobody is let through meanwhile. What was asked with is not in the error. */
const asked = <A>(operation: string, ask: () => A) =>
  Effect.try({ try: ask, catch: (cause) => new IdentityUnavailable({ operation, cause }) })

const unavailable = (operation: string) => (cause: Error) => new IdentityUnavailable({ operation, cause })

/** The identity over the table, for as long as the database is open. */
export const layer = ({ cost = 32_768, db }: Options): Layer.Layer<Identity, IdentityUnavailable, Directory> =>
  Layer.effect(
    Identity,
    Effect.gen(function* () {
      const directories = yield* Directory
      const nobodys = yield* Effect.mapError(kept("nobody's", cost), unavailable("password"))

      /** The row of whoever knows the password. A name that nobody has costs the same and is answered the same. */
      const byPassword = Effect.fnUntraced(function* (name: string, password: string) {
        if (Buffer.byteLength(password) > longestPassword) return yield* not("too-large")
        if (name.length > 190) return yield* not("malformed")
        const row = yield* asked("users", () => db.prepare("SELECT * FROM users WHERE login = ?").get(name))
        const stored = typeof row?.password === "string" ? row.password : nobodys
        const right = yield* Effect.mapError(matches(password, stored), unavailable("password"))
        return row !== undefined && right ? row : yield* not("password")
      })

      /** The row of whoever began the session, as long as it lasts. */
      const byToken = Effect.fnUntraced(function* (token: string) {
        if (token.length > 1000) return yield* not("too-large")
        if (!isToken(token)) return yield* not("malformed")
        const row = yield* asked("sessions", () =>
          db
            .prepare(
              "SELECT u.*, s.until, s.ended_at FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = ?"
            )
            .get(hashOf(token))
        )
        if (row === undefined) return yield* not("unknown-person")
        if (row.ended_at !== null) return yield* not("revoked")
        return Number(row.until) > (yield* Clock.currentTimeMillis) ? row : yield* not("expired")
      })

      const actor = Effect.fn("TableIdentity.actor")(function* (credential: Credential) {
        const user =
          credential._tag === "Token"
            ? yield* byToken(Redacted.value(credential.token))
            : yield* byPassword(credential.name, Redacted.value(credential.password))
        if (user.left_at !== null) return yield* not("revoked")
        const posts = yield* asked("posts", () =>
          db.prepare("SELECT * FROM posts WHERE user_id = ? ORDER BY rowid").all(String(user.id))
        )
        const directory = yield* Effect.mapError(
          directories.current,
          (cause) => new IdentityUnavailable({ operation: "directory", cause })
        )
        const read = readActors(directory, [stated(user, posts)])
        const [one] = Result.isSuccess(read) ? read.success : []
        return one ?? (yield* unreadable(Result.isFailure(read) ? read.failure.findings : []))
      })

      return Identity.of({ actor })
    })
  )

/** What the table states of a user, as JSON that is then read like any other: a table is not believed more than a message. */
const stated = (user: Row, posts: ReadonlyArray<Row>) => ({
  person: user.id,
  name: { zh: user.name_zh, en: user.name_en },
  posts: posts.map((row) => ({
    agency: row.agency,
    offices: officesIn(row.offices),
    from: row.first_day,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.last_day === null ? {} : { until: row.last_day }),
    ...(row.acting === 1 ? { acting: true } : {}),
    ...(row.source === null ? {} : { source: row.source })
  }))
})

/** `all`, or office by office with commas between them. */
const officesIn = (text: SQLOutputValue | undefined): unknown =>
  typeof text !== "string" || text === "all" ? text : text.split(",")

/** Nobody acts by a post that cannot be read. What is told is where it stands, not what is written there. */
const unreadable = (findings: ReadonlyArray<{ readonly kind: string; readonly at: string }>) => {
  const [first] = findings
  const agency = first?.kind === "UnknownAgency" || first?.kind === "ResemblesAgency"
  return not(agency ? "unknown-agency" : "claims", first?.at.replace(/^0\./, ""))
}

/** A user whom the host enters. */
export interface NewUser {
  /** With which the person stands on record. */
  readonly id: string
  /** With which the person logs in. */
  readonly login: string
  readonly name: NonNullable<Actor["name"]>
  readonly password: Redacted.Redacted<string>
  readonly posts: Actor["posts"]
}

/** Enters a user, or states one anew: password and posts are then the new ones, and the sessions of before are over. All of it or nothing. */
export const enterUser = Effect.fnUntraced(function* ({ cost = 32_768, db }: Options, user: NewUser) {
  const password = yield* kept(Redacted.value(user.password), cost)
  const now = yield* Clock.currentTimeMillis
  yield* Effect.try({
    try: () => {
      db.exec("BEGIN IMMEDIATE")
      try {
        db.prepare("UPDATE sessions SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL").run(now, user.id)
        db.prepare("DELETE FROM posts WHERE user_id = ?").run(user.id)
        db.prepare(
          `INSERT INTO users (id, login, name_zh, name_en, password) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET login = excluded.login, name_zh = excluded.name_zh,
             name_en = excluded.name_en, password = excluded.password, left_at = NULL`
        ).run(user.id, user.login, user.name.zh, user.name.en, password)
        const insert = db.prepare(
          "INSERT INTO posts (user_id, agency, title, offices, first_day, last_day, acting, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for (const { acting = false, agency, from, offices, source = null, title = null, until = null } of user.posts)
          insert.run(
            user.id,
            agency,
            title,
            offices === "all" ? offices : offices.join(","),
            from,
            until,
            acting ? 1 : 0,
            source
          )
        db.exec("COMMIT")
      } catch (error) {
        db.exec("ROLLBACK")
        throw error
      }
    },
    catch: (cause) => new IdentityUnavailable({ operation: "enter", cause })
  })
})

/** Closes the account of somebody who has left: no password and no session of it counts from now on. */
export const closeAccount = Effect.fnUntraced(function* (db: DatabaseSync, user: string) {
  const now = yield* Clock.currentTimeMillis
  db.prepare("UPDATE users SET left_at = ? WHERE id = ?").run(now, user)
})
