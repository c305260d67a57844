import * as Schema from "effect/Schema"

/** An entry from which something cannot be read: which entry, and of what. */
export const EntryFinding = Schema.Struct({
  /** The name of the entry, cut to 500 characters. */
  dn: Schema.String,
  /** What could not be read of it: `holdings.from`. */
  at: Schema.String,
  zh: Schema.String,
  en: Schema.String
})
export type EntryFinding = typeof EntryFinding.Type

/** Entries cannot be read as agencies and holdings: the first hundred findings, and how many there are. */
export class EntriesUnreadable extends Schema.TaggedError<EntriesUnreadable>()("EntriesUnreadable", {
  findings: Schema.Array(EntryFinding),
  /** All of them. */
  count: Schema.Number
}) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    return {
      zh: `${this.count} 个条目不能读作机构或职权：${this.findings.map(({ at, dn, zh }) => `${dn} 的 ${at} ${zh}`).join("；")}。`,
      en: `${this.count} entries cannot be read as agencies or holdings: ${this.findings.map(({ at, dn, en }) => `${at} of ${dn} ${en}`).join("; ")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
