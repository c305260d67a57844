import { createHmac } from "node:crypto"
import { hashOf } from "@banfa/core/evidence"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import { fromHex, hmac, toHex } from "../../src/evidence/Hash.ts"
import { sha256, sm3 } from "./sample.ts"

const bytes = (text: string) => new TextEncoder().encode(text)

test("a function that is not the algorithm that it is said to be is refused, in both languages", () => {
  const refused = hashOf("sm3", sha256.digest)
  expect(Result.isFailure(refused) && refused.failure.message).toMatch(/不是 sm3.*is not sm3/)
  expect(Result.isSuccess(hashOf("sm3", sm3.digest))).toBe(true)
})

test.each([
  ["0b".repeat(20), toHex(bytes("Hi There")), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  [
    toHex(bytes("Jefe")),
    toHex(bytes("what do ya want for nothing?")),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
  ],
  ["aa".repeat(20), "dd".repeat(50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"],
  [
    "aa".repeat(131),
    toHex(bytes("Test Using Larger Than Block-Size Key - Hash Key First")),
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
  ]
])("HMAC gives what RFC 4231 gives for the key %s", (key, text, expected) => {
  expect(toHex(hmac(sha256, fromHex(key))(fromHex(text)))).toBe(expected)
})

test("HMAC over either algorithm gives what OpenSSL gives, for keys and texts of any length", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 150 }), fc.uint8Array({ maxLength: 150 }), (key, text) => {
      expect(toHex(hmac(sha256, key)(text))).toBe(createHmac("sha256", key).update(text).digest("hex"))
      expect(toHex(hmac(sm3, key)(text))).toBe(createHmac("sm3", key).update(text).digest("hex"))
    })
  )
})
