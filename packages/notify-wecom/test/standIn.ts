/**
 * A stand-in for the service, built from its public documentation alone and from nothing that was seen of the service itself: tokens, messages
 * of applications and of robots, their error codes, limits and repeats, and the ways in which it fails. That the channel works with it does not
 * show that it works with the service.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { createServer as createSecureServer } from "node:https"
import type { AddressInfo } from "node:net"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** A message that was taken. */
export interface Taken {
  /** To whom, `user:u1`, `party:2`, `robot:key`. */
  readonly to: ReadonlyArray<string>
  /** What is read of it. */
  readonly content: string
  /** What was posted. */
  readonly body: Readonly<Record<string, unknown>>
  /** Whether it is shown: repeats are not, nor what goes beyond the limit of a member. */
  readonly shown: boolean
}

/** A way in which it fails. */
export type Fault =
  /** It answers this code, with its words, in which `{query}` is the query of the question. */
  | { readonly errcode: number; readonly errmsg: string }
  /** It answers this status, with these headers and this body. */
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** It never answers; it breaks the answer off in the middle; it closes without an answer; it takes the message and then closes. */
  | "hangs"
  | "cuts"
  | "closes"
  | "loses"
  /** It answers one byte at a time and never ends. */
  | "drips"

/** The stand-in, as a test sees it. */
export interface StandIn {
  /** Where it listens. */
  readonly url: string
  /** What it took, in order. */
  readonly taken: ReadonlyArray<Taken>
  /** The paths it was asked for, in order. */
  readonly asked: ReadonlyArray<string>
  /** How it fails from now on, at which path only, and after how many questions that it still answers; `undefined`: it does not. */
  readonly fail: (fault: Fault | undefined, path?: string, after?: number) => void
  /** Makes every token that it gave be over. */
  readonly endTokens: () => void
  /** Shows this certificate from now on, and closes every connection. */
  readonly show: (tls: NonNullable<Organization["tls"]>) => void
  /** Stops listening and closes every connection. */
  readonly leave: Effect.Effect<void>
  /** Listens again, where it listened. */
  readonly comeBack: Effect.Effect<void>
}

/** What the stand-in is told of the organization it stands for. */
export interface Organization {
  /** The key and the certificate to listen with over TLS. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** For how many seconds a token lasts; 7,200 as documented. */
  readonly seconds?: number
  /** What time it is, in milliseconds. */
  readonly now?: () => number
  /** Under which path it is found, `/wecom`. */
  readonly under?: string
  /** Called whenever it was asked something to which it says no more. */
  readonly silent?: () => void
}

/** Who the stand-in knows. */
export const corpId = "ww0123456789abcdef"
export const secret = "the+secret/of the application"
export const agentId = 1000002
/** Begins every token. */
export const tokens = "token+of/the application "
/** The key of a robot. */
export const keyOf = (name: string): string => `the+key/of ${name}`

/** A character that is not written as itself, which the service does not take; a backslash that is one itself begins none. */
const escaped = /(?<!\\)(?:\\\\)*\\u[0-9a-f]{4}/i

