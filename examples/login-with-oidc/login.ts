/** What the host has to do with the protocol: `openid-client` does it. */
import * as oidc from "openid-client"
import type { Client } from "./provider.ts"

/** What the host keeps between sending somebody away and having them back. */
export interface Sent {
  /** The secret behind the challenge (PKCE). */
  readonly pkceCodeVerifier: string
  /** Comes back with the answer. */
  readonly expectedState: string
  /** Comes back in the ID token. */
  readonly expectedNonce: string
}

/** The login at a provider: where to send somebody, and the ID token of who comes back. */
export const login = async (issuer: string, { back, id, secret }: Client, httpOnLoopback: boolean) => {
  const config = await oidc.discovery(new URL(issuer), id, secret, undefined, {
    execute: httpOnLoopback ? [oidc.allowInsecureRequests] : []
  })
  return {
    begin: async (): Promise<{ readonly to: URL; readonly sent: Sent }> => {
      const sent = {
        pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
        expectedState: oidc.randomState(),
        expectedNonce: oidc.randomNonce()
      }
      const to = oidc.buildAuthorizationUrl(config, {
        ...{ redirect_uri: back, scope: "openid", state: sent.expectedState, nonce: sent.expectedNonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(sent.pkceCodeVerifier),
        code_challenge_method: "S256"
      })
      return { to, sent }
    },
    finish: async (query: string, sent: Sent): Promise<string | undefined> => {
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`${back}${query}`), sent)
      return tokens.id_token
    }
  }
}
