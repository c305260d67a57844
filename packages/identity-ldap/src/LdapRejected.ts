import * as Schema from "effect/Schema"

/** One thing that is wrong with the options: where it stands, and what a person reads. */
export const LdapFinding = Schema.Struct({
  /** Where in the options, as a path: `people.base`. */
  at: Schema.String,
  zh: Schema.String,
  en: Schema.String
})
export type LdapFinding = typeof LdapFinding.Type

/** With these options nobody could be relied on; every finding is listed, and no secret is in it. */
export class LdapRejected extends Schema.TaggedError<LdapRejected>()("LdapRejected", {
  /** Everything that is wrong, not the first thing. */
  findings: Schema.Array(LdapFinding)
}) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    return {
      zh: `LDAP 配置不可用：${this.findings.map(({ at, zh }) => `${at} ${zh}`).join("；")}。`,
      en: `The LDAP options cannot be used: ${this.findings.map(({ at, en }) => `${at} ${en}`).join("; ")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
