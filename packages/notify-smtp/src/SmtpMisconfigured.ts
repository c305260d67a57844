import type { Text } from "@banfa/core/regulation"
import * as Schema from "effect/Schema"

/** A setting that is not as it has to be. */
export type Setting =
  | "url"
  | "credentials"
  | "tls"
  | "from"
  | "replyTo"
  | "connections"
  | "maxRecipients"
  | "timeout"
  | "dkim.domain"
  | "dkim.selector"
  | "dkim.privateKey"

/** What can be wrong with the settings of the channel, by the setting. */
const problems: { readonly [S in Setting]: Text } = {
  url: {
    zh: "须形如 smtp://user:password@host:port 或 smtps://user:password@host:port，不带路径和参数",
    en: "must be of the form smtp://user:password@host:port or smtps://user:password@host:port, without a path or a query"
  },
  credentials: {
    zh: "不加密的连接（tls 为 none）不得传送姓名和口令",
    en: "a connection that is not encrypted (tls is none) must not carry a name and a password"
  },
  tls: {
    zh: "须为 required 或 none；smtps:// 一律加密",
    en: "must be required or none, and smtps:// is always encrypted"
  },
  from: { zh: "不是邮件地址", en: "is no mail address" },
  replyTo: { zh: "不是邮件地址", en: "is no mail address" },
  connections: { zh: "须为 1 至 100 的整数", en: "must be a whole number from 1 to 100" },
  maxRecipients: { zh: "须为 1 至 1000 的整数", en: "must be a whole number from 1 to 1000" },
  timeout: {
    zh: "须为 1000 至 3600000 的整数（毫秒）",
    en: "must be a whole number of milliseconds from 1000 to 3600000"
  },
  "dkim.domain": { zh: "不是域名", en: "is no domain" },
  "dkim.selector": { zh: "不是域名中的标签", en: "is no label of a domain" },
  "dkim.privateKey": {
    zh: "须为 PEM 格式、至少 2048 位的 RSA 私钥",
    en: "must be a private RSA key in PEM, of at least 2048 bits"
  }
}

/** The channel is not taken into use: every setting that is not as it has to be. What was given is in no text, since there may be a password in it. */
export class SmtpMisconfigured extends Schema.TaggedError<SmtpMisconfigured>()("SmtpMisconfigured", {
  /** The settings, each once. */
  settings: Schema.Array(Schema.Literals(Object.keys(problems) as ReadonlyArray<Setting>))
}) {
  /** For people. */
  get text(): Text {
    const said = (language: keyof Text, between: string) =>
      this.settings.map((setting) => `${setting} ${problems[setting][language]}`).join(between)
    return {
      zh: `邮件通道的设置有误：${said("zh", "；")}。`,
      en: `The mail channel is not set up right: ${said("en", "; ")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
