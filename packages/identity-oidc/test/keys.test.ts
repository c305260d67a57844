import { assert, describe, it } from "@effect/vitest"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"
import { answer, opened, optionsFor, post } from "./opened.ts"
import { accessClaims, accessToken, audience, type RealProvider, realProvider } from "./realProvider.ts"
import { newKey, type SigningKey, sign } from "./signing.ts"

/** A provider whose clock and ours are one, which the test sets. */
const begun = Effect.gen(function* () {
  yield* TestClock.setTime(Date.now())
  const provider = yield* realProvider
  provider.people.set("chen", { posts: [post] })
  const adapter = yield* opened(optionsFor(provider))
  /** A token that outlives everything that the test waits for, signed with this key or the provider's own. */
  const token = (key?: SigningKey) =>
    Effect.promise(() => {
      const claims = { exp: Math.floor(Date.now() / 1000) + 86_400 }
      return key === undefined
        ? accessToken(provider, "chen", claims)
        : sign(key, accessClaims(provider, "chen", claims))
    })
  return { provider, adapter, token }
})

const first = ({ keys }: RealProvider): SigningKey => keys()[0] ?? assert.fail("no key")
const fetched = ({ asked }: RealProvider) => asked.filter((path) => path === "/jwks").length
const passes = (time: Duration.Input) => TestClock.adjust(time)

