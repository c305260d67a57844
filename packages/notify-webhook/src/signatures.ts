import { createHmac, getHashes } from "node:crypto"
import * as Redacted from "effect/Redacted"
import { Webhook } from "standardwebhooks"

/** A key with which letters to an endpoint are signed: `whsec_` and 24 to 64 random bytes in base64. */
export type Secret = Redacted.Redacted<string>

/** What is signed: the id, the seconds since 1970, and the body, joined by full stops. */
export interface Signed {
  /** The id of the message. */
  readonly id: string
  /** Milliseconds since 1970; whole seconds of it are signed. */
  readonly at: number
  /** What is posted. */
  readonly body: string
}

/** Whether this is a key as the standard wants it. */
export const isSecret = (secret: Secret): boolean => {
  const text = Redacted.value(secret)
  if (!/^whsec_(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(text)) return false
  const { length } = keyOf(secret)
  return length >= 24 && length <= 64
}

const keyOf = (secret: Secret): Buffer => Buffer.from(Redacted.value(secret).slice("whsec_".length), "base64")

/** Whether the engine can make HMAC-SM3; `hashes` are those that it has. */
export const hasSm3 = (hashes: ReadonlyArray<string> = getHashes()): boolean => hashes.includes("sm3")

/** The whole seconds since 1970, as they stand in `webhook-timestamp`. */
export const secondsOf = ({ at }: Signed): string => String(Math.floor(at / 1_000))

/**
 * The value of `webhook-signature`: a signature of the standard (`v1`, HMAC-SHA-256) with every secret, so that a receiver that has the old or the new
 * one finds its own; and with `sm3` one of HMAC-SM3 (GB/T 32905) over the same bytes with every secret, under `v1sm3`, which is not of the
 * standard: receivers that do not know it pass over it.
 */
export const signaturesOf = (signed: Signed, secrets: ReadonlyArray<Secret>, sm3: boolean): string =>
  [
    ...secrets.map((secret) => new Webhook(Redacted.value(secret)).sign(signed.id, new Date(signed.at), signed.body)),
    ...(sm3 ? secrets : []).map((secret) => {
      const content = `${signed.id}.${secondsOf(signed)}.${signed.body}`
      return `v1sm3,${createHmac("sm3", keyOf(secret)).update(content).digest("base64")}`
    })
  ].join(" ")
