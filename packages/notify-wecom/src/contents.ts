/** The words of a letter as the content of messages, within the bytes that one may have. @module */
import { createHash } from "node:crypto"
import { type Dispatch, NotDelivered } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import * as Result from "effect/Result"

/** How a message is written: as it stands, or with headings, bold text and quotes. */
export type MessageType = "text" | "markdown"

/** What a message may hold. */
export interface ContentSettings {
  /** How it is written. */
  readonly type: MessageType
  /** How many bytes in UTF-8 one message may have. */
  readonly bytes: number
  /** Whether a letter with more becomes several messages, or one that is cut. */
  readonly long: "parts" | "cut"
  /** How many messages one letter may become. */
  readonly maxParts: number
}

/** With what is shown that the end of a text was left out. */
export const cutMark = "……（已截短 cut short）"

/** A word joiner: it is not seen, and makes that `<` begins no link and names nobody. */
export const joiner = "\u2060"

const wide: Readonly<Record<string, string>> = {
  "<": "＜",
  ">": "＞",
  "[": "［",
  "]": "］",
  "*": "＊",
  "#": "＃",
  "`": "｀",
  "\\": "＼",
  "~": "～",
  _: "＿",
  "|": "｜"
}

/** The picture of a control character, U+2400 for NUL: the service refuses those that JSON can only escape. */
const picture = (control: string): string =>
  String.fromCodePoint(control === "\x7F" ? 0x2421 : 0x2400 + control.charCodeAt(0))

/** A text in which nothing is markup. Of `text` every character stays, in `markdown`, which cannot be escaped, some are written wide. */
const plain = (text: string, type: MessageType): string => {
  const sendable = text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, picture)
  return type === "text"
    ? sendable.replaceAll("<", `<${joiner}`)
    : sendable.replace(/[<>[\]*#`\\~_|]/g, (sign) => wide[sign] ?? sign)
}

/** How the id of a dispatch is written: as it is where it is short, of visible ASCII and no markup, else as its SHA-256 in hexadecimal. */
export const writtenId = (id: string, type: MessageType): string =>
  /^(?!sha256:)[!-~]{1,128}$/.test(id) && plain(id, type) === id
    ? id
    : `sha256:${createHash("sha256").update(id).digest("hex")}`

interface Section {
  readonly head: string
  readonly body: string
  readonly foot: string
}

const sectionOf = (
  { letter: { article, body, quote, title } }: Dispatch,
  language: "zh" | "en",
  type: MessageType
): Section => {
  const said = (text: Text) => plain(text[language], type)
  const under = `${language === "zh" ? "依据" : "Under "}${said(article)}${language === "zh" ? "：" : ": "}“${said(quote)}”`
  return {
    head: type === "text" ? `${said(title)}\n` : `### ${said(title).replace(/[\r\n]+/g, " ")}\n`,
    body: body.map((paragraph) => `${said(paragraph)}\n`).join(""),
    foot: `${type === "text" ? under : under.replace(/^/gm, "> ")}\n`
  }
}

const bytesOf = (text: string): number => Buffer.byteLength(text)

const characters = new Intl.Segmenter("zh", { granularity: "grapheme" })

/** The longest beginning of a text that has at most so many bytes and ends with a whole character, as people see characters. */
const beginning = (text: string, bytes: number): string => {
  const encoded = Buffer.from(text)
  if (encoded.length <= bytes) return text
  let end = Math.max(0, bytes)
  while (end > 0 && ((encoded[end] ?? 0) & 0xc0) === 0x80) end--
  const length = encoded.toString("utf8", 0, end).length
  const from = Math.max(0, length - 100)
  let whole = from
  for (const { index } of characters.segment(text.slice(from, length + 100))) {
    if (from + index > length) break
    whole = from + index
  }
  return text.slice(0, whole > from ? whole : length)
}

const tooLarge = (detail: string) => Result.fail(new NotDelivered({ reason: "too-large", retry: false, detail }))

type Contents = Result.Result<ReadonlyArray<string>, NotDelivered>

const inParts = (whole: string, id: string, { bytes, maxParts }: ContentSettings): Contents => {
  const label = createHash("sha256").update(id).digest("hex").slice(0, 8)
  const mark = (part: number, parts: number) => `（${part}/${parts} ${label}）\n`
  const room = bytes - bytesOf(mark(maxParts, maxParts))
  const parts: Array<string> = []
  // each pass reads what one message can hold and no more, so that a huge letter is refused at once
  let rest = bytesOf(whole) > room * maxParts ? "" : whole
  while (rest !== "" && parts.length < maxParts) {
    const fitting = beginning(rest, room)
    const line = fitting.lastIndexOf("\n") + 1
    const part = fitting.length < rest.length && line > fitting.length / 2 ? fitting.slice(0, line) : fitting
    parts.push(part)
    rest = rest.slice(part.length)
  }
  return parts.length === 0 || rest !== ""
    ? tooLarge(
        `${bytesOf(whole)} 字节，至多 ${maxParts} 条、每条 ${bytes} 字节 (bytes; at most ${maxParts} messages of ${bytes})`
      )
    : Result.succeed(parts.map((part, i) => mark(i + 1, parts.length) + part))
}

const cut = (text: string, room: number): string =>
  bytesOf(text) <= room ? text : `${beginning(text, room - bytesOf(`${cutMark}\n`))}${cutMark}\n`

const cutShort = (zh: Section, en: Section, end: string, { bytes }: ContentSettings): Contents => {
  const room = bytes - bytesOf(`${zh.head}${zh.foot}\n${en.head}${en.foot}${end}`)
  if (room < 2 * bytesOf(`${cutMark}\n`)) {
    return tooLarge(
      `标题与依据即已过长，每条至多 ${bytes} 字节 (title and quote alone leave no room in ${bytes} bytes)`
    )
  }
  const half = Math.floor(room / 2)
  const zhBody = cut(zh.body, Math.max(half, room - bytesOf(en.body)))
  const enBody = cut(en.body, room - bytesOf(zhBody))
  return Result.succeed([`${zh.head}${zhBody}${zh.foot}\n${en.head}${enBody}${en.foot}${end}`])
}

/**
 * The contents of the messages that a letter becomes: both languages, the article and the quote, and the id at the end. A letter that does not
 * fit into one becomes several, each marked `（1/3 …）` and together the whole, or is cut: the paragraphs, and nothing else. What still does not
 * fit is `too-large`.
 */
export const contentsOf = (dispatch: Dispatch, settings: ContentSettings): Contents => {
  const [zh, en] = [sectionOf(dispatch, "zh", settings.type), sectionOf(dispatch, "en", settings.type)]
  const end = `\n编号 No. ${writtenId(dispatch.id, settings.type)}`
  const whole = `${zh.head}${zh.body}${zh.foot}\n${en.head}${en.body}${en.foot}${end}`
  if (bytesOf(whole) <= settings.bytes) return Result.succeed([whole])
  return settings.long === "parts" ? inParts(whole, dispatch.id, settings) : cutShort(zh, en, end, settings)
}
