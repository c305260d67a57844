/** A host with a docket: people log in with OpenID Connect and act with the posts that the provider states. */
import { randomBytes } from "node:crypto"
import type { IncomingMessage, RequestListener } from "node:http"
import type { Directory as Agencies } from "@banfa/core/agency"
import { Deployment, Docket } from "@banfa/core/docket"
import { Directory } from "@banfa/core/port/Directory"
import { EventStore } from "@banfa/core/port/EventStore"
import { Identity } from "@banfa/core/port/Identity"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import { textOnly } from "@banfa/core/profile"
import { BackChannelLogout, layer } from "@banfa/identity-oidc"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import { login, type Sent } from "./login.ts"
import type { Client } from "./provider.ts"

/** What the host is told. */
export interface Host {
  /** The provider. */
  readonly issuer: string
  /** As what the provider knows this host. */
  readonly client: Client
  /** Who holds which office. */
  readonly agencies: Agencies
  /** The instant in UTC, `2026-03-01T09:00:00Z`. */
  readonly now: () => string
}

/** What a browser has done so far: it was sent to the provider, or came back with a token. */
type Session = { readonly sent: Sent } | { readonly token: Redacted.Redacted<string> }

/** An answer: its status, and what it says. */
interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

const statuses: Readonly<Record<string, number>> = {
  NotAuthenticated: 401,
  NotEntitled: 403,
  Refused: 409,
  InvalidCommand: 422,
  InvalidEvents: 422,
  IdentityUnavailable: 503,
  StorageUnavailable: 503
}

const refusal = (error: { readonly _tag: string; readonly message: string }): Answer => ({
  status: statuses[error._tag] ?? 500,
  body: { error: error._tag, text: error.message }
})

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ""
  for await (const chunk of request) {
    body += chunk
    if (body.length > 100_000) throw new Error("the request is too large")
  }
  return body
}

const sessionOf = ({ headers: { cookie = "" } }: IncomingMessage): string =>
  /(?:^|; )session=([\w-]+)/.exec(cookie)?.[1] ?? ""

/** Opens the host. `close` releases the docket. */
export const openHost = async ({ agencies, client, issuer, now }: Host) => {
  const directory = Directory.layerMemory(agencies)
  const docket = Layer.provide(
    Docket.layer,
    Layer.mergeAll(
      EventStore.layerMemory,
      directory,
      WorkingCalendar.layerMemory(),
      Layer.succeed(Deployment, Deployment.of({ profile: textOnly, recorders: [] }))
    )
  )
  const identity = layer({
    issuer,
    idTokens: { clientId: client.id },
    mapping: { person: "sub", name: "name", posts: { claim: "posts" } },
    httpOnLoopback: true
  })
  const runtime = ManagedRuntime.make(Layer.merge(docket, Layer.provide(identity, directory)))
  const provider = await login(issuer, client, true)
  const sessions = new Map<string, Session>()

  /** The session under a new name, so that nobody can know it from before. */
  const remember = (session: Session, to: string, old = ""): Answer => {
    sessions.delete(old)
    const name = randomBytes(32).toString("base64url")
    sessions.set(name, session)
    // over https it has to be `Secure` too
    return { status: 302, headers: { location: to, "set-cookie": `session=${name}; HttpOnly; SameSite=Lax; Path=/` } }
  }

  /** Who asks: the token is looked at for every request, so that it ends when its holder logs out anywhere. */
  const actorOf = (request: IncomingMessage) => {
    const session = sessions.get(sessionOf(request))
    const token = session !== undefined && "token" in session ? session.token : Redacted.make("")
    return Identity.use((service) => service.actor({ _tag: "Token", token }))
  }

  const answered = <E extends { readonly _tag: string; readonly message: string }>(
    program: Effect.Effect<Answer, E, Identity | BackChannelLogout | Docket>
  ): Promise<Answer> => runtime.runPromise(Effect.catch(program, (error) => Effect.succeed(refusal(error))))

  const routes: Readonly<Record<string, (request: IncomingMessage, query: string) => Promise<Answer>>> = {
    "GET /login": async () => {
      const { sent, to } = await provider.begin()
      return remember({ sent }, to.href)
    },
    "GET /back": async (request, query) => {
      const name = sessionOf(request)
      const session = sessions.get(name)
      if (session === undefined || !("sent" in session)) return { status: 400 }
      const token = await provider.finish(query, session.sent).catch(() => undefined)
      if (token === undefined) return { status: 401 }
      return remember({ token: Redacted.make(token) }, "/", name)
    },
    "GET /": (request) => answered(Effect.map(actorOf(request), (actor) => ({ status: 200, body: actor }))),
    "POST /acts": async (request) => {
      if (request.headers["content-type"] !== "application/json") return { status: 415 }
      const { command, facts } = JSON.parse(await bodyOf(request))
      return answered(
        Effect.gen(function* () {
          const actor = yield* actorOf(request)
          const performed = yield* Docket.use((service) => service.performAs(actor, { command, at: now(), facts }))
          return { status: 200, body: { outcome: performed.advice.outcome, spokenFor: performed.spokenFor } }
        })
      )
    },
    // the provider calls it, and nobody else can: it believes only what the provider has signed
    "POST /logged-out": async (request) => {
      const token = Redacted.make(new URLSearchParams(await bodyOf(request)).get("logout_token") ?? "")
      const { status } = await answered(
        Effect.as(
          BackChannelLogout.use((service) => service.receive(token)),
          { status: 200 }
        )
      )
      return { status: status === 401 ? 400 : status, headers: { "cache-control": "no-store" } }
    }
  }

  const listener: RequestListener = (request, response) => {
    const [path, query = ""] = (request.url ?? "").split(/(?=\?)/)
    const route = routes[`${request.method} ${path}`] ?? (async (): Promise<Answer> => ({ status: 404 }))
    route(request, query)
      .catch((): Answer => ({ status: 400 }))
      .then(({ body = {}, headers = {}, status }) =>
        response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body))
      )
  }
  return { listener, close: () => runtime.dispose() }
}
