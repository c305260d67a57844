/**
 * The checks on what is asked of `Deliveries` that need no storage. Adapters call these first, so that every one of them refuses the same in the
 * same words.
 *
 * @module
 */
import * as Arr from "effect/Array"
import * as Result from "effect/Result"
import { maxDataBytes } from "./Append.ts"
import { type Claim, type Delivery, type DeliveryReceipt, type Settled, statuses } from "./Delivery.ts"
import { type DeliveryProblem, InvalidDelivery } from "./InvalidDelivery.ts"
import { canonical, isRecord, type JsonObject, maxDepth } from "./Json.ts"

/** Longest id of a delivery, and longest lane: UTF-16 units. */
export const maxIdLength = 1000

/** Longest name of a channel: UTF-16 units. */
export const maxChannelLength = 100

/** Most deliveries, attempts, receipts or ids that one call brings. */
export const maxDeliveries = 10_000

/** Most deliveries that are handed out or listed at once. */
export const maxHandedOut = 1000

/** Data as canonical JSON in the place of data. */
export interface Prepared {
  /** The data as canonical JSON. */
  readonly json: string
}

/** A delivery that breaks no rule of the contract. */
export interface PreparedDelivery extends Omit<Delivery, "data">, Prepared {}

/** What became of an attempt, as it was said, breaking no rule. */
export interface PreparedSettled extends Omit<Settled, "detail">, Prepared {}

/** A receipt to be added that breaks no rule. */
export interface PreparedNote extends Pick<DeliveryReceipt, "id" | "status" | "at">, Prepared {}

/** Deliveries to be put in: of several with one id the first. */
export const prepareEnqueue = (
  deliveries: ReadonlyArray<Delivery>
): Result.Result<ReadonlyArray<PreparedDelivery>, InvalidDelivery> =>
  checked("enqueue", (check) => {
    check.many(deliveries)
    const prepared = deliveries.map(({ channel, data, id, lane, notBefore }, i): PreparedDelivery => {
      const at = `[${i}]`
      check.id(id, `${at}.id`)
      check.that(isText(channel, maxChannelLength), "invalid-channel", `${at}.channel`)
      check.that(isText(lane, maxIdLength), "invalid-lane", `${at}.lane`)
      check.instant(notBefore, `${at}.notBefore`)
      return { id, channel, lane, notBefore, json: check.json(data, `${at}.data`) }
    })
    const seen = new Set<string>()
    return prepared.filter(({ id }) => seen.size < seen.add(id).size)
  })

/** What is asked to be handed out. */
export const prepareClaim = (claim: Claim): Result.Result<Claim, InvalidDelivery> =>
  checked("claim", (check) => {
    const { at, channel, limit, until } = claim
    check.that(isText(channel, maxChannelLength), "invalid-channel", "channel")
    check.instant(at, "at")
    check.instant(until, "until")
    check.that(!isInstant(at) || !isInstant(until) || at < until, "lease-without-time", "until")
    check.that(Number.isSafeInteger(limit) && limit >= 1 && limit <= maxHandedOut, "invalid-limit", "limit")
    return claim
  })

/** What became of attempts. */
export const prepareSettle = (
  settled: ReadonlyArray<Settled>,
  at: string
): Result.Result<ReadonlyArray<PreparedSettled>, InvalidDelivery> =>
  checked("settle", (check) => {
    check.many(settled)
    check.instant(at, "at")
    return settled.map(({ again, attempt, detail, id, status }, i): PreparedSettled => {
      const place = `[${i}]`
      check.id(id, `${place}.id`)
      check.that(Number.isSafeInteger(attempt) && attempt >= 1, "invalid-attempt", `${place}.attempt`)
      check.that(ends.has(status), "invalid-status", `${place}.status`)
      if (status !== "failed") check.that(again === undefined, "again-unasked", `${place}.again`)
      else if (again === undefined) check.that(false, "again-missing", `${place}.again`)
      else check.instant(again, `${place}.again`)
      return { id, attempt, status, again, json: check.json(detail, `${place}.detail`) }
    })
  })

/** Receipts to be added. */
export const prepareNote = (
  receipts: ReadonlyArray<Pick<DeliveryReceipt, "id" | "status" | "at" | "detail">>
): Result.Result<ReadonlyArray<PreparedNote>, InvalidDelivery> =>
  checked("note", (check) => {
    check.many(receipts)
    return receipts.map(({ at, detail, id, status }, i): PreparedNote => {
      const place = `[${i}]`
      check.id(id, `${place}.id`)
      check.that(statuses.includes(status), "invalid-status", `${place}.status`)
      check.instant(at, `${place}.at`)
      return { id, status, at, json: check.json(detail, `${place}.detail`) }
    })
  })

