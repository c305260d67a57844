import { randomBytes } from "node:crypto"
import { once } from "node:events"
import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer as createHttps } from "node:https"
import { createServer, type Socket } from "node:net"
import { buffer } from "node:stream/consumers"
import type { Received } from "@banfa/testing/notifier"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Webhook } from "standardwebhooks"
import type { Endpoint, WebhookOptions } from "../src/index.ts"
import { certificates, host, type Pair } from "./certificates.ts"

/** What an endpoint does with a request that it has read. */
export type Answering = (response: ServerResponse, socket: Socket, request: IncomingMessage) => void

/** Longer than any machine is busy. */
export const patient = { connect: 60_000, headers: 60_000, total: 60_000 }

/** A key as the standard wants it. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`

/** The key that every receiver knows. */
export const secret = newSecret()

/** A request as it came. */
export interface Came {
  readonly path: string
  readonly headers: IncomingMessage["headers"]
  readonly names: ReadonlyArray<string>
  readonly body: string
}

const keysOf = (value: unknown, path = ""): ReadonlyArray<string> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, each]) => [`${path}/${key}`, ...keysOf(each, `${path}/${key}`)])
    : []

const takes: Answering = (response) => response.end()

/** A server of a host that receives webhooks, checks their signatures with the library of the standard, and keeps those that it took. */
export const makeReceiver = Effect.gen(function* () {
  const took: Array<Came> = []
  const asked: Array<Came> = []
  const sockets = new Set<Socket>()
  let answer: Answering = takes
  let connects: (socket: Socket) => void = (socket) => web.emit("connection", socket)
  const web = createHttps(certificates.good, async (request, response) => {
    const { headers, rawHeaders, socket, url: path = "" } = request
    try {
      const body = (await buffer(request)).toString("utf8")
      const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase())
      const came: Came = { path, headers, names, body }
      asked.push(came)
      if (path === "/closed") return void response.writeHead(410).end()
      if (answer !== takes) return answer(response, socket, request)
      new Webhook(secret).verify(body, Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, String(v)])))
      took.push(came)
      takes(response, socket, request)
    } catch (error) {
      response.writeHead(400).end(String(error))
    }
  })
  web.on("clientError", (_, socket) => socket.destroy())
  const front = createServer((socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined)
    connects(socket)
  })
  const listen = (port: number) =>
    Effect.promise(async () => {
      front.listen(port, "127.0.0.1")
      await once(front, "listening")
    })
  /** Ends all connections, and listens no more. */
  const close = Effect.promise(async () => {
    if (!front.listening) return
    front.close()
    for (const socket of sockets) socket.destroy()
    await once(front, "close")
  })
  yield* Effect.acquireRelease(listen(0), () => close)
  const at = front.address()
  const port = typeof at === "object" && at !== null ? at.port : 0
  const base = `https://${host}:${port}`
  const known = new RegExp(`^${base}/(agency-\\d{1,5}|closed)$`, "u")

  const endpointOf = (url: string): Endpoint | undefined =>
    known.test(url) ? { url, secrets: [Redacted.make(secret)] } : undefined

  const receivedOf = ({ body, headers, names, path }: Came): Received => {
    const payload = JSON.parse(body)
    const { article, body: paragraphs, quote, title } = payload.data
    const textOf = (language: "zh" | "en") =>
      [title, ...paragraphs, article, quote].map((each) => each[language]).join("\n")
    return {
      id: String(headers["webhook-id"]),
      to: [`${base}${path}`],
      text: { zh: textOf("zh"), en: textOf("en") },
      shape: [...names, ...keysOf(payload)]
    }
  }

  /** How letters are sent to it. */
  const options: WebhookOptions = {
    endpoints: (url) => Effect.succeed(endpointOf(url)),
    networks: ["127.0.0.0/8"],
    timeouts: patient,
    ca: [certificates.authority.cert],
    lookup: (_, { all }, callback) =>
      all === true ? callback(null, [{ address: "127.0.0.1", family: 4 }]) : callback(null, "127.0.0.1", 4)
  }

  return {
    base,
    port,
    options,
    /** What it took. */
    took: took as ReadonlyArray<Came>,
    /** What it was asked, also where it did not take it. */
    asked: asked as ReadonlyArray<Came>,
    received: Effect.sync(() => took.map(receivedOf)),
    address: (number: number) => `${base}/agency-${number}`,
    /** From now on it answers so. */
    answers: (as: Answering) =>
      Effect.sync(() => {
        answer = as
      }),
    /** Keeps what came last, as if it had been taken. */
    keep: () => {
      const last = asked.at(-1)
      if (last !== undefined) took.push(last)
    },
    /** From now on this happens to connections. */
    connecting: (to: (socket: Socket) => void) =>
      Effect.sync(() => {
        connects = to
        for (const socket of sockets) socket.destroy()
      }),
    /** From now on it shows this certificate. */
    shows: (pair: Pair) =>
      Effect.sync(() => {
        web.setSecureContext(pair)
        for (const socket of sockets) socket.destroy()
      }),
    /** Nobody listens any more. */
    close,
    /** Everything is as it was at first. */
    restore: Effect.gen(function* () {
      answer = takes
      connects = (socket) => web.emit("connection", socket)
      web.setSecureContext(certificates.good)
      if (!front.listening) yield* listen(port)
    })
  }
})

/** A server of a host that receives webhooks. */
export type Receiver = Effect.Success<typeof makeReceiver>
