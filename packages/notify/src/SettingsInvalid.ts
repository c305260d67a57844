import type { Text } from "@banfa/core/regulation"
import { type BadInput, badInputs } from "@banfa/core/verdict/BadInput"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

/** One thing that is wrong with settings: where, as a dotted `path`, and what a person reads. */
export const SettingsFinding = Schema.Struct({ path: Schema.String, zh: Schema.String, en: Schema.String })
export type SettingsFinding = typeof SettingsFinding.Type

/** The settings of how notices are sent cannot be followed; every finding is listed, and nothing was started. */
export class SettingsInvalid extends Schema.TaggedError<SettingsInvalid>()("SettingsInvalid", {
  /** Everything that is wrong, not the first thing. */
  findings: Schema.Array(SettingsFinding)
}) {
  /** For people. */
  get text(): Text {
    const all = (language: keyof Text) => this.findings.map((f) => `${f.path} ${f[language]}`.trim()).join("; ")
    return {
      zh: `通知发送设置有误：${all("zh")}。`,
      en: `The settings of how notices are sent are wrong: ${all("en")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

const unreadable: BadInput = { path: "", zh: "数据无法读取", en: "the data cannot be read" }

/** Decodes what comes from outside, or lists everything that is wrong with it. Reading an object may run code of its own, which may throw. */
export const decoded = <S extends Schema.ConstraintDecoder<unknown>>(
  schema: S
): ((input: unknown) => Result.Result<S["Type"], ReadonlyArray<BadInput>>) => {
  const decode = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })
  return (input) =>
    Result.flatMap(
      Result.try({ try: () => decode(input), catch: () => [unreadable] }),
      Result.mapError((error) => badInputs(error.issue))
    )
}
