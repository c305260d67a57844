import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { SignJWT } from "jose"
import { answer, answers, opened, optionsFor, post } from "./opened.ts"
import { accessClaims, accessToken, audience, host, type RealProvider, realProvider, seconds } from "./realProvider.ts"
import { newKey, part, partsOf, type SigningKey, sign, signText } from "./signing.ts"

const begun = Effect.gen(function* () {
  const provider = yield* realProvider
  provider.people.set("chen", { name: "陈示例", posts: [post] })
  const adapter = yield* opened(optionsFor(provider))
  const good = yield* Effect.promise(() => provider.issue("chen", "jwt"))
  assert.strictEqual(yield* answer(adapter, good), "actor chen")
  return { provider, adapter, good }
})

/** A key of another kind, made once. */
const rsaKey = Effect.runSync(Effect.cached(Effect.promise(() => newKey("rs-1", "RS256"))))

const ownKey = (provider: RealProvider): SigningKey => provider.keys()[0] ?? assert.fail("no key")

/** A token of somebody with these claims instead of what a good one says, signed with the provider's own key. */
const but = (provider: RealProvider, claims: Readonly<Record<string, unknown>>, header = {}) =>
  accessToken(provider, "chen", claims, header)

describe("who signs", () => {
  it.live("a token without a signature is nobody's, however it is written", () =>
    Effect.gen(function* () {
      const { adapter, good, provider } = yield* begun
      const { body, head } = partsOf(good)
      const unsigned = (alg: unknown, signature = "") => `${part({ alg, typ: "at+jwt" })}.${body}.${signature}`
      assert.deepStrictEqual(
        yield* answers(adapter, {
          none: unsigned("none"),
          None: unsigned("None"),
          nOnE: unsigned("nOnE"),
          "none over a signature": unsigned("none", partsOf(good).signature),
          "a good header, no signature": `${head}.${body}.`,
          "no algorithm": `${part({ typ: "at+jwt" })}.${body}.`,
          "an algorithm that is no text": unsigned(["none"]),
          "a good one": but(provider, {})
        }),
        {
          none: "unsigned",
          None: "unsigned",
          nOnE: "unsigned",
          "none over a signature": "unsigned",
          "a good header, no signature": "unsigned",
          "no algorithm": "malformed (alg)",
          "an algorithm that is no text": "malformed (alg)",
          "a good one": "actor chen"
        }
      )
    })
  )

  it.live("a signature under another algorithm than its own is none", () =>
    Effect.gen(function* () {
      const { adapter, good, provider } = yield* begun
      const { body, header, signature } = partsOf(good)
      const swapped = (alg: string) => `${part({ ...header, alg })}.${body}.${signature}`
      const rsa = yield* rsaKey
      provider.turnOver([ownKey(provider), rsa])
      const fresh = yield* opened({ ...optionsFor(provider), algorithms: ["ES256"] })
      assert.deepStrictEqual(
        yield* answers(adapter, {
          ES384: swapped("ES384"),
          RS256: swapped("RS256"),
          EdDSA: swapped("EdDSA"),
          XX: swapped("XX")
        }),
        { ES384: "unknown-key", RS256: "unknown-key", EdDSA: "unknown-key", XX: "algorithm" }
      )
      const claims = accessClaims(provider, "chen")
      assert.deepStrictEqual(
        yield* answers(fresh, { RS256: sign(rsa, claims), ES256: sign(ownKey(provider), claims) }),
        { RS256: "algorithm", ES256: "actor chen" }
      )
    })
  )

  it.live("the public key of the provider is no secret to sign with", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const rsa = yield* rsaKey
      provider.turnOver([rsa, ownKey(provider)])
      const fresh = yield* opened(optionsFor(provider))
      const claims = accessClaims(provider, "chen")
      const pem = yield* Effect.promise(async () => {
        const key = await crypto.subtle.importKey(
          ...(["jwk", rsa.publicJwk, { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, true, ["verify"]] as const)
        )
        const der = Buffer.from(await crypto.subtle.exportKey("spki", key)).toString("base64")
        return `-----BEGIN PUBLIC KEY-----\n${der.match(/.{1,64}/g)?.join("\n")}\n-----END PUBLIC KEY-----\n`
      })
      const forged = (secret: string, kid?: string) =>
        new SignJWT({ ...claims })
          .setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...(kid === undefined ? {} : { kid }) })
          .sign(Buffer.from(secret))
      assert.deepStrictEqual(
        yield* answers(fresh, {
          "as PEM": forged(pem, "rs-1"),
          "as PEM without its line break": forged(pem.trim(), "rs-1"),
          "as JWK": forged(JSON.stringify(rsa.publicJwk), "rs-1"),
          "without a name": forged(pem),
          "the RSA key itself": sign(rsa, claims)
        }),
        {
          "as PEM": "algorithm",
          "as PEM without its line break": "algorithm",
          "as JWK": "algorithm",
          "without a name": "algorithm",
          "the RSA key itself": "actor chen"
        }
      )
      assert.strictEqual(yield* answer(adapter, yield* Effect.promise(() => forged(pem, "es-1"))), "algorithm")
    })
  )

  it.live("a key that a token brings along, or points to, is not looked at", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const mine = yield* Effect.promise(() => newKey("es-1"))
      const claims = accessClaims(provider, "chen")
      const asked = provider.asked.length
      const brought = {
        jwk: mine.publicJwk,
        jku: `${provider.issuer}/attacker/jwks`,
        x5u: `${provider.issuer}/attacker/chain.pem`,
        x5c: ["MIIB"]
      }
      const forged = (header: object) => sign(mine, claims, { ...header })
      const [one, two, three, four] = yield* Effect.promise(() =>
        Promise.all(Object.entries(brought).map(([name, value]) => forged({ [name]: value })))
      )
      assert.deepStrictEqual(
        yield* answers(adapter, {
          ...{ jwk: one ?? "", jku: two ?? "", x5u: three ?? "", x5c: four ?? "" },
          "a good one with all of them": but(provider, {}, brought)
        }),
        {
          ...{ jwk: "signature", jku: "signature", x5u: "signature", x5c: "signature" },
          "a good one with all of them": "actor chen"
        }
      )
      assert.deepStrictEqual(provider.asked.slice(asked), [])
    })
  )

  it.live("the name of a key is compared and never looked up anywhere else", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const mine = yield* Effect.promise(() => newKey("mine"))
      const named = (kid: unknown) => sign(mine, accessClaims(provider, "chen"), { kid })
      assert.deepStrictEqual(
        yield* answers(adapter, {
          path: named("../../../../dev/null"),
          SQL: named("' UNION SELECT 'secret' --"),
          address: named(`${provider.issuer}/attacker`),
          prototype: named("__proto__"),
          NUL: named("es-1\0"),
          "another case": named("ES-1"),
          "full-width": named("ｅｓ-1"),
          "none at all": named(undefined)
        }),
        {
          ...{ path: "unknown-key", SQL: "unknown-key", address: "unknown-key", prototype: "unknown-key" },
          ...{ NUL: "unknown-key", "another case": "unknown-key", "full-width": "unknown-key" },
          "none at all": "signature"
        }
      )
      const odd = `${part({ alg: "ES256", typ: "at+jwt", kid: { $ne: "" } })}.${part(accessClaims(provider, "chen"))}.AAAA`
      assert.strictEqual(yield* answer(adapter, odd), "malformed (kid)")
    })
  )

  it.live("a header that has to be understood and is not ends it", () =>
    Effect.gen(function* () {
      const { adapter, good, provider } = yield* begun
      const { body } = partsOf(good)
      const key = ownKey(provider)
      const header = (more: object) => JSON.stringify({ alg: key.alg, kid: key.kid, typ: "at+jwt", ...more })
      const claims = JSON.stringify(accessClaims(provider, "chen"))
      assert.deepStrictEqual(
        yield* answers(adapter, {
          unknown: signText(key, claims, header({ crit: ["http://example.com/x"], "http://example.com/x": 1 })),
          b64: signText(key, claims, header({ crit: ["b64"], b64: false })),
          encrypted: `${part({ alg: "RSA-OAEP", enc: "A256GCM" })}.AAAA.AAAA.${body}.AAAA`
        }),
        { unknown: "unsupported (crit)", b64: "unsupported (crit)", encrypted: "unsupported (JWE)" }
      )
    })
  )
})

