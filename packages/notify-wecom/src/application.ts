/**
 * Letters as messages of an application: to members, departments and tags.
 *
 * @module
 */
import { type Accepted, type Dispatch, NotDelivered, Notifier } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { accessToken } from "./accessToken.ts"
import { everybody, invalidAddresses, type Recipient, recipientOf, tooMany } from "./addresses.ts"
import { contentsOf, type MessageType } from "./contents.ts"
import { type Limit, type Recipients, roomWithin } from "./roomWithin.ts"
import { type Answer, openService, refusedBy, type ServiceSettings, serviceFindings } from "./service.ts"
import { type LetterSettings, letterFindings } from "./settings.ts"
import { unless, unlessWithin, WecomSettingsInvalid } from "./WecomSettingsInvalid.ts"

/** A message as the public service takes it: what is posted, before it is JSON. */
export interface ApplicationMessage {
  /** Members, between `|`. */
  readonly touser?: string
  /** Departments, between `|`. */
  readonly toparty?: string
  /** Tags, between `|`. */
  readonly totag?: string
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
  readonly message?: ((message: ApplicationMessage, dispatch: Dispatch) => unknown) | undefined
}

/** One letter goes to several addresses, and the service says that it has it. */
export const applicationSupports = { acceptance: true, severalAddresses: true } as const

const minuteAndHour: ReadonlyArray<Limit> = [
  { count: 30, within: 60_000 },
  { count: 1000, within: 3_600_000 }
]

/** What the service names in one call at most, under its field and what an address of it begins with. */
const lists = [
  { field: "touser", kind: "user", most: 1000 },
  { field: "toparty", kind: "party", most: 100 },
  { field: "totag", kind: "tag", most: 100 }
] as const

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
      message: mapped = (message: ApplicationMessage) => message,
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
      const body = yield* Effect.try({ try: () => jsonOf(mapped(message, dispatch)), catch: notMapped })
      const answer = yield* withToken((token) => ask({ path: sendPath, query: { access_token: token }, body }))
      return answer.errcode === 0 ? answer : yield* refusedBy(answer)
    })

    const send = Effect.fn("WecomApplication.send")(function* (
      dispatch: Dispatch
    ): Effect.fn.Return<Accepted, NotDelivered> {
      const recipients = yield* recipientsOf(dispatch.to, allowEverybody)
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

/** The recipients, each once, or what of the addresses is none. */
const recipientsOf = (
  to: ReadonlyArray<string>,
  allowEverybody: boolean
): Effect.Effect<ReadonlyArray<Recipient>, NotDelivered> => {
  const found = to.map((address) => recipientOf(address, allowEverybody))
  const invalid = to.filter((_, i) => found[i] === undefined)
  if (to.length === 0 || invalid.length > 0) return Effect.fail(invalidAddresses(invalid))
  const each = new Map(found.flatMap((recipient) => (recipient === undefined ? [] : [[keyOf(recipient), recipient]])))
  const recipients = [...each.values()]
  const full = lists.find((list) => recipients.filter(({ kind }) => kind === list.kind).length > list.most)
  return full === undefined ? Effect.succeed(recipients) : Effect.fail(tooMany(`${full.kind}:`, full.most))
}

const keyOf = ({ id, kind }: Recipient): string => `${kind}:${id}`

/** The members who are reached, where it is known. */
const reached = (recipients: ReadonlyArray<Recipient>): Recipients =>
  recipients.every(({ id, kind }) => kind === "user" && id !== everybody) ? recipients.map(({ id }) => id) : "anybody"

/** The fields that name the recipients. */
const addressed = (recipients: ReadonlyArray<Recipient>): Pick<ApplicationMessage, "touser" | "toparty" | "totag"> =>
  Object.fromEntries(
    lists.flatMap(({ field, kind }) => {
      const ids = recipients.flatMap((recipient) => (recipient.kind === kind ? [recipient.id] : []))
      return ids.length === 0 ? [] : [[field, ids.join("|")]]
    })
  )

const notReached = {
  invaliduser: {
    zh: "成员不存在，或不在应用的可见范围之内",
    en: "there is no such member, or the application does not reach them"
  },
  invalidparty: {
    zh: "部门不存在，或不在应用的可见范围之内",
    en: "there is no such department, or the application does not reach it"
  },
  invalidtag: {
    zh: "标签不存在，或不在应用的可见范围之内",
    en: "there is no such tag, or the application does not reach it"
  },
  unlicenseduser: { zh: "成员没有接口许可", en: "the member has no licence for the interface" }
} as const satisfies { readonly [field: string]: Text }

const listOf = { invaliduser: "user", invalidparty: "party", invalidtag: "tag", unlicenseduser: "user" } as const

/** What the answers to the messages of one letter come to: an address that one of them did not reach was not reached. */
const acceptedOf = (
  answers: ReadonlyArray<Answer>,
  recipients: ReadonlyArray<Recipient>
): Effect.Effect<Accepted, NotDelivered> => {
  const why = new Map<string, Text>()
  for (const answer of answers) {
    for (const [field, kind] of Object.entries(listOf) as ReadonlyArray<[keyof typeof listOf, Recipient["kind"]]>) {
      for (const id of (answer[field] ?? "").split("|"))
        why.set(`${kind}:${id.trim().toLowerCase()}`, notReached[field])
    }
  }
  const refused = recipients.flatMap((recipient) => {
    const text = why.get(keyOf(recipient))
    return text === undefined ? [] : [{ address: recipient.address, text, retry: false }]
  })
  if (refused.length === recipients.length) return Effect.fail(invalidAddresses(refused.map(({ address }) => address)))
  const reference = answers.flatMap(({ msgid }) => msgid ?? []).join(",")
  return Effect.succeed({
    status: "accepted",
    ...(reference === "" ? {} : { reference }),
    ...(refused.length === 0 ? {} : { refused })
  })
}

const jsonOf = (value: unknown): string => {
  const json: unknown = JSON.stringify(value)
  if (typeof json !== "string") throw new TypeError("this is no JSON")
  return json
}

const notMapped = (): NotDelivered =>
  new NotDelivered({
    reason: "refused",
    retry: false,
    detail: "本部署的消息映射出错 (the mapping of messages of this deployment failed)"
  })
