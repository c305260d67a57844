import type { Dispatch } from "@banfa/core/port/Notifier"

/** A control character in letters that do nothing: its picture, or its number in hexadecimal. */
const shown = (control: string): string => {
  const code = control.charCodeAt(0)
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : code === 0x7f ? "\u2421" : `\\x${code.toString(16)}`
}

/** A text whose lines all stand under the head of its letter, and that does nothing to a terminal. */
const indented = (text: string): string =>
  text
    .replace(/\r\n|[\n\r\x85\u2028\u2029]/g, "\n  ")
    .replace(/(?!\n)\p{Cc}/gu, shown)
    .replace(/\p{Surrogate}/gu, "\uFFFD")

/**
 * A letter as somebody reads it at a terminal or in a file: a line that begins with `──` and says its id and where it goes, and under it,
 * each line indented, the letter in both languages. The last line is ended. No text can look like the head of
 * another letter.
 */
export const readableLetter = ({ id, letter: { article, body, quote, title }, to }: Dispatch): string => {
  const head = `── ${/^[!-~]+$/.test(id) ? id : JSON.stringify(id)} → ${to.join(", ")}`.replace(
    /[\x7F-\x9F\u2028\u2029]/g,
    shown
  )
  const zh = [title.zh, ...body.map((each) => each.zh), `依据${article.zh}：“${quote.zh}”`]
  const en = [title.en, ...body.map((each) => each.en), `Under ${article.en}: “${quote.en}”`]
  return [head, ...zh.map((line) => `  ${indented(line)}`), "", ...en.map((line) => `  ${indented(line)}`), ""].join(
    "\n"
  )
}
