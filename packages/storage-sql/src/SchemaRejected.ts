import * as Schema from "effect/Schema"

const reasons = {
  behind: {
    zh: "的结构版本较旧，须先由有权者执行迁移",
    en: "has tables of an earlier version: they have to be migrated first"
  },
  newer: { zh: "由较新的版本建立", en: "has tables of a newer version" },
  foreign: { zh: "中同名的表不属本库", en: "has tables of the same names that are not ours" },
  hash: { zh: "的封签以另一种摘要算法制作", en: "is sealed with another hash function" }
} as const

/**
 * The database is not taken into use, for a `reason`; nothing in it was changed. `found` is the number of the last migration that it has had, 0
 * if none, `known` that of the last one that this version knows; where the hash function is another one, `hash` says which is kept and which
 * was given.
 */
export class SchemaRejected extends Schema.TaggedError<SchemaRejected>()("SchemaRejected", {
  reason: Schema.Literals(["behind", "newer", "foreign", "hash"]),
  found: Schema.Int,
  known: Schema.Int,
  hash: Schema.optionalKey(Schema.Struct({ kept: Schema.String, given: Schema.String }))
}) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    const { en, zh } = reasons[this.reason]
    const [is, asked] = this.hash === undefined ? [this.found, this.known] : [this.hash.kept, this.hash.given]
    return {
      zh: `数据库${zh}（现为 ${is}，${this.hash === undefined ? "本版本" : "所给"}为 ${asked}），未作任何改动。`,
      en: `The database ${en} (${this.hash === undefined ? `it is at ${is}, this version at` : `it has ${is}, given was`} ${asked}); nothing was changed.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
