import { inspect } from "node:util"
import { Notifier } from "@banfa/core/port/Notifier"
import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import {
  application,
  applicationLayerConfig,
  errorCodes,
  robots,
  robotsLayerConfig,
  WecomSettingsInvalid
} from "../src/index.ts"
import { settingsOf } from "./farSides.ts"
import { agentId, corpId, keyOf, secret, startStandIn } from "./standIn.ts"

const good = { baseUrl: "https://qyapi.example.org", corpId: "ww1", secret: Redacted.make("a secret"), agentId: 1 }
const key = Redacted.make("a key")

describe("settings that are wrong", () => {
  for (const [what, more, problem] of [
    ["a base that is no URL", { baseUrl: "qyapi" }, "baseUrl not-a-url"],
    ["http where it is not allowed", { baseUrl: "http://a.example.org" }, "baseUrl not-https"],
    ["another protocol", { baseUrl: "ftp://a.example.org", allowHttp: true }, "baseUrl not-https"],
    ["a password in the base", { baseUrl: "https://a:hidden@a.example.org" }, "baseUrl url-parts"],
    ["a query in the base", { baseUrl: "https://a.example.org/?key=hidden" }, "baseUrl url-parts"],
    ["no time at all", { timeout: 0 }, "timeout out-of-range"],
    ["half of a millisecond", { timeout: 0.5 }, "timeout out-of-range"],
    ["no organization", { corpId: "" }, "corpId empty"],
    ["no secret", { secret: Redacted.make("") }, "secret empty"],
    ["an application that is no number", { agentId: Number.NaN }, "agentId out-of-range"],
    ["repeats for five hours", { duplicateCheckInterval: 18_000 }, "duplicateCheckInterval out-of-range"],
    ["no name of the channel", { channel: "" }, "channel empty"],
    ["no limits", { limits: [] }, "limits empty"],
    ["a limit below what one letter may become", { limits: [{ count: 4, within: 1 }] }, "limits.0.count out-of-range"],
    ["a period of no time", { limits: [{ count: 5, within: 0 }] }, "limits.0.within out-of-range"],
    ["letters in no part", { maxParts: 0 }, "maxParts out-of-range"]
  ] as const) {
    it.effect(`make no channel, and each is told in both languages without what it holds: ${what}`, () =>
      Effect.gen(function* () {
        const { findings, message, text } = yield* Effect.flip(application({ ...good, ...more }))
        assert.include(
          findings.map(({ path, problem }) => `${path} ${problem}`),
          problem
        )
        const [path = ""] = problem.split(" ")
        assert.include(text.zh, path)
        assert.include(text.en, path)
        assert.notInclude(message, "hidden")
      })
    )
  }

  for (const [what, settings, problem] of [
    ["no robot", {}, "robots empty"],
    ["a name that is none", { "a b": key }, "robots.a b robot-name"],
    ["an empty key", { info: Redacted.make("") }, "robots.info empty"]
  ] as const) {
    it.effect(`make no robots: ${what}`, () =>
      Effect.gen(function* () {
        const { findings } = yield* Effect.flip(robots({ baseUrl: good.baseUrl, robots: settings }))
        assert.deepStrictEqual(
          findings.map(({ path, problem }) => `${path} ${problem}`),
          [problem]
        )
      })
    )
  }

  it.effect("are all told at once", () =>
    Effect.gen(function* () {
      const { findings } = yield* Effect.flip(application({ ...good, baseUrl: "x", corpId: "", agentId: -1 }))
      assert.strictEqual(findings.length, 3)
    })
  )
})

describe("settings from configuration", () => {
  const letter = sampleLetter()
  const from = (values: Readonly<Record<string, string>>) => ConfigProvider.layer(ConfigProvider.fromUnknown(values))
  const send = (channel: Layer.Layer<Notifier, unknown>, values: Readonly<Record<string, string>>, to: string) =>
    Notifier.use(({ send }) => send({ id: "n", letter, to: [to] })).pipe(
      Effect.provide(Layer.provide(channel, from(values)))
    )

  it.effect("make an application and robots", () =>
    Effect.gen(function* () {
      const standIn = yield* startStandIn()
      const more = { allowHttp: true }
      const application = {
        BANFA_WECOM_CORP_ID: corpId,
        BANFA_WECOM_SECRET: secret,
        BANFA_WECOM_AGENT_ID: `${agentId}`
      }
      const values = {
        ...application,
        BANFA_WECOM_BASE_URL: standIn.url,
        BANFA_WECOM_ROBOTS: JSON.stringify({ 项目群: keyOf("项目群") })
      }
      yield* send(applicationLayerConfig(more), values, "user:u1")
      yield* send(robotsLayerConfig(more), values, "robot:项目群")
      assert.deepStrictEqual(
        standIn.taken.map(({ to }) => to),
        [["user:u1"], ["robot:项目群"]]
      )
    })
  )

  for (const keys of ['{"a":"a hidden key"', '{"a":{"key":"a hidden key"}}', "a hidden key"]) {
    it.effect(`are told without a key, where they are none: ${keys.length} characters`, () =>
      Effect.gen(function* () {
        const values = { BANFA_WECOM_BASE_URL: good.baseUrl, BANFA_WECOM_ROBOTS: keys }
        const error = yield* Effect.flip(send(robotsLayerConfig(), values, "robot:a"))
        assert.instanceOf(error, WecomSettingsInvalid)
        assert.deepStrictEqual(error.findings, [{ path: "BANFA_WECOM_ROBOTS", problem: "not-json" }])
        assert.notInclude(inspect(error, { depth: 20, showHidden: true }), "hidden key")
      })
    )
  }
})

describe("the error codes", () => {
  it.effect("end a letter as the table says, and those that are not in it as refused, below 0 as unavailable", () =>
    Effect.gen(function* () {
      const standIn = yield* startStandIn()
      const notifier = yield* application(settingsOf(standIn))
      const unknown = [
        [-7, { reason: "unavailable", retry: true }],
        [999_999, { reason: "refused", retry: false }]
      ] as const
      for (const [errcode, { reason, retry, ...more }] of [...errorCodes, ...unknown]) {
        standIn.fail({ errcode, errmsg: "said" })
        const error = yield* Effect.flip(notifier.send({ id: "n", letter: sampleLetter(), to: ["user:u1"] }))
        assert.deepStrictEqual(
          [error.reason, error.retry, error.after, error.detail],
          [reason, retry, "after" in more ? more.after : undefined, `errcode ${errcode}: said`]
        )
      }
    })
  )

  it.effect(
    "are shown with at most 500 characters of what the service said, and without any where it said nothing",
    () =>
      Effect.gen(function* () {
        const standIn = yield* startStandIn()
        const notifier = yield* application(settingsOf(standIn))
        const detail = (errmsg: string) =>
          Effect.suspend(() => {
            standIn.fail({ errcode: 40058, errmsg })
            return Effect.flip(notifier.send({ id: "n", letter: sampleLetter(), to: ["user:u1"] }))
          }).pipe(Effect.map(({ detail }) => detail))
        assert.strictEqual((yield* detail("文".repeat(10_000))).length, 500)
        assert.strictEqual(yield* detail(""), "errcode 40058")
      })
  )
})
