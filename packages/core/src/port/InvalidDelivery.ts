import * as Schema from "effect/Schema"
import type { Text } from "../regulation/Text.ts"

const Problem = Schema.Struct({
  code: Schema.Literals([
    "invalid-id",
    "invalid-channel",
    "invalid-lane",
    "invalid-instant",
    "invalid-status",
    "invalid-attempt",
    "invalid-limit",
    "lease-without-time",
    "again-missing",
    "again-unasked",
    "too-many",
    "not-json",
    "too-deep",
    "too-large"
  ]),
  /** Path in what was asked, for example `[0].data.letter`. */
  at: Schema.String,
  text: Schema.Struct({ zh: Schema.String, en: Schema.String })
})

/** One thing that is wrong with what was asked of `Deliveries`. */
export type DeliveryProblem = typeof Problem.Type

/** What was asked breaks the contract of `Deliveries`, whatever is kept. Every problem is listed; nothing was written or handed out. */
export class InvalidDelivery extends Schema.TaggedError<InvalidDelivery>()("InvalidDelivery", {
  /** Which operation, `enqueue`. */
  operation: Schema.String,
  /** At least one. */
  problems: Schema.NonEmptyArray(Problem)
}) {
  /** For people. */
  get text(): Text {
    const list = (language: keyof Text) => this.problems.map(({ at, text }) => `${at} ${text[language]}`)
    return {
      zh: `发送任务请求（${this.operation}）不合要求，未作任何改动：${list("zh").join("；")}。`,
      en: `What was asked of deliveries (${this.operation}) is invalid; nothing was done: ${list("en").join("; ")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
