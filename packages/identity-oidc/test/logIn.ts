import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState
} from "openid-client"
import { host, type RealProvider, redirect } from "./realProvider.ts"

/** Follows redirects as a browser does, with its cookies, until one leads back to the host. */
const browse = async (begin: URL): Promise<URL> => {
  const cookies = new Map<string, string>()
  let at = begin
  for (let hops = 0; hops < 10; hops++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await fetch(at, { redirect: "manual", headers: { cookie } })
    await response.body?.cancel()
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get("location")
    if (location === null) throw new Error(`the provider answered ${response.status} at ${at.pathname}`)
    at = new URL(location, at)
    if (at.href.startsWith(redirect)) return at
  }
  throw new Error("the redirects lead nowhere")
}

/** Somebody logs in at the host: authorization code with PKCE, state and nonce. Answers with the tokens that the host gets. */
export const logIn = async (provider: RealProvider, sub: string) => {
  const config = await discovery(new URL(provider.issuer), host.id, host.secret, undefined, {
    execute: [allowInsecureRequests]
  })
  const [pkceCodeVerifier, expectedState, expectedNonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
  const url = buildAuthorizationUrl(config, {
    ...{ redirect_uri: redirect, scope: "openid act", login_hint: sub, state: expectedState, nonce: expectedNonce },
    ...{ code_challenge: await calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: "S256" }
  })
  const tokens = await authorizationCodeGrant(config, await browse(url), {
    pkceCodeVerifier,
    expectedState,
    expectedNonce
  })
  if (tokens.id_token === undefined) throw new Error("the provider gave no ID token")
  return { idToken: tokens.id_token, accessToken: tokens.access_token }
}
