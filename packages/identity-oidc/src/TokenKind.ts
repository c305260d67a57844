import type { NotAuthenticated } from "@banfa/core/port/Identity"
import type { AccessTokens, ExactClaims, IdTokens } from "./Options.ts"
import { type Claims, refuse } from "./readActor.ts"
import { type Settings, several } from "./Settings.ts"

/** A kind of signed tokens, and what makes a token one of them. The `typ` of the header alone tells the kinds apart. */
export interface TokenKind {
  /** Whether a token with this `typ` is of this kind; `undefined` where it has none. */
  readonly has: (type: string | undefined) => boolean
  /** What may stand in `aud`. */
  readonly audience: ReadonlyArray<string>
  /** The claims that it has, beside `iss`, `aud`, `exp` and `iat`. */
  readonly required: ReadonlyArray<string>
  /** Why it is not taken although it is signed, in time, of this issuer and for this audience; `undefined` where nothing speaks against it. */
  readonly objection: (claims: Claims) => NotAuthenticated | undefined
}

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout"
/** What only ID tokens hold: an access token with one of them is none, whatever its header says. */
const ofIdTokens = ["nonce", "at_hash", "c_hash", "s_hash"]

/** The first of these claims that a token has. */
const present = (claims: Claims, names: ReadonlyArray<string>): string | undefined =>
  names.find((name) => Object.hasOwn(claims, name))

/** Why claims that have to hold exactly something do not. */
export const notExactly = (claims: Claims, exact: ExactClaims = {}): NotAuthenticated | undefined => {
  const wrong = Object.entries(exact).find(([name, text]) => !Object.hasOwn(claims, name) || claims[name] !== text)
  return wrong === undefined ? undefined : refuse("audience", wrong[0])
}

/** Why nothing that is bound to a key of the sender is taken: whoever shows it would have to prove that it holds the key. */
export const bound = (claims: Claims): NotAuthenticated | undefined =>
  Object.hasOwn(claims, "cnf") ? refuse("unsupported", "cnf") : undefined

const accessToken = ({
  audience,
  claims: exact,
  clients,
  type
}: AccessTokens & { readonly type: string }): TokenKind => ({
  has: (found) => found === type,
  audience: several(audience),
  required: ["sub"],
  objection: (claims) => {
    const foreign = present(claims, [...ofIdTokens, "events"])
    if (foreign !== undefined) return refuse("unsupported", foreign)
    const client = claims.client_id ?? claims.azp
    if (clients !== undefined && !clients.some((one) => one === client)) return refuse("audience", "client_id")
    return bound(claims) ?? notExactly(claims, exact)
  }
})

/** Whether a token was issued to this client and to nobody else that it is not known to trust. */
const issuedTo = (claims: Claims, clientId: string, others: ReadonlyArray<string> = []): string | undefined => {
  const audience: ReadonlyArray<unknown> = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  if (!audience.every((one) => one === clientId || others.some((other) => other === one))) return "aud"
  const stated = Object.hasOwn(claims, "azp")
  return (stated || audience.length > 1) && claims.azp !== clientId ? "azp" : undefined
}

const idToken = ({ claims: exact, clientId, otherAudiences }: IdTokens): TokenKind => ({
  has: (found) => found === undefined || found === "jwt",
  audience: [clientId],
  required: ["sub"],
  objection: (claims) => {
    if (Object.hasOwn(claims, "events")) return refuse("unsupported", "events")
    const wrong = issuedTo(claims, clientId, otherAudiences)
    if (wrong !== undefined) return refuse("audience", wrong)
    return bound(claims) ?? notExactly(claims, exact)
  }
})

/** A logout token (OpenID Connect Back-Channel Logout 1.0, section 2.4). */
export const logoutToken = (clientId: string): TokenKind => ({
  has: (found) => found === undefined || found === "jwt" || found === "logout+jwt",
  audience: [clientId],
  required: ["jti", "events"],
  objection: (claims) => {
    const { events } = claims
    const isLogout =
      typeof events === "object" &&
      events !== null &&
      Object.entries(events).some(([name, what]) => name === logoutEvent && typeof what === "object" && what !== null)
    if (!isLogout) return refuse("unsupported", "events")
    // with a nonce it could be an ID token that somebody was given
    if (Object.hasOwn(claims, "nonce")) return refuse("unsupported", "nonce")
    const { sid, sub } = claims
    if (sub === undefined && sid === undefined) return refuse("malformed", "sub")
    if (sub !== undefined && typeof sub !== "string") return refuse("malformed", "sub")
    return sid !== undefined && typeof sid !== "string" ? refuse("malformed", "sid") : undefined
  }
})

/** The kinds of signed tokens with which somebody may act. */
export const tokenKinds = ({ accessTokens, idTokens }: Settings): ReadonlyArray<TokenKind> => [
  ...(accessTokens === undefined ? [] : [accessToken(accessTokens)]),
  ...(idTokens === undefined ? [] : [idToken(idTokens)])
]
