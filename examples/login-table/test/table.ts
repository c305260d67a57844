import { randomBytes, randomUUID } from "node:crypto"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Credential } from "@banfa/core/port/Identity"
import {
  type Enrolled,
  type FarSide,
  type Interruption,
  identityOf,
  type Means,
  type Person,
  samplePosts
} from "@banfa/testing/identity"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { beginSession, endSession } from "../sessions.ts"
import { closeAccount, enterUser, layer } from "../TableIdentity.ts"
import { makeTables } from "../tables.ts"

/** A cost for tests, of which none looks at how dear a guess is. */
const cost = 1024
const hour = 3_600_000

const opened = (filename: string) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const db = new DatabaseSync(filename)
      db.exec("PRAGMA busy_timeout = 0")
      makeTables(db)
      return db
    }),
    (db) => Effect.sync(() => db.isOpen && db.close())
  )

export const token = (text: string): Credential => ({ _tag: "Token", token: Redacted.make(text) })

export const login = (name: string, password: string): Credential => ({
  _tag: "Login",
  name,
  password: Redacted.make(password)
})

/** Enters somebody into the table, who then logs in. */
const enter = Effect.fnUntraced(function* (db: DatabaseSync, { id, name, posts }: Person) {
  const [address, secret] = [`${id}@example.cn`, randomBytes(15).toString("base64url")]
  yield* enterUser({ db, cost }, { id, login: address, name, password: Redacted.make(secret), posts })
  const session = yield* beginSession(db, id, hour)
  return { person: id, address, session, password: login(address, secret) }
})

const enrolIn =
  (db: DatabaseSync) =>
  (person: Person): Effect.Effect<Enrolled, unknown> =>
    Effect.map(enter(db, person), ({ password, person: id, session }) => ({
      person: id,
      credentials: [{ _tag: "Token", token: session }, password]
    }))

/** Somebody in the table, and what the person shows. */
export const somebody = (db: DatabaseSync, posts: Person["posts"] = [samplePosts.running]) =>
  Effect.suspend(() => enter(db, { id: `p-${randomUUID()}`, name: { zh: "孙示例", en: "Sun Shili" }, posts }))

const tokenOf = ({ session }: { readonly session: Redacted.Redacted<string> }): Credential => ({
  _tag: "Token",
  token: session
})

const written = (db: DatabaseSync, set: string) =>
  Effect.tap(somebody(db), ({ person }) =>
    Effect.sync(() => db.prepare(`UPDATE posts SET ${set} WHERE user_id = ?`).run(person))
  )

/** What has to be refused. */
const badIn = (db: DatabaseSync): FarSide["bad"] => ({
  "a password that is none of the person's": {
    reason: "password",
    credential: Effect.map(somebody(db), ({ address }) => login(address, "correct horse battery staple"))
  },
  "an empty password": {
    reason: "password",
    credential: Effect.map(somebody(db), ({ address }) => login(address, ""))
  },
  "a name that nobody has": {
    reason: "password",
    credential: Effect.succeed(login("nobody@example.cn", "correct horse"))
  },
  "a password of a megabyte": {
    reason: "too-large",
    credential: Effect.map(somebody(db), ({ address }) => login(address, "x".repeat(1_048_576)))
  },
  "a token that nobody was given": {
    reason: "unknown-person",
    credential: Effect.sync(() => token(randomBytes(32).toString("base64url")))
  },
  "what is no token": { reason: "malformed", credential: Effect.succeed(token("eyJhbGciOiJub25lIn0.e30.")) },
  "a token of a megabyte": { reason: "too-large", credential: Effect.succeed(token("A".repeat(1_048_576))) },
  "the hash of a token, as it stands in the table": {
    reason: "unknown-person",
    credential: Effect.flatMap(somebody(db), ({ person }) =>
      Effect.sync(() =>
        token(String(db.prepare("SELECT token_hash FROM sessions WHERE user_id = ?").get(person)?.token_hash))
      )
    )
  },
  "a session that is over": {
    reason: "expired",
    credential: Effect.flatMap(somebody(db), ({ person }) =>
      Effect.map(beginSession(db, person, -1), (session) => tokenOf({ session }))
    )
  },
  "a session that was ended": {
    reason: "revoked",
    credential: Effect.map(
      Effect.tap(somebody(db), ({ session }) => endSession(db, session)),
      tokenOf
    )
  },
  "the session of somebody who has left": {
    reason: "revoked",
    credential: Effect.map(
      Effect.tap(somebody(db), ({ person }) => closeAccount(db, person)),
      tokenOf
    )
  },
  "the password of somebody who has left": {
    reason: "revoked",
    credential: Effect.map(
      Effect.tap(somebody(db), ({ person }) => closeAccount(db, person)),
      ({ password }) => password
    )
  }
})

