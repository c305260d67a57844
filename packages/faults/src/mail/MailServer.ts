import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { SMTPServer } from "smtp-server"
import type { Random } from "../random.ts"

/** A mail that was taken. */
export interface Mail {
  /** By which its reader tells it from others. */
  readonly messageId: string
  /** The id of its delivery. */
  readonly notice: string
}

/** Where a mail is when a dispatcher is killed: before it is sent, under way, kept and not answered, or answered. */
export const stages = ["sender", "recipient", "letter", "kept", "answered"] as const

/** One of {@link stages}. */
export type Stage = (typeof stages)[number]

/** A server that takes mails, and what it took. */
export interface MailServer {
  readonly port: number
  /** Everything that it took, in order. */
  readonly mails: ReadonlyArray<Mail>
  /** How often it did not take one, since it answered so or broke off. */
  readonly notTaken: () => number
  /** Called at each stage of each mail. */
  at: (stage: Stage) => void
  /** From now on it takes every mail. */
  readonly takeAll: () => void
  readonly close: () => Promise<void>
}

const headerOf = (mail: string, name: string): string =>
  (new RegExp(`^${name}:((?:.*)(?:\\r?\\n[ \\t].*)*)`, "im").exec(mail)?.[1] ?? "").replace(/\s+/g, "")

/** Starts one on loopback, without encryption. Of forty mails it does not take one, at a stage that is drawn, for now or by breaking off. */
export const startMailServer = async (draw: Random): Promise<MailServer> => {
  const mails: Array<Mail> = []
  let [notTaken, moody] = [0, true]
  const refusal = (responseCode: number) => Object.assign(new Error("4.3.0 not now"), { responseCode })
  /** Whether it is one of those that are not taken here. */
  const notHere = (): boolean => {
    if (!moody || !draw.oneIn(120)) return false
    notTaken++
    return true
  }
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 1,
    logger: false,
    onMailFrom: (_, __, done) => {
      running.at("sender")
      done(notHere() ? refusal(451) : null)
    },
    onRcptTo: (_, __, done) => {
      running.at("recipient")
      done(notHere() ? refusal(450) : null)
    },
    onData: (stream, session, done) => {
      running.at("letter")
      if (notHere()) {
        for (const connection of server.connections) if (connection.session === session) connection._socket.destroy()
      }
      const keep = (mail: string) => {
        mails.push({
          messageId: headerOf(mail, "message-id"),
          notice: decodeURIComponent(headerOf(mail, "x-banfa-notice"))
        })
        running.at("kept")
        done(null)
        running.at("answered")
      }
      // whoever broke off in the middle has sent nothing
      text(stream).then(keep, () => undefined)
    }
  })
  server.on("error", () => undefined)
  await once(server.listen(0, "127.0.0.1"), "listening")
  const running: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    mails,
    notTaken: () => notTaken,
    at: () => undefined,
    takeAll: () => {
      moody = false
    },
    close: () => new Promise((resolve) => server.close(resolve))
  }
  return running
}
