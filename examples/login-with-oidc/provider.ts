/** A provider to try it with: `oidc-provider` in memory, at which everybody may log in as anybody. A city has a real one. */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http"
import { Provider } from "oidc-provider"
import type { Person } from "./people.ts"

/** A host, as the provider knows it. */
export interface Client {
  /** Its name at the provider. */
  readonly id: string
  /** With which it shows that it is the host. */
  readonly secret: string
  /** Where it has people sent back. */
  readonly back: string
  /** Where it is told that somebody has logged out. */
  readonly loggedOut: string
}

const page = (uid: string, people: Readonly<Record<string, Person>>): string => `<!doctype html>
<meta charset="utf-8"><title>登录（试用）Login (trial)</title>
<form method="post" action="/interaction/${uid}">${Object.entries(people)
  .map(([login, { name }]) => `<button name="login" value="${login}">${name}</button>`)
  .join("")}</form>`

/** Answers the requests of browsers and of the host. */
export const provider = (
  issuer: string,
  { back, id, loggedOut, secret }: Client,
  people: Readonly<Record<string, Person>>
): RequestListener => {
  const oidc = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: id, client_secret: secret, redirect_uris: [back] },
        // with the session in both tokens, a logout ends that session and no other
        ...{ backchannel_logout_uri: loggedOut, backchannel_logout_session_required: true }
      }
    ],
    claims: { openid: ["sub", "name", "posts"] },
    conformIdTokenClaims: false,
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...people[accountId] }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc: { client, provider, session } }) => {
      const grant = new provider.Grant({ accountId: session?.accountId ?? "", clientId: client?.clientId ?? "" })
      grant.addOIDCScope("openid")
      await grant.save()
      return grant
    },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    // by default it calls no host on this machine
    fetch: (url, init) => fetch(url, { ...init, dispatcher: undefined } as RequestInit),
    ttl: { AccessToken: 3600, IdToken: 3600, Session: 3600, Grant: 3600, Interaction: 600 }
  })
  const logIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { uid } = await oidc.interactionDetails(request, response)
    if (request.method !== "POST") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(uid, people))
      return
    }
    let form = ""
    for await (const chunk of request) form += chunk
    const login = new URLSearchParams(form).get("login") ?? ""
    const known = Object.hasOwn(people, login)
    await oidc.interactionFinished(
      request,
      response,
      known ? { login: { accountId: login } } : { error: "access_denied" }
    )
  }
  const answer = oidc.callback()
  return (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response)
    logIn(request, response).catch(() => response.writeHead(400).end())
  }
}
