import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import fc from "fast-check"
import { answer, type Opened, opened, optionsFor, post } from "./opened.ts"
import { accessClaims, host, type RealProvider, realProvider } from "./realProvider.ts"
import { newKey, part, partsOf, sign } from "./signing.ts"

const numRuns = fc.readConfigureGlobal()?.numRuns ?? 25

const begun = Effect.gen(function* () {
  const provider = yield* realProvider
  for (const person of ["chen", "li"]) provider.people.set(person, { posts: [post] })
  const { accessTokens, ...rest } = optionsFor(provider)
  const adapter = yield* opened({
    ...rest,
    ...(accessTokens === undefined ? {} : { accessTokens }),
    idTokens: { clientId: host.id },
    keys: { cooldown: "1 hour" }
  })
  const issued = (person: string) => Effect.promise(() => provider.issue(person, "jwt"))
  return { provider, adapter, chen: yield* issued("chen"), li: yield* issued("li") }
})

const isNobody = (text: string): boolean => !text.startsWith("actor") && !text.startsWith("unavailable")

/** Puts tokens that are not the one issued to the adapter: none may give an actor. */
const noneGivesAnActor = (
  adapter: Opened,
  untouched: ReadonlyArray<string>,
  tokens: fc.Arbitrary<string | Promise<string>>
) =>
  Effect.promise(() =>
    fc.assert(
      fc.asyncProperty(tokens, async (made) => {
        const token = await made
        fc.pre(!untouched.includes(token))
        const said = await Effect.runPromise(answer(adapter, token))
        assert.isTrue(isNobody(said), said)
      }),
      { numRuns }
    )
  )

const base64url = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
const character = fc.constantFrom(...base64url, ".", "=", "+", "/", " ", "\n", "\0", "é", "Ａ")

describe("a token that was changed in any way gives nobody", () => {
  it.live("in its characters: replaced, left out, added, moved", () =>
    Effect.gen(function* () {
      const { adapter, chen, li } = yield* begun
      const at = fc.nat(chen.length - 1)
      const edits = fc.array(
        fc.oneof(
          fc.tuple(at, character).map(
            ([i, c]) =>
              (text: string) =>
                text.slice(0, i) + c + text.slice(i + 1)
          ),
          fc.tuple(at, character).map(
            ([i, c]) =>
              (text: string) =>
                text.slice(0, i) + c + text.slice(i)
          ),
          fc.tuple(at, fc.integer({ min: 1, max: 40 })).map(
            ([i, n]) =>
              (text: string) =>
                text.slice(0, i) + text.slice(i + n)
          ),
          fc.tuple(at, at).map(
            ([i, j]) =>
              (text: string) =>
                text.slice(i) + text.slice(0, i).slice(j)
          )
        ),
        { minLength: 1, maxLength: 4 }
      )
      yield* noneGivesAnActor(
        adapter,
        [chen, li],
        edits.map((all) => all.reduce((text, edit) => edit(text), chen))
      )
      assert.strictEqual(yield* answer(adapter, chen), "actor chen")
    })
  )

  it.live("in its parts: those of two tokens put together, in any order and number", () =>
    Effect.gen(function* () {
      const { adapter, chen, li } = yield* begun
      const parts = [chen, li].flatMap((token) => token.split("."))
      yield* noneGivesAnActor(
        adapter,
        [chen, li],
        fc.array(fc.constantFrom(...parts, ""), { minLength: 1, maxLength: 6 }).map((all) => all.join("."))
      )
    })
  )

  it.live("in what it says, whoever signs it but the provider", () =>
    Effect.gen(function* () {
      const { adapter, chen, li, provider } = yield* begun
      const forger = yield* Effect.promise(() => newKey("es-1"))
      const own = partsOf(chen)
      const change = (json: object, names: ReadonlyArray<string>) =>
        fc
          .array(fc.tuple(fc.constantFrom(...names), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined))), {
            minLength: 1,
            maxLength: 3
          })
          .map((changes): Record<string, unknown> => ({ ...json, ...Object.fromEntries(changes) }))
      const headers = change(own.header, ["alg", "typ", "kid", "crit", "jwk", "jku", "b64", "zip", "cty"])
      const claims = change(own.claims, ["iss", "sub", "aud", "exp", "iat", "nbf", "posts", "client_id", "azp", "jti"])
      yield* noneGivesAnActor(
        adapter,
        [chen, li],
        fc.oneof(
          headers.map((header) => `${part(header)}.${own.body}.${own.signature}`),
          claims.map((body) => `${own.head}.${part(body)}.${own.signature}`),
          fc.tuple(headers, claims).map(([header, body]) => `${part(header)}.${part(body)}.${own.signature}`),
          fc.tuple(headers, claims).map(([header, body]) => `${part(header)}.${part(body)}.`),
          claims.map((body) => sign(forger, { ...accessClaims(provider, "chen"), ...body }))
        )
      )
    })
  )

  it.live(
    "and what the provider itself has signed gives somebody only as it is meant: in time, for this system, of this kind",
    () =>
      Effect.gen(function* () {
        const { adapter, provider } = yield* begun
        const now = Math.floor(Date.now() / 1000)
        const times = fc.record({ iat: fc.integer({ min: -9e4, max: 9e4 }), exp: fc.integer({ min: -1e5, max: 1e5 }) })
        const spoken = fc.record({
          iss: fc.constantFrom(provider.issuer, provider.issuer, `${provider.issuer}/`, "https://login.example.org"),
          aud: fc.constantFrom<unknown>(
            "urn:banfa:docket",
            ["urn:banfa:docket"],
            host.id,
            [host.id],
            "urn:elsewhere",
            []
          ),
          typ: fc.constantFrom(undefined, "at+jwt", "AT+JWT", "application/at+jwt", "JWT", "logout+jwt", "dpop+jwt")
        })
        let [good, bad] = [0, 0]
        yield* Effect.promise(() =>
          fc.assert(
            fc.asyncProperty(times, spoken, async ({ exp, iat }, { aud, iss, typ }) => {
              const said = await Effect.runPromise(
                answer(adapter, await signed(provider, { iss, aud, iat: now + iat, exp: now + exp }, typ))
              )
              const short = typ?.toLowerCase().replace("application/", "")
              const to = [aud].flat()
              const kind =
                (short === "at+jwt" && to.includes("urn:banfa:docket")) ||
                ((short === undefined || short === "jwt") && to.length === 1 && to[0] === host.id)
              // on the second the clock may have moved on since
              fc.pre(![exp + 30, iat - 30, -iat - 30 - 86_400].some((edge) => Math.abs(edge) < 5))
              const inTime = exp > -30 && iat < 30 && -iat - 30 <= 86_400
              const expected = kind && inTime && iss === provider.issuer
              assert.strictEqual(said === "actor chen", expected, said)
              if (expected) good++
              else bad++
            }),
            { numRuns }
          )
        )
        assert.isAbove(good, numRuns / 50)
        assert.isAbove(bad, numRuns / 50)
      })
  )
})

const signed = async (provider: RealProvider, claims: object, typ: string | undefined): Promise<string> => {
  const [key] = provider.keys()
  return key === undefined ? "" : sign(key, accessClaims(provider, "chen", { ...claims }), { typ })
}
