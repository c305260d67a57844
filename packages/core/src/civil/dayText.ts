import type { Text } from "../regulation/Text.ts"

/** A day as a document writes it: 2026年3月1日, 2026-03-01. */
export const dayText = (date: string): Text => ({
  zh: `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`,
  en: date
})
