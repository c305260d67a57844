import type { Text } from "@banfa/core/regulation"
import * as Schema from "effect/Schema"

/** The channel is not opened, since its options cannot be used. No secret is in it. */
export class InvalidWebhookOptions extends Schema.TaggedError<InvalidWebhookOptions>()("InvalidWebhookOptions", {
  /** Everything that is wrong. */
  problems: Schema.NonEmptyArray(Schema.Struct({ zh: Schema.String, en: Schema.String }))
}) {
  /** For people. */
  get text(): Text {
    return {
      zh: `Webhook 通道的设置有误：${this.problems.map(({ zh }) => zh).join("；")}。`,
      en: `The options of the webhook channel are wrong: ${this.problems.map(({ en }) => en).join("; ")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