describe("when", () => {
  it.live("a token that is over, to come, without an end, or too old is nobody's", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const now = seconds()
      assert.deepStrictEqual(
        yield* answers(adapter, {
          "over for long": but(provider, { iat: now - 7200, exp: now - 3600 }),
          "over for a little longer than clocks may differ": but(provider, { exp: now - 40 }),
          "over for less than that": but(provider, { exp: now - 15 }),
          "not yet valid": but(provider, { nbf: now + 60 }),
          "valid in less than clocks may differ": but(provider, { nbf: now + 15 }),
          "issued tomorrow": but(provider, { iat: now + 86_400, exp: now + 90_000 }),
          "older than a day, with an end in years": but(provider, { iat: now - 90_000, exp: now + 9e8 }),
          "without an end": but(provider, { exp: undefined }),
          "without a beginning": but(provider, { iat: undefined }),
          "an end that is a text": but(provider, { exp: String(now + 600) }),
          "an end that is no number": but(provider, { exp: null }),
          "a beginning that is a list": but(provider, { iat: [now] }),
          "a day to begin that is a text": but(provider, { nbf: "now" })
        }),
        {
          "over for long": "expired (exp)",
          "over for a little longer than clocks may differ": "expired (exp)",
          "over for less than that": "actor chen",
          "not yet valid": "not-yet-valid (nbf)",
          "valid in less than clocks may differ": "actor chen",
          "issued tomorrow": "not-yet-valid (iat)",
          "older than a day, with an end in years": "expired (iat)",
          "without an end": "malformed (exp)",
          "without a beginning": "malformed (iat)",
          "an end that is a text": "malformed (exp)",
          "an end that is no number": "malformed (exp)",
          "a beginning that is a list": "malformed (iat)",
          "a day to begin that is a text": "malformed (nbf)"
        }
      )
    })
  )
})

