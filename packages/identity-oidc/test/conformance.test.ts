import type { Credential } from "@banfa/core/port/Identity"
import { layer, type Options, supports } from "@banfa/identity-oidc"
import {
  type Bad,
  type Enrolled,
  type FarSide,
  type Interruption,
  identityOf,
  identitySuite,
  type Person,
  toldClock
} from "@banfa/testing/identity"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { logIn } from "./logIn.ts"
import { optionsFor } from "./opened.ts"
import { accessToken, asker, audience, host, type RealProvider, realProvider, seconds } from "./realProvider.ts"
import { newKey, part, partsOf, sign } from "./signing.ts"

/** One kind of tokens that the adapter takes. */
interface Kind {
  readonly options: (provider: RealProvider) => Options
  /** A good token of somebody whom the provider knows. */
  readonly token: (provider: RealProvider, sub: string) => Promise<string>
  /** Tokens of somebody whom the provider knows that have to be refused. */
  readonly bad: (
    provider: RealProvider,
    sub: string
  ) => Readonly<Record<string, readonly [Bad["reason"], () => Promise<string>]>>
}

const shown = (token: string): Credential => ({ _tag: "Token", token: Redacted.make(token) })

const enrolAt = (provider: RealProvider, { token }: Kind, { id, name, posts }: Person): Effect.Effect<Enrolled> =>
  Effect.promise(async () => {
    provider.people.set(id, { name: name.zh, posts })
    return { person: id, credentials: [shown(await token(provider, id))] }
  })

/** What states agencies and posts in a way that cannot be read, under how. */
const unreadable: Readonly<Record<string, readonly [Bad["reason"], unknown]>> = {
  "no posts are stated": ["claims", undefined],
  "the posts are a text": ["claims", "gz-health"],
  "a post is a text": ["claims", ["gz-health"]],
  "the agency is a number": ["claims", [{ agency: 1, offices: "all", from: "2024-01-01" }]],
  "no day is stated from which on": ["claims", [{ agency: "gz-health", offices: "all" }]],
  "there is no such day": ["claims", [{ agency: "gz-health", offices: "all", from: "2024-02-30" }]],
  "it ends before it begins": [
    "claims",
    [{ agency: "gz-health", offices: "all", from: "2024-03-01", until: "2024-02-01" }]
  ],
  "there is no such office": ["claims", [{ agency: "gz-health", offices: ["everything"], from: "2024-01-01" }]],
  "the last day is misspelled": [
    "claims",
    [{ agency: "gz-health", offices: "all", from: "2024-01-01", untill: "2024-02-01" }]
  ],
  "for the time being without an end": [
    "claims",
    [{ agency: "gz-health", offices: "all", from: "2024-01-01", acting: true }]
  ],
  "the agency is unknown": ["unknown-agency", [{ agency: "gz-nowhere", offices: "all", from: "2024-01-01" }]]
}

const farSide = (kind: Kind): Effect.Effect<FarSide, unknown, Scope.Scope> =>
  Effect.gen(function* () {
    const provider = yield* realProvider
    provider.people.set("p-known", { name: "已知", posts: [] })
    const bads = Object.entries(kind.bad(provider, "p-known")).map(([what, [reason, made]]): [string, Bad] => [
      what,
      { reason, credential: Effect.map(Effect.promise(made), shown) }
    ])
    const unread = Object.entries(unreadable).map(([what, [reason, posts]], i): [string, Bad] => {
      const id = `p-unreadable-${i}`
      provider.people.set(id, { name: "不明", ...(posts === undefined ? {} : { posts }) })
      return [
        what,
        {
          reason,
          credential: Effect.map(
            Effect.promise(() => kind.token(provider, id)),
            shown
          )
        }
      ]
    })
    return {
      identity: yield* identityOf(layer(kind.options(provider))),
      enrol: (person) => enrolAt(provider, kind, person),
      bad: Object.fromEntries(bads),
      unreadable: Object.fromEntries(unread)
    }
  })

/** What is done to a provider; `silent` is called whenever it was asked something to which it says no more. */
type TakeAway = (provider: RealProvider, silent: () => void) => void | Promise<void>

