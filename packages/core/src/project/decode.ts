/** Facts about projects from outside: decoded, or refused with every finding. @module */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Text } from "../regulation/Text.ts"
import { type BadInput, badInputs } from "../verdict/BadInput.ts"
import { Event, type EventTag } from "./Event.ts"

const BadEvent = Schema.Struct({ index: Schema.Int, path: Schema.String, zh: Schema.String, en: Schema.String })

/** Input that is not facts about projects: every finding, with the place of each. */
export class InvalidEvents extends Schema.TaggedError<InvalidEvents>()("InvalidEvents", {
  /** Each with the place of the fact in the list, the path inside it, and what is wrong. */
  findings: Schema.Array(BadEvent)
}) {
  /** For people. */
  get text(): Text {
    const all = (language: keyof Text) => this.findings.map((f) => `[${f.index}] ${f.path} ${f[language]}`).join("; ")
    return { zh: `输入的事实不合格式：${all("zh")}`, en: `the facts are malformed: ${all("en")}` }
  }
  override get message(): string {
    return `${this.text.zh} / ${this.text.en}`
  }
}

const isTag = (tag: unknown): tag is EventTag => typeof tag === "string" && Object.hasOwn(Event.cases, tag)

const decoders = Object.fromEntries(
  Object.entries(Event.cases).map(([tag, schema]) => [
    tag,
    Schema.decodeUnknownResult(schema as typeof Event.cases.Applied, { errors: "all", onExcessProperty: "error" })
  ])
) as unknown as { readonly [T in EventTag]: (input: unknown) => Result.Result<Event, Schema.SchemaError> }

const bad = (zh: string, en: string, path = ""): ReadonlyArray<BadInput> => [{ path, zh, en }]

/** One fact, or all that is wrong with it. */
const one = (input: unknown): Result.Result<Event, ReadonlyArray<BadInput>> => {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return Result.fail(bad("一项事实应为一个对象", "a fact is an object"))
  const tag = (input as { readonly _tag?: unknown })._tag
  if (!isTag(tag)) {
    const shown = typeof tag === "string" ? tag.slice(0, 60) : String(typeof tag)
    return Result.fail(bad(`没有“${shown}”这种事实`, `there is no kind of fact called "${shown}"`, "_tag"))
  }
  return Result.mapError(decoders[tag](input), (error) => badInputs(error.issue))
}

/**
 * Decodes facts about projects that come from outside. All or nothing: with one bad fact none is handed out, and every finding of every
 * fact is listed. Unknown keys are refused, so that a misspelt particular is not silently unknown.
 */
export const decodeEvents = (input: ReadonlyArray<unknown>): Result.Result<ReadonlyArray<Event>, InvalidEvents> => {
  const events: Array<Event> = []
  const findings: Array<typeof BadEvent.Type> = []
  for (const [index, item] of input.entries()) {
    const decoded = one(item)
    if (Result.isSuccess(decoded)) events.push(decoded.success)
    else for (const f of decoded.failure) findings.push({ index, ...f })
  }
  return findings.length === 0 ? Result.succeed(events) : Result.fail(new InvalidEvents({ findings }))
}