describe("of whom and for whom", () => {
  it.live("a token of an issuer that is written otherwise is of another issuer", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const { issuer } = provider
      assert.deepStrictEqual(
        yield* answers(adapter, {
          "a slash behind it": but(provider, { iss: `${issuer}/` }),
          capitals: but(provider, { iss: issuer.toUpperCase() }),
          "another scheme": but(provider, { iss: issuer.replace("http:", "https:") }),
          "another name for it": but(provider, { iss: issuer.replace("127.0.0.1", "localhost") }),
          "a path": but(provider, { iss: `${issuer}/realms/other` }),
          "a user before it": but(provider, { iss: issuer.replace("//", "//login@") }),
          "several of them": but(provider, { iss: [issuer] }),
          none: but(provider, { iss: undefined })
        }),
        {
          ...{ "a slash behind it": "issuer", capitals: "issuer", "another scheme": "issuer" },
          ...{ "another name for it": "issuer", "a path": "issuer", "a user before it": "issuer" },
          ...{ "several of them": "issuer", none: "issuer" }
        }
      )
    })
  )

  it.live("a token for another system is nobody's here", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const elsewhere = yield* Effect.promise(() => provider.issue("chen", "jwt", { aud: "urn:elsewhere" }))
      assert.deepStrictEqual(
        yield* answers(adapter, {
          "issued for another": elsewhere,
          "a text": but(provider, { aud: "urn:elsewhere" }),
          "a longer text": but(provider, { aud: `${audience}:2` }),
          "a shorter text": but(provider, { aud: audience.slice(0, -1) }),
          "another case": but(provider, { aud: audience.toUpperCase() }),
          "several others": but(provider, { aud: ["urn:elsewhere", "urn:third"] }),
          "none in a list": but(provider, { aud: [] }),
          "a list in a list": but(provider, { aud: [[audience]] }),
          "an object": but(provider, { aud: { [audience]: true } }),
          none: but(provider, { aud: undefined }),
          "this one among others": but(provider, { aud: ["urn:elsewhere", audience] })
        }),
        {
          ...{ "issued for another": "audience (aud)", "a text": "audience (aud)", "a longer text": "audience (aud)" },
          ...{
            "a shorter text": "audience (aud)",
            "another case": "audience (aud)",
            "several others": "audience (aud)"
          },
          ...{
            "none in a list": "audience (aud)",
            "a list in a list": "audience (aud)",
            "an object": "audience (aud)"
          },
          ...{ none: "audience (aud)", "this one among others": "actor chen" }
        }
      )
    })
  )

  it.live("an ID token is no access token, and an access token no ID token", () =>
    Effect.gen(function* () {
      const { adapter, good, provider } = yield* begun
      const ids = yield* opened({ ...optionsForIds(provider) })
      const both = yield* opened({ ...optionsFor(provider), ...optionsForIds(provider), accessTokens: { audience } })
      const idToken = yield* Effect.promise(() => but(provider, { aud: host.id }, { typ: "JWT" }))
      const asAccess = yield* Effect.promise(() => but(provider, { aud: audience }, { typ: "JWT" }))
      assert.deepStrictEqual(
        [
          yield* answers(adapter, { access: good, id: idToken, "id for this audience": asAccess }),
          yield* answers(ids, { access: good, id: idToken, "access for this client": but(provider, { aud: host.id }) }),
          yield* answers(both, { access: good, id: idToken, "id for this audience": asAccess })
        ],
        [
          { access: "actor chen", id: "unsupported (typ)", "id for this audience": "unsupported (typ)" },
          { access: "unsupported (typ)", id: "actor chen", "access for this client": "unsupported (typ)" },
          { access: "actor chen", id: "actor chen", "id for this audience": "audience (aud)" }
        ]
      )
    })
  )

  it.live("where a provider gives both one type, what only ID tokens hold gives them away", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const keycloak = yield* opened({
        ...optionsFor(provider),
        accessTokens: { audience, type: "JWT", claims: { typ: "Bearer" } }
      })
      const jwt = { typ: "JWT" }
      assert.deepStrictEqual(
        yield* answers(keycloak, {
          access: but(provider, { typ: "Bearer" }, jwt),
          "its type says ID": but(provider, { typ: "ID" }, jwt),
          "its type is missing": but(provider, {}, jwt),
          nonce: but(provider, { typ: "Bearer", nonce: "n" }, jwt),
          "hash of an access token": but(provider, { typ: "Bearer", at_hash: "h" }, jwt),
          "a logout": but(provider, { typ: "Bearer", events: {} }, jwt)
        }),
        {
          access: "actor chen",
          "its type says ID": "audience (typ)",
          "its type is missing": "audience (typ)",
          nonce: "unsupported (nonce)",
          "hash of an access token": "unsupported (at_hash)",
          "a logout": "unsupported (events)"
        }
      )
    })
  )

  it.live("an ID token is for this client alone, and issued to it", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const ids = yield* opened(optionsForIds(provider))
      const trusting = yield* opened({ ...optionsFor(provider), ...optionsForIds(provider, ["portal"]) })
      const id = (claims: object) => but(provider, { aud: host.id, ...claims }, { typ: "JWT" })
      const several = { aud: [host.id, "portal"] }
      const tokens = {
        "of another client": id({ aud: "portal" }),
        "issued to another": id({ azp: "portal" }),
        "issued to this one": id({ azp: host.id }),
        "for several, issued to this one": id({ ...several, azp: host.id }),
        "for several, it is not said to whom issued": id(several),
        "for several, issued to another": id({ ...several, azp: "portal" })
      }
      assert.deepStrictEqual(
        [yield* answers(ids, tokens), yield* answers(trusting, tokens)],
        [
          {
            "of another client": "audience (aud)",
            "issued to another": "audience (azp)",
            "issued to this one": "actor chen",
            "for several, issued to this one": "audience (aud)",
            "for several, it is not said to whom issued": "audience (aud)",
            "for several, issued to another": "audience (aud)"
          },
          {
            "of another client": "audience (aud)",
            "issued to another": "audience (azp)",
            "issued to this one": "actor chen",
            "for several, issued to this one": "actor chen",
            "for several, it is not said to whom issued": "audience (azp)",
            "for several, issued to another": "audience (azp)"
          }
        ]
      )
    })
  )

  it.live("an access token of another client, or one that is bound to a key of its sender, is not taken", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const only = yield* opened({ ...optionsFor(provider), accessTokens: { audience, clients: [host.id] } })
      assert.deepStrictEqual(
        yield* answers(only, {
          own: but(provider, {}),
          another: but(provider, { client_id: "other" }),
          unstated: but(provider, { client_id: undefined }),
          "stated as azp": but(provider, { client_id: undefined, azp: host.id }),
          bound: but(provider, { cnf: { jkt: "x" } })
        }),
        {
          own: "actor chen",
          another: "audience (client_id)",
          unstated: "audience (client_id)",
          "stated as azp": "actor chen",
          bound: "unsupported (cnf)"
        }
      )
    })
  )

  it.live("somebody of another tenant with the same sub is somebody else, or nobody", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const other = yield* realProvider
      other.people.set("chen", { posts: [post] })
      const tenant = yield* opened({
        ...optionsFor(provider),
        accessTokens: { audience, claims: { tid: "guangzhou" } }
      })
      assert.deepStrictEqual(
        yield* answers(tenant, {
          "its own": but(provider, { tid: "guangzhou" }),
          "another tenant of the provider": but(provider, { tid: "shenzhen" }),
          "no tenant": but(provider, {}),
          "a list of tenants": but(provider, { tid: ["guangzhou"] }),
          "another provider": other.issue("chen", "jwt"),
          "another provider in the name of this one": accessToken(other, "chen", { iss: provider.issuer })
        }),
        {
          "its own": "actor chen",
          "another tenant of the provider": "audience (tid)",
          "no tenant": "audience (tid)",
          "a list of tenants": "audience (tid)",
          "another provider": "issuer",
          "another provider in the name of this one": "signature"
        }
      )
      const named = (from: RealProvider) =>
        opened({ ...optionsFor(from), mapping: { person: "issuer#sub", posts: { claim: "posts" } } })
      const [here, there] = [yield* named(provider), yield* named(other)]
      const [mine, theirs] = [
        yield* answer(here, yield* Effect.promise(() => but(provider, {}))),
        yield* answer(there, yield* Effect.promise(() => other.issue("chen", "jwt")))
      ]
      assert.deepStrictEqual([mine, theirs], [`actor ${provider.issuer}#chen`, `actor ${other.issuer}#chen`])
    })
  )
})

