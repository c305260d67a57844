import { inspect } from "node:util"
import { Notifier } from "@banfa/core/port/Notifier"
import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { layer, layerConfig, type WebhookOptions } from "../src/index.ts"
import { bodyOf } from "../src/payload.ts"
import { makeReceiver, newSecret, secret } from "./Receiver.ts"

const refusedWith = (options: WebhookOptions) =>
  Effect.flip(Effect.provide(Notifier.use(Effect.succeed), layer(options)))

describe("the options of the webhook channel", () => {
  it.live("are refused with everything that is wrong, in both languages, and without a secret or a URL", () =>
    Effect.gen(function* () {
      const short = `whsec_${Buffer.from("too short").toString("base64")}`
      const error = yield* refusedWith({
        endpoints: [
          { url: "http://a.example/key-7", secrets: [Redacted.make(secret)] },
          { url: "https://a.example/key-7", secrets: [] },
          { url: "https://a.example/key-7", secrets: [Redacted.make(secret), Redacted.make(short)] },
          { url: "https://b.example/", secrets: [Redacted.make(secret.slice("whsec_".length))] },
          { url: "https://c.example", secrets: Array.from({ length: 6 }, () => Redacted.make(newSecret())) }
        ],
        networks: ["10.0.0.0/8", "10.0.0.0"],
        ca: ["no certificate"]
      })
      assert.deepStrictEqual(
        error.problems.map(({ en }) => en),
        [
          "endpoint 1: it has to be an https URL",
          "endpoint 2: it needs 1 to 5 secrets",
          "endpoint 3: a secret is whsec_ and 24 to 64 bytes in base64",
          "endpoint 3: its URL is listed twice",
          "endpoint 4: a secret is whsec_ and 24 to 64 bytes in base64",
          "endpoint 5: the URL is not written in its normal form (host, path, encoding)",
          "endpoint 5: it needs 1 to 5 secrets",
          "no network: 10.0.0.0",
          "the certificate of an authority is not in PEM"
        ]
      )
      assert.match(error.text.zh, /^Webhook 通道的设置有误：第 1 个端点：须为 https 网址；/u)
      const shown = `${error.message} ${inspect(error, { depth: 9 })}`
      for (const hidden of [secret, short, "key-7"]) assert.isFalse(shown.includes(hidden), hidden)
    })
  )

  it.live("let http through where that is allowed", () =>
    Effect.provide(
      Effect.asVoid(Notifier.use(({ channel }) => Effect.sync(() => assert.strictEqual(channel, "oa")))),
      layer({ endpoints: [{ url: "http://a.example/", secrets: [Redacted.make(secret)] }], http: true, channel: "oa" })
    )
  )

  it.live(
    "may ask somebody else for the endpoints: what fails or dies there is tried again, what is wrong there is told",
    () =>
      Effect.gen(function* () {
        const url = "https://a.example/"
        const ended = (endpoints: WebhookOptions["endpoints"]) =>
          Notifier.use(({ send }) => Effect.flip(send({ id: "a", letter: sampleLetter(), to: [url] }))).pipe(
            Effect.provide(layer({ endpoints })),
            Effect.map(({ reason, retry }) => [reason, retry])
          )
        assert.deepStrictEqual(yield* ended(() => Effect.fail("the table is gone")), ["unavailable", true])
        assert.deepStrictEqual(yield* ended(() => Effect.die("a bug")), ["unavailable", true])
        assert.deepStrictEqual(
          yield* ended(() => {
            throw new Error("a bug")
          }),
          ["unavailable", true]
        )
        assert.deepStrictEqual(yield* ended(() => Effect.succeed(undefined)), ["invalid-address", false])
        assert.deepStrictEqual(yield* ended(() => Effect.succeed({ url, secrets: [] })), ["invalid-address", false])
      })
  )

  it.live("give each endpoint its own secret, and a letter to several is signed with each one's own", () =>
    Effect.gen(function* () {
      const receiver = yield* makeReceiver
      const [ours, theirs] = [receiver.address(0), receiver.address(1)]
      const endpoints = [
        { url: ours, secrets: [Redacted.make(secret)] },
        { url: theirs, secrets: [Redacted.make(newSecret())] }
      ]
      const ended = yield* Notifier.use(({ send }) =>
        send({ id: "a", letter: sampleLetter(), to: [ours, theirs] })
      ).pipe(Effect.provide(layer({ ...receiver.options, endpoints })))
      // the receiver knows one key, and refuses what was signed with another
      assert.deepStrictEqual(
        receiver.took.map(({ path }) => path),
        ["/agency-0"]
      )
      assert.deepStrictEqual(
        ended.refused?.map(({ address, retry }) => [address, retry]),
        [[theirs, false]]
      )
    }).pipe(Effect.scoped)
  )

  it.live("of an endpoint that is busy while another one takes the letter say that it can be tried again", () =>
    Effect.gen(function* () {
      const receiver = yield* makeReceiver
      const busy = yield* makeReceiver
      yield* busy.answers((response) => response.writeHead(503).end())
      const to = [receiver.address(0), busy.address(0)]
      const endpoints = to.map((url) => ({ url, secrets: [Redacted.make(secret)] }))
      const ended = yield* Notifier.use(({ send }) => send({ id: "a", letter: sampleLetter(), to })).pipe(
        Effect.provide(layer({ ...receiver.options, endpoints }))
      )
      assert.deepStrictEqual(
        ended.refused?.map(({ address, retry }) => [address, retry]),
        [[busy.address(0), true]]
      )
    }).pipe(Effect.scoped)
  )

  it.live("can be read from the environment, and what is no list there is refused without a word of it", () =>
    Effect.gen(function* () {
      const receiver = yield* makeReceiver
      const url = receiver.address(0).replace("https:", "http:")
      const opened = (env: Record<string, string>) =>
        Notifier.use(({ channel }) => Effect.succeed(channel)).pipe(
          Effect.provide(layerConfig.pipe(Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(env)))))
        )
      const endpoints = JSON.stringify([{ url, secrets: [secret], sm3: true }])
      const more = { BANFA_WEBHOOK_NETWORKS: "10.0.0.0/8, fd00::/8", BANFA_WEBHOOK_HTTP: "true" }
      assert.strictEqual(yield* opened({ BANFA_WEBHOOK_ENDPOINTS: endpoints, ...more }), "webhook")
      for (const wrong of [endpoints.slice(1), `[{"url":"${url}"}]`, secret]) {
        const error = yield* Effect.flip(opened({ BANFA_WEBHOOK_ENDPOINTS: wrong }))
        assert.strictEqual(error._tag, "InvalidWebhookOptions")
        assert.isFalse(inspect(error, { depth: 9, showHidden: true }).includes(secret))
      }
      const error = yield* Effect.flip(opened({ BANFA_WEBHOOK_ENDPOINTS: endpoints }))
      assert.match(error.message, /须为 https 网址/u)
      assert.notStrictEqual((yield* Effect.flip(opened({})))._tag, "InvalidWebhookOptions")
    }).pipe(Effect.scoped)
  )

  it.live("of endpoints none of which takes a letter say that it can be tried again as long as one of them may", () =>
    Effect.gen(function* () {
      const receiver = yield* makeReceiver
      yield* receiver.answers((response) => response.writeHead(503).end())
      const to = [`${receiver.base}/closed`, receiver.address(0)]
      const ended = (to: ReadonlyArray<string>) =>
        Notifier.use(({ send }) => Effect.flip(send({ id: "a", letter: sampleLetter(), to }))).pipe(
          Effect.provide(layer(receiver.options)),
          Effect.map(({ reason, retry }) => [reason, retry])
        )
      assert.deepStrictEqual(yield* ended(to), ["unavailable", true])
      assert.deepStrictEqual(yield* ended(to.slice(0, 1)), ["refused", false])
    }).pipe(Effect.scoped)
  )

  it.live("say how large a letter may be as it is posted, and nothing is sent of a larger one", () =>
    Effect.gen(function* () {
      const receiver = yield* makeReceiver
      const sent = { id: "a", letter: sampleLetter(), to: [receiver.address(0)] }
      const bytes = Buffer.byteLength(bodyOf(sent))
      const sentWith = (largest: number) =>
        Notifier.use(({ send }) => Effect.result(send(sent))).pipe(
          Effect.provide(layer({ ...receiver.options, largest }))
        )
      const ended = yield* sentWith(bytes - 1)
      assert.deepStrictEqual(
        ended._tag === "Failure" && [ended.failure.reason, ended.failure.retry, receiver.asked.length],
        ["too-large", false, 0]
      )
      assert.strictEqual((yield* sentWith(bytes))._tag, "Success")
    }).pipe(Effect.scoped)
  )
})
