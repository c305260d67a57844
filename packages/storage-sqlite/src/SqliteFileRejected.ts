import * as Schema from "effect/Schema"

const reasons = {
  "cannot-open": { zh: "无法打开", en: "cannot be opened" },
  "not-a-database": { zh: "不是 SQLite 数据库", en: "is not an SQLite database" },
  "not-banfa": { zh: "是其他应用的数据库", en: "is the database of another application" },
  "older-format": { zh: "格式较旧，须先迁移", en: "is of an earlier format and has to be migrated first" },
  "newer-format": { zh: "由较新的版本写成", en: "was written by a newer version" },
  "other-hash": { zh: "的封签以另一种摘要算法制作", en: "is sealed with another hash function" },
  corrupt: { zh: "已损坏", en: "is corrupt" },
  "read-only": { zh: "不可写", en: "cannot be written to" },
  busy: { zh: "被其他进程占用", en: "is locked by another process" },
  "no-wal": {
    zh: "不支持预写日志（WAL），须为本地磁盘上的文件",
    en: "does not support WAL: it must be a file on a local disk"
  }
} as const

/** Why a file was not taken into use. */
export type Reason = keyof typeof reasons

/** Which hash function a file is sealed with, and which was asked for. */
export type HashConflict = typeof HashConflict.Type
const HashConflict = Schema.Struct({ kept: Schema.String, given: Schema.String })

/**
 * The file (`filename`) is not taken into use, for a `reason`; nothing in it was changed. `cause` is what SQLite reported, `found` the format of a
 * file that another version has written, `hash` which hash function a file has that was asked for with another.
 */
export class SqliteFileRejected extends Schema.TaggedError<SqliteFileRejected>()("SqliteFileRejected", {
  filename: Schema.String,
  reason: Schema.Literals(Object.keys(reasons) as Array<Reason>),
  found: Schema.optionalKey(Schema.Int),
  hash: Schema.optionalKey(HashConflict),
  cause: Schema.optionalKey(Schema.Defect())
}) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    const { en, zh } = reasons[this.reason]
    const more =
      this.hash !== undefined
        ? {
            zh: `（为 ${this.hash.kept}，所给为 ${this.hash.given}）`,
            en: ` (it has ${this.hash.kept}, given was ${this.hash.given})`
          }
        : this.found !== undefined
          ? { zh: `（格式 ${this.found}）`, en: ` (format ${this.found})` }
          : { zh: "", en: "" }
    return { zh: `文件 ${this.filename} ${zh}${more.zh}。`, en: `File ${this.filename} ${en}${more.en}.` }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
