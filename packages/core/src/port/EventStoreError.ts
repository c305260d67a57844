/**
 * What a store answers instead of a receipt or an event. Each error has a `text` in Chinese and in English for people;
 * `message` is both.
 */
import * as Schema from "effect/Schema"
import type { Text } from "../regulation/Text.ts"
import { CommandId, EventId, StreamId } from "./StoredEvent.ts"

const both = ({ en, zh }: Text): string => `${zh} ${en}`

const MovedStream = Schema.Struct({ stream: StreamId, expected: Schema.Int, actual: Schema.Int })

/**
 * The decision is out of date: of the streams it read, these have another version now. All of them are listed, in the
 * order of the guards. Nothing was stored; read again and decide again.
 */
export class Conflict extends Schema.TaggedError<Conflict>()("Conflict", {
  /** Each stream with the version that was expected and the one that it has. */
  moved: Schema.NonEmptyArray(MovedStream)
}) {
  /** For people. */
  get text(): Text {
    const list = (separator: string) =>
      this.moved.map(({ actual, expected, stream }) => `${stream} (${expected} → ${actual})`).join(separator)
    return {
      zh: `所依据的事件流已有变动，未存入任何内容，请重新读取后再作决定：${list("、")}。`,
      en: `Streams that the decision read have moved; nothing was stored. Read again and decide again: ${list(", ")}.`
    }
  }
  override get message(): string {
    return both(this.text)
  }
}

/** The id of this `command` was used before, with other events. Nothing was stored; a new command needs a new id. */
export class CommandReused extends Schema.TaggedError<CommandReused>()("CommandReused", { command: CommandId }) {
  /** For people. */
  get text(): Text {
    return {
      zh: `命令编号 ${this.command} 已用于另一内容，未存入任何内容；新的命令须用新的编号。`,
      en: `Command id ${this.command} was used before with other content; nothing was stored. Use a new id.`
    }
  }
  override get message(): string {
    return both(this.text)
  }
}

/** Events with these ids were stored before, by these other commands. Nothing was stored. */
export class DuplicateEvent extends Schema.TaggedError<DuplicateEvent>()("DuplicateEvent", {
  /** Each id with the command that stored it. */
  events: Schema.NonEmptyArray(Schema.Struct({ id: EventId, command: CommandId }))
}) {
  /** For people. */
  get text(): Text {
    const ids = (separator: string) => this.events.map(({ command, id }) => `${id} (${command})`).join(separator)
    return {
      zh: `下列事件编号已由其他命令存入，本次未存入任何内容：${ids("、")}。`,
      en: `Events with these ids were stored by other commands; nothing was stored: ${ids(", ")}.`
    }
  }
  override get message(): string {
    return both(this.text)
  }
}

const Problem = Schema.Struct({
  code: Schema.Literals([
    "invalid-id",
    "invalid-version",
    "guard-repeated",
    "no-events",
    "too-many-events",
    "stream-unguarded",
    "event-repeated",
    "invalid-type",
    "invalid-instant",
    "not-json",
    "too-deep",
    "too-large"
  ]),
  /** Path in the request, for example `events[0].data.name`. */
  at: Schema.String,
  text: Schema.Struct({ zh: Schema.String, en: Schema.String })
})

/** One thing that is wrong with a request to append. */
export type Problem = typeof Problem.Type

/** The request breaks the contract of `append`, whatever the store holds. Every problem is listed; nothing was stored. */
export class InvalidAppend extends Schema.TaggedError<InvalidAppend>()("InvalidAppend", {
  /** At least one. */
  problems: Schema.NonEmptyArray(Problem)
}) {
  /** For people. */
  get text(): Text {
    const list = (language: keyof Text) => this.problems.map(({ at, text }) => `${at} ${text[language]}`)
    return {
      zh: `存入请求不合要求，未存入任何内容：${list("zh").join("；")}。`,
      en: `The request to append is invalid; nothing was stored: ${list("en").join("; ")}.`
    }
  }
  override get message(): string {
    return both(this.text)
  }
}
