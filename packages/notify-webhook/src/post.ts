import { createSecureContext, getCACertificates } from "node:tls"
import * as Effect from "effect/Effect"
import { Agent, request } from "undici"
import { guarded, inside, leadsInside, NotReachable, reachableWith } from "./networks.ts"
import type { Answer } from "./outcome.ts"
import type { WebhookOptions } from "./WebhookOptions.ts"

/** The most of the body of a refusal that is read, in bytes. */
const mostRead = 4_096

/** Posts a body with headers to a URL, and gives what was answered, or what was reported where nothing was. */
export type Post = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string
) => Effect.Effect<Answer, { readonly cause: unknown }>

/** Posts over connections that are kept for as long as the scope lasts. Redirects are not followed. */
export const makePost = ({ ca = [], lookup, networks = [], timeouts = {} }: WebhookOptions) =>
  Effect.gen(function* () {
    const { body: bodyTimeout = 3_000, connect = 5_000, headers: headersTimeout = 10_000, total = 20_000 } = timeouts
    const reachable = reachableWith(networks)
    const agent = yield* Effect.acquireRelease(
      Effect.sync(
        () =>
          new Agent({
            bodyTimeout,
            connections: 32,
            headersTimeout,
            maxHeaderSize: 16_384,
            connect: {
              lookup: guarded(reachable, lookup),
              timeout: connect,
              rejectUnauthorized: true,
              // a session that is taken up again is one whose certificate is not looked at again
              maxCachedSessions: 0,
              // read once: a connection that reads them itself takes as long for it as for everything else
              ...(ca.length === 0
                ? {}
                : { secureContext: createSecureContext({ ca: [...getCACertificates("default"), ...ca] }) })
            }
          })
      ),
      (agent) => Effect.promise(() => agent.destroy())
    )
    const post: Post = (url, headers, body) =>
      Effect.tryPromise({
        try: (signal) => {
          if (leadsInside(url, reachable)) throw new NotReachable(inside.en)
          return request(url, { method: "POST", headers, body, signal, dispatcher: agent })
        },
        catch: (cause) => ({ cause })
      }).pipe(
        Effect.timeoutOrElse({
          duration: total,
          orElse: () => Effect.fail({ cause: new Error(`no answer within ${total} ms`) })
        }),
        Effect.flatMap((answer) =>
          Effect.promise(async (signal) => {
            const { statusCode: status } = answer
            const retryAfter = answer.headers["retry-after"]
            return {
              status,
              retryAfter: typeof retryAfter === "string" ? retryAfter : undefined,
              body:
                status >= 200 && status < 300
                  ? passedOver(answer.body)
                  : await beginningOf(answer.body, AbortSignal.any([signal, AbortSignal.timeout(bodyTimeout)]))
            }
          })
        )
      )
    return post
  })

type Body = Awaited<ReturnType<typeof request>>["body"]

/** Lets a body come to its end, so that the connection can be used again, without waiting for it. */
const passedOver = (body: Body): string => {
  body.dump({ limit: 65_536 }).catch(() => undefined)
  return ""
}

/** The beginning of a body, as far as it comes before the signal. */
const beginningOf = async (body: Body, signal: AbortSignal): Promise<string> => {
  const end = () => body.destroy()
  signal.addEventListener("abort", end)
  const parts: Array<Buffer> = []
  let length = 0
  try {
    for await (const part of body) {
      parts.push(part)
      length += part.length
      if (length >= mostRead) break
    }
  } catch {
    // the status is there: how the body ends changes nothing
  } finally {
    signal.removeEventListener("abort", end)
  }
  return new TextDecoder().decode(Buffer.concat(parts).subarray(0, mostRead))
}
