/**
 * Letters as mail, handed over to a mail server of the host's (SMTP), over `nodemailer`.
 *
 * @module
 */
import { type Accepted, NotDelivered, Notifier, type Supports } from "@banfa/core/port/Notifier"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Semaphore from "effect/Semaphore"
import { createTransport, type SMTPPoolSentMessageInfo } from "nodemailer"
import { type Mail, mailOf } from "./mailOf.ts"
import { notDeliveredOf, refusedOf, shown } from "./notDeliveredOf.ts"
import type { SmtpMisconfigured } from "./SmtpMisconfigured.ts"
import { type DkimKey, type Options, type Settings, settingsOf } from "./settings.ts"

export { type Setting, SmtpMisconfigured } from "./SmtpMisconfigured.ts"
export type { DkimKey, Options } from "./settings.ts"

/** A mail server says of each letter that it has it, and of each address whether it takes it. */
export const supports: Supports = { acceptance: true, severalAddresses: true }

/**
 * The channel over this mail server. Its connections are opened when they are needed and closed with the layer. Settings that are not as they
 * have to be are refused with `SmtpMisconfigured`; whether the server is there, the first letter shows.
 */
export const layer = (options: Options): Layer.Layer<Notifier, SmtpMisconfigured> =>
  Layer.effect(
    Notifier,
    Effect.gen(function* () {
      const settings = yield* Effect.fromResult(settingsOf(options))
      const transport = yield* Effect.acquireRelease(
        Effect.sync(() => createTransport(settings.transport)),
        // whoever still waits for an answer is told that the connection is closed
        (opened) => Effect.sync(() => opened.close({ force: true }))
      )
      // whoever waits for a connection waits here, where it does not count as waiting for the server
      const free = yield* Semaphore.make(settings.connections)
      return Notifier.of({
        channel: "smtp",
        send: (dispatch) =>
          Effect.suspend(() => Effect.fromResult(mailOf(settings, dispatch))).pipe(
            Effect.flatMap((mail) =>
              Effect.tryPromise({
                try: (signal) => transport.sendMail({ ...mail.message, signal }),
                catch: (error) => notDeliveredOf(error, settings.secrets)
              }).pipe(
                Effect.timeoutOrElse({ duration: settings.timeout, orElse: () => Effect.fail(tooSlow(settings)) }),
                free.withPermit,
                Effect.map((info) => acceptedOf(info, mail, settings))
              )
            )
          )
      })
    })
  )

const tooSlow = ({ timeout }: Settings) =>
  new NotDelivered({ reason: "unavailable", retry: true, detail: `${timeout} ms` })

const acceptedOf = (
  { rejected, rejectedErrors = [], response }: SMTPPoolSentMessageInfo,
  { to }: Mail,
  { secrets }: Settings
): Accepted => ({
  status: "accepted",
  reference: shown(response, secrets),
  ...(rejected.length === 0
    ? {}
    : {
        refused: rejected.flatMap((address) =>
          (to.get(address) ?? [address]).map((given) =>
            refusedOf(
              given,
              rejectedErrors.find(({ recipient }) => recipient === address),
              secrets
            )
          )
        )
      })
})

const text = (name: string) => Config.option(Config.NonEmptyString(name))
const number = (name: string) => Config.option(Config.Int(name))

/**
 * {@link layer} from configuration: `BANFA_SMTP_URL` and `BANFA_SMTP_FROM`, and if they are set `BANFA_SMTP_REPLY_TO`, `BANFA_SMTP_TLS`,
 * `BANFA_SMTP_CONNECTIONS`, `BANFA_SMTP_MAX_RECIPIENTS`, `BANFA_SMTP_TIMEOUT` in ms, and `BANFA_SMTP_DKIM_DOMAIN`, `BANFA_SMTP_DKIM_SELECTOR` and
 * `BANFA_SMTP_DKIM_KEY` together.
 */
export const layerConfig: Layer.Layer<Notifier, SmtpMisconfigured | Config.ConfigError> = Layer.unwrap(
  Effect.map(
    Effect.all({
      url: Config.Redacted("BANFA_SMTP_URL"),
      from: Config.NonEmptyString("BANFA_SMTP_FROM"),
      replyTo: text("BANFA_SMTP_REPLY_TO"),
      tls: Config.Literals(["required", "none"], "BANFA_SMTP_TLS").pipe(Config.withDefault("required" as const)),
      connections: number("BANFA_SMTP_CONNECTIONS"),
      maxRecipients: number("BANFA_SMTP_MAX_RECIPIENTS"),
      timeout: number("BANFA_SMTP_TIMEOUT"),
      domain: text("BANFA_SMTP_DKIM_DOMAIN"),
      selector: text("BANFA_SMTP_DKIM_SELECTOR"),
      privateKey: Config.option(Config.Redacted("BANFA_SMTP_DKIM_KEY"))
    }),
    ({ connections, domain, maxRecipients, privateKey, replyTo, selector, timeout, ...rest }) =>
      layer({
        ...rest,
        replyTo: Option.getOrUndefined(replyTo),
        connections: Option.getOrUndefined(connections),
        maxRecipients: Option.getOrUndefined(maxRecipients),
        timeout: Option.getOrUndefined(timeout),
        dkim: dkimOf(domain, selector, privateKey)
      })
  )
)

/** What is set of a key; what is missing of it is found out with the rest, and nothing is sent unsigned for that. */
const dkimOf = (
  domain: Option.Option<string>,
  selector: Option.Option<string>,
  privateKey: Option.Option<Redacted.Redacted>
): DkimKey | undefined =>
  Option.isNone(domain) && Option.isNone(selector) && Option.isNone(privateKey)
    ? undefined
    : {
        domain: Option.getOrElse(domain, () => ""),
        selector: Option.getOrElse(selector, () => ""),
        privateKey: Option.getOrElse(privateKey, () => Redacted.make(""))
      }
