import type { Text } from "@banfa/core/regulation"
import * as Schema from "effect/Schema"

/** One thing that is wrong with an address book: what kind it is, where it stands, and what a person reads. */
export const AddressBookFinding = Schema.Struct({
  kind: Schema.Literals(["Malformed", "EndsBeforeItBegins", "RepeatedEntry", "RepeatedAddress"]),
  /** Where in the data, as a path: `entries.3.until`; empty for the whole. */
  path: Schema.String,
  zh: Schema.String,
  en: Schema.String
})
export type AddressBookFinding = typeof AddressBookFinding.Type

/** The data of an address book are malformed or contradict themselves; every finding is listed, and no address book was made. */
export class AddressBookInvalid extends Schema.TaggedError<AddressBookInvalid>()("AddressBookInvalid", {
  /** Everything that is wrong, not the first thing. */
  findings: Schema.Array(AddressBookFinding)
}) {
  /** For people. */
  get text(): Text {
    const all = (language: keyof Text) => this.findings.map((f) => `${f.path} ${f[language]}`.trim()).join("; ")
    return { zh: `通讯录数据有误：${all("zh")}。`, en: `The data of the address book are wrong: ${all("en")}.` }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
