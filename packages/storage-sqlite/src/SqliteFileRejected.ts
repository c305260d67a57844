import * as Schema from "effect/Schema"

const reasons = {
  "cannot-open": { zh: "无法打开", en: "cannot be opened" },
  "not-a-database": { zh: "不是 SQLite 数据库", en: "is not an SQLite database" },
  "not-banfa": { zh: "是其他应用的数据库", en: "is the database of another application" },
  "older-format": { zh: "格式较旧，须先迁移", en: "is of an earlier format and has to be migrated first" },
  "newer-format": { zh: "由较新的版本写成", en: "was written by a newer version" },
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

/**
 * The file (`filename`) is not taken into use, for a `reason`; nothing in it was changed. `cause` is what SQLite reported, `found` the format of a
 * file that another version has written.
 */
export class SqliteFileRejected extends Schema.TaggedError<SqliteFileRejected>()("SqliteFileRejected", {
  filename: Schema.String,
  reason: Schema.Literals(Object.keys(reasons) as Array<Reason>),
  found: Schema.optionalKey(Schema.Int),
  cause: Schema.optionalKey(Schema.Defect())
}) {
  /** For people. */
  get text(): { readonly zh: string; readonly en: string } {
    const { en, zh } = reasons[this.reason]
    const format =
      this.found === undefined ? { zh: "", en: "" } : { zh: `（格式 ${this.found}）`, en: ` (format ${this.found})` }
    return { zh: `文件 ${this.filename} ${zh}${format.zh}。`, en: `File ${this.filename} ${en}${format.en}.` }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
