import { createHash, createHmac } from "node:crypto"
import { Notifier } from "@banfa/core/port/Notifier"
import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Webhook } from "standardwebhooks"
import { type Endpoint, layer } from "../src/index.ts"
import { hasSm3 } from "../src/signatures.ts"
import { problemsOf } from "../src/WebhookOptions.ts"
import { type Came, makeReceiver, newSecret } from "./Receiver.ts"

/** Sends one letter to an endpoint with these keys, and gives the request as it came, taken or not. */
const sentWith = (more: Pick<Endpoint, "sm3"> & { readonly secrets: ReadonlyArray<string> }) =>
  Effect.gen(function* () {
    const receiver = yield* makeReceiver
    // the signature is for the test to look at
    yield* receiver.answers((response) => response.writeHead(204).end())
    const url = receiver.address(0)
    const endpoint: Endpoint = { ...more, url, secrets: more.secrets.map((secret) => Redacted.make(secret)) }
    yield* Notifier.use(({ send }) => send({ id: "notice/1", letter: sampleLetter(), to: [url] })).pipe(
      Effect.provide(layer({ ...receiver.options, endpoints: [endpoint] }))
    )
    const [came] = receiver.asked
    if (came === undefined) throw new Error("nothing came")
    return came
  }).pipe(Effect.scoped)

const headersOf = ({ headers }: Came) => ({
  "webhook-id": String(headers["webhook-id"]),
  "webhook-timestamp": String(headers["webhook-timestamp"]),
  "webhook-signature": String(headers["webhook-signature"])
})
const verified = (secret: string, came: Came) => {
  try {
    return new Webhook(secret).verify(came.body, headersOf(came)) !== undefined
  } catch {
    return false
  }
}

/** HMAC (RFC 2104) over a hash function, block by block: nothing of it is shared with the adapter. */
const hmac = (hash: string, block: number, key: Buffer, content: string) => {
  const padded = Buffer.alloc(block)
  ;(key.length > block ? createHash(hash).update(key).digest() : key).copy(padded)
  const inner = createHash(hash)
    .update(padded.map((byte) => byte ^ 0x36))
    .update(content)
  return createHash(hash)
    .update(padded.map((byte) => byte ^ 0x5c))
    .update(inner.digest())
    .digest("base64")
}

describe("the signature of a webhook", () => {
  it.live("is one that the library of the standard accepts, for this key and for no other", () =>
    Effect.gen(function* () {
      const [secret, other] = [newSecret(), newSecret()]
      const came = yield* sentWith({ secrets: [secret] })
      assert.deepStrictEqual([verified(secret, came), verified(other, came)], [true, false])
      const altered = { ...came, body: came.body.replace("第一季度", "第二季度") }
      assert.notStrictEqual(altered.body, came.body)
      assert.isFalse(verified(secret, altered))
    })
  )

  it.live("is accepted by who has the old key and by who has the new one while both are valid", () =>
    Effect.gen(function* () {
      const [older, newer] = [newSecret(), newSecret()]
      const during = yield* sentWith({ secrets: [newer, older] })
      assert.deepStrictEqual([verified(older, during), verified(newer, during)], [true, true])
      const after = yield* sentWith({ secrets: [newer] })
      assert.deepStrictEqual([verified(older, after), verified(newer, after)], [false, true])
    })
  )

  it.live("comes with one of HMAC-SM3 where that is asked for, which the library of the standard passes over", () =>
    Effect.gen(function* () {
      const [older, newer] = [newSecret(), newSecret()]
      const came = yield* sentWith({ secrets: [newer, older], sm3: true })
      assert.deepStrictEqual([verified(older, came), verified(newer, came)], [true, true])
      const { "webhook-id": id, "webhook-signature": signature, "webhook-timestamp": timestamp } = headersOf(came)
      const content = `${id}.${timestamp}.${came.body}`
      const expected = [newer, older].map((secret) => {
        const key = Buffer.from(secret.slice("whsec_".length), "base64")
        return `v1sm3,${hmac("sm3", 64, key, content)}`
      })
      assert.deepStrictEqual(
        signature.split(" ").filter((each) => each.startsWith("v1sm3,")),
        expected
      )
      assert.isFalse((yield* sentWith({ secrets: [newer] })).headers["webhook-signature"]?.includes("sm3"))
    })
  )

  it("of HMAC is reckoned here as the engine reckons it", () => {
    const key = Buffer.from("0b".repeat(20), "hex")
    // RFC 4231, test case 1
    assert.strictEqual(
      hmac("sha256", 64, key, "Hi There"),
      Buffer.from("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7", "hex").toString("base64")
    )
    assert.strictEqual(hmac("sm3", 64, key, "Hi There"), createHmac("sm3", key).update("Hi There").digest("base64"))
  })

  it("with SM3 is refused in both languages where the engine does not know SM3", () => {
    assert.isTrue(hasSm3())
    assert.isFalse(hasSm3(["sha256"]))
    const endpoint = { url: "https://a.example/", secrets: [Redacted.make(newSecret())], sm3: true }
    assert.deepStrictEqual(problemsOf(endpoint, false, true), [])
    assert.deepStrictEqual(problemsOf(endpoint, false, false), [
      { zh: "本运行环境不支持 SM3", en: "this engine does not know SM3" }
    ])
  })
})
