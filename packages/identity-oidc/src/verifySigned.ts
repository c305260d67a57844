import type { IdentityUnavailable, NotAuthenticated } from "@banfa/core/port/Identity"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { errors, jwtVerify } from "jose"
import type { Known, Provider } from "./makeProvider.ts"
import { type Claims, refuse } from "./readActor.ts"
import { type Settings, shortType } from "./Settings.ts"
import { strictObject } from "./strictJson.ts"
import type { TokenKind } from "./TokenKind.ts"

/** The most characters of a token: nothing longer is looked into. */
export const longestToken = 16_384

/** The object in a part of a token, read strictly. What is no base64url or no UTF-8 `jose` refuses, and the signature is over the part as it is written. */
const objectIn = (part: string): Claims | undefined => strictObject(Buffer.from(part, "base64url").toString("utf8"))

/** Whether a token looks like a signed one: three parts, of which the first begins as an object in base64url does. What is none may be opaque. */
export const looksSigned = (token: string): boolean => /^e[wy][^.]*\.[^.]*\./.test(token)

/** The claims of a token that was read and not verified, and its kind. */
interface Read {
  /** One of the algorithms that are allowed. */
  readonly alg: string
  readonly claims: Claims
  readonly kind: TokenKind
}

/** Reads a token as far as it can be read without a key. Headers that point to keys (`jwk`, `jku`, `x5u`, `x5c`) are looked at by nobody. */
const readSigned = (
  token: string,
  kinds: ReadonlyArray<TokenKind>,
  { algorithms, issuer }: Settings
): Read | NotAuthenticated => {
  const [head = "", body = "", signature = "", ...more] = token.split(".")
  if (more.length > 0) return refuse("unsupported", "JWE")
  const header = objectIn(head)
  if (header === undefined) return refuse("malformed", "header")
  const { alg, crit, kid, typ } = header
  if (typeof alg !== "string") return refuse("malformed", "alg")
  if (alg.toLowerCase() === "none" || signature === "") return refuse("unsigned")
  if (!algorithms.includes(alg)) return refuse("algorithm")
  if (crit !== undefined) return refuse("unsupported", "crit")
  if (kid !== undefined && typeof kid !== "string") return refuse("malformed", "kid")
  if (typ !== undefined && typeof typ !== "string") return refuse("malformed", "typ")
  const kind = kinds.find(({ has }) => has(typ === undefined ? undefined : shortType(typ)))
  if (kind === undefined) return refuse("unsupported", "typ")
  const claims = objectIn(body)
  if (claims === undefined) return refuse("malformed", "payload")
  // the last character of a signature has bits that count for nothing: of all spellings one is taken
  if (Buffer.from(signature, "base64url").toString("base64url") !== signature) return refuse("malformed", "signature")
  if (claims.iss !== issuer) return refuse("issuer")
  return { alg, claims, kind }
}

/** How `jose` says it, in the words of the port. What is thrown for another reason comes from a key that cannot be used. */
const refusalOf = (cause: unknown): NotAuthenticated => {
  if (cause instanceof errors.JWSSignatureVerificationFailed) return refuse("signature")
  if (cause instanceof errors.JWTExpired) return refuse("expired", cause.claim)
  if (cause instanceof errors.JWTClaimValidationFailed) {
    if (cause.claim === "aud") return refuse("audience", "aud")
    const tooEarly = cause.reason === "check_failed" && (cause.claim === "nbf" || cause.claim === "iat")
    return tooEarly ? refuse("not-yet-valid", cause.claim) : refuse("malformed", cause.claim)
  }
  if (cause instanceof errors.JOSEAlgNotAllowed) return refuse("algorithm")
  if (cause instanceof errors.JWSInvalid || cause instanceof errors.JWTInvalid) return refuse("malformed")
  return refuse("unknown-key")
}

/** Verifies signed tokens: with `jose`, and what a library for every use leaves to its caller. */
export const signedVerifier = (settings: Settings, provider: Provider) => {
  const { issuer, maxAgeSeconds: maxTokenAge, toleranceSeconds: clockTolerance } = settings

  const verifyWith = (token: string, { alg, kind }: Read, { keys }: Known, now: number) =>
    Effect.tryPromise({
      try: () =>
        jwtVerify(token, keys, {
          algorithms: [alg],
          issuer,
          audience: [...kind.audience],
          requiredClaims: ["exp", ...kind.required],
          clockTolerance,
          maxTokenAge,
          currentDate: new Date(now)
        }),
      catch: (cause) => cause
    })

  return Effect.fnUntraced(function* (
    token: string,
    kinds: ReadonlyArray<TokenKind>
  ): Effect.fn.Return<Claims, NotAuthenticated | IdentityUnavailable> {
    if (token.length > longestToken) return yield* refuse("too-large")
    const read = readSigned(token, kinds, settings)
    if (!("kind" in read)) return yield* read
    const now = yield* Clock.currentTimeMillis
    const known = yield* provider.known
    yield* verifyWith(token, read, known, now).pipe(
      Effect.catchIf(
        (cause) => cause instanceof errors.JWKSNoMatchingKey,
        () => Effect.flatMap(provider.newer(known), (newer) => verifyWith(token, read, newer, now))
      ),
      // the provider may not have been there to be asked for a newer key
      Effect.mapError((cause) => (isUnavailable(cause) ? cause : refusalOf(cause)))
    )
    const objection = read.kind.objection(read.claims)
    return objection === undefined ? read.claims : yield* objection
  })
}

const isUnavailable = (cause: unknown): cause is IdentityUnavailable =>
  typeof cause === "object" && cause !== null && "_tag" in cause && cause._tag === "IdentityUnavailable"
