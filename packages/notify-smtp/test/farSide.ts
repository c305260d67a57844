/** A mail server at the end of a line, for the suite: everything that reads its mails is of other people's making. */
import { type FarSide, type Interruption, type Received, sentOn, toldClock } from "@banfa/testing/notifier"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type ParsedMail, simpleParser } from "mailparser"
import { layer, type Options } from "../src/SmtpNotifier.ts"
import { authority, yesterday } from "./certificates.ts"
import { type Fault, type Line, line } from "./Line.ts"
import { type Answers, type Mail, type MailServer, mailServer } from "./MailServer.ts"

/** What the tests send with. */
export const login = { user: "banfa", pass: "Kein%Wort/über+dies" }

const ca = await authority()
const [own, others, over] = await Promise.all([
  ca.sign({ to: { ip: "127.0.0.1" } }),
  ca.sign({ to: { name: "mail.example.org" } }),
  ca.sign({ to: { ip: "127.0.0.1" }, until: yesterday() })
])
const unknown = await (await authority()).sign({ to: { ip: "127.0.0.1" } })

/** Certificates of the server: its own, and some that it should not have. */
export const certificates = { own, others, over, unknown }

/** The settings of a channel to a port. */
export const settings = (port: number, more: Partial<Options> = {}): Options => ({
  url: `smtp://${login.user}:${encodeURIComponent(login.pass)}@127.0.0.1:${port}`,
  from: "信息化主管部门（示例） <notice@info.example.gov.cn>",
  ca: ca.cert,
  ...more
})

/** A server at the end of a line, for as long as the scope lasts. */
export interface Connected {
  readonly server: MailServer
  readonly line: Line
}

/** Starts one that takes mails of so many bytes. */
export const connected = (size = 20_000_000, silent?: () => void): Effect.Effect<Connected, never, Scope.Scope> =>
  Effect.gen(function* () {
    const server = yield* mailServer({ ...own, login, options: { size } })
    return { server, line: yield* line(server.port, silent) }
  })

/** A mail, read with `mailparser`. */
export const read = (mail: Pick<Mail, "raw">): Promise<ParsedMail> =>
  simpleParser(mail.raw, { skipTextToHtml: true, skipHtmlToText: true, skipTextLinks: true })

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }

