/** What an error of nodemailer says of a letter. */
import { NotDelivered, notDelivered, type RefusedAddress } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import type { NodemailerError } from "nodemailer"
import { inOneLine } from "./readable.ts"

type Ending = Pick<NotDelivered, "reason" | "retry">

const unavailable: Ending = { reason: "unavailable", retry: true }
const refused: Ending = { reason: "refused", retry: false }
const tooLarge: Ending = { reason: "too-large", retry: false }
const noAddress: Ending = { reason: "invalid-address", retry: false }
const notAuthorized: Ending = { reason: "not-authorized", retry: false }
const untrusted: Ending = { reason: "untrusted", retry: false }

/** What Node calls a certificate that it does not trust, and a far side with which no encryption comes about. */
const ofTls =
  /^(?:ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERROR_IN_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_|HOSTNAME_MISMATCH$|OUT_OF_MEM$)/

/** The enhanced status code of a reply (RFC 3463), without its class: `1.1` of `550 5.1.1 …`. */
const enhanced = (response = ""): string | undefined => /^\d{3}[ -][245]\.(\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]

/** A reply of class 4: greylisting, a full disk, a server that is going down. It may be taken later. */
const forNow = (status: string | undefined): Ending =>
  // a flood of mail, and congestion
  status === "7.28" || status === "4.5" ? { reason: "throttled", retry: true } : unavailable

/** A reply of class 5. Where the server says more than its number, that counts: 552 is a letter that is too large, or a mailbox that is full. */
const forGood = ({ command, responseCode }: NodemailerError, status: string | undefined): Ending => {
  // a sequence of commands that went wrong: another connection begins anew
  if (responseCode === 503) return unavailable
  if (responseCode === 530 || responseCode === 534 || responseCode === 535 || responseCode === 538) return notAuthorized
  if (status === "3.4" || status === "2.3" || responseCode === 523) return tooLarge
  const toWhom = command === "RCPT TO"
  if (status !== undefined) return toWhom && /^1\.[1-6]$/.test(status) ? noAddress : refused
  if (toWhom) return responseCode === 550 || responseCode === 551 || responseCode === 553 ? noAddress : refused
  return responseCode === 552 ? tooLarge : refused
}

const endingOf = (error: NodemailerError): Ending => {
  const { code, originalCode, response, responseCode = 0 } = error
  const status = enhanced(response)
  if (responseCode >= 400 && responseCode < 500) return forNow(status)
  if (code === "EAUTH" || code === "ENOAUTH") return notAuthorized
  if (originalCode !== undefined && ofTls.test(originalCode)) return untrusted
  // without a reply the connection broke while it was being encrypted
  if (code === "ETLS") return responseCode === 0 && originalCode === undefined ? unavailable : untrusted
  if (responseCode >= 500 && responseCode < 600) return forGood(error, status)
  // without a word of the server: nodemailer itself did not begin
  if (response === undefined && code === "EENVELOPE") return noAddress
  if (response === undefined && code === "EMESSAGE") return tooLarge
  return unavailable
}

/** A text in which no secret stands, on one line of at most 500 characters. */
export const shown = (text: string, secrets: ReadonlyArray<string>): string =>
  inOneLine(
    secrets.reduce((left, secret) => left.replaceAll(secret, "***"), text),
    500
  )

const detailOf = ({ message, originalCode, response }: NodemailerError, secrets: ReadonlyArray<string>): string =>
  shown(
    response ?? (originalCode === undefined || message.includes(originalCode) ? message : `${originalCode} ${message}`),
    secrets
  )

const isError = (error: unknown): error is NodemailerError => error instanceof Error

/** Why a letter went to nobody. */
export const notDeliveredOf = (thrown: unknown, secrets: ReadonlyArray<string>): NotDelivered => {
  const error = isError(thrown) ? thrown : new Error(String(thrown))
  const cause = Object.assign(new Error(shown(error.message, secrets)), { name: error.name })
  return new NotDelivered({ ...endingOf(error), detail: detailOf(error, secrets), cause })
}

/** An address to which a letter did not go although it went to others. */
export const refusedOf = (
  address: string,
  error: NodemailerError | undefined,
  secrets: ReadonlyArray<string>
): RefusedAddress => {
  const { reason, retry } = error === undefined ? refused : endingOf(error)
  const said = error === undefined ? "" : detailOf(error, secrets)
  const text: Text = {
    zh: said === "" ? notDelivered[reason].zh : `${notDelivered[reason].zh}：${said}`,
    en: said === "" ? notDelivered[reason].en : `${notDelivered[reason].en}: ${said}`
  }
  return { address, retry, text }
}