describe("the keys of the provider", () => {
  it.effect("are fetched once, however many ask at once, and kept", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      const mine = yield* token()
      const all = yield* Effect.forEach(Array.from({ length: 20 }), () => answer(adapter, mine), {
        concurrency: "unbounded"
      })
      assert.deepStrictEqual(new Set(all), new Set(["actor chen"]))
      assert.deepStrictEqual(provider.asked, ["/.well-known/openid-configuration", "/jwks"])
    })
  )

  it.effect("are fetched anew when a token has a new one, at once", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      const old = first(provider)
      const before = yield* token()
      assert.strictEqual(yield* answer(adapter, before), "actor chen")
      const next = yield* Effect.promise(() => newKey("es-2"))
      provider.turnOver([next, old])
      assert.strictEqual(yield* answer(adapter, yield* token(next)), "actor chen")
      assert.strictEqual(yield* answer(adapter, before), "actor chen")
      assert.strictEqual(fetched(provider), 2)
    })
  )

  it.effect("are not fetched again and again for tokens whose keys nobody knows", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      yield* answer(adapter, yield* token())
      const attack = (n: number) =>
        Effect.forEach(
          Array.from({ length: n }, (_, i) => i),
          (i) =>
            Effect.gen(function* () {
              const key = { ...first(provider), kid: `made-up-${i}` }
              assert.strictEqual(yield* answer(adapter, yield* token(key)), "unknown-key")
            }),
          { concurrency: 10 }
        )
      yield* attack(50)
      assert.strictEqual(fetched(provider), 2)
      yield* passes("29 seconds")
      yield* attack(50)
      assert.strictEqual(fetched(provider), 2)
      yield* passes("1 second")
      yield* attack(50)
      assert.strictEqual(fetched(provider), 3)
    })
  )

  it.effect("that are made up do not keep a key that was really turned over from being found after half a minute", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      yield* answer(adapter, yield* token())
      yield* answer(adapter, yield* token({ ...first(provider), kid: "made-up" }))
      const next = yield* Effect.promise(() => newKey("es-2"))
      provider.turnOver([next])
      const fresh = yield* token(next)
      assert.strictEqual(yield* answer(adapter, fresh), "unknown-key")
      yield* passes("30 seconds")
      assert.strictEqual(yield* answer(adapter, fresh), "actor chen")
    })
  )

  it.effect("that are gone are not trusted any more after five minutes", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      const stolen = first(provider)
      const forged = yield* token(stolen)
      assert.strictEqual(yield* answer(adapter, forged), "actor chen")
      provider.turnOver([yield* Effect.promise(() => newKey("es-2"))])
      yield* passes("299 seconds")
      assert.strictEqual(yield* answer(adapter, forged), "actor chen")
      yield* passes("1 second")
      assert.strictEqual(yield* answer(adapter, forged), "unknown-key")
    })
  )

  it.effect("that are gone are not trusted any more as soon as a new one was seen", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      const forged = yield* token(first(provider))
      assert.strictEqual(yield* answer(adapter, forged), "actor chen")
      const next = yield* Effect.promise(() => newKey("es-2"))
      provider.turnOver([next])
      assert.strictEqual(yield* answer(adapter, yield* token(next)), "actor chen")
      assert.strictEqual(yield* answer(adapter, forged), "unknown-key")
    })
  )

  it.effect("under a name of before are new ones all the same", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      const forged = yield* token(first(provider))
      assert.strictEqual(yield* answer(adapter, forged), "actor chen")
      const next = yield* Effect.promise(() => newKey("es-1"))
      provider.turnOver([next])
      yield* passes("5 minutes")
      assert.strictEqual(yield* answer(adapter, forged), "signature")
      assert.strictEqual(yield* answer(adapter, yield* token(next)), "actor chen")
    })
  )

  it.effect("hold for an hour while the provider is gone, and no longer", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      const mine = yield* token()
      assert.strictEqual(yield* answer(adapter, mine), "actor chen")
      yield* Effect.promise(provider.close)
      yield* passes("59 minutes")
      assert.strictEqual(yield* answer(adapter, mine), "actor chen")
      assert.strictEqual(
        yield* answer(adapter, yield* token({ ...first(provider), kid: "es-9" })),
        "unavailable: discovery"
      )
      yield* passes("1 minute")
      assert.strictEqual(yield* answer(adapter, mine), "unavailable: discovery")
      yield* Effect.promise(provider.reopen)
      yield* passes("1 second")
      assert.strictEqual(yield* answer(adapter, mine), "actor chen")
    })
  )

  it.effect("are not asked for again and again while the provider is gone", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      let tried = 0
      const adapter = yield* opened({
        ...optionsFor(provider),
        http: {
          fetch: () => {
            tried++
            return Promise.reject(new Error("gone"))
          }
        }
      })
      const mine = yield* token()
      const all = yield* Effect.forEach(Array.from({ length: 50 }), () => answer(adapter, mine), { concurrency: 10 })
      assert.deepStrictEqual(new Set(all), new Set(["unavailable: discovery"]))
      assert.strictEqual(tried, 1)
      yield* passes("1 second")
      yield* answer(adapter, mine)
      assert.strictEqual(tried, 2)
    })
  )

  it.effect("of which two have one name, or of which none is named and several fit, are none", () =>
    Effect.gen(function* () {
      const { adapter, provider, token } = yield* begun
      const [one, two] = [first(provider), yield* Effect.promise(() => newKey("es-2"))]
      provider.turnOver([one, two])
      const unnamed = yield* Effect.promise(() => sign(one, accessClaims(provider, "chen"), { kid: undefined }))
      assert.strictEqual(yield* answer(adapter, unnamed), "unknown-key")
      provider.replace((request, response) => {
        const keys = request.url === "/jwks" ? { keys: [one.publicJwk, { ...two.publicJwk, kid: one.kid }] } : undefined
        const document = { issuer: provider.issuer, jwks_uri: `${provider.issuer}/jwks` }
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(keys ?? document))
      })
      const fresh = yield* opened(optionsFor(provider))
      assert.strictEqual(yield* answer(fresh, yield* token(one)), "unknown-key")
    })
  )

  it.effect("that are secret, private, too short or for another use sign nothing", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      const key = first(provider)
      const answersWith = (jwk: object) =>
        Effect.gen(function* () {
          provider.replace((request, response) => {
            const keys = request.url === "/jwks" ? { keys: [jwk] } : undefined
            const document = { issuer: provider.issuer, jwks_uri: `${provider.issuer}/jwks` }
            response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(keys ?? document))
          })
          return yield* answer(yield* opened(optionsFor(provider)), yield* token(key))
        })
      assert.deepStrictEqual(
        {
          public: yield* answersWith(key.publicJwk),
          private: yield* answersWith(key.privateJwk),
          secret: yield* answersWith({ kty: "oct", k: "AAAA", kid: key.kid, alg: "HS256" }),
          "to encrypt with": yield* answersWith({ ...key.publicJwk, use: "enc" }),
          "of another curve": yield* answersWith({ ...key.publicJwk, crv: "P-384" }),
          "off the curve": yield* answersWith({ ...key.publicJwk, y: key.publicJwk.x })
        },
        {
          public: "actor chen",
          private: "unknown-key",
          secret: "unknown-key",
          "to encrypt with": "unknown-key",
          "of another curve": "unknown-key",
          "off the curve": "unknown-key"
        }
      )
    })
  )

  it.effect("may be told where they are, and no discovery document is asked for then", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      const adapter = yield* opened({ ...optionsFor(provider), endpoints: { keys: `${provider.issuer}/jwks` } })
      assert.strictEqual(yield* answer(adapter, yield* token()), "actor chen")
      assert.deepStrictEqual(provider.asked, ["/jwks"])
    })
  )

  it.live("are asked of whom the issuer names, with and without a slash at its end", () =>
    Effect.gen(function* () {
      const provider = yield* realProvider
      const issuer = `${provider.issuer}/`
      provider.replace((request, response) => {
        const document = { issuer, jwks_uri: `${provider.issuer}/jwks` }
        if (request.url === "/.well-known/openid-configuration")
          response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(document))
        else {
          const keys = provider.keys().map(({ publicJwk }) => publicJwk)
          response.writeHead(200, { "content-type": "application/jwk-set+json" }).end(JSON.stringify({ keys }))
        }
      })
      const adapter = yield* opened({ ...optionsFor(provider), issuer, accessTokens: { audience } })
      const token = yield* Effect.promise(() => accessToken(provider, "chen", { iss: issuer, posts: [] }))
      assert.strictEqual(yield* answer(adapter, token), "actor chen")
      const other = yield* opened(optionsFor(provider))
      const plain = yield* Effect.promise(() => accessToken(provider, "chen", { posts: [] }))
      assert.strictEqual(yield* answer(other, plain), "unavailable: discovery")
    })
  )
})
