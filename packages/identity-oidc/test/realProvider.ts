/** A real OpenID Connect provider on loopback, `oidc-provider`, whose keys the tests hold, and which can be made to fail. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type Configuration, Provider } from "oidc-provider"
import { memoryAdapter } from "./memoryAdapter.ts"
import { newKey, type SigningKey, sign } from "./signing.ts"

/** What this system is called in access tokens. */
export const audience = "urn:banfa:docket"
/** The client as which a host has people log in. */
export const host = { id: "host", secret: "host-secret-of-the-tests" }
/** The client that asks about tokens. The secret has characters that a header has to escape. */
export const asker = { id: "asker:1", secret: "s+e/c r:e%t-of-the-tests" }
/** Where the host takes people back. Nobody listens there. */
export const redirect = "http://127.0.0.1:9/back"

/** What the provider states of somebody. */
export type Stated = Readonly<Record<string, unknown>>

/** A provider, and what can be done to it. */
export interface RealProvider {
  readonly issuer: string
  /** With which it signs, the first being the one that it uses. */
  readonly keys: () => ReadonlyArray<SigningKey>
  /** What it states of somebody, by `sub`. */
  readonly people: Map<string, Stated>
  /** The paths that it was asked for. */
  readonly asked: Array<string>
  /** An access token that it issues: signed, or opaque. */
  readonly issue: (sub: string, format: "jwt" | "opaque", more?: { readonly aud?: string }) => Promise<string>
  /** It goes on with these keys and forgets the others. */
  readonly turnOver: (keys: ReadonlyArray<SigningKey>) => void
  /** Takes back a token. */
  readonly revoke: (token: string) => Promise<void>
  /** A logout token that it issues. */
  readonly logoutToken: (sub: string) => Promise<string>
  /** What answers in its place from now on; nothing for itself. */
  readonly replace: (listener?: RequestListener) => void
  /** Nobody listens any more. */
  readonly close: () => Promise<void>
  /** It listens again, at the same address. */
  readonly reopen: () => Promise<void>
}

/** Everybody has logged in who says so in `login_hint`, and agrees to everything. */
const configuration = (
  keys: ReadonlyArray<SigningKey>,
  people: RealProvider["people"],
  adapter: ReturnType<typeof memoryAdapter>
): Configuration => ({
  adapter,
  jwks: { keys: keys.map(({ privateJwk }) => privateJwk) as never },
  cookies: { keys: ["for tests"] },
  clients: [
    {
      client_id: host.id,
      client_secret: host.secret,
      redirect_uris: [redirect],
      id_token_signed_response_alg: "ES256",
      backchannel_logout_uri: "http://127.0.0.1:9/logout"
    },
    {
      ...{ client_id: asker.id, client_secret: asker.secret, id_token_signed_response_alg: "ES256" },
      ...{ redirect_uris: [], response_types: [], grant_types: [] }
    }
  ],
  scopes: ["openid", "act"],
  claims: { openid: ["sub", "name", "posts"], act: [] },
  conformIdTokenClaims: false,
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...people.get(accountId) }) }),
  extraTokenClaims: (_, token) => ("accountId" in token ? people.get(String(token.accountId)) : undefined),
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      accountId: oidc.session?.accountId ?? "",
      clientId: oidc.client?.clientId ?? ""
    })
    grant.addOIDCScope("openid act")
    grant.addResourceScope(audience, "act")
    await grant.save()
    return grant
  },
  features: {
    devInteractions: { enabled: false },
    introspection: { enabled: true, allowedPolicy: (_, { clientId }) => clientId === asker.id },
    revocation: { enabled: true },
    backchannelLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => [],
      getResourceServerInfo: () => ({
        scope: "act",
        audience,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: "ES256" } }
      })
    }
  },
  ttl: { AccessToken: 3600, IdToken: 3600, Session: 3600, Grant: 3600, Interaction: 600 }
})

const interaction = async (provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { params } = await provider.interactionDetails(request, response)
  await provider.interactionFinished(request, response, { login: { accountId: String(params.login_hint) } })
}

const start = async (): Promise<RealProvider> => {
  let keys: ReadonlyArray<SigningKey> = [await newKey("es-1")]
  let replaced: RequestListener | undefined
  let answers: RequestListener = () => {}
  const asked: Array<string> = []
  const people: RealProvider["people"] = new Map()
  const adapter = memoryAdapter()
  const server = createServer((request, response) => {
    asked.push(request.url ?? "")
    ;(replaced ?? answers)(request, response)
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  let provider: Provider
  const found = () => {
    provider = new Provider(issuer, configuration(keys, people, adapter))
    const callback = provider.callback()
    answers = (request, response) => {
      if (!request.url?.startsWith("/interaction/")) return void callback(request, response)
      interaction(provider, request, response).catch((cause) => response.writeHead(500).end(String(cause)))
    }
  }
  found()
  const clientNamed = async (id: string) => {
    const client = await provider.Client.find(id)
    if (client === undefined) throw new Error(`no client ${id}`)
    return client
  }
  return {
    ...{ issuer, people, asked },
    keys: () => keys,
    issue: async (accountId, accessTokenFormat, { aud = audience } = {}) => {
      const client = await clientNamed(host.id)
      const grant = new provider.Grant({ accountId, clientId: host.id })
      const token = new provider.AccessToken({
        ...{ client, accountId, scope: "act", gty: "authorization_code", grantId: await grant.save() },
        resourceServer: new provider.ResourceServer(aud, {
          ...{ scope: "act", audience: aud, accessTokenFormat },
          ...(accessTokenFormat === "jwt" ? { jwt: { sign: { alg: "ES256" } } } : {})
        })
      })
      token.setAudience(aud)
      return token.save()
    },
    turnOver: (next) => {
      keys = next
      found()
    },
    revoke: async (token) => {
      await (await provider.AccessToken.find(token))?.destroy()
    },
    logoutToken: async (sub) => {
      const token = Object.assign(new provider.IdToken({ sub }, { client: await clientNamed(host.id) } as never), {
        mask: { sub: null }
      })
      token.set("events", { "http://schemas.openid.net/event/backchannel-logout": {} })
      token.set("jti", crypto.randomUUID())
      return token.issue({ use: "logout" as never })
    },
    replace: (listener) => {
      replaced = listener
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    reopen: async () => {
      if (!server.listening) await listen(port)
    }
  }
}

/** A provider for as long as the scope lasts. */
export const realProvider: Effect.Effect<RealProvider, never, Scope.Scope> = Effect.acquireRelease(
  Effect.promise(start),
  (provider) => Effect.promise(() => provider.close())
)

/** Seconds since 1970. */
export const seconds = (): number => Math.floor(Date.now() / 1000)

/** The claims of a good access token of somebody. */
export const accessClaims = ({ issuer, people }: RealProvider, sub: string, more: Stated = {}): Stated => ({
  ...{ iss: issuer, aud: audience, sub, client_id: host.id, jti: crypto.randomUUID() },
  ...{ iat: seconds(), exp: seconds() + 600 },
  ...people.get(sub),
  ...more
})

/** A good access token but for what is said here, signed with the key of the provider. */
export const accessToken = (
  provider: RealProvider,
  sub: string,
  more: Stated = {},
  header: Stated = {}
): Promise<string> => {
  const [key] = provider.keys()
  if (key === undefined) throw new Error("the provider has no key")
  return sign(key, accessClaims(provider, sub, more), header)
}