const optionsForIds = (provider: RealProvider, otherAudiences: ReadonlyArray<string> = []) => {
  const { accessTokens: _, ...rest } = optionsFor(provider)
  return { ...rest, idTokens: { clientId: host.id, otherAudiences } }
}

describe("what is written", () => {
  it.live("a token that is huge is not looked into", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const asked = provider.asked.length
      assert.deepStrictEqual(
        yield* answers(adapter, {
          "a megabyte": "A".repeat(1_048_576),
          "a megabyte of dots": ".".repeat(1_048_576),
          "good but too long": but(provider, { padding: "x".repeat(16_384) }),
          "good and nearly so long": but(provider, { padding: "x".repeat(11_000) })
        }),
        {
          "a megabyte": "too-large",
          "a megabyte of dots": "too-large",
          "good but too long": "too-large",
          "good and nearly so long": "actor chen"
        }
      )
      assert.strictEqual(provider.asked.length, asked)
    })
  )

  it.live("what is nested deeply, or says a thing twice, is no token, though its signature be good", () =>
    Effect.gen(function* () {
      const { adapter, provider } = yield* begun
      const key = ownKey(provider)
      const json = JSON.stringify(accessClaims(provider, "chen"))
      const more = (text: string) => signText(key, `${json.slice(0, -1)},${text}}`)
      const deep = (n: number) => more(`"x":${"[".repeat(n)}${"]".repeat(n)}`)
      const header = `{"alg":"ES256","alg":"ES256","kid":"es-1","typ":"at+jwt"}`
      assert.deepStrictEqual(
        yield* answers(adapter, {
          "deep enough": deep(31),
          "too deep": deep(32),
          "thousands deep": deep(5000),
          "sub twice": more(`"sub":"li"`),
          "sub twice, once with an escape": more(`"\\u0073ub":"li"`),
          "twice further in": more(`"x":{"a":1,"b":{"c":1,"c":2}}`),
          "the same name in two places": more(`"x":{"a":1},"y":[{"a":2},{"a":3}]`),
          "braces and colons in a text": more(`"x":"{\\"sub\\":[:\\\\"`),
          "the header says it twice": signText(key, json, header),
          "no object": signText(key, "[]"),
          null: signText(key, "null"),
          "no JSON": signText(key, "posts=all"),
          "half a character": signText(
            key,
            Buffer.concat([Buffer.from(`${json.slice(0, -1)},"x":"`), Buffer.from([0xff]), Buffer.from('"}')])
          ),
          "half a character in the header": signText(
            key,
            json,
            Buffer.concat([
              Buffer.from('{"alg":"ES256","kid":"es-1","typ":"at+jwt","x":"'),
              Buffer.from([0xff]),
              Buffer.from('"}')
            ])
          )
        }),
        {
          "deep enough": "actor chen",
          "too deep": "malformed (payload)",
          "thousands deep": "malformed (payload)",
          "sub twice": "malformed (payload)",
          "sub twice, once with an escape": "malformed (payload)",
          "twice further in": "malformed (payload)",
          "the same name in two places": "actor chen",
          "braces and colons in a text": "actor chen",
          "the header says it twice": "malformed (header)",
          "no object": "malformed (payload)",
          null: "malformed (payload)",
          "no JSON": "malformed (payload)",
          "half a character": "malformed",
          "half a character in the header": "malformed"
        }
      )
    })
  )

  it.live("what is written in another way than a signer writes it is no token", () =>
    Effect.gen(function* () {
      const { adapter, good } = yield* begun
      const { body, head, signature } = partsOf(good)
      const last = signature.slice(-1)
      const sameBits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
      const other = sameBits.charAt(sameBits.indexOf(last) + 1)
      assert.deepStrictEqual(
        yield* answers(adapter, {
          "other bits that no reader looks at": `${head}.${body}.${signature.slice(0, -1)}${other}`,
          padding: `${head}.${body}.${signature}==`,
          "a space behind it": `${good} `,
          "a line break in it": `${head}.${body}.\n${signature}`,
          "a fourth part": `${good}.`,
          "two parts": `${head}.${body}`,
          nothing: ""
        }),
        {
          "other bits that no reader looks at": "malformed (signature)",
          padding: "malformed (signature)",
          "a space behind it": "malformed (signature)",
          "a line break in it": "malformed (signature)",
          "a fourth part": "unsupported (JWE)",
          "two parts": "malformed",
          nothing: "malformed"
        }
      )
    })
  )
})
