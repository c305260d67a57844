import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Text } from "../regulation/Text.ts"

/** The hash functions that evidence can be made with: SHA-256 (FIPS 180-4) and SM3 (GB/T 32905-2016). */
export const Algorithm = Schema.Literals(["sha-256", "sm3"])
export type Algorithm = typeof Algorithm.Type

/** A hash function that a host hands in: Node's own, or one of `@banfa/hashes` in a browser. */
export interface Hash {
  /** Its name, which goes into everything that it hashes. */
  readonly algorithm: Algorithm
  /** The 32 bytes of the hash of these bytes. */
  readonly digest: (bytes: Uint8Array) => Uint8Array
}

/** A function handed in does not give what the standard gives for `abc`, so it is not the `algorithm` that it is said to be. */
export class WrongHash extends Schema.TaggedError<WrongHash>()("WrongHash", { algorithm: Algorithm }) {
  /** For people. */
  get text(): Text {
    return {
      zh: `所给的函数不是 ${this.algorithm}：对标准中的例子“abc”，其结果与标准不同。`,
      en: `The function given is not ${this.algorithm}: it does not give what the standard gives for its example "abc".`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

/** What the standards give for the three bytes `abc`. */
const ofAbc: Readonly<Record<Algorithm, string>> = {
  "sha-256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  sm3: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
}

/**
 * A function as the hash that it is said to be, after it was put to the example of the standard.
 *
 * ```ts
 * import { hashOf } from "@banfa/core/evidence"
 * import * as Result from "effect/Result"
 * import { createHash } from "node:crypto"
 *
 * const sha256 = hashOf("sha-256", (bytes) => createHash("sha256").update(bytes).digest())
 * Result.isSuccess(sha256) // => true
 * Result.isSuccess(hashOf("sm3", (bytes) => createHash("sha256").update(bytes).digest())) // => false
 * ```
 */
export const hashOf = (algorithm: Algorithm, digest: Hash["digest"]): Result.Result<Hash, WrongHash> =>
  toHex(digest(new Uint8Array([0x61, 0x62, 0x63]))) === ofAbc[algorithm]
    ? Result.succeed({ algorithm, digest })
    : Result.fail(new WrongHash({ algorithm }))

/** Bytes as lower-case hexadecimal text. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")

/** The bytes of lower-case hexadecimal text of even length. */
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))

/** Whether two sequences of bytes are the same. What is compared is public, so how long it takes may tell. */
export const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i])