/** What a browser shows of a page without pictures and scripts. */
const shownOf = (page: string): string =>
  page
    .replace(/<head>[\s\S]*?<\/head>/, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+|#\d+);/g, (whole, name: string) => entities[name] ?? whole)

/** The parts of a mail of which the suite reads. */
export type Part = "text" | "html"

/** A mail as the suite reads it. */
export const receivedOf = async (mail: Pick<Mail, "raw" | "to">, part: Part): Promise<Received> => {
  const { headerLines, html = "", messageId = "", text = "" } = await read(mail)
  const page = typeof html === "string" ? html : ""
  const said = part === "text" ? text : shownOf(page)
  return {
    id: messageId,
    to: mail.to,
    text: { zh: said, en: said },
    shape: [
      ...headerLines.map(({ key }) => key),
      ...[...page.matchAll(/<(\/?[a-z]\w*)/gi)].map(([, element]) => `<${element}>`)
    ]
  }
}

const farSideOf = ({ line, server }: Connected, part: Part): FarSide => ({
  layer: layer(settings(line.port)),
  received: Effect.promise(() => Promise.all(server.mails.map((mail) => receivedOf(mail, part)))),
  address: (number) => `person${number}@organ.example.gov.cn`,
  refused: "nobody@organ.example.gov.cn"
})

const nobody = (address: string): string | undefined =>
  address.startsWith("nobody@") ? "550 5.1.1 there is nobody of that name" : undefined

/** A far side of its own, which takes mails of so many bytes. */
export const farSide = (part: Part, size?: number) =>
  Effect.map(connected(size), (made) => {
    made.server.answers = { rcpt: nobody }
    return farSideOf(made, part)
  })

const interruption = (
  ends: Interruption["ends"],
  begin: (made: Connected) => void | Promise<void>,
  end: (made: Connected) => void | Promise<void>,
  mayHold = false
): Effect.Effect<Interruption, unknown, Scope.Scope> =>
  Effect.suspend(() => {
    const clock = toldClock()
    return Effect.map(
      connected(undefined, () => clock.pass()),
      (made) => {
        const far = farSideOf(made, "text")
        return {
          ...far,
          // who waits for what does not come waits until the line has fallen silent, and not a moment longer
          layer: sentOn(clock, layer(settings(made.line.port))),
          begin: Effect.promise(async () => begin(made)),
          end: Effect.promise(async () => end(made)),
          ends,
          mayHold
        }
      }
    )
  })

const unavailable = { reason: "unavailable", retry: true } as const
const lineThat = (fault: Fault) =>
  interruption(
    unavailable,
    ({ line }) => line.become(fault),
    ({ line }) => line.become({ _tag: "None" })
  )
const serverThat = (answers: Answers, ends: Interruption["ends"], mayHold = false) =>
  interruption(
    ends,
    ({ server }) => {
      server.answers = answers
      server.hangUp()
    },
    ({ server }) => {
      server.answers = {}
    },
    mayHold
  )
const encryptedBy = (certificate: typeof own, ends: Interruption["ends"]) =>
  interruption(
    ends,
    ({ server }) => {
      server.server.updateSecureContext(certificate)
      server.hangUp()
    },
    ({ server }) => server.server.updateSecureContext(own)
  )

const refused = { reason: "refused", retry: false } as const
const untrusted = { reason: "untrusted", retry: false } as const

/** The way that is the shortest. */
export const gone = { "the server is gone": lineThat({ _tag: "Refuses" }) }

/** The ways in which it fails. */
export const interruptions: Readonly<Record<string, Effect.Effect<Interruption, unknown, Scope.Scope>>> = {
  ...gone,
  "the server takes connections and says nothing": lineThat({ _tag: "Silent", after: 0 }),
  "the server falls silent in the middle of a letter": lineThat({ _tag: "Silent", after: 3000 }),
  "the connection breaks while it is encrypted": lineThat({ _tag: "Cut", after: 100 }),
  "the connection breaks in the middle of a letter": lineThat({ _tag: "Cut", after: 3000 }),
  "the answer to a letter is lost": serverThat({ silentAfterData: true }, unavailable, true),
  "the server takes nobody now": serverThat({ connect: "421 4.3.2 going down" }, unavailable),
  "the server does not take whoever sends, for now": serverThat({ mail: "451 4.3.0 later" }, unavailable),
  "the server does not know the letter yet (greylisting)": serverThat(
    { rcpt: () => "450 4.7.1 greylisted" },
    unavailable
  ),
  "the server has no room": serverThat({ rcpt: () => "452 4.3.1 no room" }, unavailable),
  "the server does not take the letter, for now": serverThat({ data: "451 4.7.1 later" }, unavailable),
  "the server finds that too much is sent": serverThat(
    { data: "450 4.7.28 too much" },
    { reason: "throttled", retry: true }
  ),
  "the server does not take whoever sends": serverThat({ mail: "550 5.7.1 not you" }, refused),
  "the server knows nobody of that name": serverThat(
    { rcpt: () => "550 5.1.1 nobody" },
    { reason: "invalid-address", retry: false }
  ),
  "the server passes nothing on": serverThat({ rcpt: () => "554 5.7.1 relay access denied" }, refused),
  "the mailbox is full": serverThat({ rcpt: () => "552 5.2.2 full" }, refused),
  "the server does not take the letter": serverThat({ data: "554 5.7.1 spam" }, refused),
  "the letter is too large": serverThat({ data: "552 5.3.4 too large" }, { reason: "too-large", retry: false }),
  "the password is another": serverThat(
    { auth: `535 5.7.8 ${login.pass} is not it` },
    { reason: "not-authorized", retry: false }
  ),
  "nobody can be let in, for now": serverThat({ auth: "454 4.7.0 later" }, unavailable),
  "the certificate is for another name": encryptedBy(others, untrusted),
  "the certificate is over": encryptedBy(over, untrusted),
  "the certificate is of an authority that nobody trusts": encryptedBy(unknown, untrusted),
  "the server does not encrypt": interruption(
    untrusted,
    ({ server }) => {
      server.server.options.disabledCommands = ["STARTTLS"]
      server.hangUp()
    },
    ({ server }) => {
      server.server.options.disabledCommands = []
    }
  )
}

/** What looks like an address of a mail and is none. */
export const notAddresses = (good: string): ReadonlyArray<string> => [
  "person",
  "@organ.example.gov.cn",
  "person@",
  "person@localhost",
  "person@127.0.0.1",
  "person@[127.0.0.1]",
  "person@0x7f.1",
  "person@-organ.example.cn",
  "person@organ..cn",
  "person@organ.example.gov.cn.",
  "person@organ。cn",
  "person@or\u00ADgan.example.gov.cn",
  "per son@organ.example.gov.cn",
  '"per son"@organ.example.gov.cn',
  "person(comment)@organ.example.gov.cn",
  ".person@organ.example.gov.cn",
  "person@other@organ.example.gov.cn",
  `${"p".repeat(65)}@organ.example.gov.cn`,
  `person@${"organ.".repeat(50)}cn`,
  `<${good}>`,
  `Person <${good}>`,
  `${good}, other@organ.example.gov.cn`,
  `${good};other@organ.example.gov.cn`,
  `group:${good};`,
  `${good}> NOTIFY=NEVER`,
  `mailto:${good}`
]
