import { type Accepted, NotDelivered } from "@banfa/core/port/Notifier"
import * as Option from "effect/Option"

/** What an endpoint answered. */
export interface Answer {
  /** The status of HTTP. */
  readonly status: number
  /** The header `retry-after`, as it came. */
  readonly retryAfter: string | undefined
  /** The beginning of the body of an answer that is no 2xx. */
  readonly body: string
}

type Why = Pick<NotDelivered, "reason" | "retry">

const byStatus: Readonly<Record<number, Why>> = {
  401: { reason: "not-authorized", retry: false },
  403: { reason: "not-authorized", retry: false },
  407: { reason: "not-authorized", retry: false },
  408: { reason: "unavailable", retry: true },
  413: { reason: "too-large", retry: false },
  425: { reason: "unavailable", retry: true },
  429: { reason: "throttled", retry: true }
}

const whyOf = (status: number): Why =>
  byStatus[status] ??
  (status >= 300 && status < 500 ? { reason: "refused", retry: false } : { reason: "unavailable", retry: true })

/** The longest that an endpoint can ask to be left alone, in milliseconds: a day. */
const longest = 24 * 60 * 60 * 1_000

/** The milliseconds of a `retry-after`, in seconds or as an instant; nothing where it is neither. At most a day. */
export const retryAfterOf = (value: string | undefined, now: number): number | undefined => {
  if (value === undefined) return undefined
  const text = value.trim()
  const after = /^\d+$/u.test(text)
    ? Number(text) * 1_000
    : /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u.test(text)
      ? Date.parse(text) - now
      : Number.NaN
  return Number.isNaN(after) ? undefined : Math.min(Math.max(after, 0), longest)
}

/** The text in one line, without control characters and signs that turn its direction, cut to what a `detail` holds. */
const inALine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\s]+/gu, " ")
    .trim()
    .slice(0, 450)
    .replace(/\p{Cs}$/u, "")

/** What an answer says of a letter: taken with any 2xx, whatever stands in its body. */
export const ofAnswer = (
  { body, retryAfter, status }: Answer,
  reference: string,
  now: number
): Accepted | NotDelivered => {
  if (status >= 200 && status < 300) return { status: "accepted", reference }
  const why = whyOf(status)
  const after = why.retry ? retryAfterOf(retryAfter, now) : undefined
  const said = inALine(body)
  const detail = said === "" ? `HTTP ${status}` : `HTTP ${status}: ${said}`
  return new NotDelivered({ ...why, detail, ...(after === undefined ? {} : { after }) })
}

/** What OpenSSL and Node say of a certificate that cannot be trusted. */
const ofCertificates =
  /^(?:CERT_|ERR_TLS_CERT_|ERR_TLS_INVALID_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CRL_|ERROR_IN_C|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|HOSTNAME_MISMATCH)/u

const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : ""

/** What an attempt to which nothing was answered says of a letter. */
export const ofSilence = (cause: unknown): NotDelivered => {
  const code = codeOf(cause)
  const message = inALine(cause instanceof Error ? cause.message : String(cause))
  const detail = code === "" ? message : `${code}: ${message}`
  if (code === "ERR_BANFA_NOT_PUBLIC") {
    return new NotDelivered({ reason: "invalid-address", retry: false, detail: message })
  }
  const why: Why = ofCertificates.test(code)
    ? { reason: "untrusted", retry: false }
    : { reason: "unavailable", retry: true }
  return new NotDelivered({ ...why, detail, cause })
}

/** What became of a letter at each of several addresses, as one answer. */
export const together = (
  each: ReadonlyArray<{ readonly address: string; readonly outcome: Accepted | NotDelivered }>
): Accepted | NotDelivered => {
  const refused = each.flatMap(({ address, outcome }) =>
    outcome instanceof NotDelivered ? [{ address, outcome }] : []
  )
  const taken = each.map(({ outcome }) => outcome).find((outcome) => !(outcome instanceof NotDelivered))
  if (taken !== undefined && !(taken instanceof NotDelivered)) {
    return refused.length === 0
      ? taken
      : { ...taken, refused: refused.map(({ address, outcome: { retry, text } }) => ({ address, text, retry })) }
  }
  // as long as it can still go to one, it is tried again
  const outcomes = refused.map(({ outcome }) => outcome)
  return Option.getOrElse(
    Option.fromUndefinedOr(outcomes.find(({ retry }) => retry) ?? outcomes[0]),
    () => new NotDelivered({ reason: "invalid-address", retry: false, detail: "" })
  )
}
