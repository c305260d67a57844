import { IdentityUnavailable } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import { strictObject } from "./strictJson.ts"

/** What is asked of the provider, as `IdentityUnavailable` names it. */
export type Operation = "discovery" | "keys" | "introspection"

/** How it is asked. */
export interface Reach {
  /** Asks. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** In how many milliseconds the answer has to be complete. */
  readonly timeout: number
  /** The most bytes of an answer. */
  readonly maxBytes: number
}

/** The name of the failure alone: what a driver says may repeat what was sent. */
const nameOf = (cause: unknown): string => {
  const seen: Array<string> = []
  for (let at = cause; at instanceof Error && seen.length < 5; at = at.cause) {
    const code = "code" in at && typeof at.code === "string" ? at.code : at.name
    if (!seen.includes(code)) seen.push(code)
  }
  return seen.length === 0 ? "the request failed" : seen.join(": ")
}

/** Why an answer cannot be used, without anything of what was asked. */
class Unusable extends Error {}

const textOf = async (response: Response, maxBytes: number): Promise<string> => {
  const reader = response.body?.getReader()
  if (reader === undefined) return ""
  const chunks: Array<Uint8Array> = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      throw new Unusable(`the answer has more than ${maxBytes} bytes`)
    }
    chunks.push(value)
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))
}

const json = /^application\/(?:[a-z0-9.+-]+\+)?json\s*(?:;|$)/i

/** What the provider has answered. */
export interface Answered {
  /** The status of the answer. */
  readonly status: number
  /** The JSON object that it holds. */
  readonly body: Readonly<Record<string, unknown>>
}

const answered = async (
  { fetch, maxBytes }: Reach,
  url: string,
  init: RequestInit,
  statuses: ReadonlyArray<number>
): Promise<Answered> => {
  const response = await fetch(url, { ...init, redirect: "manual" })
  const type = response.headers.get("content-type") ?? ""
  const unusable =
    response.redirected || !statuses.includes(response.status)
      ? `the answer has status ${response.status}`
      : json.test(type)
        ? undefined
        : "the answer is no JSON"
  if (unusable !== undefined) {
    await response.body?.cancel()
    throw new Unusable(unusable)
  }
  const body = strictObject(await textOf(response, maxBytes))
  if (body === undefined) throw new Unusable("the answer is no JSON object")
  return { status: response.status, body }
}

/**
 * The JSON object that the provider answers with status 200, or another of these. Everything else is `IdentityUnavailable`: a redirect, another
 * status, HTML, too much, too late, a certificate that does not hold. Its cause holds nothing of what was sent.
 */
export const askProvider = (
  reach: Reach,
  operation: Operation,
  url: string,
  init: RequestInit = {},
  statuses: ReadonlyArray<number> = [200]
): Effect.Effect<Answered, IdentityUnavailable> =>
  Effect.tryPromise({
    try: (signal) => answered(reach, url, { ...init, signal }, statuses),
    catch: (cause) => (cause instanceof Unusable ? cause : new Unusable(nameOf(cause)))
  }).pipe(
    Effect.timeoutOrElse({
      duration: reach.timeout,
      orElse: () => Effect.fail(new Unusable(`there was no complete answer within ${reach.timeout} ms`))
    }),
    Effect.mapError((cause) => new IdentityUnavailable({ operation, cause }))
  )

/** Whether this is an address at which a provider may be asked: `https`, or `http` on this very machine where that is allowed. */
export const isProviderAddress = (text: string, httpOnLoopback: boolean): boolean => {
  if (!URL.canParse(text)) return false
  const { hash, hostname, password, protocol, username } = new URL(text)
  if (username !== "" || password !== "" || hash !== "") return false
  const loopback = hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname)
  return protocol === "https:" || (protocol === "http:" && httpOnLoopback && loopback)
}
