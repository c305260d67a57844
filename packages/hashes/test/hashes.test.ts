import { createHash } from "node:crypto"
import { hashOf } from "@banfa/core/evidence"
import { sha256 } from "@banfa/hashes/sha256"
import { sm3 } from "@banfa/hashes/sm3"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

const utf8 = new TextEncoder()
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")

describe("SHA-256 gives what FIPS 180-4 and its examples give", () => {
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ],
    [
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"]
  ])("%#", (text, expected) => expect(hex(sha256.digest(utf8.encode(text)))).toBe(expected))
})

describe("SM3 gives what annex A of GB/T 32905-2016 gives", () => {
  test.each([
    ["abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
    ["abcd".repeat(16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"]
  ])("%#", (text, expected) => expect(hex(sm3.digest(utf8.encode(text)))).toBe(expected))
})

test.each([
  [sha256, "sha256"],
  [sm3, "sm3"]
])("$algorithm gives what OpenSSL gives, for bytes of any length around a block", (hash, name) => {
  expect(Result.isSuccess(hashOf(hash.algorithm, hash.digest))).toBe(true)
  for (let length = 0; length <= 200; length++) {
    const bytes = new Uint8Array(length).map((_, i) => (length * 31 + i * 7) % 256)
    expect(hex(hash.digest(bytes))).toBe(createHash(name).update(bytes).digest("hex"))
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
      expect(hex(hash.digest(bytes))).toBe(createHash(name).update(bytes).digest("hex"))
    })
  )
})
