import { IdentityUnavailable } from "@banfa/core/port/Identity"
import { memoryRevocations, type Options, type Revocation } from "@banfa/identity-oidc"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/testing/TestClock"
import { answer, heard, opened, optionsFor, post } from "./opened.ts"
import { accessToken, asker, audience, host, type RealProvider, realProvider, seconds } from "./realProvider.ts"
import { newKey, type SigningKey, sign } from "./signing.ts"

const event = "http://schemas.openid.net/event/backchannel-logout"

const optionsOf = (provider: RealProvider): Options => ({ ...optionsFor(provider), logoutClientId: host.id })

const begun = Effect.gen(function* () {
  yield* TestClock.setTime(Date.now())
  const provider = yield* realProvider
  for (const person of ["chen", "li"]) provider.people.set(person, { posts: [post] })
  const adapter = yield* opened(optionsOf(provider))
  return { provider, adapter }
})

const keyOf = (provider: RealProvider): SigningKey => provider.keys()[0] ?? assert.fail("no key")

/** A good logout token but for what is said here. */
const logout = (provider: RealProvider, claims: object, { key = keyOf(provider), ...header }: LogoutHeader = {}) =>
  Effect.promise(() =>
    sign(
      key,
      {
        ...{ iss: provider.issuer, aud: host.id, jti: crypto.randomUUID(), iat: seconds(), exp: seconds() + 120 },
        events: { [event]: {} },
        ...claims
      },
      { typ: "logout+jwt", ...header }
    )
  )

interface LogoutHeader {
  readonly key?: SigningKey
  readonly typ?: string | undefined
  readonly alg?: string
}

const tokenOf = (provider: RealProvider, sub: string, claims: object = {}) =>
  Effect.promise(() => accessToken(provider, sub, { ...claims }))

