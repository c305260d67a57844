/** A mail server that really takes mail, over TLS on loopback, and keeps what it took as it came. */
import { buffer } from "node:stream/consumers"
import * as Effect from "effect/Effect"
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from "smtp-server"
import type { Certificate } from "./certificates.ts"

/** A mail as it came. */
export interface Mail {
  /** To whom it came, as the envelope says. */
  readonly to: ReadonlyArray<string>
  /** From whom, as the envelope says. */
  readonly from: string
  /** Its bytes. */
  readonly raw: Buffer
  /** What is known of the connection. */
  readonly session: Pick<SMTPServerSession, "secure" | "user"> & {
    readonly smtpUtf8: boolean
    readonly bodyType: string
  }
}

/** What it says in the place of taking, `450 4.7.1 Greylisted`; it takes what nothing is said of. */
export interface Answers {
  /** When somebody connects. */
  readonly connect?: string
  /** To name and password. */
  readonly auth?: string
  /** To whoever sends. */
  readonly mail?: string
  /** To an address. */
  readonly rcpt?: (address: string) => string | undefined
  /** To the whole letter, which it has not kept then. */
  readonly data?: string
  /** Whether it keeps the letter and ends the connection in the place of an answer. */
  readonly silentAfterData?: boolean
}

/** How it is made. */
export interface Making extends Certificate {
  /** Who may send; whoever asks for nothing may if it is left out. */
  readonly login?: { readonly user: string; readonly pass: string }
  /** Further options of the server. */
  readonly options?: SMTPServerOptions
}

/** A server that is running. */
export interface MailServer {
  readonly port: number
  /** What it took, in order. */
  readonly mails: Array<Mail>
  /** What it answers from now on. */
  answers: Answers
  /** What it is. */
  readonly server: SMTPServer
  /** Ends all connections at once. */
  readonly hangUp: () => void
}

const refusal = (answer: string) =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) })

type Connection = Parameters<SMTPServer["connections"]["add"]>[0]

/** Greets at once: nobody here talks too early, which the server would otherwise wait for. */
class Greeted extends Set<Connection> {
  override add(connection: Connection): this {
    connection.init = () => connection._setListeners(() => connection.connectionReady())
    return super.add(connection)
  }
}

/** Starts one for as long as the scope lasts. */
export const mailServer = ({ cert, key, login, options = {} }: Making) =>
  Effect.acquireRelease(
    Effect.promise(
      () =>
        new Promise<MailServer>((resolve, reject) => {
          const ifAny = (answer: string | undefined, done: (error?: Error | null) => void): void =>
            answer === undefined ? done() : done(refusal(answer))
          const server = new SMTPServer({
            cert,
            key,
            logger: false,
            disableReverseLookup: true,
            authOptional: login === undefined,
            closeTimeout: 1,
            onConnect: (_, done) => ifAny(running.answers.connect, done),
            onAuth: ({ password, username }, _, done) => {
              const { auth } = running.answers
              if (auth !== undefined) return done(refusal(auth))
              return username === login?.user && password === login?.pass
                ? done(null, { user: username })
                : done(refusal(`535 5.7.8 ${password} is not the password`))
            },
            onMailFrom: (_, __, done) => ifAny(running.answers.mail, done),
            onRcptTo: ({ address }, _, done) => ifAny(running.answers.rcpt?.(address), done),
            onData: (stream, session, done) => {
              const { data, silentAfterData } = running.answers
              const { bodyType = "7bit", mailFrom, rcptTo, smtpUtf8 = false } = session.envelope
              const keep = (raw: Buffer) => {
                if (data !== undefined) return done(refusal(data))
                if (stream.sizeExceeded) return done(refusal("552 5.3.4 too large"))
                running.mails.push({
                  to: rcptTo.map(({ address }) => address),
                  from: mailFrom === false ? "" : mailFrom.address,
                  raw,
                  session: { secure: session.secure, user: session.user, smtpUtf8, bodyType }
                })
                return silentAfterData === true
                  ? running.hangUp()
                  : done(null, `2.0.0 Ok: kept as ${running.mails.length}`)
              }
              // a connection that broke off in the middle is no letter
              buffer(stream).then(keep, () => undefined)
            },
            ...options
          })
          const running: MailServer = {
            port: 0,
            mails: [],
            answers: {},
            server,
            hangUp: () => {
              for (const connection of server.connections) connection._socket.destroy()
            }
          }
          server.connections = new Greeted()
          // what clients do to it is not its concern
          server.on("error", () => undefined)
          server.server.once("error", reject).on("connection", (socket) => socket.setNoDelay(true))
          server.listen(0, "127.0.0.1", () => {
            const address = server.server.address()
            const port = typeof address === "object" && address !== null ? address.port : 0
            resolve(Object.assign(running, { port }))
          })
        })
    ),
    ({ hangUp, server }) =>
      Effect.promise(
        () =>
          new Promise<void>((resolve) => {
            server.close(resolve)
            hangUp()
          })
      )
  )
