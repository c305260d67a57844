/** The service over HTTP: one question, one answer, and what can go wrong on the way. @module */
import { NotDelivered } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { Agent, type Dispatcher, request } from "undici"
import { answered, detailOf } from "./errorCodes.ts"
import { type SettingFinding, unless, unlessWithin } from "./WecomSettingsInvalid.ts"

/** Where the service is, and how it is reached. */
export interface ServiceSettings {
  /** Where it is, `https://qyapi.weixin.qq.com`, or the address of a private deployment; paths are put behind it. */
  readonly baseUrl: string
  /** Whether `baseUrl` may begin with `http:`, over which anybody on the way reads the secret; false if nothing is said. */
  readonly allowHttp?: boolean | undefined
  /** Certificates of authorities to trust instead of those that Node knows, in PEM. */
  readonly ca?: string | ReadonlyArray<string> | undefined
  /** The dispatcher of undici to send over instead, for a proxy for example; it is not closed here, and `ca` is for it to know. */
  readonly dispatcher?: Dispatcher | undefined
  /** Milliseconds that one question and its answer may take together, from 1 to 600,000; 10,000 if nothing is said. */
  readonly timeout?: number | undefined
}

/** What the service answers, as far as it is of interest. */
export type Answer = typeof Answer.Type
const optionalText = Schema.optionalKey(Schema.NullOr(Schema.String))
const Answer = Schema.Struct({
  errcode: Schema.Int,
  errmsg: optionalText,
  access_token: optionalText,
  expires_in: Schema.optionalKey(Schema.NullOr(Schema.Finite)),
  msgid: optionalText,
  invaliduser: optionalText,
  invalidparty: optionalText,
  invalidtag: optionalText,
  unlicenseduser: optionalText
})
const decodeAnswer = Schema.decodeUnknownResult(Schema.fromJsonString(Answer))

/** A question. What stands in the query is never shown. */
interface Question {
  /** Behind the base URL, `/cgi-bin/message/send`. */
  readonly path: string
  /** What is put into the query. */
  readonly query: Readonly<Record<string, string>>
  /** What is posted, in JSON; without it nothing is. */
  readonly body?: string
}

/** Asks the service. Any answer is one that it gave itself, whatever its code. */
export type Ask = (question: Question) => Effect.Effect<Answer, NotDelivered>

/** What is wrong with the settings of the service. */
export const serviceFindings = ({ allowHttp, baseUrl, timeout }: ServiceSettings): ReadonlyArray<SettingFinding> => {
  if (!URL.canParse(baseUrl)) return unless(false, "baseUrl", "not-a-url")
  const { hash, password, protocol, search, username } = new URL(baseUrl)
  return [
    ...unless(protocol === "https:" || (protocol === "http:" && allowHttp === true), "baseUrl", "not-https"),
    ...unless(`${username}${password}${search}${hash}` === "", "baseUrl", "url-parts"),
    ...unlessWithin(timeout, "timeout", 1, 600_000)
  ]
}

/** More than any answer has. */
const maxAnswer = 65_536

/** A way to ask the service, for as long as the scope lasts. `secrets` are shown nowhere, even if the service repeats them. */
export const openService = (
  { baseUrl, ca, dispatcher, timeout = 10_000 }: ServiceSettings,
  secrets: ReadonlyArray<string>
): Effect.Effect<Ask, never, Scope.Scope> =>
  Effect.map(
    dispatcher === undefined
      ? Effect.acquireRelease(
          Effect.sync(
            () =>
              new Agent({
                connect: { timeout, ...(ca === undefined ? {} : { ca: typeof ca === "string" ? ca : [...ca] }) },
                headersTimeout: timeout,
                bodyTimeout: timeout
              })
          ),
          (agent) => Effect.promise(() => agent.destroy())
        )
      : Effect.succeed(dispatcher),
    (dispatcher): Ask =>
      ({ body, path, query }) => {
        const hidden = [...secrets, ...Object.values(query)]
        return Effect.tryPromise({
          try: async (signal) => {
            const url = `${baseUrl.replace(/\/+$/, "")}${path}?${new URLSearchParams(query)}`
            const headers = { "content-type": "application/json; charset=utf-8" }
            const reply = await request(url, {
              dispatcher,
              signal,
              ...(body === undefined ? {} : { method: "POST", headers, body })
            })
            return { status: reply.statusCode, after: reply.headers["retry-after"], text: await textOf(reply.body) }
          },
          catch: (error) => failed(error, hidden)
        }).pipe(
          Effect.timeoutOrElse({
            duration: timeout,
            orElse: () => Effect.fail(unavailable(`${timeout} 毫秒内没有答复 (no answer within ${timeout} ms)`))
          }),
          Effect.flatMap(({ after, status, text }) => {
            if (status !== 200) return Effect.fail(rejected(status, after))
            const answer = decodeAnswer(text)
            return Result.isSuccess(answer)
              ? Effect.succeed({ ...answer.success, errmsg: withoutSecrets(answer.success.errmsg ?? "", hidden) })
              : Effect.fail(unavailable("答复无法辨认 (the answer cannot be understood)"))
          })
        )
      }
  )

/** That the service refused, by the code of its answer. */
export const refusedBy = ({ errcode, errmsg }: Answer): NotDelivered => answered(errcode, errmsg ?? "")

const textOf = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Array<Buffer> = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxAnswer) throw new Error(`答复过长 (the answer has more than ${maxAnswer} bytes)`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

const unavailable = (detail: string, cause?: unknown): NotDelivered =>
  new NotDelivered({ reason: "unavailable", retry: true, detail, ...(cause === undefined ? {} : { cause }) })

/** What OpenSSL and Node report of a certificate that they do not trust. */
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|ALTNAME/

/** The driver's error, as the port has it: its code and its words, without the secrets of the question, which may stand in either. */
const failed = (error: unknown, hidden: ReadonlyArray<string>): NotDelivered => {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : ""
  const said = withoutSecrets(
    [code, error instanceof Error ? error.message : String(error)].filter(Boolean).join(" "),
    hidden
  )
  const cause = new Error(said)
  return untrusted.test(code)
    ? new NotDelivered({ reason: "untrusted", retry: false, detail: detailOf(said), cause })
    : unavailable(detailOf(said), cause)
}

/** What a status other than 200 comes to: the service itself answers everything with 200, so it is of something before it. */
const rejected = (status: number, retryAfter: string | Array<string> | undefined): NotDelivered => {
  const seconds = typeof retryAfter === "string" && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined
  const after = seconds === undefined ? {} : { after: seconds * 1000 }
  const detail = `HTTP ${status}`
  if (status === 429) return new NotDelivered({ reason: "throttled", retry: true, detail, ...after })
  if (status >= 500 || status === 408 || status === 425)
    return new NotDelivered({ reason: "unavailable", retry: true, detail, ...after })
  if (status === 401 || status === 403) return new NotDelivered({ reason: "not-authorized", retry: false, detail })
  return new NotDelivered({ reason: status === 413 ? "too-large" : "refused", retry: false, detail })
}

/** The text without what is secret, as it is and as it may stand in a URL. */
const withoutSecrets = (text: string, secrets: ReadonlyArray<string>): string =>
  secrets
    .filter((secret) => secret !== "")
    .flatMap((secret) => [secret, encodeURIComponent(secret), new URLSearchParams({ "": secret }).toString().slice(1)])
    .reduce((left, secret) => left.replaceAll(secret, "***"), text)
