/**
 * What is asked of `EventStore.append` and what comes back, and the checks on a request that need no storage. Adapters
 * call {@link prepare} first, so that every store refuses the same requests in the same words.
 *
 * @module
 */
import * as Arr from "effect/Array"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { InvalidAppend, type Problem } from "./EventStoreError.ts"
import { canonical, isRecord, maxDepth } from "./Json.ts"
import type { IndexChange } from "./ReadSide.ts"
import { CommandId, EventId, type NewEvent, StreamId, type StreamVersion } from "./StoredEvent.ts"

/** One decision to be stored, whole or not at all. */
export interface AppendRequest {
  /** Made by the sender; the same for every retry. */
  readonly command: CommandId
  /** Every stream that the decision read, with the version it read (0: not there yet), each once. */
  readonly guards: ReadonlyArray<StreamVersion>
  /** The events, in order, at most {@link maxEvents}. Each one's stream is among the guards. */
  readonly events: Arr.NonEmptyReadonlyArray<NewEvent>
  /** What is read from the streams with these events, kept with them where a read side is kept. */
  readonly index?: IndexChange | undefined
}

/** What a command did: the same for a retry as for the first time. */
export interface Receipt {
  /** The command that was stored. */
  readonly command: CommandId
  /** Position of the command's last event. */
  readonly position: number
  /** The streams written to, in the order of their first event, with their versions after the command. */
  readonly versions: ReadonlyArray<StreamVersion>
}

/** Largest `data` of one event: bytes of its canonical JSON in UTF-8. */
export const maxDataBytes = 1_048_576

/** Most events of one append. */
export const maxEvents = 10_000

/** A checked event with the version it gets if the guards hold, and its data as canonical JSON. */
export interface PreparedEvent extends Omit<NewEvent, "data"> {
  /** Its place in its stream if the guards hold. */
  readonly version: number
  /** `data` as canonical JSON. */
  readonly json: string
}

/** A request that breaks no rule of the contract. */
export interface PreparedAppend {
  /** As requested. */
  readonly command: CommandId
  /** As requested. */
  readonly guards: ReadonlyArray<StreamVersion>
  /** At least one. */
  readonly events: ReadonlyArray<PreparedEvent>
  /** As requested. */
  readonly index: IndexChange | undefined
}

/** Checks a request, at run time too, where the brands may not have been kept. Lists every problem. */
export const prepare = (request: AppendRequest): Result.Result<PreparedAppend, InvalidAppend> => {
  const problems: Array<Problem> = []
  const report = (code: Problem["code"], at: string) => problems.push({ code, at, text: texts[code] })

  if (!isCommandId(request.command)) report("invalid-id", "command")
  const versions = new Map<StreamId, number>()
  for (const [i, { stream, version }] of request.guards.entries()) {
    if (!isStreamId(stream)) report("invalid-id", `guards[${i}].stream`)
    if (!Number.isSafeInteger(version) || version < 0) report("invalid-version", `guards[${i}].version`)
    if (versions.has(stream)) report("guard-repeated", `guards[${i}].stream`)
    versions.set(stream, version)
  }

  const ids = new Set<EventId>()
  // the events of a command are mostly of one instant
  let instantBefore: string | undefined
  const events = request.events.map(({ data, id, recordedAt, stream, type }, i): PreparedEvent => {
    const at = `events[${i}]`
    if (!isStreamId(stream)) report("invalid-id", `${at}.stream`)
    else if (!versions.has(stream)) report("stream-unguarded", `${at}.stream`)
    if (!isEventId(id)) report("invalid-id", `${at}.id`)
    else if (ids.has(id)) report("event-repeated", `${at}.id`)
    if (!isType(type)) report("invalid-type", `${at}.type`)
    if (recordedAt === instantBefore || isInstant(recordedAt)) instantBefore = recordedAt
    else report("invalid-instant", `${at}.recordedAt`)
    ids.add(id)
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    const json = isRecord(data) ? canonical(data) : Result.fail({ code: "not-json" as const, path: "" })
    if (Result.isFailure(json)) report(json.failure.code, `${at}.data${json.failure.path}`)
    else if (isTooLarge(json.success)) report("too-large", `${at}.data`)
    return { stream, version, id, type, json: Result.isSuccess(json) ? json.success : "", recordedAt }
  })
  if (events.length === 0) report("no-events", "events")
  if (events.length > maxEvents) report("too-many-events", "events")
  if (Arr.isReadonlyArrayNonEmpty(problems)) return Result.fail(new InvalidAppend({ problems }))
  return Result.succeed({ command: request.command, guards: request.guards, events, index: request.index })
}

const utf8 = new TextEncoder()

/** A code unit is at most three bytes, so only long texts have to be counted. */
const isTooLarge = (json: string): boolean => 3 * json.length > maxDataBytes && utf8.encode(json).length > maxDataBytes

const isCommandId = Schema.is(CommandId)
const isStreamId = Schema.is(StreamId)
const isEventId = Schema.is(EventId)
const isType = isEventId

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/u

/** The round trip through `Date` finds what the pattern cannot: 30 February, 25 o'clock. */
const isInstant = (text: unknown): boolean => {
  if (typeof text !== "string" || !instant.test(text)) return false
  const millis = Date.parse(text)
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text.slice(0, 19))
}

const texts: Readonly<Record<Problem["code"], Problem["text"]>> = {
  "invalid-id": {
    zh: "须为 1 至 200 个字符，且不含控制字符",
    en: "must have 1 to 200 characters and no control characters"
  },
  "invalid-version": { zh: "须为不小于 0 的整数", en: "must be a whole number of at least 0" },
  "guard-repeated": { zh: "同一事件流只能列一次", en: "names a stream a second time" },
  "no-events": { zh: "至少须有一个事件", en: "must hold at least one event" },
  "too-many-events": { zh: `多于 ${maxEvents} 个`, en: `are more than ${maxEvents}` },
  "stream-unguarded": { zh: "未列入所依据的事件流（guards）", en: "is not among the guards" },
  "event-repeated": { zh: "与同一请求中另一事件的编号相同", en: "is the id of another event of this request" },
  "invalid-type": {
    zh: "须为 1 至 200 个字符，且不含控制字符",
    en: "must have 1 to 200 characters and no control characters"
  },
  "invalid-instant": {
    zh: "须为世界协调时的时刻，如 2026-03-01T02:30:00Z",
    en: "must be an instant in UTC such as 2026-03-01T02:30:00Z"
  },
  "not-json": { zh: "不是 JSON 值", en: "is not a JSON value" },
  "too-deep": { zh: `嵌套超过 ${maxDepth} 层`, en: `nests deeper than ${maxDepth} levels` },
  "too-large": {
    zh: `超过 ${maxDataBytes} 字节（1 MiB）的上限`,
    en: `is larger than the limit of ${maxDataBytes} bytes (1 MiB)`
  }
}
