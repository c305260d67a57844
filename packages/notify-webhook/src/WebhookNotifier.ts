/**
 * Letters as signed webhooks, after the specification Standard Webhooks.
 *
 * @module
 */
import { type Accepted, type Dispatch, NotDelivered, Notifier, type Supports } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import * as Arr from "effect/Array"
import * as Clock from "effect/Clock"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { urlOf } from "./address.ts"
import { InvalidWebhookOptions } from "./InvalidWebhookOptions.ts"
import { messageIdOf } from "./messageId.ts"
import { ofAnswer, ofSilence, together } from "./outcome.ts"
import { bodyOf } from "./payload.ts"
import { makePost, type Post } from "./post.ts"
import { secondsOf, signaturesOf } from "./signatures.ts"
import { type Endpoint, mostAddresses, problemsIn, problemsOf, type WebhookOptions } from "./WebhookOptions.ts"

/** An endpoint says itself that it has a letter, and a letter goes to several. */
export const supports: Supports = { acceptance: true, severalAddresses: true }

/** The channel, for as long as the scope lasts. */
export const make = (options: WebhookOptions): Effect.Effect<Notifier["Service"], InvalidWebhookOptions, Scope.Scope> =>
  Effect.gen(function* () {
    const problems = problemsIn(options)
    if (Arr.isReadonlyArrayNonEmpty(problems)) return yield* new InvalidWebhookOptions({ problems })
    const post = yield* makePost(options)
    return { channel: options.channel ?? "webhook", send: (dispatch) => send(options, post, dispatch) }
  })

/** The channel. */
export const layer = (options: WebhookOptions): Layer.Layer<Notifier, InvalidWebhookOptions> =>
  Layer.effect(Notifier, make(options))

const Endpoints = Schema.fromJsonString(
  Schema.Array(
    Schema.Struct({ url: Schema.String, secrets: Schema.Array(Schema.String), sm3: Schema.optionalKey(Schema.Boolean) })
  )
)
const noEndpoints: Text = {
  zh: 'BANFA_WEBHOOK_ENDPOINTS 须为 JSON，如 [{"url":"https://…","secrets":["whsec_…"]}]',
  en: 'BANFA_WEBHOOK_ENDPOINTS has to be JSON like [{"url":"https://…","secrets":["whsec_…"]}]'
}

/**
 * {@link layer} from configuration: `BANFA_WEBHOOK_ENDPOINTS`, a list in JSON of `url`, `secrets` and, if it is wanted, `sm3`; and if they are set
 * `BANFA_WEBHOOK_NETWORKS`, internal networks that are allowed, with commas between them, and `BANFA_WEBHOOK_HTTP`, whether `http` is.
 */
export const layerConfig: Layer.Layer<Notifier, InvalidWebhookOptions | Config.ConfigError> = Layer.unwrap(
  Effect.gen(function* () {
    const listed = yield* Config.Redacted("BANFA_WEBHOOK_ENDPOINTS")
    const networks = yield* Config.String("BANFA_WEBHOOK_NETWORKS").pipe(Config.withDefault(""))
    const http = yield* Config.Boolean("BANFA_WEBHOOK_HTTP").pipe(Config.withDefault(false))
    // what the parser says of it quotes it, with its secrets
    const endpoints = yield* Effect.mapError(
      Schema.decodeUnknownEffect(Endpoints)(Redacted.value(listed)),
      () => new InvalidWebhookOptions({ problems: [noEndpoints] })
    )
    return layer({
      endpoints: endpoints.map(({ secrets, ...rest }) => ({
        ...rest,
        secrets: secrets.map((each) => Redacted.make(each))
      })),
      networks: networks
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== ""),
      http
    })
  })
)

const send = (options: WebhookOptions, post: Post, dispatch: Dispatch): Effect.Effect<Accepted, NotDelivered> =>
  Effect.gen(function* () {
    const to = [...new Set(dispatch.to)]
    if (to.length === 0) return yield* wrong("invalid-address", "没有地址 there is no address")
    if (to.length > mostAddresses) {
      return yield* wrong("too-large", `一次至多 ${mostAddresses} 个地址 at most ${mostAddresses} addresses at a time`)
    }
    const body = bodyOf(dispatch)
    const { largest = 1_048_576 } = options
    const bytes = Buffer.byteLength(body)
    if (bytes > largest) return yield* wrong("too-large", `${bytes} > ${largest} bytes`)
    const found = yield* Effect.forEach(to, (address) =>
      Effect.map(Effect.result(endpointOf(options, address)), (endpoint) => ({ address, endpoint }))
    )
    const outcomes = yield* Effect.forEach(
      found,
      ({ address, endpoint }) =>
        Effect.map(
          endpoint._tag === "Failure"
            ? Effect.succeed(endpoint.failure)
            : posted(post, dispatch, body, endpoint.success),
          (outcome) => ({ address, outcome })
        ),
      { concurrency: "unbounded" }
    )
    const outcome = together(outcomes)
    return outcome instanceof NotDelivered ? yield* outcome : outcome
  })

const wrong = (reason: NotDelivered["reason"], detail: string): NotDelivered =>
  new NotDelivered({ reason, retry: false, detail })

interface Known extends Endpoint {
  readonly parsed: URL
}

/** The endpoint with this address. */
const endpointOf = ({ endpoints, http = false }: WebhookOptions, address: string): Effect.Effect<Known, NotDelivered> =>
  Effect.gen(function* () {
    const parsed = urlOf(address, http)
    if (!(parsed instanceof URL)) return yield* wrong("invalid-address", `${parsed.zh} ${parsed.en}`)
    const endpoint =
      typeof endpoints === "function"
        ? yield* Effect.mapError(
            Effect.catchDefect(
              Effect.suspend(() => endpoints(address)),
              Effect.fail
            ),
            (cause) => new NotDelivered({ reason: "unavailable", retry: true, detail: "", cause })
          )
        : endpoints.find(({ url }) => url === address)
    if (endpoint === undefined) {
      return yield* wrong("invalid-address", "该网址未登记 the URL is no endpoint that is known")
    }
    const [problem] = problemsOf({ ...endpoint, url: address }, http)
    if (problem !== undefined) return yield* wrong("invalid-address", `${problem.zh} ${problem.en}`)
    return { ...endpoint, parsed }
  })

const posted = (
  post: Post,
  dispatch: Dispatch,
  body: string,
  { parsed, secrets, sm3 = false }: Known
): Effect.Effect<Accepted | NotDelivered> =>
  Effect.gen(function* () {
    const signed = { id: messageIdOf(dispatch.id), at: yield* Clock.currentTimeMillis, body }
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "banfa-notify-webhook/1",
      "webhook-id": signed.id,
      "webhook-timestamp": secondsOf(signed),
      "webhook-signature": signaturesOf(signed, secrets, sm3)
    }
    const answered = yield* Effect.result(post(parsed, headers, body))
    const now = yield* Clock.currentTimeMillis
    return answered._tag === "Success" ? ofAnswer(answered.success, signed.id, now) : ofSilence(answered.failure.cause)
  })
