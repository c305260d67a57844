import { hash as oneShot } from "node:crypto"
import { type Hash, hashOf, type WrongHash } from "@banfa/core/evidence"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

/** The OpenSSL that Node was built with does not have the hash function `name`. */
export class HashMissing extends Schema.TaggedError<HashMissing>()("HashMissing", { name: Schema.String }) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    return {
      zh: `本机 Node 的 OpenSSL 没有 ${this.name}；可用 @banfa/hashes 中的 ${this.name}。`,
      en: `The OpenSSL of this Node has no ${this.name}; @banfa/hashes has it.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

// text of one byte a character is handed over much faster than a buffer is made, and read faster than it is copied into one
const digestBy = (name: string) => (bytes: Uint8Array) => {
  const text = oneShot(name, bytes, "binary")
  const digest = new Uint8Array(text.length)
  for (let i = 0; i < digest.length; i++) digest[i] = text.charCodeAt(i)
  return digest
}

/** SHA-256 of OpenSSL, which every Node has: what stores seal with if nothing is said. */
export const sha256: Hash = { algorithm: "sha-256", digest: digestBy("sha256") }

/** SM3 of OpenSSL, where the build of Node has it. */
export const sm3 = (): Result.Result<Hash, HashMissing | WrongHash> =>
  Result.flatMap(
    Result.try({ try: () => digestBy("sm3")(new Uint8Array()), catch: () => new HashMissing({ name: "sm3" }) }),
    () => hashOf("sm3", digestBy("sm3"))
  )

/** The hash function that `BANFA_EVIDENCE_HASH` names, `sha-256` if it is not set. */
export const hashConfig: Effect.Effect<Hash, HashMissing | WrongHash | Config.ConfigError> = Effect.flatMap(
  Config.Literals(["sha-256", "sm3"], "BANFA_EVIDENCE_HASH").pipe(Config.withDefault("sha-256" as const)),
  (algorithm) => (algorithm === "sm3" ? Effect.fromResult(sm3()) : Effect.succeed(sha256))
)
