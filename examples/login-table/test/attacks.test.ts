import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mayAct } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import { embed } from "@banfa/core/docket"
import type { Credential, Identity } from "@banfa/core/port/Identity"
import { sampleDirectory, samplePosts } from "@banfa/testing/identity"
import { assert, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { TestClock } from "effect/testing"
import { afterAll, describe } from "vitest"
import { kept, matches } from "../passwords.ts"
import { beginSession, endSession } from "../sessions.ts"
import { closeAccount, enterUser } from "../TableIdentity.ts"
import { login, newTable, over, somebody, token } from "./table.ts"

const folder = mkdtempSync(join(tmpdir(), "banfa-login-"))
afterAll(() => rmSync(folder, { recursive: true }))

const answerOf = (identity: Identity["Service"], credential: Credential) =>
  identity.actor(credential).pipe(
    Effect.map(({ person }) => person),
    Effect.catch((error) =>
      Effect.succeed(error._tag === "NotAuthenticated" ? `${error.reason} ${error.detail ?? ""}`.trim() : error._tag)
    )
  )

const table = Effect.gen(function* () {
  const { db, filename } = yield* newTable(folder)
  return { db, filename, identity: yield* over(db) }
})

describe("what an attacker tries on a table of users", () => {
  it.effect("a name with a statement of SQL in it is a name that nobody has", () =>
    Effect.gen(function* () {
      const { db, identity } = yield* table
      const { person } = yield* somebody(db)
      for (const name of ["' OR '1'='1", "x'; DROP TABLE users; --", `${person}' --`, '" OR ""="', "%", "_", "\\"])
        assert.strictEqual(yield* answerOf(identity, login(name, "whatever-it-is")), "password")
      assert.strictEqual(db.prepare("SELECT count(*) AS n FROM users").get()?.n, 1)
    })
  )

  it.effect("a name in full-width letters, with a capital or a space is a name that nobody has", () =>
    Effect.gen(function* () {
      const { db, identity } = yield* table
      const { address, password } = yield* somebody(db)
      const secret = Redacted.value(password._tag === "Login" ? password.password : password.token)
      for (const name of [
        `ｐ${address.slice(1)}`,
        address.toUpperCase(),
        `${address} `,
        `${address}\0`,
        address.slice(1)
      ])
        assert.strictEqual(yield* answerOf(identity, login(name, secret)), "password")
    })
  )

  it.effect("whoever reads the table, or the file, finds no password and no token in it", () =>
    Effect.gen(function* () {
      const { db, filename, identity } = yield* table
      const { password, session } = yield* somebody(db)
      const secret = Redacted.value(password._tag === "Login" ? password.password : password.token)
      yield* identity.actor(password)
      db.exec("VACUUM")
      const file = readFileSync(filename)
      assert.isFalse(file.includes(secret))
      assert.isFalse(file.includes(Redacted.value(session)))
    })
  )

  it.effect("a session ends at its time, when its holder logs out, leaves, or gets another password", () =>
    Effect.gen(function* () {
      const { db, identity } = yield* table
      const { person, session } = yield* somebody(db)
      const minute = 60_000
      const shown = (one: Redacted.Redacted<string>) => answerOf(identity, { _tag: "Token", token: one })
      const short = yield* beginSession(db, person, minute)
      yield* TestClock.adjust(minute - 1)
      assert.strictEqual(yield* shown(short), person)
      yield* TestClock.adjust(1)
      assert.strictEqual(yield* shown(short), "expired")
      const other = yield* beginSession(db, person, minute)
      yield* endSession(db, other)
      assert.strictEqual(yield* shown(other), "revoked")
      assert.strictEqual(yield* shown(session), person)
      const again = { id: person, login: "again", name: { zh: "孙", en: "Sun" }, posts: [] }
      yield* enterUser({ db, cost: 1024 }, { ...again, password: Redacted.make("a new password") })
      assert.strictEqual(yield* shown(session), "revoked")
      assert.strictEqual(yield* answerOf(identity, login("again", "a new password")), person)
      yield* closeAccount(db, person)
      assert.strictEqual(yield* answerOf(identity, login("again", "a new password")), "revoked")
    })
  )

  it.effect("a row that says more or less than it can is read by nobody: what is told is where it stands", () =>
    Effect.gen(function* () {
      const { db, identity } = yield* table
      const { person, session } = yield* somebody(db, [samplePosts.running, samplePosts.over])
      const put = (set: string) =>
        Effect.suspend(() => {
          db.prepare(`UPDATE posts SET ${set} WHERE user_id = ? AND agency <> 'gz-health'`).run(person)
          return answerOf(identity, { _tag: "Token", token: session })
        })
      assert.strictEqual(yield* put("offices = 'info,all'"), "claims posts.1.offices.1")
      assert.strictEqual(yield* put("offices = 'info', agency = 'ｇｚ-info'"), "unknown-agency posts.1.agency")
      assert.strictEqual(yield* put("agency = 'gz-info', last_day = 'never'"), "claims posts.1.until")
      assert.strictEqual(yield* put("last_day = NULL"), person)
    })
  )

  it.effect("a password of which nothing readable is kept lets nobody in, and says that it could not be asked", () =>
    Effect.gen(function* () {
      const { db, identity } = yield* table
      const { password, person } = yield* somebody(db)
      for (const stored of [
        "",
        "plain",
        "scrypt$0$$",
        "scrypt$999999999$AA$AA",
        "md5$1$AA$AA",
        `scrypt$3$AA$${"A".repeat(43)}`
      ]) {
        db.prepare("UPDATE users SET password = ? WHERE id = ?").run(stored, person)
        assert.strictEqual(yield* answerOf(identity, password), "IdentityUnavailable", stored)
      }
    })
  )

  it.effect("two users of one password keep different things of it, and no other password is taken for it", () =>
    Effect.gen(function* () {
      const [one, two] = [yield* kept("correct horse", 1024), yield* kept("correct horse", 1024)]
      assert.notStrictEqual(one, two)
      assert.isTrue(yield* matches("correct horse", one))
      for (const near of ["correct horse\0", "correct horse ", "Correct horse", "correct hors", "", "ｃorrect horse"])
        assert.isFalse(yield* matches(near, one), near)
    })
  )

  it.effect("a tampered file is no table: nobody is let through", () =>
    Effect.gen(function* () {
      const { db, identity } = yield* table
      const { session } = yield* somebody(db)
      db.exec("DROP TABLE posts")
      assert.strictEqual(yield* answerOf(identity, { _tag: "Token", token: session }), "IdentityUnavailable")
      assert.strictEqual(yield* answerOf(identity, token("")), "malformed")
    })
  )
})

describe("whoever has logged in", () => {
  it.effect("may do what the posts allow on the day, and no more: a post that ended yesterday allows nothing", () =>
    Effect.gen(function* () {
      const { db, identity } = yield* table
      const until = "2026-03-01" as CivilDate
      const { session } = yield* somebody(db, [{ ...samplePosts.running, until }])
      const chen = yield* identity.actor({ _tag: "Token", token: session })
      const on = (day: string, region = "440100") =>
        mayAct(sampleDirectory, [], chen, {
          agency: "gz-health",
          roles: ["organ.any"],
          region,
          on: day as CivilDate
        })._tag
      assert.deepStrictEqual(
        [on("2026-03-01"), on("2026-03-02"), on("2026-03-01", "440104"), on("2026-03-01", "440000")],
        ["Competent", "NotCompetent", "NotCompetent", "NotCompetent"]
      )
    })
  )

  it.effect("acts at the docket under the own id", () =>
    Effect.gen(function* () {
      const { db, identity } = yield* table
      const { person, session } = yield* somebody(db)
      const chen = yield* identity.actor({ _tag: "Token", token: session })
      const opened = yield* Effect.promise(() => embed({ directory: sampleDirectory }))
      if (!opened.ok) return assert.fail("the docket did not open")
      const docket = opened.value
      const facts = [
        {
          _tag: "Drafted",
          project: "P1",
          on: "2026-03-02",
          region: "440100",
          organ: "gz-health",
          former: null,
          by: "gz-health"
        }
      ]
      const done = yield* Effect.promise(() =>
        docket.performAs(chen, { command: "c1", at: "2026-03-02T01:00:00Z", facts })
      )
      assert.isTrue(done.ok)
      const left = { ...chen, posts: [] }
      const not = yield* Effect.promise(() =>
        docket.performAs(left, { command: "c2", at: "2026-03-02T01:00:00Z", facts })
      )
      assert.strictEqual(not.ok ? "" : not.error._tag, "NotEntitled")
      const history = yield* Effect.promise(() => docket.history({ subject: "project", id: "P1" }))
      assert.deepStrictEqual(history.ok ? history.value.map(({ fact }) => fact.recordedBy) : [], [person])
      yield* Effect.promise(() => docket.close())
    })
  )
})
