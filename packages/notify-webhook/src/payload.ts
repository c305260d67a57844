import type { Dispatch, NoticeKind } from "@banfa/core/port/Notifier"
import * as Schema from "effect/Schema"

/** The type of a letter's event: `banfa.notice.` and what the notice is of, `banfa.notice.opinion_requested`. */
const typeOf = (kind: NoticeKind): string => `banfa.notice.${kind.replaceAll("-", "_")}`

const say = <S extends Schema.Top>(schema: S, zh: string, en: string) => schema.annotate({ description: `${zh} ${en}` })
const string = (zh: string, en: string) => say(Schema.String, zh, en)
const day = (zh: string, en: string) =>
  say(Schema.String.check(Schema.isPattern(/^\d{4}-\d\d-\d\d$/u)), `${zh}（YYYY-MM-DD）。`, en)
const text = Schema.Struct({ zh: string("中文。", "In Chinese."), en: string("英文。", "In English.") })

/**
 * What is posted, version 1. A field may be added within a version, so receivers pass over what they do not know; a field that goes, or comes to
 * mean something else, makes another version.
 */
export const NoticePayload = Schema.Struct({
  type: say(
    Schema.String.check(Schema.isPattern(/^banfa\.notice\.[a-z_]+$/u)),
    "通知种类，以 `_` 代 `-`；同一版本内可增加种类。",
    "What the notice is of, with `_` for `-`. There may be further kinds within a version."
  ),
  timestamp: string(
    "通知所涉日期在广东的零时，ISO 8601；各次发送相同，发送时刻见请求头 `webhook-timestamp`。",
    "The beginning of the civil day in Guangdong on which the notice arose, ISO 8601. The same at every attempt; the instant of an attempt is in the header `webhook-timestamp`."
  ),
  data: Schema.Struct({
    version: say(Schema.Literal(1), "本格式的版本。", "The version of this schema."),
    id: string(
      "通知件的完整编号，各次发送、各收件方均相同。",
      "The id of the letter in full, the same at every attempt and for every receiver."
    ),
    title: say(text, "标题。", "What it is, in a line."),
    body: say(Schema.Array(text), "正文，逐段。", "What it says, paragraph by paragraph."),
    article: say(text, "所依条款。", "The article of the Measures on which it rests."),
    quote: say(text, "条文原句及译文。", "The sentence of the Measures word for word, and its translation."),
    notice: Schema.Struct({
      id: string("同一事项对同一收件方相同。", "The same for the same thing told to the same recipient."),
      kind: string("通知种类。", "What it is of: `report`, `copy`, `decision`, `overdue` …"),
      case: Schema.Struct({
        subject: string("案件类别。", "What kind of case it is about."),
        id: string("案件编号。", "The id of the case.")
      }),
      norm: string("所依规范编号。", "The norm on which it rests: `N12.2`."),
      instance: string("所涉案件事项，空为全案。", "What of the case it is about; empty for the whole."),
      fact: Schema.optionalKey(string("所告知记录的编号。", "The id of the entry of which it tells.")),
      act: Schema.optionalKey(string("所告知记录的种类。", "The kind of that entry.")),
      to: Schema.Struct({
        role: string("规范所指角色。", "The role that the norm names."),
        agency: Schema.optionalKey(string("收件机构的编号。", "The id of the agency that is told."))
      }),
      on: day("事项发生之日", "The civil day on which it arose."),
      status: Schema.optionalKey(string("现时结论。", "How the verdict reads, where it tells of how things stand.")),
      due: Schema.optionalKey(day("所提醒事项的到期日", "The last day of what it reminds of.")),
      demanded: say(
        Schema.Boolean,
        "是否为本办法所要求的告知。",
        "Whether the Measures themselves demand that the recipient be told."
      ),
      by: Schema.optionalKey(day("按期告知的最后一日", "The last day on which it is in time."))
    })
  })
})

/** What is posted, version 1. */
export type NoticePayload = typeof NoticePayload.Type

/** Its JSON Schema, draft 2020-12; the package brings it as `notice.v1.schema.json`. */
export const noticeJsonSchema = (): { readonly [key: string]: unknown } => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "banfa.notice, version 1",
  ...Schema.toJsonSchemaDocument(NoticePayload).schema
})

/** What is posted for a letter: the same bytes at every attempt. */
export const bodyOf = ({ id, letter }: Dispatch): string => {
  const { article, body, notice, quote, title } = letter
  const { act, by, case: about, demanded, due, fact, instance, kind, norm, on, status, to } = notice
  const data = {
    version: 1,
    id,
    title,
    body,
    article,
    quote,
    // what is not said is left out, by JSON
    notice: { id: notice.id, kind, case: about, norm, instance, fact, act, to, on, status, due, demanded, by }
  }
  return JSON.stringify({ type: typeOf(kind), timestamp: `${on}T00:00:00+08:00`, data })
}
