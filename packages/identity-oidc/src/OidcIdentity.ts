/**
 * Who acts, from the tokens of an OpenID Connect provider, over `jose`: signed access tokens and ID tokens, and tokens about which the provider is
 * asked.
 *
 * @module
 */
import { Directory } from "@banfa/core/port/Directory"
import { Identity, IdentityUnavailable, type NotAuthenticated, type Supports } from "@banfa/core/port/Identity"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { makeIntrospector } from "./introspector.ts"
import { makeProvider } from "./makeProvider.ts"
import type { OidcRejected } from "./OidcRejected.ts"
import type { Options } from "./Options.ts"
import { ends, type Issued, memoryRevocations, type Revocation } from "./Revocations.ts"
import { type Claims, readActor, refuse } from "./readActor.ts"
import { type Settings, settle } from "./Settings.ts"
import { logoutToken, tokenKinds } from "./TokenKind.ts"
import { longestToken, looksSigned, signedVerifier } from "./verifySigned.ts"

/** It takes tokens; names and passwords are for the provider alone. */
export const supports: Supports = { tokens: true, logins: false }

/** Who has logged out. */
export interface LoggedOut {
  /** The person, by the `sub` of the provider, where it says so. */
  readonly subject?: string | undefined
  /** The session, by `sid`; where it is left out, all sessions of the person are meant. */
  readonly session?: string | undefined
}

/** Takes word of logouts (OpenID Connect Back-Channel Logout 1.0). */
export class BackChannelLogout extends Context.Service<
  BackChannelLogout,
  {
    /**
     * Ends the tokens of whoever has logged out. The host's endpoint calls it with the `logout_token` of the request: it answers 200 where this
     * succeeds, 400 where it is `NotAuthenticated`, and 503 where it is `IdentityUnavailable`, so that the provider tries again.
     */
    readonly receive: (
      logoutToken: Redacted.Redacted<string>
    ) => Effect.Effect<LoggedOut, NotAuthenticated | IdentityUnavailable>
  }
>()("@banfa/identity-oidc/BackChannelLogout") {}

/** What is needed to tell whether a token outlives a logout. */
const issuedOf = (issuer: string, { iat, sid, sub }: Claims): Issued => ({
  issuer,
  subject: typeof sub === "string" ? sub : "",
  session: typeof sid === "string" ? sid : undefined,
  issuedAt: typeof iat === "number" ? iat : undefined
})

const make = Effect.fnUntraced(function* (settings: Settings, revocations: Options["revocations"]) {
  const { idTokens, accessTokens, introspection, issuer, logoutClientId, mapping } = settings
  const directory = yield* Directory
  const provider = yield* makeProvider(settings)
  const logouts = revocations ?? (yield* memoryRevocations)
  const verify = signedVerifier(settings, provider)
  const kinds = tokenKinds(settings)
  const introspect = introspection && (yield* makeIntrospector(introspection, settings, provider))
  const takesSigned = idTokens !== undefined || accessTokens !== undefined

  const logoutsOf = (claims: Claims) => logouts.about(issuedOf(issuer, claims))

  const notEnded = Effect.fnUntraced(function* (claims: Claims) {
    const issued = issuedOf(issuer, claims)
    if ((yield* logouts.about(issued)).some((revocation) => ends(revocation, issued))) return yield* refuse("revoked")
    return claims
  })

  /** What the provider says of a token; what it said before it told of a logout is not relied on. */
  const asked = (token: string, ask: NonNullable<typeof introspect>) =>
    Effect.map(
      ask(token, ({ askedAt, claims }) =>
        Effect.map(logoutsOf(claims), (all) => all.some(({ heard }: Revocation) => heard >= askedAt))
      ),
      ({ claims }) => claims
    )

  const claimsOf = Effect.fnUntraced(function* (token: string) {
    if (token.length > longestToken) return yield* refuse("too-large")
    if (takesSigned && looksSigned(token)) {
      const claims = yield* verify(token, kinds)
      if (introspect === undefined || introspection?.alsoSigned !== true) return claims
      const { sub } = yield* asked(token, introspect)
      return sub === claims.sub ? claims : yield* refuse("malformed", "sub")
    }
    // the characters of a bearer token (RFC 6750, section 2.1)
    if (introspect === undefined || !/^[\w.~+/-]+=*$/.test(token)) return yield* refuse("malformed")
    return yield* asked(token, introspect)
  })

  const identity = Identity.of({
    actor: Effect.fnUntraced(function* (credential) {
      if (credential._tag !== "Token") return yield* refuse("unsupported")
      const claims = yield* Effect.flatMap(claimsOf(Redacted.value(credential.token)), notEnded)
      const agencies = yield* Effect.mapError(
        directory.current,
        (cause) => new IdentityUnavailable({ operation: "directory", cause })
      )
      return yield* readActor(issuer, claims, mapping, agencies)
    })
  })

  const logout = BackChannelLogout.of({
    receive: Effect.fnUntraced(function* (shown) {
      if (logoutClientId === undefined) return yield* refuse("unsupported")
      const { iat, sid, sub } = yield* verify(Redacted.value(shown), [logoutToken(logoutClientId)])
      const heard = yield* Clock.currentTimeMillis
      const who: LoggedOut = {
        ...(typeof sub === "string" ? { subject: sub } : {}),
        ...(typeof sid === "string" ? { session: sid } : {})
      }
      const at = Number(iat)
      const longest = settings.maxAgeSeconds + 2 * settings.toleranceSeconds
      yield* logouts.add({ ...who, issuer, at, heard, until: Math.max(at * 1000, heard) + longest * 1000 })
      return who
    })
  })

  return Context.make(Identity, identity).pipe(Context.add(BackChannelLogout, logout))
})

/**
 * The identity over this provider, and word of its logouts. The provider is asked when the first token is shown, so a host starts while it is gone.
 * Options with which nobody's identity could be relied on are `OidcRejected`.
 */
export const layer = (options: Options): Layer.Layer<Identity | BackChannelLogout, OidcRejected, Directory> =>
  Layer.effectContext(
    Effect.flatMap(Effect.fromResult(settle(options)), (settings) => make(settings, options.revocations))
  )