/** The ways in which a provider can be gone. */
const ways: Readonly<Record<string, TakeAway>> = {
  "nobody listens": ({ close }) => close(),
  "it never answers": ({ replace }, silent) => replace(silent),
  "it begins to answer and goes on for ever": ({ replace }, silent) =>
    replace((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write("{")
      silent()
    }),
  "it breaks off": ({ replace }) =>
    replace((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": 100 }).write("{")
      response.destroy()
    }),
  "it is under maintenance": ({ replace }) =>
    replace((_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>维护中</h1>")),
  "it fails": ({ replace }) => replace((_, response) => response.writeHead(500).end("{}")),
  "it sends elsewhere": ({ issuer, replace }) =>
    replace((_, response) => response.writeHead(302, { location: `${issuer}/elsewhere` }).end())
}

const interruption = (kind: Kind, takeAway: TakeAway) =>
  Effect.gen(function* () {
    const provider = yield* realProvider
    const enrol = (id: string) => enrolAt(provider, kind, { id, name: { zh: "某", en: "Mou" }, posts: [] })
    const enrolled = { asked: yield* enrol("p-asked"), unasked: yield* enrol("p-unasked") }
    const options: Options = { ...kind.options(provider), keys: { retryAfter: 10 }, http: { timeout: "1 minute" } }
    const adapter = yield* identityOf(layer(options))
    const clock = toldClock()
    // who waits for what does not come waits until the provider has fallen silent, and not a moment longer
    const identity = { ...adapter, actor: (credential: Credential) => clock.on(adapter.actor(credential)) }
    const gone: Interruption = {
      identity,
      enrolled,
      takeAway: Effect.promise(async () => takeAway(provider, () => clock.pass())),
      giveBack: Effect.promise(async () => {
        provider.replace()
        await provider.reopen()
        return identity
      })
    }
    return gone
  })

const suite = (name: string, kind: Kind): void =>
  identitySuite({
    name: `OpenID Connect, ${name}`,
    supports,
    begin: farSide(kind),
    interruptions: Object.fromEntries(
      Object.entries(ways).map(([way, takeAway]) => [way, interruption(kind, takeAway)])
    )
  })

/** What a signed token can be wrong with, whichever kind it is; `make` makes a good one but for what is said. */
const wrongSigned = (
  make: (claims: object, header?: object) => Promise<string>,
  good: () => Promise<string>
): ReturnType<Kind["bad"]> => {
  const now = seconds()
  const withHeader = async (header: object) => {
    const { body, header: own, signature } = partsOf(await good())
    return `${part({ ...own, ...header })}.${body}.${signature}`
  }
  return {
    unsigned: ["unsigned", () => withHeader({ alg: "none" })],
    "under an algorithm with a shared secret": ["algorithm", () => withHeader({ alg: "HS256" })],
    "under another key": [
      "signature",
      async () => {
        const { claims, header } = partsOf(await good())
        return sign(await newKey("es-1"), claims, { typ: undefined, ...header })
      }
    ],
    "under an unknown key": ["unknown-key", () => withHeader({ kid: "es-9" })],
    "with a header that was changed": ["signature", () => withHeader({ x: 1 })],
    "of another issuer": ["issuer", () => make({ iss: "https://login.example.org" })],
    "for another system": ["audience", () => make({ aud: "urn:elsewhere" })],
    over: ["expired", () => make({ exp: now - 60 })],
    "not yet valid": ["not-yet-valid", () => make({ nbf: now + 600 })],
    "of another kind": ["unsupported", () => make({}, { typ: "secevent+jwt" })],
    "too large": ["too-large", () => make({ padding: "x".repeat(20_000) })],
    "no token": ["malformed", async () => "this-is-no-token-at-all"]
  }
}

suite("signed access tokens", {
  options: optionsFor,
  token: (provider, sub) => provider.issue(sub, "jwt"),
  bad: (provider, sub) =>
    wrongSigned(
      (claims, header) => accessToken(provider, sub, { ...claims }, { ...header }),
      () => provider.issue(sub, "jwt")
    )
})

suite("ID tokens of people who log in", {
  options: (provider) => {
    const { accessTokens: _, ...rest } = optionsFor(provider)
    return { ...rest, idTokens: { clientId: host.id } }
  },
  token: async (provider, sub) => (await logIn(provider, sub)).idToken,
  bad: (provider, sub) =>
    wrongSigned(
      (claims, header) => accessToken(provider, sub, { aud: host.id, ...claims }, { typ: "JWT", ...header }),
      async () => (await logIn(provider, sub)).idToken
    )
})

suite("opaque tokens", {
  options: (provider) => {
    const { accessTokens: _, ...rest } = optionsFor(provider)
    const authentication = { method: "client_secret_basic", secret: Redacted.make(asker.secret) } as const
    return { ...rest, introspection: { clientId: asker.id, authentication, audience } }
  },
  token: (provider, sub) => provider.issue(sub, "opaque"),
  bad: (provider, sub) => ({
    "taken back": [
      "revoked",
      async () => {
        const token = await provider.issue(sub, "opaque")
        await provider.revoke(token)
        return token
      }
    ],
    "never issued": ["revoked", async () => "q0Jm3m1pXQe7bR2n5Lw8yZ4vT6kC9hD1fG3sA5uE7iO"],
    "for another system": ["audience", () => provider.issue(sub, "opaque", { aud: "urn:elsewhere" })],
    "too large": ["too-large", async () => "q".repeat(20_000)],
    "no token": ["malformed", async () => "this is no token at all"]
  })
})
