import { Directory } from "@banfa/core/port/Directory"
import { Identity } from "@banfa/core/port/Identity"
import { layer, layerConfig, OidcRejected, type Options } from "@banfa/identity-oidc"
import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { agencies, day, post } from "./opened.ts"
import { accessToken, asker, audience, host, realProvider } from "./realProvider.ts"

const sound: Options = {
  issuer: "https://login.example.org/realms/gd",
  accessTokens: { audience },
  mapping: { person: "sub", posts: { claim: "posts" } }
}

const built = (options: Options) =>
  Effect.flip(Layer.build(Layer.provide(layer(options), Directory.layerMemory(agencies)))).pipe(
    Effect.map((error) => error.findings.map(({ at }) => at)),
    Effect.catch(() => Effect.succeed("taken" as const))
  )

describe("options", () => {
  it.live("with which nobody's identity could be relied on are refused, each with where it stands", () =>
    Effect.gen(function* () {
      const secret = Redacted.make("")
      const { accessTokens: _, ...nothing } = sound
      const introspection = (more: object) => ({
        clientId: "asker",
        authentication: { method: "client_secret_basic", secret: Redacted.make("secret-of-the-tests") },
        audience,
        ...more
      })
      const ways: Readonly<Record<string, object>> = {
        sound: {},
        "sound, all kinds": { idTokens: { clientId: "host" }, introspection: introspection({}) },
        "http elsewhere": { issuer: "http://login.example.org", httpOnLoopback: true },
        "http here": { issuer: "http://127.0.0.1:1" },
        "a name that begins like this machine": { issuer: "http://127.0.0.1.example.org", httpOnLoopback: true },
        "no address": { issuer: "login.example.org" },
        "a user": { issuer: "https://user:secret@login.example.org" },
        "a query": { issuer: "https://login.example.org?tenant=1" },
        "a fragment": { issuer: "https://login.example.org#gd" },
        "keys over http": { endpoints: { keys: "http://login.example.org/jwks" } },
        "no audience": { accessTokens: { audience: [] } },
        "an empty audience": { accessTokens: { audience: ["a", ""] } },
        "an algorithm with a shared secret": { algorithms: ["ES256", "HS256"] },
        "no signature": { algorithms: ["none"] },
        "no algorithm": { algorithms: [] },
        "one type for both kinds": { accessTokens: { audience, type: "JWT" }, idTokens: { clientId: "host" } },
        "access tokens that are logouts": { accessTokens: { audience, type: "application/logout+jwt" } },
        "no client": { idTokens: { clientId: "" } },
        "an empty secret": {
          introspection: introspection({ authentication: { method: "client_secret_post", secret } })
        },
        "nowhere to ask": { introspection: introspection({}), endpoints: { keys: "https://login.example.org/jwks" } },
        "clocks that differ by hours": { clockTolerance: "2 hours" },
        "a time that is none": { maxAge: "-1 hours" },
        "no time at all": { maxAge: 0, http: { timeout: 0 } },
        "for ever": { keys: { trustedFor: "Infinity" } },
        "trusted for less than kept": { keys: { refreshAfter: "2 hours" } },
        "no bytes": { http: { maxBytes: 0 } },
        "a table with posts that are none": {
          mapping: { person: "sub", posts: { claim: "g", table: { a: [{ ...post, acting: true }] } } }
        }
      }
      const found = yield* Effect.forEach(Object.entries(ways), ([way, more]) =>
        Effect.map(built({ ...sound, ...more } as Options), (said): [string, unknown] => [way, said])
      )
      assert.deepStrictEqual(Object.fromEntries(found), {
        sound: "taken",
        "sound, all kinds": "taken",
        "http elsewhere": ["issuer"],
        "http here": ["issuer"],
        "a name that begins like this machine": ["issuer"],
        "no address": ["issuer"],
        "a user": ["issuer"],
        "a query": ["issuer"],
        "a fragment": ["issuer"],
        "keys over http": ["endpoints.keys"],
        "no audience": ["accessTokens.audience"],
        "an empty audience": ["accessTokens.audience"],
        "an algorithm with a shared secret": ["algorithms"],
        "no signature": ["algorithms"],
        "no algorithm": ["algorithms"],
        "one type for both kinds": ["accessTokens.type"],
        "access tokens that are logouts": ["accessTokens.type"],
        "no client": ["idTokens.clientId"],
        "an empty secret": ["introspection.authentication"],
        "nowhere to ask": ["endpoints.introspection"],
        "clocks that differ by hours": ["clockTolerance"],
        "a time that is none": ["maxAge"],
        "no time at all": ["maxAge", "http.timeout"],
        "for ever": ["keys.trustedFor"],
        "trusted for less than kept": ["keys.trustedFor"],
        "no bytes": ["http.maxBytes"],
        "a table with posts that are none": ["mapping.posts.table.a.0.until"]
      })
      assert.deepStrictEqual(yield* built(nothing), [""])
    })
  )

  it.live("that are refused say so in Chinese and in English, without a secret", () =>
    Effect.gen(function* () {
      const issuer = "https://user:secret-of-the-tests@login.example.org"
      const options: Options = { ...sound, issuer, clockTolerance: "1 hour" }
      const error = yield* Effect.flip(Layer.build(Layer.provide(layer(options), Directory.layerMemory(agencies))))
      assert.instanceOf(error, OidcRejected)
      assert.deepStrictEqual(error.text, {
        zh: "OpenID Connect 配置不可用：issuer 须为 https 地址，不含账号和片段；clockTolerance 不得超过五分钟。",
        en: "The OpenID Connect options cannot be used: issuer has to be an https address without user and fragment; clockTolerance must not be more than five minutes."
      })
      assert.notInclude(JSON.stringify(error) + error.message, "secret-of-the-tests")
    })
  )
})

