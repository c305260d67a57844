/** A letter as it is read: in plain text and in HTML, each in both languages. */
import type { Letter } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import { readable } from "./readable.ts"

interface Language {
  readonly key: keyof Text
  readonly tag: string
  readonly basis: string
  readonly quoted: (quote: string) => string
}

const languages: ReadonlyArray<Language> = [
  { key: "zh", tag: "zh-CN", basis: "依据：", quoted: (quote) => `“${quote}”` },
  { key: "en", tag: "en", basis: "Basis: ", quoted: (quote) => `“${quote}”` }
]

/** In plain text. */
export const plainText = ({ article, body, quote, title }: Letter): string =>
  readable(
    languages
      .map(({ basis, key, quoted }) =>
        [title[key], ...body.map((paragraph) => paragraph[key]), `${basis}${article[key]}\n${quoted(quote[key])}`].join(
          "\n\n"
        )
      )
      .join(`\n\n${"—".repeat(20)}\n\n`)
      .concat("\n")
  )

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

const escaped = (text: string): string => readable(text).replace(/[&<>"']/g, (character) => entities[character] ?? "")

/** One after the other where several stand; spaces and line breaks as they were written, and each in the direction of its own script. */
const block = (element: string, text: string, style = ""): string =>
  `<${element} dir="auto" style="white-space:pre-wrap;${style}">${escaped(text)}</${element}>`

/** In HTML that loads nothing and runs nothing. */
export const html = ({ article, body, quote, title }: Letter): string => {
  const parts = languages.map(({ basis, key, quoted, tag }) =>
    [
      `<div lang="${tag}">`,
      block("h1", title[key], "font-size:1.25em"),
      ...body.map((paragraph) => block("p", paragraph[key])),
      block("p", `${basis}${article[key]}`),
      block("blockquote", quoted(quote[key])),
      "</div>"
    ].join("\r\n")
  )
  return [
    '<!DOCTYPE html>\r\n<html lang="zh-CN">\r\n<head>\r\n<meta charset="utf-8">',
    `<title>${escaped(title.zh)}</title>\r\n</head>\r\n<body>`,
    parts.join("\r\n<hr>\r\n"),
    "</body>\r\n</html>\r\n"
  ].join("\r\n")
}
