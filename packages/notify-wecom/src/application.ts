/**
 * Letters as messages of an application: to members, departments and tags.
 *
 * @module
 */
import { type Accepted, type Dispatch, type NotDelivered, Notifier } from "@banfa/core/port/Notifier"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { accessToken } from "./accessToken.ts"
import { contentsOf, type MessageType } from "./contents.ts"
import { jsonBody, type MessageMapping } from "./jsonBody.ts"
import { type Addressed, acceptedOf, addressed, type Recipient, reached, recipientsOf } from "./recipients.ts"
import { type Limit, roomWithin } from "./roomWithin.ts"
import { type Answer, openService, refusedBy, type ServiceSettings, serviceFindings } from "./service.ts"
import { type LetterSettings, letterFindings } from "./settings.ts"
import { unless, unlessWithin, WecomSettingsInvalid } from "./WecomSettingsInvalid.ts"

/** A message as the public service takes it: what is posted, before it is JSON. */
export interface ApplicationMessage extends Addressed {
  /** How the content is written. */
  readonly msgtype: MessageType
  /** The application. */
  readonly agentid: number
  /** The content of a text. */
  readonly text?: { readonly content: string }
  /** The content in Markdown. */
  readonly markdown?: { readonly content: string }
  /** That ids in the content are not replaced by names. */
  readonly enable_id_trans: 0
  /** That the same message is shown once, however often it comes. */
  readonly enable_duplicate_check: 1
  /** For how many seconds. */
  readonly duplicate_check_interval: number
}

/** Which application sends, and what it may. */
export interface ApplicationSettings extends ServiceSettings, LetterSettings {
  /** The id of the organization, 企业ID. */
  readonly corpId: string
  /** The secret of the application. */
  readonly secret: Redacted.Redacted<string>
  /** The id of the application, 应用的AgentId. */
  readonly agentId: number
  /** Whether `user:@all` is an address; false if nothing is said. */
  readonly allowEverybody?: boolean | undefined
  /** For how many seconds the service shows a message that comes again only once, from 1 to 14,400; 14,400 if nothing is said. */
  readonly duplicateCheckInterval?: number | undefined
  /** What one member may be sent in a period; 30 in a minute and 1,000 in an hour if nothing is said, as the service documents it. */
  readonly limits?: ReadonlyArray<Limit> | undefined
  /** Where a token is got; `/cgi-bin/gettoken` if nothing is said. */
  readonly tokenPath?: string | undefined
  /** Where a message is posted; `/cgi-bin/message/send` if nothing is said. */
  readonly sendPath?: string | undefined
  /** What is posted instead of the message of the public service, where a deployment wants another form: anything that JSON can hold. */
  readonly message?: MessageMapping<ApplicationMessage> | undefined
}

/** One letter goes to several addresses, and the service says that it has it. */
export const applicationSupports = { acceptance: true, severalAddresses: true } as const

const minuteAndHour: ReadonlyArray<Limit> = [
  { count: 30, within: 60_000 },
  { count: 1000, within: 3_600_000 }
]

/**
 * The channel, for as long as the scope lasts. Addresses are `user:ID`, `party:ID` and `tag:ID`.
 *
 * It never sends more to a member than `limits` say: the service would drop the rest without a word. Where there is no room the letter is
 * `throttled` at once, with the time until there is. Who is in a department or has a tag is not known here, so a message to one counts for
 * every member. What other processes send with the same application is not counted.
 */
export const application = (
  settings: ApplicationSettings
): Effect.Effect<Notifier["Service"], WecomSettingsInvalid, Scope.Scope> =>
  Effect.gen(function* () {
    const {
      agentId,
      allowEverybody = false,
      channel = "wecom",
      corpId,
      duplicateCheckInterval = 14_400,
      limits = minuteAndHour,
      long = "parts",
      maxParts = 5,
      sendPath = "/cgi-bin/message/send",
      tokenPath = "/cgi-bin/gettoken",
      type = "text"
    } = settings
    const secret = Redacted.value(settings.secret)
    const findings = [
      ...serviceFindings(settings),
      ...letterFindings({ ...settings, limits }),
      ...unless(corpId !== "", "corpId", "empty"),
      ...unless(secret !== "", "secret", "empty"),
      ...unlessWithin(agentId, "agentId", 0, Number.MAX_SAFE_INTEGER),
      ...unlessWithin(duplicateCheckInterval, "duplicateCheckInterval", 1, 14_400)
    ]
    if (findings.length > 0) return yield* new WecomSettingsInvalid({ findings })

    const ask = yield* openService(settings, [secret])
    const withToken = yield* accessToken(ask, { corpId, secret, path: tokenPath })
    const takeRoom = roomWithin(limits)

    const post = Effect.fnUntraced(function* (
      content: string,
      recipients: ReadonlyArray<Recipient>,
      dispatch: Dispatch
    ): Effect.fn.Return<Answer, NotDelivered> {
      const message: ApplicationMessage = {
        ...addressed(recipients),
        msgtype: type,
        agentid: agentId,
        [type]: { content },
        enable_id_trans: 0,
        enable_duplicate_check: 1,
        duplicate_check_interval: duplicateCheckInterval
      }
      const body = yield* jsonBody(message, dispatch, settings.message)
      const answer = yield* withToken((token) => ask({ path: sendPath, query: { access_token: token }, body }))
      return answer.errcode === 0 ? answer : yield* refusedBy(answer)
    })

    const send = Effect.fn("WecomApplication.send")(function* (
      dispatch: Dispatch
    ): Effect.fn.Return<Accepted, NotDelivered> {
      const recipients = yield* recipientsOf(dispatch, allowEverybody)
      const contents = yield* Effect.fromResult(contentsOf(dispatch, { type, bytes: 2048, long, maxParts }))
      const answers = yield* Effect.acquireUseRelease(
        takeRoom(reached(recipients), contents.length),
        () => Effect.forEach(contents, (content) => post(content, recipients, dispatch)),
        (done) => done
      )
      return yield* acceptedOf(answers, recipients)
    })

    return Notifier.of({ channel, send })
  })

/** {@link application} as a layer. */
export const applicationLayer = (settings: ApplicationSettings): Layer.Layer<Notifier, WecomSettingsInvalid> =>
  Layer.effect(Notifier, application(settings))

/**
 * {@link applicationLayer} from configuration: `BANFA_WECOM_BASE_URL`, `BANFA_WECOM_CORP_ID`, `BANFA_WECOM_SECRET` and `BANFA_WECOM_AGENT_ID`,
 * beside what is given.
 */
export const applicationLayerConfig = (
  more: Omit<ApplicationSettings, "baseUrl" | "corpId" | "secret" | "agentId"> = {}
): Layer.Layer<Notifier, WecomSettingsInvalid | Config.ConfigError> =>
  Layer.unwrap(
    Effect.map(
      Effect.all({
        baseUrl: Config.NonEmptyString("BANFA_WECOM_BASE_URL"),
        corpId: Config.NonEmptyString("BANFA_WECOM_CORP_ID"),
        secret: Config.Redacted("BANFA_WECOM_SECRET"),
        agentId: Config.Int("BANFA_WECOM_AGENT_ID")
      }),
      (configured) => applicationLayer({ ...more, ...configured })
    )
  )
