/** Sessions: opaque tokens, of which the table holds only a hash, so that whoever reads it can act for nobody. */
import { createHash, randomBytes } from "node:crypto"
import type { DatabaseSync } from "node:sqlite"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

/** What a token looks like: 32 random bytes. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** What the table holds of a token. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url")

/** Begins a session of somebody who has logged in, for so many milliseconds, and answers with its token, which nobody can be told again. */
export const beginSession = Effect.fnUntraced(function* (db: DatabaseSync, user: string, length: number) {
  const token = randomBytes(32).toString("base64url")
  const now = yield* Clock.currentTimeMillis
  db.prepare("INSERT INTO sessions (token_hash, user_id, until) VALUES (?, ?, ?)").run(
    hashOf(token),
    user,
    now + length
  )
  return Redacted.make(token)
})

/** Ends a session, from now on and for good. */
export const endSession = Effect.fnUntraced(function* (db: DatabaseSync, token: Redacted.Redacted<string>) {
  const now = yield* Clock.currentTimeMillis
  db.prepare("UPDATE sessions SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL").run(
    now,
    hashOf(Redacted.value(token))
  )
})
