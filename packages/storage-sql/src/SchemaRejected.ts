import * as Schema from "effect/Schema"

const reasons = {
  behind: {
    zh: "的结构版本较旧，须先由有权者执行迁移",
    en: "has tables of an earlier version: they have to be migrated first"
  },
  newer: { zh: "由较新的版本建立", en: "has tables of a newer version" },
  foreign: { zh: "中同名的表不属本库", en: "has tables of the same names that are not ours" }
} as const

/**
 * The database is not taken into use, for a `reason`; nothing in it was changed. `found` is the number of the last migration that it has had, 0
 * if none, `known` that of the last one that this version knows.
 */
export class SchemaRejected extends Schema.TaggedError<SchemaRejected>()("SchemaRejected", {
  reason: Schema.Literals(["behind", "newer", "foreign"]),
  found: Schema.Int,
  known: Schema.Int
}) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    const { en, zh } = reasons[this.reason]
    return {
      zh: `数据库${zh}（现为 ${this.found}，本版本为 ${this.known}），未作任何改动。`,
      en: `The database ${en} (it is at ${this.found}, this version at ${this.known}); nothing was changed.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
