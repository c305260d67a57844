import type { Text } from "@banfa/core/regulation"
import * as Schema from "effect/Schema"

/** What can be wrong with a setting. */
export type Problem = "not-a-url" | "not-https" | "url-parts" | "not-json" | "empty" | "out-of-range" | "robot-name"

const problems: { readonly [P in Problem]: Text } = {
  "not-a-url": { zh: "不是网址", en: "is no URL" },
  "not-https": { zh: "须为 https 网址，确需 http 的须明示允许", en: "has to be an https URL; http has to be allowed" },
  "url-parts": { zh: "不得含用户名、口令、查询或片段", en: "must hold no user, password, query or fragment" },
  "not-json": { zh: "不是名称与密钥的 JSON 对象", en: "is no JSON object of names and keys" },
  empty: { zh: "不得为空", en: "must not be empty" },
  "out-of-range": { zh: "超出允许范围", en: "is out of range" },
  "robot-name": {
    zh: "不是机器人名称：1 至 64 个字母、数字、汉字或 . _ -",
    en: "is no name of a robot: 1 to 64 letters, digits, or . _ -"
  }
}

/** A setting that is wrong, by its path, `baseUrl`; what it holds is not repeated, as it may be a secret. */
export interface SettingFinding {
  /** Where it stands in the settings, `robots.项目群`. */
  readonly path: string
  /** What is wrong with it. */
  readonly problem: Problem
}

/** The channel was not made: everything that is wrong with its settings. */
export class WecomSettingsInvalid extends Schema.TaggedError<WecomSettingsInvalid>()("WecomSettingsInvalid", {
  findings: Schema.Array(
    Schema.Struct({ path: Schema.String, problem: Schema.Literals(Object.keys(problems) as ReadonlyArray<Problem>) })
  )
}) {
  /** For people. */
  get text(): Text {
    return {
      zh: `企业微信通道的设置有误：${this.findings.map(({ path, problem }) => `${path} ${problems[problem].zh}`).join("；")}。`,
      en: `The settings of the WeCom channel are wrong: ${this.findings.map(({ path, problem }) => `${path} ${problems[problem].en}`).join("; ")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

/** The finding, if it does not hold. */
export const unless = (holds: boolean, path: string, problem: Problem): ReadonlyArray<SettingFinding> =>
  holds ? [] : [{ path, problem }]

/** The finding, if a number that is given is no integer from `minimum` to `maximum`. */
export const unlessWithin = (
  value: number | undefined,
  path: string,
  minimum: number,
  maximum: number
): ReadonlyArray<SettingFinding> =>
  unless(value === undefined || (Number.isInteger(value) && value >= minimum && value <= maximum), path, "out-of-range")