/** What is good but for the posts. */
const unreadableIn = (db: DatabaseSync): FarSide["unreadable"] => {
  const of = (reason: "claims" | "unknown-agency", set: string) => ({
    reason,
    credential: Effect.map(written(db, set), tokenOf)
  })
  return {
    "an office that there is not": of("claims", "offices = 'mayor'"),
    "no office": of("claims", "offices = ''"),
    "a day that there is not": of("claims", "last_day = '2026-02-30'"),
    "a post that ends before it begins": of("claims", "last_day = '2000-01-01'"),
    "a post for the time being without an end": of("claims", "acting = 1, last_day = NULL"),
    "an agency that nobody knows": of("unknown-agency", "agency = 'gz-nowhere'"),
    "an agency with a control character": of("claims", "agency = 'gz-health' || char(10)")
  }
}

/** A table in a file of its own. */
export const newTable = (folder: string) => {
  const filename = join(folder, `${randomUUID()}.db`)
  return Effect.map(opened(filename), (db) => ({ db, filename }))
}

/** The adapter over a table. */
export const over = (db: DatabaseSync) => identityOf(layer({ db, cost }))

/** What the suite needs, over tables in a folder. */
export const means = (folder: string): Means => {
  const interruption = (
    take: (db: DatabaseSync, filename: string) => Effect.Effect<Effect.Effect<DatabaseSync, unknown, never>, unknown>
  ) =>
    Effect.gen(function* () {
      const { db, filename } = yield* newTable(folder)
      const [asked, unasked] = [
        yield* enrolIn(db)({ id: "p-asked", name: { zh: "周示例", en: "Zhou" }, posts: [samplePosts.running] }),
        yield* enrolIn(db)({ id: "p-unasked", name: { zh: "吴示例", en: "Wu" }, posts: [samplePosts.over] })
      ]
      let giveBack: Effect.Effect<DatabaseSync, unknown> = Effect.succeed(db)
      return {
        identity: yield* over(db),
        enrolled: { asked, unasked },
        takeAway: Effect.map(take(db, filename), (back) => {
          giveBack = back
        }),
        giveBack: Effect.flatMap(
          Effect.suspend(() => giveBack),
          over
        )
      } satisfies Interruption
    })
  return {
    begin: Effect.gen(function* () {
      const { db } = yield* newTable(folder)
      return { identity: yield* over(db), enrol: enrolIn(db), bad: badIn(db), unreadable: unreadableIn(db) }
    }),
    interruptions: {
      "the database is closed": interruption((db, filename) =>
        Effect.sync(() => {
          db.close()
          return Effect.sync(() => new DatabaseSync(filename))
        })
      ),
      "the table is gone": interruption((db) =>
        Effect.sync(() => {
          db.exec("ALTER TABLE users RENAME TO users_before")
          return Effect.sync(() => {
            db.exec("ALTER TABLE users_before RENAME TO users")
            return db
          })
        })
      ),
      "somebody else has locked the file": interruption((db, filename) =>
        Effect.sync(() => {
          const other = new DatabaseSync(filename)
          other.exec("BEGIN EXCLUSIVE")
          return Effect.sync(() => {
            other.exec("COMMIT")
            other.close()
            return db
          })
        })
      )
    }
  }
}