/** Ids to be handed out again: each once. */
export const prepareResend = (
  ids: ReadonlyArray<string>,
  at: string
): Result.Result<ReadonlyArray<string>, InvalidDelivery> =>
  checked("resend", (check) => {
    check.many(ids)
    check.instant(at, "at")
    for (const [i, id] of ids.entries()) check.id(id, `[${i}]`)
    return [...new Set(ids)]
  })

/** So many as are listed at once: 100 if nothing is said. */
export const listed = (limit = 100): number =>
  Math.max(0, Math.min(maxHandedOut, Math.floor(Number.isNaN(limit) ? 0 : limit)))

/** Whether a text can be the id of a delivery: another is never looked for. */
export const isDeliveryId = (id: unknown): id is string => isText(id, maxIdLength)

const ends: ReadonlySet<unknown> = new Set<Settled["status"]>([
  "sent",
  "accepted",
  "refused",
  "silenced",
  "failed",
  "dead"
])

/** What is asked of a request piece by piece; each that does not hold is a problem. */
const checks = (problems: Array<DeliveryProblem>) => {
  const that = (holds: boolean, code: DeliveryProblem["code"], at: string): void => {
    if (!holds) problems.push({ code, at, text: texts[code] })
  }
  return {
    that,
    many: (all: ReadonlyArray<unknown>) => that(all.length <= maxDeliveries, "too-many", "length"),
    id: (id: unknown, at: string) => that(isDeliveryId(id), "invalid-id", at),
    instant: (text: unknown, at: string) => that(isInstant(text), "invalid-instant", at),
    json: (data: JsonObject, at: string): string => {
      const json = isRecord(data) ? canonical(data) : Result.fail({ code: "not-json" as const, path: "" })
      if (Result.isFailure(json)) that(false, json.failure.code, `${at}${json.failure.path}`)
      else that(!isTooLarge(json.success), "too-large", at)
      return Result.getOrElse(json, () => "")
    }
  }
}

const checked = <A>(
  operation: string,
  body: (check: ReturnType<typeof checks>) => A
): Result.Result<A, InvalidDelivery> => {
  const problems: Array<DeliveryProblem> = []
  const answer = body(checks(problems))
  return Arr.isReadonlyArrayNonEmpty(problems)
    ? Result.fail(new InvalidDelivery({ operation, problems }))
    : Result.succeed(answer)
}

const isText = (text: unknown, most: number): text is string =>
  typeof text === "string" && text.length >= 1 && text.length <= most && !/[\p{Cc}\p{Cs}]/u.test(text)

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u

/** The round trip through `Date` finds what the pattern cannot: 30 February, 25 o'clock. */
const isInstant = (text: unknown): text is string => {
  if (typeof text !== "string" || !instant.test(text)) return false
  const millis = Date.parse(text)
  return !Number.isNaN(millis) && new Date(millis).toISOString() === text
}

const utf8 = new TextEncoder()

/** A code unit is at most three bytes, so only long texts have to be counted. */
const isTooLarge = (json: string): boolean => 3 * json.length > maxDataBytes && utf8.encode(json).length > maxDataBytes

const characters = (most: number) => ({
  zh: `须为 1 至 ${most} 个字符，且不含控制字符`,
  en: `must have 1 to ${most} characters and no control characters`
})

const texts: Readonly<Record<DeliveryProblem["code"], DeliveryProblem["text"]>> = {
  "invalid-id": characters(maxIdLength),
  "invalid-channel": characters(maxChannelLength),
  "invalid-lane": characters(maxIdLength),
  "invalid-instant": {
    zh: "须为精确到毫秒的世界协调时时刻，如 2026-03-01T02:30:00.000Z",
    en: "must be an instant in UTC with milliseconds such as 2026-03-01T02:30:00.000Z"
  },
  "invalid-status": { zh: "不是此处可用的结果", en: "is no status that can be given here" },
  "invalid-attempt": { zh: "须为不小于 1 的整数", en: "must be a whole number of at least 1" },
  "invalid-limit": { zh: `须为 1 至 ${maxHandedOut} 的整数`, en: `must be a whole number from 1 to ${maxHandedOut}` },
  "lease-without-time": { zh: "须晚于领取的时刻（at）", en: "must be later than the instant of the claim (at)" },
  "again-missing": { zh: "发送失败的，须写明何时再次发送", en: "must say when one that failed is tried again" },
  "again-unasked": {
    zh: "只有发送失败的（failed）才可写明何时再次发送",
    en: "is only for one that failed: nothing else is tried again"
  },
  "too-many": { zh: `多于 ${maxDeliveries} 项`, en: `is more than ${maxDeliveries}` },
  "not-json": { zh: "不是 JSON 值", en: "is not a JSON value" },
  "too-deep": { zh: `嵌套超过 ${maxDepth} 层`, en: `nests deeper than ${maxDepth} levels` },
  "too-large": {
    zh: `超过 ${maxDataBytes} 字节（1 MiB）的上限`,
    en: `is larger than the limit of ${maxDataBytes} bytes (1 MiB)`
  }
}
