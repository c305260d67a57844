import { randomUUID } from "node:crypto"
import { IdentityUnavailable, type NotAuthenticated } from "@banfa/core/port/Identity"
import * as Cache from "effect/Cache"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"
import { SignJWT } from "jose"
import { askProvider } from "./askProvider.ts"
import type { Provider } from "./makeProvider.ts"
import type { ClientAuthentication, Introspection } from "./Options.ts"
import { type Claims, refuse } from "./readActor.ts"
import { type Settings, several } from "./Settings.ts"
import { bound, notExactly } from "./TokenKind.ts"

/** What the provider has said of a token. */
export interface Answer {
  /** The answer. */
  readonly claims: Claims
  /** When it was asked, in milliseconds since 1970. */
  readonly askedAt: number
}

/** The most answers that are kept. */
const capacity = 10_000

const form = (text: string): string => new URLSearchParams({ "": text }).toString().slice(1)

const isTime = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value)

const unusable = (said: string): IdentityUnavailable =>
  new IdentityUnavailable({ operation: "introspection", cause: new Error(said) })

/** How the client shows who it is: headers, and what goes into the body (RFC 6749, section 2.3.1; RFC 7523). */
const proofOf = (
  authentication: ClientAuthentication,
  clientId: string,
  issuer: string,
  now: number
): Effect.Effect<
  { readonly headers: Record<string, string>; readonly body: Record<string, string> },
  IdentityUnavailable
> => {
  switch (authentication.method) {
    case "client_secret_basic": {
      const both = `${form(clientId)}:${form(Redacted.value(authentication.secret))}`
      return Effect.succeed({ headers: { authorization: `Basic ${Buffer.from(both).toString("base64")}` }, body: {} })
    }
    case "client_secret_post":
      return Effect.succeed({
        headers: {},
        body: { client_id: clientId, client_secret: Redacted.value(authentication.secret) }
      })
    case "private_key_jwt": {
      const { algorithm, key, keyId } = authentication
      const seconds = Math.floor(now / 1000)
      const assertion = new SignJWT({ iss: clientId, sub: clientId, aud: issuer, jti: randomUUID() })
        .setProtectedHeader(keyId === undefined ? { alg: algorithm } : { alg: algorithm, kid: keyId })
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + 60)
      return Effect.tryPromise({
        try: () => assertion.sign(key),
        catch: () => unusable("the key of the client does not sign with its algorithm")
      }).pipe(
        Effect.map((signed) => ({
          headers: {},
          body: {
            client_id: clientId,
            client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            client_assertion: signed
          }
        }))
      )
    }
  }
}

/** Why what the provider said of a token gives nobody; the times are looked at in {@link untimely}. */
const objectionTo = (
  claims: Claims,
  issuer: string,
  { audience, claims: exact, unstatedType = false, withoutAudience = [] }: Introspection
): NotAuthenticated | undefined => {
  if (claims.iss !== undefined && claims.iss !== issuer) return refuse("issuer")
  const type = claims.token_type
  const isAccess = typeof type === "string" ? type.toLowerCase() === "bearer" : type === undefined && unstatedType
  if (!isAccess) return refuse("unsupported", "token_type")
  const named: ReadonlyArray<unknown> = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  const forUs =
    claims.aud === undefined
      ? withoutAudience.some((client) => client === claims.client_id)
      : several(audience).some((one) => named.includes(one))
  if (!forUs) return refuse("audience", "aud")
  return bound(claims) ?? notExactly(claims, exact)
}

/** Why an answer does not hold at this time. */
const untimely = (claims: Claims, seconds: number, { maxAgeSeconds, toleranceSeconds }: Settings) => {
  const { exp, iat, nbf } = claims
  for (const [name, time] of Object.entries({ exp, iat, nbf }))
    if (time !== undefined && !isTime(time)) return refuse("malformed", name)
  if (isTime(exp) && exp <= seconds - toleranceSeconds) return refuse("expired", "exp")
  if (isTime(nbf) && nbf > seconds + toleranceSeconds) return refuse("not-yet-valid", "nbf")
  if (!isTime(iat)) return undefined
  if (iat > seconds + toleranceSeconds) return refuse("not-yet-valid", "iat")
  return seconds - iat - toleranceSeconds > maxAgeSeconds ? refuse("expired", "iat") : undefined
}

/** Asks the provider about tokens, and keeps an answer as long as it may be used. Answers that are no good are not kept. */
export const makeIntrospector = Effect.fnUntraced(function* (
  introspection: Introspection & { readonly cacheMillis: number },
  settings: Settings,
  provider: Provider
) {
  const ask = Effect.fnUntraced(function* (
    token: string
  ): Effect.fn.Return<Answer, NotAuthenticated | IdentityUnavailable> {
    const askedAt = yield* Clock.currentTimeMillis
    const url = settings.endpoints?.introspection ?? (yield* provider.known).introspection
    if (url === undefined) return yield* unusable("the provider names no introspection_endpoint")
    const { authentication, clientId } = introspection
    const proof = yield* proofOf(authentication, clientId, settings.issuer, askedAt)
    const asking = {
      method: "POST",
      headers: { ...proof.headers, accept: "application/json" },
      body: new URLSearchParams({ ...proof.body, token, token_type_hint: "access_token" })
    }
    const { body: claims, status } = yield* askProvider(settings.reach, "introspection", url, asking, [200, 400])
    if (status === 400) {
      // some say so of signed tokens, which they leave to whoever verifies them; anything else is wrong on our side
      if (claims.error === "unsupported_token_type") return yield* refuse("unsupported", "unsupported_token_type")
      return yield* unusable("the answer has status 400")
    }
    if (typeof claims.active !== "boolean")
      return yield* unusable("the answer does not say whether the token is active")
    if (!claims.active) return yield* refuse("revoked")
    const objection = objectionTo(claims, settings.issuer, introspection)
    return objection === undefined ? { claims, askedAt } : yield* objection
  })

  const answers = yield* Cache.makeWith(ask, {
    capacity,
    timeToLive: (exit) => {
      if (!Exit.isSuccess(exit)) return 0
      const { askedAt, claims } = exit.value
      const left = isTime(claims.exp) ? claims.exp * 1000 - askedAt : introspection.cacheMillis
      return Math.max(0, Math.min(introspection.cacheMillis, left))
    }
  })

  /** What the provider says of a token, asked anew if what it said is from before `after`. */
  return Effect.fnUntraced(function* (
    token: string,
    isOutdated: (answer: Answer) => Effect.Effect<boolean, IdentityUnavailable>
  ) {
    let answer = yield* Cache.get(answers, token)
    if (yield* isOutdated(answer)) {
      yield* Cache.invalidate(answers, token)
      answer = yield* Cache.get(answers, token)
    }
    const late = untimely(answer.claims, Math.floor((yield* Clock.currentTimeMillis) / 1000), settings)
    return late === undefined ? answer : yield* late
  })
})
