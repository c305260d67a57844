import type { ClientAuthentication, Introspection, Options } from "@banfa/identity-oidc"
import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/testing/TestClock"
import { importJWK, jwtVerify } from "jose"
import { actorOf, answer, answers, opened, optionsFor, post } from "./opened.ts"
import { asker, audience, type RealProvider, realProvider, seconds } from "./realProvider.ts"
import { newKey } from "./signing.ts"

const secret = Redacted.make(asker.secret)

const introspecting = (provider: RealProvider, more: Partial<Introspection> = {}): Options => {
  const { accessTokens: _, ...rest } = optionsFor(provider)
  const authentication: ClientAuthentication = { method: "client_secret_basic", secret }
  return { ...rest, introspection: { clientId: asker.id, authentication, audience, ...more } }
}

const begun = Effect.gen(function* () {
  yield* TestClock.setTime(Date.now())
  const provider = yield* realProvider
  provider.people.set("chen", { name: "陈示例", posts: [post] })
  const token = yield* Effect.promise(() => provider.issue("chen", "opaque"))
  const asks = () => provider.asked.filter((path) => path === "/token/introspection").length
  return { provider, token, asks }
})

/** A provider that answers so to whoever asks about a token, and what it was asked. */
const answering = (provider: RealProvider, body: () => unknown, status = 200) => {
  const requests: Array<{ readonly authorization: string | undefined; readonly form: URLSearchParams }> = []
  const { issuer } = provider
  provider.replace((request, response) => {
    const json = { "content-type": "application/json" }
    if (request.url?.startsWith("/.well-known")) {
      const document = { issuer, jwks_uri: `${issuer}/jwks`, introspection_endpoint: `${issuer}/introspect` }
      return void response.writeHead(200, json).end(JSON.stringify(document))
    }
    if (request.url === "/jwks") return void response.writeHead(200, json).end(`{"keys":[]}`)
    const chunks: Array<Buffer> = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString())
      requests.push({ authorization: request.headers.authorization, form })
      response.writeHead(status, json).end(JSON.stringify(body()))
    })
  })
  return requests
}

/** A good answer about a token, but for what is said here. */
const good = (provider: RealProvider, more: object = {}) => ({
  ...{ active: true, iss: provider.issuer, sub: "chen", aud: audience, client_id: "host", token_type: "Bearer" },
  ...{ iat: seconds(), exp: seconds() + 600, posts: [post] },
  ...more
})