describe("options from the environment", () => {
  const mapping: Options["mapping"] = {
    person: "sub",
    posts: { claim: "groups", table: { info: [{ agency: "gz-info", offices: ["info"], from: day("2026-01-01") }] } }
  }
  const actor = (settings: object, token: string) =>
    Identity.use((identity) => identity.actor({ _tag: "Token", token: Redacted.make(token) })).pipe(
      Effect.map(({ person }) => person),
      Effect.provide(
        layerConfig({ mapping, httpOnLoopback: true }).pipe(
          Layer.provide(Directory.layerMemory(agencies)),
          Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(settings)))
        )
      ),
      Effect.catch((error) =>
        Effect.succeed(error._tag === "NotAuthenticated" ? error.reason : (error._tag satisfies string))
      )
    )

  it.live("take the kinds of tokens of which they say enough", () =>
    Effect.gen(function* () {
      const provider = yield* realProvider
      provider.people.set("chen", { groups: ["info"] })
      const access = yield* Effect.promise(() => accessToken(provider, "chen"))
      const id = yield* Effect.promise(() => accessToken(provider, "chen", { aud: host.id }, { typ: "JWT" }))
      const opaque = yield* Effect.promise(() => provider.issue("chen", "opaque"))
      const issuer = { BANFA_OIDC_ISSUER: provider.issuer }
      const all = (settings: object) =>
        Effect.forEach([access, id, opaque], (token) => actor({ ...issuer, ...settings }, token))
      assert.deepStrictEqual(
        [
          yield* all({ BANFA_OIDC_AUDIENCE: audience }),
          yield* all({ BANFA_OIDC_CLIENT_ID: host.id }),
          yield* all({
            ...{ BANFA_OIDC_AUDIENCE: audience, BANFA_OIDC_CLIENT_ID: asker.id },
            BANFA_OIDC_CLIENT_SECRET: asker.secret
          }),
          yield* all({})
        ],
        [
          ["chen", "unsupported", "malformed"],
          ["unsupported", "chen", "malformed"],
          ["chen", "audience", "chen"],
          ["OidcRejected", "OidcRejected", "OidcRejected"]
        ]
      )
      assert.strictEqual(yield* actor({}, access), "ConfigError")
    })
  )
})
