import type * as Duration from "effect/Duration"
import type * as Redacted from "effect/Redacted"
import type { CryptoKey } from "jose"
import type { ClaimMapping } from "./ClaimMapping.ts"
import type { Revocations } from "./Revocations.ts"

/** The algorithms of signatures that can be allowed: all of them have a public key, so that whoever verifies cannot sign. */
export const signingAlgorithms = [
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
  "PS256",
  "PS384",
  "PS512",
  "RS256",
  "RS384",
  "RS512"
] as const

/** One of {@link signingAlgorithms}. */
export type SigningAlgorithm = (typeof signingAlgorithms)[number]

/** Claims that have to hold exactly these texts: `{ tid: "…" }` for one tenant of several, `{ typ: "Bearer" }` for Keycloak. */
export type ExactClaims = Readonly<Record<string, string>>

/** Signed access tokens (RFC 9068): what an application shows that calls this system for somebody. */
export interface AccessTokens {
  /** What this system is called in `aud`; any of several. */
  readonly audience: string | ReadonlyArray<string>
  /**
   * The `typ` of the header, `at+jwt` if nothing is said. A provider that says `JWT` does not tell access tokens from ID tokens: then the
   * audience has to, and `claims`, and ID tokens cannot be taken as well.
   */
  readonly type?: string
  /** Only tokens that were issued to these clients (`client_id` or `azp`). */
  readonly clients?: ReadonlyArray<string>
  /** Claims that have to hold exactly this. */
  readonly claims?: ExactClaims
}

/** ID tokens: what a host gets that has somebody log in. */
export interface IdTokens {
  /** The client that the host is registered as: `aud`, and `azp` where there is one. */
  readonly clientId: string
  /** Others that may stand in `aud` beside it; none if nothing is said. */
  readonly otherAudiences?: ReadonlyArray<string>
  /** Claims that have to hold exactly this. */
  readonly claims?: ExactClaims
}

/** How this system shows the provider who asks. */
export type ClientAuthentication =
  | { readonly method: "client_secret_basic" | "client_secret_post"; readonly secret: Redacted.Redacted<string> }
  | {
      readonly method: "private_key_jwt"
      /** The private key, as `importPKCS8` or `importJWK` of `jose` give it. */
      readonly key: CryptoKey
      /** With which it signs. */
      readonly algorithm: SigningAlgorithm
      /** Under which the provider knows its public half. */
      readonly keyId?: string
    }

/** Tokens about which the provider is asked (RFC 7662), since nothing can be read from them, or since it alone knows whether they still hold. */
export interface Introspection {
  /** The client that asks. */
  readonly clientId: string
  /** How it shows that it is this client. */
  readonly authentication: ClientAuthentication
  /** What this system is called in the `aud` of an answer; any of several. */
  readonly audience: string | ReadonlyArray<string>
  /** Clients whose tokens are taken although the answer names no audience; none if nothing is said. */
  readonly withoutAudience?: ReadonlyArray<string>
  /** Whether an answer is taken that does not say `token_type`: it may be about a refresh token. `false` if nothing is said. */
  readonly unstatedType?: boolean
  /** How long an answer may be used, 30 s if nothing is said; never past `exp`, and not beyond a logout. */
  readonly cacheFor?: Duration.Input
  /** Whether it is also asked about signed tokens that were found good. `false` if nothing is said. */
  readonly alsoSigned?: boolean
  /** Claims that have to hold exactly this. */
  readonly claims?: ExactClaims
}

/** How long the keys of the provider are relied on. */
export interface KeyTimes {
  /** After which they are fetched anew when they are needed, 5 min if nothing is said. */
  readonly refreshAfter?: Duration.Input
  /** After which they are not trusted any more, also when the provider is gone, 1 h if nothing is said. */
  readonly trustedFor?: Duration.Input
  /** For how long no unknown key makes them be fetched again, 30 s if nothing is said. */
  readonly cooldown?: Duration.Input
  /** For how long it is not tried again after it has failed, 1 s if nothing is said. */
  readonly retryAfter?: Duration.Input
}

/** How the provider is reached. A redirect is never followed. */
export interface Http {
  /** Asks, the global `fetch` if nothing is said. A host with a CA of its own hands in one that trusts it. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** In which an answer has to be complete, 5 s if nothing is said. */
  readonly timeout?: Duration.Input
  /** The most bytes of an answer, 262,144 if nothing is said. */
  readonly maxBytes?: number
}

/** What a deployment says of its provider. At least one kind of tokens has to be taken. */
export interface Options {
  /** The provider, exactly as its tokens and its discovery document name it. */
  readonly issuer: string
  /** Takes access tokens. */
  readonly accessTokens?: AccessTokens
  /** Takes ID tokens. */
  readonly idTokens?: IdTokens
  /** Asks the provider about tokens. */
  readonly introspection?: Introspection
  /** How claims become a person with posts. */
  readonly mapping: ClaimMapping
  /** The client to which logout tokens are issued; that of `idTokens` if nothing is said. */
  readonly logoutClientId?: string
  /** The algorithms of signatures that are taken, all of `signingAlgorithms` if nothing is said. */
  readonly algorithms?: ReadonlyArray<SigningAlgorithm>
  /** By how much the clocks may differ, 30 s if nothing is said, at most 5 min. */
  readonly clockTolerance?: Duration.Input
  /** How long after `iat` a token is taken at most, whatever its `exp`; 24 h if nothing is said. So long a logout is remembered. */
  readonly maxAge?: Duration.Input
  /** How long keys are relied on. */
  readonly keys?: KeyTimes
  /** How the provider is reached. */
  readonly http?: Http
  /** Where keys and introspection are, for a provider without a discovery document: it is not asked for one then. */
  readonly endpoints?: { readonly keys: string; readonly introspection?: string }
  /** Whether a provider on this very machine may be reached by `http`: for tests and trials. */
  readonly httpOnLoopback?: boolean
  /** Where logouts are remembered; in the memory of this process if nothing is said. */
  readonly revocations?: Revocations
}
