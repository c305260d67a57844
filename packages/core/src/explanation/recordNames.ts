/** What the particulars of every fact are called, and the facts that every case can hold. 库内译文，待核 */
import type { Text } from "../regulation/Text.ts"

/** The header of a fact, where its case belongs, and what a judgement and a retraction say. */
export const headerNames = {
  id: { zh: "编号", en: "id" },
  on: { zh: "日期", en: "day" },
  by: { zh: "办理机关", en: "acted by" },
  with: { zh: "会同", en: "together with" },
  seq: { zh: "同日次序", en: "order within the day" },
  recordedAt: { zh: "录入时刻", en: "recorded at" },
  recordedBy: { zh: "录入人", en: "recorded by" },
  corrects: { zh: "更正记录", en: "corrects" },
  region: { zh: "地区", en: "region" },
  organ: { zh: "责任机关", en: "responsible organ" },
  coverage: { zh: "记录完整起始日", en: "coverage" },
  reason: { zh: "理由", en: "reason" },
  norm: { zh: "规范", en: "norm" },
  instance: { zh: "事项", en: "instance" },
  outcome: { zh: "判断结果", en: "outcome" },
  of: { zh: "被撤销记录", en: "record retracted" }
} as const satisfies { readonly [field: string]: Text }

/** The facts that every case can hold. */
export const recordActs = {
  Judged: { zh: "记录判断", en: "record a judgement" },
  Retracted: { zh: "撤销记录", en: "retract a record" }
} as const satisfies { readonly [tag: string]: Text }
