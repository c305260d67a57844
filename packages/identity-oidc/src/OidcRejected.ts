import * as Schema from "effect/Schema"

/** One thing that is wrong with the options: where it stands, and what a person reads. */
export const OidcFinding = Schema.Struct({
  /** Where in the options, as a path: `accessTokens.audience`. */
  at: Schema.String,
  zh: Schema.String,
  en: Schema.String
})
export type OidcFinding = typeof OidcFinding.Type

/** With these options nobody's identity could be relied on; every finding is listed, and no secret is in it. */
export class OidcRejected extends Schema.TaggedError<OidcRejected>()("OidcRejected", {
  /** Everything that is wrong, not the first thing. */
  findings: Schema.Array(OidcFinding)
}) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    return {
      zh: `OpenID Connect 配置不可用：${this.findings.map(({ at, zh }) => `${at} ${zh}`).join("；")}。`,
      en: `The OpenID Connect options cannot be used: ${this.findings.map(({ at, en }) => `${at} ${en}`).join("; ")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