describe("word of a logout", () => {
  it.effect("as the provider sends it ends what its person was given before, and nothing of anybody else", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const [mine, theirs] = [yield* tokenOf(provider, "chen"), yield* tokenOf(provider, "li")]
      assert.deepStrictEqual([yield* answer(adapter, mine), yield* answer(adapter, theirs)], ["actor chen", "actor li"])
      const word = yield* Effect.promise(() => provider.logoutToken("chen"))
      assert.strictEqual(yield* heard(adapter, word), "logged out everywhere chen")
      assert.deepStrictEqual([yield* answer(adapter, mine), yield* answer(adapter, theirs)], ["revoked", "actor li"])
    })
  )

  it.effect("does not end what its person is given after it, also if it is heard again", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const before = yield* tokenOf(provider, "chen")
      const word = yield* logout(provider, { sub: "chen" })
      yield* heard(adapter, word)
      const after = yield* tokenOf(provider, "chen", { iat: seconds() + 1 })
      assert.deepStrictEqual([yield* answer(adapter, before), yield* answer(adapter, after)], ["revoked", "actor chen"])
      assert.strictEqual(yield* heard(adapter, word), "logged out everywhere chen")
      assert.strictEqual(yield* answer(adapter, after), "actor chen")
    })
  )

  it.effect("of one session ends that one, and of those that name none what was given before", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const tokens = {
        "of the session": yield* tokenOf(provider, "chen", { sid: "s-1" }),
        "of the session, given later": yield* tokenOf(provider, "chen", { sid: "s-1", iat: seconds() + 5 }),
        "of another session": yield* tokenOf(provider, "chen", { sid: "s-2" }),
        "of no session": yield* tokenOf(provider, "chen"),
        "of somebody else": yield* tokenOf(provider, "li")
      }
      const all = (one: typeof adapter) =>
        Effect.map(
          Effect.forEach(Object.entries(tokens), ([name, token]) =>
            Effect.map(answer(one, token), (said): [string, string] => [name, said])
          ),
          (said) => Object.fromEntries(said)
        )
      assert.strictEqual(
        yield* heard(adapter, yield* logout(provider, { sub: "chen", sid: "s-1" })),
        "logged out s-1 chen"
      )
      assert.deepStrictEqual(yield* all(adapter), {
        "of the session": "revoked",
        "of the session, given later": "revoked",
        "of another session": "actor chen",
        "of no session": "revoked",
        "of somebody else": "actor li"
      })
      const unnamed = yield* opened(optionsOf(provider))
      assert.strictEqual(yield* heard(unnamed, yield* logout(provider, { sid: "s-1" })), "logged out s-1")
      assert.deepStrictEqual(yield* all(unnamed), {
        "of the session": "revoked",
        "of the session, given later": "revoked",
        "of another session": "actor chen",
        "of no session": "actor chen",
        "of somebody else": "actor li"
      })
    })
  )

  it.effect("is remembered until no token of before can be good any more, and then forgotten", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.now())
      const provider = yield* realProvider
      provider.people.set("chen", { posts: [post] })
      const kept: Array<Revocation> = []
      const memory = yield* memoryRevocations
      const adapter = yield* opened({
        ...optionsOf(provider),
        maxAge: "8 hours",
        revocations: {
          about: memory.about,
          add: (revocation) => {
            kept.push(revocation)
            return memory.add(revocation)
          }
        }
      })
      const token = yield* tokenOf(provider, "chen", { exp: seconds() + 1e6 })
      yield* heard(adapter, yield* logout(provider, { sub: "chen" }))
      yield* TestClock.adjust("7 hours")
      assert.strictEqual(yield* answer(adapter, token), "revoked")
      yield* TestClock.adjust("62 minutes")
      assert.strictEqual(yield* answer(adapter, token), "expired (iat)")
      const who = { issuer: provider.issuer, subject: "chen" }
      assert.deepStrictEqual(yield* memory.about(who), kept)
      yield* memory.add({ issuer: provider.issuer, subject: "li", at: 0, heard: 0, until: 1e15 })
      assert.deepStrictEqual(yield* memory.about(who), [])
      const [revocation] = kept
      assert.isAtLeast(Number(revocation?.until), Number(revocation?.heard) + 8 * 3_600_000)
    })
  )

  it.effect("makes an answer of before about an opaque token worth nothing", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.now())
      const provider = yield* realProvider
      provider.people.set("chen", { posts: [post] })
      const authentication = { method: "client_secret_basic", secret: Redacted.make(asker.secret) } as const
      const { accessTokens: _, ...rest } = optionsOf(provider)
      const introspection = { clientId: asker.id, authentication, audience, cacheFor: "1 hour" } as const
      const adapter = yield* opened({ ...rest, introspection })
      const token = yield* Effect.promise(() => provider.issue("chen", "opaque"))
      const asks = () => provider.asked.filter((path) => path === "/token/introspection").length
      assert.strictEqual(yield* answer(adapter, token), "actor chen")
      yield* TestClock.adjust("1 second")
      // it was given after the logout, as the provider has it; but what was asked before is asked again
      yield* heard(adapter, yield* logout(provider, { sub: "chen", iat: seconds() - 60 }))
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual([yield* answer(adapter, token), asks()], ["actor chen", 2])
      assert.deepStrictEqual([yield* answer(adapter, token), asks()], ["actor chen", 2])
      yield* heard(adapter, yield* logout(provider, { sub: "chen" }))
      assert.deepStrictEqual([yield* answer(adapter, token), asks()], ["revoked", 3])
    })
  )

  it.effect("that is no good ends nothing", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const token = yield* tokenOf(provider, "chen")
      const mine = yield* Effect.promise(() => newKey("es-1"))
      const now = seconds()
      const ways: Readonly<Record<string, Effect.Effect<string>>> = {
        "signed by somebody else": logout(provider, { sub: "chen" }, { key: mine }),
        unsigned: Effect.map(logout(provider, { sub: "chen" }), (word) => word.replace(/[^.]*$/, "")),
        "of another issuer": logout(provider, { sub: "chen", iss: "https://login.example.org" }),
        "for another client": logout(provider, { sub: "chen", aud: "portal" }),
        over: logout(provider, { sub: "chen", iat: now - 600, exp: now - 300 }),
        "without an end": logout(provider, { sub: "chen", exp: undefined }),
        "of tomorrow": logout(provider, { sub: "chen", iat: now + 86_400 }),
        "with a nonce": logout(provider, { sub: "chen", nonce: "n" }),
        "without its event": logout(provider, { sub: "chen", events: undefined }),
        "with another event": logout(provider, { sub: "chen", events: { "http://example.org/other": {} } }),
        "with an event that is no object": logout(provider, { sub: "chen", events: { [event]: "yes" } }),
        "with events in a list": logout(provider, { sub: "chen", events: [event] }),
        "without a name of its own": logout(provider, { sub: "chen", jti: undefined }),
        "of nobody and no session": logout(provider, {}),
        "of somebody who is no text": logout(provider, { sub: 1 }),
        "of a session that is no text": logout(provider, { sub: "chen", sid: ["s-1"] }),
        "an access token": Effect.succeed(token),
        "an ID token": logout(provider, { sub: "chen", events: undefined }, { typ: "JWT" }),
        rubbish: Effect.succeed("rubbish"),
        "too large": Effect.succeed("a".repeat(20_000))
      }
      const found = yield* Effect.forEach(Object.entries(ways), ([way, word]) =>
        Effect.map(
          Effect.flatMap(word, (text) => heard(adapter, text)),
          (said): [string, string] => [way, said]
        )
      )
      assert.deepStrictEqual(Object.fromEntries(found), {
        "signed by somebody else": "signature (undefined)",
        unsigned: "unsigned (undefined)",
        "of another issuer": "issuer (undefined)",
        "for another client": "audience (aud)",
        over: "expired (exp)",
        "without an end": "malformed (exp)",
        "of tomorrow": "not-yet-valid (iat)",
        "with a nonce": "unsupported (nonce)",
        "without its event": "malformed (events)",
        "with another event": "unsupported (events)",
        "with an event that is no object": "unsupported (events)",
        "with events in a list": "unsupported (events)",
        "without a name of its own": "malformed (jti)",
        "of nobody and no session": "malformed (sub)",
        "of somebody who is no text": "malformed (sub)",
        "of a session that is no text": "malformed (sid)",
        "an access token": "unsupported (typ)",
        "an ID token": "malformed (events)",
        rubbish: "malformed (header)",
        "too large": "too-large (undefined)"
      })
      assert.strictEqual(yield* answer(adapter, token), "actor chen")
    })
  )

  it.effect("is taken with the type that older providers give it, and is nothing with which somebody acts", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const { accessTokens: _, ...rest } = optionsFor(provider)
      const adapter = yield* opened({ ...rest, idTokens: { clientId: host.id } })
      const plain = yield* logout(provider, { sub: "li", posts: [post] }, { typ: "JWT" })
      assert.strictEqual(yield* answer(adapter, plain), "unsupported (events)")
      assert.strictEqual(yield* heard(adapter, plain), "logged out everywhere li")
      const own = yield* logout(provider, { sub: "chen", posts: [post] })
      assert.strictEqual(yield* answer(adapter, own), "unsupported (typ)")
    })
  )

  it.effect("is for nobody where no client was named", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const adapter = yield* opened(optionsFor(provider))
      assert.strictEqual(yield* heard(adapter, yield* logout(provider, { sub: "chen" })), "unsupported (undefined)")
    })
  )

  it.effect("has to be tried again while it cannot be remembered, and nobody is let through on a guess", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const gone = Effect.fail(new IdentityUnavailable({ operation: "revocations", cause: new Error("no table") }))
      const adapter = yield* opened({ ...optionsOf(provider), revocations: { add: () => gone, about: () => gone } })
      assert.strictEqual(yield* heard(adapter, yield* logout(provider, { sub: "chen" })), "unavailable: revocations")
      assert.strictEqual(yield* answer(adapter, yield* tokenOf(provider, "chen")), "unavailable: revocations")
    })
  )
})