/** A stand-in, for as long as the scope lasts. */
export const startStandIn = (organization: Organization = {}): Effect.Effect<StandIn, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const { now = Date.now, seconds = 7200, silent = () => undefined, tls, under = "" } = organization
      const taken: Array<Taken> = []
      const asked: Array<string> = []
      const given = new Map<string, number>()
      const seen = new Map<string, number>()
      const sentTo = new Map<string, Array<number>>()
      let failure: { readonly fault: Fault; readonly path: string | undefined; readonly from: number } | undefined

      /** How many of the messages to one came in the last minute, this one included. */
      const inTheLastMinute = (to: string): number => {
        const at = [...(sentTo.get(to) ?? []).filter((at) => at > now() - 60_000), now()]
        sentTo.set(to, at)
        return at.length
      }

      const gettoken = (query: URLSearchParams) => {
        if (query.get("corpid") !== corpId) return { errcode: 40013, errmsg: "invalid corpid" }
        if (query.get("corpsecret") !== secret) return { errcode: 40001, errmsg: "invalid credential" }
        const valid = [...given].find(([, until]) => until > now())?.[0]
        const access_token = valid ?? `${tokens}${given.size}`
        if (valid === undefined) given.set(access_token, now() + seconds * 1000)
        return { errcode: 0, errmsg: "ok", access_token, expires_in: seconds }
      }

      const send = (query: URLSearchParams, raw: string) => {
        const token = query.get("access_token")
        if (token === null) return { errcode: 41001, errmsg: "access_token missing" }
        const until = given.get(token)
        if (until === undefined) return { errcode: 40014, errmsg: `invalid access_token ${token}` }
        if (until <= now()) return { errcode: 42001, errmsg: `access_token expired ${token}` }
        const body = parsed(raw)
        if (body === undefined) return { errcode: 47001, errmsg: "data format error" }
        if (escaped.test(raw)) return { errcode: 40033, errmsg: "invalid charset" }
        if (body.agentid !== agentId) return { errcode: 301002, errmsg: "not allow operate another agent" }
        const content = contentOf(body)
        if (content === undefined) return { errcode: 40008, errmsg: "invalid message type" }
        if (content === "") return { errcode: 44004, errmsg: "empty content" }
        const named = { user: listIn(body.touser), party: listIn(body.toparty), tag: listIn(body.totag) }
        const all = Object.entries(named).flatMap(([kind, ids]) => ids.map((id) => `${kind}:${id.toLowerCase()}`))
        if (all.length === 0) return { errcode: 82001, errmsg: "all of touser, toparty and totag are empty" }
        const unknown = new Set(all.filter((to) => /nobody$|:404$/.test(to)))
        const to = all.filter((each) => !unknown.has(each))
        if (to.length === 0) return { errcode: 81013, errmsg: "user & party & tag all invalid" }
        const interval = body.enable_duplicate_check === 1 ? Number(body.duplicate_check_interval ?? 1800) * 1000 : 0
        const repeated = (seen.get(raw) ?? Number.NEGATIVE_INFINITY) > now() - interval
        seen.set(raw, now())
        const dropped = to.map(inTheLastMinute).some((count) => count > 30)
        // what is too long is cut, as the documentation says of a text
        const read = Buffer.byteLength(content) > 2048 ? Buffer.from(content).toString("utf8", 0, 2048) : content
        taken.push({ to, content: read, body, shown: !repeated && !dropped })
        const ofKind = (kind: string) =>
          [...unknown].flatMap((each) => (each.startsWith(`${kind}:`) ? [each.slice(kind.length + 1)] : [])).join("|")
        return {
          errcode: 0,
          errmsg: "ok",
          invaliduser: ofKind("user"),
          invalidparty: ofKind("party"),
          invalidtag: ofKind("tag"),
          msgid: `m${taken.length}`
        }
      }

      const webhook = (query: URLSearchParams, raw: string) => {
        const key = query.get("key") ?? ""
        const [, name] = /^the\+key\/of (.+)$/.exec(key) ?? []
        if (name === undefined || name === "removed") return { errcode: 93000, errmsg: `invalid webhook url ${key}` }
        const body = parsed(raw)
        if (body === undefined) return { errcode: 47001, errmsg: "data format error" }
        if (escaped.test(raw)) return { errcode: 40033, errmsg: "invalid charset" }
        const content = contentOf(body)
        if (content === undefined) return { errcode: 40008, errmsg: "invalid message type" }
        const most = body.msgtype === "text" ? 2048 : 4096
        if (Buffer.byteLength(content) > most) return { errcode: 40058, errmsg: `content exceed max length ${most}` }
        if (inTheLastMinute(`robot:${name}`) > 20) return { errcode: 45009, errmsg: "api freq out of limit" }
        taken.push({ to: [`robot:${name}`], content, body, shown: true })
        return { errcode: 0, errmsg: "ok" }
      }

      const answer = (path: string, query: URLSearchParams, raw: string): object | undefined => {
        if (path === `${under}/cgi-bin/gettoken`) return gettoken(query)
        if (path === `${under}/cgi-bin/message/send`) return send(query, raw)
        return path === `${under}/cgi-bin/webhook/send` ? webhook(query, raw) : undefined
      }

      const handle = async (request: IncomingMessage, response: ServerResponse) => {
        const chunks: Array<Buffer> = []
        for await (const chunk of request) chunks.push(chunk)
        const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand.in")
        asked.push(pathname)
        const { path = pathname, from = 0 } = failure ?? {}
        const fault = path === pathname && asked.length > from ? failure?.fault : undefined
        if (fault === "closes") return response.destroy()
        if (fault === "hangs") return silent()
        const json = { "content-type": "application/json; charset=UTF-8" }
        if (fault === "drips") {
          response.writeHead(200, json).write("{")
          silent()
          const timer = setInterval(() => response.write(" "), 20)
          return response.on("close", () => clearInterval(timer))
        }
        if (typeof fault === "object" && "status" in fault) {
          return response.writeHead(fault.status, fault.headers).end(fault.body ?? "")
        }
        if (typeof fault === "object") {
          const query = `${[...searchParams.values()].join(" ")} ${request.url?.split("?")[1]}`
          const errmsg = fault.errmsg.replace("{query}", query)
          return response.writeHead(200, json).end(JSON.stringify({ ...fault, errmsg }))
        }
        const given =
          fault === "cuts"
            ? { errcode: 0, errmsg: "ok" }
            : answer(pathname, searchParams, Buffer.concat(chunks).toString())
        if (fault === "loses") return response.destroy()
        if (given === undefined) return response.writeHead(404).end()
        const text = JSON.stringify(given)
        response.writeHead(200, { ...json, "content-length": Buffer.byteLength(text) })
        if (fault !== "cuts") return response.end(text)
        response.write(text.slice(0, 5))
        setImmediate(() => response.destroy())
      }

      const server = tls === undefined ? createServer(handle) : createSecureServer(tls, handle)
      const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
      const close = () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        })
      await listen(0)
      const { port } = server.address() as AddressInfo
      const standIn: StandIn = {
        url: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}${under}`,
        taken,
        asked,
        fail: (fault, path, after = 0) => {
          failure = fault === undefined ? undefined : { fault, path, from: asked.length + after }
        },
        endTokens: () => {
          for (const token of given.keys()) given.set(token, Number.NEGATIVE_INFINITY)
        },
        show: (tls) => {
          if ("setSecureContext" in server) server.setSecureContext(tls)
          server.closeAllConnections()
        },
        leave: Effect.promise(close),
        comeBack: Effect.promise(() => listen(port))
      }
      return { standIn, close }
    }),
    ({ close }) => Effect.promise(close)
  ).pipe(Effect.map(({ standIn }) => standIn))

const parsed = (raw: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const body: unknown = JSON.parse(raw)
    return typeof body === "object" && body !== null ? { ...body } : undefined
  } catch {
    return undefined
  }
}

const contentOf = ({ msgtype, ...body }: Readonly<Record<string, unknown>>): string | undefined => {
  const of = msgtype === "text" || msgtype === "markdown" ? body[msgtype] : undefined
  return typeof of === "object" && of !== null && "content" in of && typeof of.content === "string"
    ? of.content
    : undefined
}

const listIn = (list: unknown): ReadonlyArray<string> =>
  typeof list === "string" && list !== "" ? list.split("|").map((id) => id.trim()) : []
