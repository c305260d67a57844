/** Passwords as they are kept: never themselves, but what scrypt makes of them. */
import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto"
import { promisify } from "node:util"
import * as Effect from "effect/Effect"

/** What one attempt costs: a power of two. 32,768 takes some 30 MiB and a fraction of a second. */
export type Cost = number

/** A password takes at most so many bytes; whoever sends more is not who knows it. */
export const longestPassword = 1024

const [bytes, blockSize] = [32, 8]

const stretched = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

const derived = (password: string, salt: Buffer, cost: Cost) =>
  Effect.tryPromise({
    try: () => {
      // scrypt fills short passwords up with zeros and hashes long ones first: without this, one with a NUL behind it would be the same
      const whole = createHash("sha512").update(password).digest("base64url")
      return stretched(whole, salt, bytes, { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize })
    },
    catch: (cause) => new Error("scrypt", { cause })
  })

/** What is kept of a password: how it was made, the salt, and what came of it. */
export const kept = Effect.fnUntraced(function* (password: string, cost: Cost) {
  const salt = randomBytes(16)
  const key = yield* derived(password, salt, cost)
  return `scrypt$${cost}$${salt.toString("base64url")}$${key.toString("base64url")}`
})

/** Whether a password is the one of which this was kept. The comparison takes the same time wherever they differ. */
export const matches = Effect.fnUntraced(function* (password: string, stored: string) {
  const [how, cost = "", salt = "", key = ""] = stored.split("$")
  const expected = Buffer.from(key, "base64url")
  if (how !== "scrypt" || !/^\d{1,7}$/.test(cost) || expected.length !== bytes)
    return yield* Effect.fail(new Error("what is kept of a password cannot be read"))
  return timingSafeEqual(yield* derived(password, Buffer.from(salt, "base64url"), Number(cost)), expected)
})
