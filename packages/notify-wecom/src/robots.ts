/**
 * Letters as messages of group robots: to the groups in which they are.
 *
 * @module
 */
import { type Accepted, type Dispatch, type NotDelivered, Notifier, notDelivered } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { invalidAddresses, isRobotName, robotOf, tooMany } from "./addresses.ts"
import { contentsOf, type MessageType } from "./contents.ts"
import { jsonBody, type MessageMapping } from "./jsonBody.ts"
import { type Limit, roomWithin } from "./roomWithin.ts"
import { openService, refusedBy, type ServiceSettings, serviceFindings } from "./service.ts"
import { type LetterSettings, letterFindings } from "./settings.ts"
import { unless, WecomSettingsInvalid } from "./WecomSettingsInvalid.ts"

/** A message as the public service takes it from a robot: what is posted, before it is JSON. */
export interface RobotMessage {
  /** How the content is written. */
  readonly msgtype: MessageType
  /** The content of a text. */
  readonly text?: { readonly content: string }
  /** The content in Markdown. */
  readonly markdown?: { readonly content: string }
}

/** Which robots there are. */
export interface RobotSettings extends ServiceSettings, LetterSettings {
  /** The key of each robot under its name, which is what its address holds; the key is in no address. */
  readonly robots: Readonly<Record<string, Redacted.Redacted<string>>>
  /** What one robot may send in a period; 20 in a minute if nothing is said, as the service documents it. */
  readonly limits?: ReadonlyArray<Limit> | undefined
  /** Where a message is posted; `/cgi-bin/webhook/send` if nothing is said. */
  readonly sendPath?: string | undefined
  /** What is posted instead of the message of the public service, where a deployment wants another form: anything that JSON can hold. */
  readonly message?: MessageMapping<RobotMessage> | undefined
}

/** One letter goes to several robots, and the service says that it has it. */
export const robotSupports = { acceptance: true, severalAddresses: true } as const

/** More robots than a letter has to go to, and fewer than would keep a channel busy without end. */
const mostRobots = 100

/**
 * The channel, for as long as the scope lasts. Addresses are `robot:NAME`; what is no name of a robot is none.
 *
 * No robot sends more than `limits` say: where there is no room for one of those addressed, the letter goes to none and is `throttled` at once,
 * with the time until there is. What other processes send with the same robot is not counted. The service shows no repeats as repeats: a letter
 * that was taken and whose answer was lost is shown again, under the same id.
 */
export const robots = (
  settings: RobotSettings
): Effect.Effect<Notifier["Service"], WecomSettingsInvalid, Scope.Scope> =>
  Effect.gen(function* () {
    const {
      channel = "wecom-robot",
      limits = [{ count: 20, within: 60_000 }],
      long = "parts",
      maxParts = 5,
      sendPath = "/cgi-bin/webhook/send",
      type = "text"
    } = settings
    const keys = new Map(Object.entries(settings.robots).map(([name, key]) => [name, Redacted.value(key)]))
    const findings = [
      ...serviceFindings(settings),
      ...letterFindings({ ...settings, limits }),
      ...unless(keys.size > 0, "robots", "empty"),
      ...[...keys].flatMap(([name, key]) => [
        ...unless(isRobotName(name), `robots.${name}`, "robot-name"),
        ...unless(key !== "", `robots.${name}`, "empty")
      ])
    ]
    if (findings.length > 0) return yield* new WecomSettingsInvalid({ findings })

    const ask = yield* openService(settings, [])
    const takeRoom = roomWithin(limits)

    const post = Effect.fnUntraced(function* (
      key: string,
      contents: ReadonlyArray<string>,
      dispatch: Dispatch
    ): Effect.fn.Return<void, NotDelivered> {
      for (const content of contents) {
        const message: RobotMessage = { msgtype: type, [type]: { content } }
        const body = yield* jsonBody(message, dispatch, settings.message)
        const answer = yield* ask({ path: sendPath, query: { key }, body })
        if (answer.errcode !== 0) return yield* refusedBy(answer)
      }
    })

    const send = Effect.fn("WecomRobots.send")(function* (
      dispatch: Dispatch
    ): Effect.fn.Return<Accepted, NotDelivered> {
      const addressed = yield* robotsOf(dispatch.to, keys)
      const contents = yield* Effect.fromResult(
        contentsOf(dispatch, { type, bytes: type === "text" ? 2048 : 4096, long, maxParts })
      )
      const names = addressed.map(({ name }) => name)
      return yield* Effect.acquireUseRelease(
        takeRoom(names, contents.length),
        () => oneAfterTheOther(addressed, ({ key }) => post(key, contents, dispatch)),
        (done) => done
      )
    })

    return Notifier.of({ channel, send })
  })

