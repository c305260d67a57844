/** Settings that are not as they have to be are found before anything is sent. */
import { generateKeyPairSync } from "node:crypto"
import { inspect } from "node:util"
import { Notifier } from "@banfa/core/port/Notifier"
import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { layer, layerConfig, type Options } from "../src/SmtpNotifier.ts"
import { connected, login } from "./farSide.ts"
import { dispatch } from "./letter.ts"
import { scripted } from "./scripted.ts"

const pem = (type: "rsa" | "ec", modulusLength = 2048): Redacted.Redacted =>
  Redacted.make(
    type === "rsa"
      ? generateKeyPairSync("rsa", { modulusLength }).privateKey.export({ type: "pkcs8", format: "pem" }).toString()
      : generateKeyPairSync("ec", { namedCurve: "P-256" })
          .privateKey.export({ type: "pkcs8", format: "pem" })
          .toString()
  )

const good: Options = { url: "smtp://mail.example.gov.cn", from: "notice@info.example.gov.cn" }
const dkim = { domain: "info.example.gov.cn", selector: "banfa1", privateKey: pem("rsa") }

/** The settings that are found wrong. */
const wrongIn = (options: Options) =>
  Notifier.use(() => Effect.succeed([] as ReadonlyArray<string>)).pipe(
    Effect.provide(layer(options)),
    Effect.catchTag("SmtpMisconfigured", ({ settings }) => Effect.succeed(settings))
  )

const cases: ReadonlyArray<readonly [what: string, options: Options, wrong: ReadonlyArray<string>]> = [
  ["nothing but a server and a sender", good, []],
  [
    "everything",
    {
      url: Redacted.make("smtps://clerk:p%40ss@mail.example.gov.cn:2465"),
      from: "某某局 <notice@info.example.gov.cn>",
      replyTo: "duty@info.example.gov.cn",
      tls: "required",
      ca: "",
      dkim,
      connections: 1,
      maxRecipients: 1,
      timeout: 1000
    },
    []
  ],
  ["an address of the network", { ...good, url: "smtp://[::1]:25/", tls: "none" }, []],
  ["no address of a server", { ...good, url: "mail.example.gov.cn" }, ["url"]],
  ["another protocol", { ...good, url: "https://mail.example.gov.cn" }, ["url"]],
  ["no host", { ...good, url: "smtp://" }, ["url"]],
  ["a host that is none", { ...good, url: "smtp://a_b~c" }, ["url"]],
  ["a path", { ...good, url: "smtp://mail.example.gov.cn/x" }, ["url"]],
  [
    "a query that would switch the checking of certificates off",
    { ...good, url: "smtp://mail.example.gov.cn?tls.rejectUnauthorized=false" },
    ["url"]
  ],
  ["a name without a password", { ...good, url: "smtp://clerk@mail.example.gov.cn" }, ["url"]],
  ["a password that is not encoded", { ...good, url: "smtp://clerk:100%@mail.example.gov.cn" }, ["url"]],
  [
    "a password that would be seen by everybody",
    { ...good, url: "smtp://a:b@mail.example.gov.cn", tls: "none" },
    ["credentials"]
  ],
  ["encryption from the start, and none", { ...good, url: "smtps://mail.example.gov.cn", tls: "none" }, ["tls"]],
  ["another word for encryption", { ...good, tls: "off" as "none" }, ["tls"]],
  ["several senders", { ...good, from: "a@example.org, b@example.org" }, ["from"]],
  ["a sender with a line break", { ...good, from: "a\r\nBcc: x@example.org <a@example.org>" }, ["from"]],
  ["an answer to nobody", { ...good, replyTo: "" }, ["replyTo"]],
  [
    "numbers that are none",
    { ...good, connections: 0, maxRecipients: 1.5, timeout: 999 },
    ["connections", "maxRecipients", "timeout"]
  ],
  [
    "numbers that are too large",
    { ...good, connections: 101, maxRecipients: 1001, timeout: Number.NaN },
    ["connections", "maxRecipients", "timeout"]
  ],
  [
    "a signature for no domain",
    { ...good, dkim: { ...dkim, domain: "localhost", selector: "a.b;c" } },
    ["dkim.domain", "dkim.selector"]
  ],
  ["a key that is none", { ...good, dkim: { ...dkim, privateKey: Redacted.make("secret") } }, ["dkim.privateKey"]],
  ["a key of another kind", { ...good, dkim: { ...dkim, privateKey: pem("ec") } }, ["dkim.privateKey"]],
  ["a key that is too short", { ...good, dkim: { ...dkim, privateKey: pem("rsa", 1024) } }, ["dkim.privateKey"]]
]

