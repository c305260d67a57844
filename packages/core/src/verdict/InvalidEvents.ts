import * as Schema from "effect/Schema"
import type { Text } from "../regulation/Text.ts"

/** One thing that is wrong with one fact of a list. */
const BadEvent = Schema.Struct({ index: Schema.Int, path: Schema.String, zh: Schema.String, en: Schema.String })

/** Input that is not facts: every finding, with the place of each. */
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