describe("a token about which the provider is asked", () => {
  it.effect("gives whoever the provider names, with a secret in the header and in the body", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      const inHeader = yield* opened(introspecting(provider))
      const inBody = yield* opened(
        introspecting(provider, { authentication: { method: "client_secret_post", secret } })
      )
      const actor = yield* actorOf(inHeader, token)
      const stated = { person: "chen", name: { zh: "陈示例", en: "陈示例" }, posts: [post] }
      assert.deepStrictEqual(JSON.parse(JSON.stringify(actor)), stated)
      const wrong = { method: "client_secret_basic", secret: Redacted.make("wrong-secret") } as const
      const stranger = yield* opened(introspecting(provider, { authentication: wrong }))
      assert.deepStrictEqual(
        [yield* answer(inBody, token), yield* answer(stranger, token)],
        ["actor chen", "unavailable: introspection"]
      )
    })
  )

  it.effect("gives whoever the provider names, with a key of the client's", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const key = yield* Effect.promise(() => newKey("client-1", "EdDSA"))
      const requests = answering(provider, () => good(provider))
      const adapter = yield* opened(
        introspecting(provider, {
          authentication: { method: "private_key_jwt", key: key.privateKey, algorithm: "EdDSA", keyId: "client-1" }
        })
      )
      assert.strictEqual(yield* answer(adapter, "opaque-token-1"), "actor chen")
      const [request] = requests
      const assertion = request?.form.get("client_assertion") ?? ""
      const { payload, protectedHeader } = yield* Effect.promise(async () =>
        jwtVerify(assertion, await importJWK(key.publicJwk, "EdDSA"), {
          ...{ issuer: asker.id, subject: asker.id, audience: provider.issuer },
          requiredClaims: ["jti", "exp"]
        })
      )
      assert.strictEqual(protectedHeader.kid, "client-1")
      assert.isAtMost(Number(payload.exp) - Number(payload.iat), 60)
      assert.deepStrictEqual(
        [request?.authorization, request?.form.get("token"), request?.form.get("client_assertion_type")],
        [undefined, "opaque-token-1", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"]
      )
      const unfit = yield* opened(
        introspecting(provider, {
          authentication: { method: "private_key_jwt", key: key.privateKey, algorithm: "ES256" }
        })
      )
      assert.strictEqual(yield* answer(unfit, "opaque-token-1"), "unavailable: introspection")
    })
  )

  it.effect("is nobody's where the answer speaks against it", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const now = seconds()
      const ways: Readonly<Record<string, object>> = {
        "as it should be": good(provider),
        inactive: { active: false },
        "inactive, and all the rest": good(provider, { active: false }),
        "active as a text": good(provider, { active: "true" }),
        "active as a number": good(provider, { active: 1 }),
        "nothing about it": good(provider, { active: undefined }),
        "of another issuer": good(provider, { iss: `${provider.issuer}/` }),
        "no issuer": good(provider, { iss: undefined }),
        "for another system": good(provider, { aud: "urn:elsewhere" }),
        "for several": good(provider, { aud: ["urn:elsewhere", audience] }),
        "for nobody in particular": good(provider, { aud: undefined }),
        "a refresh token": good(provider, { token_type: undefined }),
        "bound to a key": good(provider, { token_type: "DPoP", cnf: { jkt: "x" } }),
        "bound to a certificate": good(provider, { cnf: { "x5t#S256": "x" } }),
        over: good(provider, { exp: now - 31 }),
        "not yet valid": good(provider, { nbf: now + 60 }),
        "of tomorrow": good(provider, { iat: now + 86_400 }),
        "older than a day": good(provider, { iat: now - 90_000 }),
        "without an end": good(provider, { exp: undefined }),
        "an end that is a text": good(provider, { exp: "never" }),
        "nobody's": good(provider, { sub: undefined }),
        "somebody's with no posts stated": good(provider, { posts: undefined })
      }
      const found = yield* Effect.forEach(Object.entries(ways), ([way, body]) =>
        Effect.gen(function* () {
          answering(provider, () => body)
          const adapter = yield* opened(introspecting(provider))
          return [way, yield* answer(adapter, "opaque-token-1")] as const
        })
      )
      assert.deepStrictEqual(Object.fromEntries(found), {
        "as it should be": "actor chen",
        inactive: "revoked",
        "inactive, and all the rest": "revoked",
        "active as a text": "unavailable: introspection",
        "active as a number": "unavailable: introspection",
        "nothing about it": "unavailable: introspection",
        "of another issuer": "issuer",
        "no issuer": "actor chen",
        "for another system": "audience (aud)",
        "for several": "actor chen",
        "for nobody in particular": "audience (aud)",
        "a refresh token": "unsupported (token_type)",
        "bound to a key": "unsupported (token_type)",
        "bound to a certificate": "unsupported (cnf)",
        over: "expired (exp)",
        "not yet valid": "not-yet-valid (nbf)",
        "of tomorrow": "not-yet-valid (iat)",
        "older than a day": "expired (iat)",
        "without an end": "actor chen",
        "an end that is a text": "malformed (exp)",
        "nobody's": "claims (sub)",
        "somebody's with no posts stated": "claims (posts)"
      })
      const lenient = yield* opened(introspecting(provider, { withoutAudience: ["host"], unstatedType: true }))
      answering(provider, () => good(provider, { aud: undefined, token_type: undefined }))
      assert.strictEqual(yield* answer(lenient, "opaque-token-1"), "actor chen")
      answering(provider, () => good(provider, { aud: undefined, client_id: "another" }))
      assert.strictEqual(yield* answer(lenient, "opaque-token-2"), "audience (aud)")
    })
  )

  it.effect("is asked about once in half a minute, and anew after that", () =>
    Effect.gen(function* () {
      const { asks, provider, token } = yield* begun
      const adapter = yield* opened(introspecting(provider))
      const all = yield* Effect.forEach(Array.from({ length: 20 }), () => answer(adapter, token), { concurrency: 10 })
      assert.deepStrictEqual([new Set(all), asks()], [new Set(["actor chen"]), 1])
      yield* Effect.promise(() => provider.revoke(token))
      yield* TestClock.adjust("29 seconds")
      assert.deepStrictEqual([yield* answer(adapter, token), asks()], ["actor chen", 1])
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual([yield* answer(adapter, token), asks()], ["revoked", 2])
      yield* answer(adapter, token)
      assert.strictEqual(asks(), 3)
    })
  )

  it.effect("is never good past its end, whatever was answered before", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const start = Math.floor((yield* Clock.currentTimeMillis) / 1000)
      const requests = answering(provider, () => good(provider, { iat: start, exp: start + 10 }))
      const adapter = yield* opened({ ...introspecting(provider, { cacheFor: "1 hour" }), clockTolerance: 0 })
      assert.strictEqual(yield* answer(adapter, "opaque-token-1"), "actor chen")
      yield* TestClock.adjust("9 seconds")
      assert.deepStrictEqual([yield* answer(adapter, "opaque-token-1"), requests.length], ["actor chen", 1])
      yield* TestClock.adjust("1 second")
      answering(provider, () => ({ active: false }))
      assert.strictEqual(yield* answer(adapter, "opaque-token-1"), "revoked")
    })
  )

  it.effect("is asked about every time where nothing may be kept", () =>
    Effect.gen(function* () {
      const { asks, provider, token } = yield* begun
      const adapter = yield* opened(introspecting(provider, { cacheFor: 0 }))
      yield* answer(adapter, token)
      yield* answer(adapter, token)
      assert.strictEqual(asks(), 2)
      yield* Effect.promise(() => provider.revoke(token))
      assert.strictEqual(yield* answer(adapter, token), "revoked")
    })
  )

  it.effect("may be a signed one too, whose signature alone does not say whether it still holds", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const signed = yield* Effect.promise(() => provider.issue("chen", "jwt"))
      const both = { ...introspecting(provider, { alsoSigned: true }), accessTokens: { audience } }
      const keys = { keys: provider.keys().map(({ publicJwk }) => publicJwk) }
      const { issuer } = provider
      let said: object = good(provider)
      provider.replace((request, response) => {
        const document = { issuer, jwks_uri: `${issuer}/jwks`, introspection_endpoint: `${issuer}/introspect` }
        const body = request.url === "/jwks" ? keys : request.url === "/introspect" ? said : document
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body))
      })
      const found: Array<string> = []
      for (const next of [good(provider), good(provider, { sub: "li" }), { active: false }]) {
        said = next
        found.push(yield* answer(yield* opened(both), signed))
      }
      assert.deepStrictEqual(found, ["actor chen", "malformed (sub)", "revoked"])
      provider.replace()
      // this provider does not answer about tokens that it has signed
      assert.strictEqual(yield* answer(yield* opened(both), signed), "unsupported (unsupported_token_type)")
    })
  )

  it.effect("needs an address to ask at", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      const { issuer } = provider
      const told = yield* opened({
        ...introspecting(provider),
        endpoints: { keys: `${issuer}/jwks`, introspection: `${issuer}/token/introspection` }
      })
      assert.strictEqual(yield* answer(told, token), "actor chen")
      assert.deepStrictEqual(provider.asked, ["/token/introspection"])
      provider.replace((_, response) => {
        const document = { issuer, jwks_uri: `${issuer}/jwks`, keys: [] }
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(document))
      })
      assert.strictEqual(yield* answer(yield* opened(introspecting(provider)), token), "unavailable: introspection")
    })
  )

  it.effect("is not asked about when it cannot be one", () =>
    Effect.gen(function* () {
      const { asks, provider } = yield* begun
      const adapter = yield* opened(introspecting(provider))
      assert.deepStrictEqual(
        yield* answers(adapter, {
          nothing: "",
          "a space": "a b",
          "a line break": "a\r\nHost: elsewhere",
          "a NUL": "a\0",
          "another script": "令牌",
          "an ampersand": "a&client_id=admin"
        }),
        {
          ...{ nothing: "malformed", "a space": "malformed", "a line break": "malformed" },
          ...{ "a NUL": "malformed", "another script": "malformed", "an ampersand": "malformed" }
        }
      )
      assert.strictEqual(asks(), 0)
    })
  )
})
