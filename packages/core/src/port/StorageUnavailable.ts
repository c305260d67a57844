import * as Schema from "effect/Schema"

/**
 * The storage behind a port did not do its work: `operation` says which (`append`, `readStream` …), `cause` is what the
 * driver reported. Whether the work was done is not known; repeating an append with the same command id is safe.
 */
export class StorageUnavailable extends Schema.TaggedError<StorageUnavailable>()("StorageUnavailable", {
  operation: Schema.String,
  cause: Schema.Defect()
}) {
  /** For people; what the driver reported stays in `cause`. */
  get text(): { readonly zh: string; readonly en: string } {
    return {
      zh: `存储不可用（${this.operation}），结果不明；以同一命令编号重试是安全的。`,
      en: `Storage is unavailable (${this.operation}); the outcome is unknown. Trying again with the same id is safe.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