describe("the settings of the mail channel", () => {
  for (const [what, options, wrong] of cases) {
    it.effect(`${what}: ${wrong.length === 0 ? "are taken" : `${wrong.join(", ")} is found wrong`}`, () =>
      Effect.map(wrongIn(options), (found) => assert.deepEqual(found, wrong))
    )
  }

  it.effect("that are wrong are all told at once, in Chinese and in English, and without what was given", () =>
    Effect.map(
      Effect.flip(
        Notifier.use(() => Effect.void).pipe(
          Effect.provide(layer({ url: "smtp://clerk:hunter2@a b", from: "nobody", connections: -1 }))
        )
      ),
      (error) => {
        assert.deepEqual(error.text, {
          zh: "邮件通道的设置有误：url 须形如 smtp://user:password@host:port 或 smtps://user:password@host:port，不带路径和参数；from 不是邮件地址；connections 须为 1 至 100 的整数。",
          en: "The mail channel is not set up right: url must be of the form smtp://user:password@host:port or smtps://user:password@host:port, without a path or a query; from is no mail address; connections must be a whole number from 1 to 100."
        })
        assert.notInclude(inspect(error, { depth: 9, showHidden: true }), "hunter2")
      }
    )
  )
})

/** Sends with the settings of an environment. */
const sendWith = (env: Readonly<Record<string, string>>) =>
  Notifier.use((channel) => channel.send(dispatch())).pipe(
    Effect.provide(layerConfig),
    Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(env)))
  )

describe("the mail channel from the environment", () => {
  it.live("sends with what is set there", () =>
    Effect.gen(function* () {
      const { heard, port } = yield* scripted({})
      const { status } = yield* sendWith({
        BANFA_SMTP_URL: `smtp://127.0.0.1:${port}`,
        BANFA_SMTP_FROM: "notice@info.example.gov.cn",
        BANFA_SMTP_TLS: "none"
      })
      assert.equal(status, "accepted")
      assert.includeMembers(heard, ["MAIL FROM:<notice@info.example.gov.cn>", "RCPT TO:<clerk@info.example.gov.cn>"])
    }).pipe(Effect.scoped)
  )

  it.live("encrypts where nothing is said of it, and trusts no certificate that nobody vouches for", () =>
    Effect.gen(function* () {
      const { line, server } = yield* connected()
      const error = yield* Effect.flip(
        sendWith({
          BANFA_SMTP_URL: `smtp://${login.user}:${encodeURIComponent(login.pass)}@127.0.0.1:${line.port}`,
          BANFA_SMTP_FROM: "notice@info.example.gov.cn"
        })
      )
      assert.equal(error._tag === "NotDelivered" && error.reason, "untrusted")
      assert.deepEqual(server.mails, [])
    }).pipe(Effect.scoped)
  )

  it.effect("is not set up without a server and a sender", () =>
    Effect.gen(function* () {
      for (const env of [{}, { BANFA_SMTP_URL: "smtp://127.0.0.1" }, { BANFA_SMTP_FROM: "notice@example.org" }]) {
        assert.equal((yield* Effect.flip(sendWith(env)))._tag, "ConfigError")
      }
    })
  )

  it.effect("with half of a key for signatures is refused, and nothing is sent unsigned", () =>
    Effect.gen(function* () {
      const env = { BANFA_SMTP_URL: "smtp://127.0.0.1", BANFA_SMTP_FROM: "notice@example.org" }
      const error = yield* Effect.flip(
        sendWith({ ...env, BANFA_SMTP_DKIM_DOMAIN: "example.org", BANFA_SMTP_REPLY_TO: "x" })
      )
      assert.deepEqual(error._tag === "SmtpMisconfigured" && error.settings, [
        "replyTo",
        "dkim.selector",
        "dkim.privateKey"
      ])
    })
  )
})
