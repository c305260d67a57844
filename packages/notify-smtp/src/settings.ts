import { createPrivateKey } from "node:crypto"
import { isIP } from "node:net"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import type { SMTPPoolOptions } from "nodemailer"
import { asciiDomain, type Mailbox, mailbox } from "./mailAddress.ts"
import { type Setting, SmtpMisconfigured } from "./SmtpMisconfigured.ts"

/** With what mails are signed (DKIM, RFC 6376), so that who receives them can see that they are of the domain and unchanged. */
export interface DkimKey {
  /** The domain that signs. */
  readonly domain: string
  /** Under which the public key stands in the DNS: `selector._domainkey.domain`. */
  readonly selector: string
  /** The private RSA key in PEM, of at least 2048 bits. */
  readonly privateKey: Redacted.Redacted
}

/** Where mails are handed over, and as whose. */
export interface Options {
  /**
   * `smtp://user:password@host:port`, encrypted by STARTTLS, by default on port 587, or `smtps://…`, encrypted from the start, by default on
   * port 465. User and password are percent-encoded, and left out where the server asks for none.
   */
  readonly url: string | Redacted.Redacted
  /** Who sends: `notice@example.gov.cn`, or with a name `某某局 <notice@example.gov.cn>`. Its domain stands in the id of every mail. */
  readonly from: string
  /** To whom people answer, where that is somebody else. */
  readonly replyTo?: string | undefined
  /** `required` if nothing is said. `none` does without encryption, for a server on this machine, and sends neither a name nor a password. */
  readonly tls?: "required" | "none" | undefined
  /** Certificates of authorities in PEM that are trusted in the place of those that Node trusts; `NODE_EXTRA_CA_CERTS` adds to those. */
  readonly ca?: string | ReadonlyArray<string> | undefined
  /** Signs every mail. */
  readonly dkim?: DkimKey | undefined
  /** Most connections that are open at a time, and letters under way; 8 if nothing is said, 1 to 100. */
  readonly connections?: number | undefined
  /** Most addresses of one letter, 100 if nothing is said, which every server takes; 1 to 1000. */
  readonly maxRecipients?: number | undefined
  /** After how many milliseconds an attempt is given up, 60,000 if nothing is said; 1,000 to 3,600,000. */
  readonly timeout?: number | undefined
}

/** The options, read and found right. */
export interface Settings {
  /** What nodemailer is given. */
  readonly transport: SMTPPoolOptions & { readonly pool: true }
  /** Who sends. */
  readonly from: Mailbox
  /** To whom people answer. */
  readonly replyTo: Mailbox | undefined
  /** The domain in the id of every mail. */
  readonly domain: string
  /** Most connections at a time. */
  readonly connections: number
  /** Most addresses of one letter. */
  readonly maxRecipients: number
  /** How long an attempt may take, in ms. */
  readonly timeout: number
  /** What must be in no text: the password, and what it looks like on its way. */
  readonly secrets: ReadonlyArray<string>
}

const revealed = (text: string | Redacted.Redacted): string => (typeof text === "string" ? text : Redacted.value(text))

const whole = (number: number, least: number, most: number): boolean =>
  Number.isSafeInteger(number) && number >= least && number <= most

interface Server {
  readonly secure: boolean
  readonly host: string
  readonly port: number
  readonly auth: { readonly user: string; readonly pass: string } | undefined
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const serverOf = (text: string): Server | undefined => {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== "smtp:" && url.protocol !== "smtps:")) return undefined
  const { hash, hostname, pathname, port, protocol, search } = url
  const [user, pass] = [decoded(url.username), decoded(url.password)]
  // a query could switch the checking of certificates off
  const rest = pathname.replace(/^\/$/, "") + search + hash
  const host = hostname.replace(/^\[|\]$/g, "")
  if (isIP(host) === 0 && !/^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(host)) return undefined
  if (rest !== "" || user === undefined || pass === undefined) return undefined
  if ((user === "") !== (pass === "")) return undefined
  const secure = protocol === "smtps:"
  return {
    secure,
    host,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    auth: user === "" ? undefined : { user, pass }
  }
}

const isRsaKey = (pem: string): boolean => {
  try {
    const { asymmetricKeyDetails, asymmetricKeyType } = createPrivateKey(pem)
    return asymmetricKeyType === "rsa" && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  } catch {
    return false
  }
}

const base64 = (text: string): string => Buffer.from(text).toString("base64")

const secretsOf = ({ auth }: Server): ReadonlyArray<string> =>
  auth === undefined
    ? []
    : [auth.pass, encodeURIComponent(auth.pass), base64(auth.pass), base64(`\0${auth.user}\0${auth.pass}`)]

/** Reads the options, or says everything that is wrong with them. */
export const settingsOf = (options: Options): Result.Result<Settings, SmtpMisconfigured> => {
  const { connections = 8, dkim, maxRecipients = 100, timeout = 60_000, tls = "required" } = options
  const server = serverOf(revealed(options.url))
  const from = mailbox(options.from)
  const replyTo = options.replyTo === undefined ? undefined : mailbox(options.replyTo)
  const domain = from && asciiDomain(from.address.slice(from.address.lastIndexOf("@") + 1))
  const signing = dkim && asciiDomain(dkim.domain)
  const wrong: ReadonlyArray<Setting | false> = [
    server === undefined && "url",
    tls === "none" && server?.auth !== undefined && "credentials",
    ((tls !== "required" && tls !== "none") || (tls === "none" && server?.secure === true)) && "tls",
    domain === undefined && "from",
    options.replyTo !== undefined && replyTo === undefined && "replyTo",
    !whole(connections, 1, 100) && "connections",
    !whole(maxRecipients, 1, 1000) && "maxRecipients",
    !whole(timeout, 1000, 3_600_000) && "timeout",
    dkim !== undefined && signing === undefined && "dkim.domain",
    dkim !== undefined && !/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(dkim.selector) && "dkim.selector",
    // nodemailer sends unsigned what it cannot sign
    dkim !== undefined && !isRsaKey(Redacted.value(dkim.privateKey)) && "dkim.privateKey"
  ]
  const settings = wrong.filter((setting) => setting !== false)
  if (settings.length > 0 || server === undefined || from === undefined || domain === undefined) {
    return Result.fail(new SmtpMisconfigured({ settings }))
  }
  const { auth, host, port, secure } = server
  const inTime = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout }
  return Result.succeed({
    from,
    replyTo,
    domain,
    connections,
    maxRecipients,
    timeout,
    secrets: secretsOf(server),
    transport: {
      pool: true,
      host,
      port,
      secure,
      ...(auth === undefined ? {} : { auth }),
      ...(tls === "required" ? { requireTLS: true } : { ignoreTLS: true }),
      tls: { ...(options.ca === undefined ? {} : { ca: [options.ca].flat() }) },
      maxConnections: connections,
      // once: a connection that the server has ended meanwhile is no reason to fail, and whoever sends decides about the rest
      maxRequeues: 1,
      ...inTime,
      // a letter never names a file or an address whose content is to be fetched
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(dkim === undefined || signing === undefined
        ? {}
        : { dkim: { domainName: signing, keySelector: dkim.selector, privateKey: Redacted.value(dkim.privateKey) } })
    }
  })
}