/** {@link robots} as a layer. */
export const robotsLayer = (settings: RobotSettings): Layer.Layer<Notifier, WecomSettingsInvalid> =>
  Layer.effect(Notifier, robots(settings))

const decodeRobots = Schema.decodeUnknownResult(Schema.fromJsonString(Schema.Record(Schema.String, Schema.String)))

/**
 * {@link robotsLayer} from configuration: `BANFA_WECOM_BASE_URL`, and in `BANFA_WECOM_ROBOTS` the key of each robot under its name, as JSON,
 * `{"项目群":"…"}`; beside what is given.
 */
export const robotsLayerConfig = (
  more: Omit<RobotSettings, "baseUrl" | "robots"> = {}
): Layer.Layer<Notifier, WecomSettingsInvalid | Config.ConfigError> =>
  Layer.unwrap(
    Effect.gen(function* () {
      const baseUrl = yield* Config.NonEmptyString("BANFA_WECOM_BASE_URL")
      // decoded here and not by Config, whose errors would show the keys
      const decoded = decodeRobots(Redacted.value(yield* Config.Redacted("BANFA_WECOM_ROBOTS")))
      if (Result.isFailure(decoded)) {
        return yield* new WecomSettingsInvalid({ findings: [{ path: "BANFA_WECOM_ROBOTS", problem: "not-json" }] })
      }
      const keys = Object.entries(decoded.success).map(([name, key]) => [name, Redacted.make(key)])
      return robotsLayer({ ...more, baseUrl, robots: Object.fromEntries(keys) })
    })
  )

/** A robot that is addressed. */
interface Addressed {
  readonly address: string
  readonly name: string
  readonly key: string
}

/** The robots that are addressed, each once, or what of the addresses is none. */
const robotsOf = (
  to: ReadonlyArray<string>,
  keys: ReadonlyMap<string, string>
): Effect.Effect<ReadonlyArray<Addressed>, NotDelivered> => {
  const each = [...new Set(to)]
  const addressed = each.flatMap((address): ReadonlyArray<Addressed> => {
    const name = robotOf(address)
    const key = name === undefined ? undefined : keys.get(name)
    return name === undefined || key === undefined ? [] : [{ address, name, key }]
  })
  const known = new Set(addressed.map(({ address }) => address))
  const invalid = each.filter((address) => !known.has(address))
  if (to.length === 0 || invalid.length > 0) return Effect.fail(invalidAddresses(invalid))
  return addressed.length > mostRobots ? Effect.fail(tooMany("robot:", mostRobots)) : Effect.succeed(addressed)
}

/**
 * Posts to one robot after the other. As long as it has gone to none, a failure that may pass ends it, so that the whole letter is tried again;
 * once it has gone to one, the others are told, and whether trying again can help with each: a second time there would be a repeat.
 */
const oneAfterTheOther = Effect.fnUntraced(function* (
  addressed: ReadonlyArray<Addressed>,
  post: (robot: Addressed) => Effect.Effect<void, NotDelivered>
): Effect.fn.Return<Accepted, NotDelivered> {
  const refused: Array<{ readonly address: string; readonly error: NotDelivered }> = []
  let taken = false
  for (const robot of addressed) {
    const posted = yield* Effect.result(post(robot))
    if (Result.isSuccess(posted)) taken = true
    else if (posted.failure.retry && !taken) return yield* posted.failure
    else refused.push({ address: robot.address, error: posted.failure })
  }
  const [first] = refused
  if (!taken && first !== undefined) return yield* first.error
  return {
    status: "accepted",
    ...(refused.length === 0
      ? {}
      : { refused: refused.map(({ address, error }) => ({ address, text: whyOf(error), retry: error.retry })) })
  }
})

const whyOf = ({ detail, reason }: NotDelivered): Text => ({
  zh: `${notDelivered[reason].zh}：${detail}`,
  en: `${notDelivered[reason].en}: ${detail}`
})
