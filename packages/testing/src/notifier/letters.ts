/**
 * Letters for the checks, small enough for a channel that takes 2,048 bytes unless they say otherwise, under ids that no channel has seen.
 */
import { randomUUID } from "node:crypto"
import { CivilDateSchema } from "@banfa/core/civil"
import type { Dispatch, Letter, Notice } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import fc from "fast-check"

/** The notice that stands behind every letter here. @article 12 */
const notice: Notice = {
  id: "copy/P1/2026-Q1",
  kind: "copy",
  case: { subject: "project", id: "P1" },
  norm: "N12.2",
  instance: "quarter/2026-Q1",
  fact: "F1",
  act: "Copied",
  to: { role: "info.any", agency: "gz-info" },
  on: CivilDateSchema.make("2026-04-08"),
  demanded: true
}

/** A letter, plain unless something else is said. @article 12 */
export const sampleLetter = (
  more: Partial<Omit<Letter, "notice">> & { readonly notice?: Partial<Notice> } = {}
): Letter => ({
  title: { zh: "投资进展情况抄送（第一季度）", en: "Copy of the investment progress, first quarter" },
  body: [
    { zh: "建设单位已于4月8日报送投资进展情况，现抄送贵单位备案。", en: "The progress was reported on 8 April." },
    { zh: "请在收到后登记。", en: "Please enter it on arrival." }
  ],
  article: { zh: "第十二条", en: "art. 12" },
  quote: { zh: "抄送信息化主管部门备案", en: "sends a copy to the informatization authority for filing" },
  ...more,
  notice: { ...notice, ...more.notice }
})

/** A letter with this in its title and in its first paragraph, in both languages, between marks that show where it begins and ends. */
export const letterWith = (text: string): Letter => {
  const marked: Text = { zh: `〔中${text}文〕`, en: `[en${text}ds]` }
  return sampleLetter({ title: marked, body: [marked, { zh: "以上。", en: "That is all." }] })
}

/** A dispatch of a letter under an id that no channel has seen. */
export const dispatch = (to: ReadonlyArray<string>, letter: Letter = sampleLetter(), id = newId()): Dispatch => ({
  id,
  letter,
  to
})

/** An id that no channel has seen. */
export const newId = (): string => `notice/${randomUUID()}`

/** All that has to be read of a letter, in each language. */
export const piecesOf = ({ article, body, quote, title }: Letter): ReadonlyArray<Text> => [
  title,
  ...body,
  article,
  quote
]

/** Texts that a channel may spoil, each under what it is. */
export const scripts: Readonly<Record<string, string>> = {
  "rare characters": "𠮷野家 㐂 ﹝ｱ﹞ 〇二〇六 \u{2F81A} 龦",
  "emoji of several parts": "👩🏽‍💻🇨🇳👍🏿❤️",
  "from right to left": "\u202Bمرحبا שלום\u202C \u2067abc\u2069",
  "combining characters, not composed": "e\u0301 ñ n\u0303 각 각 ﬁ",
  quotes: `“双” ‘单’ "a" 'b' \\ \\n \\u0041 \`c\` $\{d} %E4%BD%A0 %s {{e}}`,
  markup: "<b>粗</b> & &amp; &#65; </p><!-- --> ]]> <br/> *a* _b_ # [c](d)",
  "what mail would take apart": "=3D =?utf-8?B?5L2g?= =E4=BD=A0",
  "spaces of all kinds": "a  b\u3000c\u00A0d\u2003e\u200Bf\uFEFFg"
}

/** Lines that a protocol may take for its own, each at the beginning of a line. */
export const lines: ReadonlyArray<string> = [".", "..", "From me", "QUIT", "--", "data: x", "Bcc: y"]

/** Characters that cannot stand in every channel: what stands between them arrives all the same. */
export const unprintable: Readonly<Record<string, string>> = {
  NUL: "\u0000",
  "control characters": "\u0001\u0007\u0008\u000B\u000C\u001B\u007F",
  "ends of lines": "\r\n",
  "a carriage return": "\r",
  "a new line": "\n",
  "a tab": "\t",
  "ends of lines of other scripts": "\u0085\u2028\u2029",
  "half of a character": "\uD83D"
}

/** What is written to make something else of a letter than a letter, each under what it would make. */
export const attacks: Readonly<Record<string, string>> = {
  "another header": "a\r\nBcc: everybody@example.org\r\nX-Injected: 1",
  "another header, by a new line alone": "a\nBcc: everybody@example.org",
  "a body of its own": "a\r\n\r\n<p>injected</p>",
  "the end of the letter and another one": "a\r\n.\r\nMAIL FROM:<x@example.org>\r\nRCPT TO:<y@example.org>\r\nDATA\r\n",
  "another request": "a\r\n\r\nPOST / HTTP/1.1\r\nHost: example.org\r\nContent-Length: 0\r\n\r\n",
  "elements of markup": `"><img src="https://example.org/x" onerror="a()"><script>b()</script></div>`,
  "a field of JSON": `","injected":{"a":"b"},"c":"`,
  "links and everybody by name": '[a](https://example.org) <@all> @all <font color="warning">b</font>',
  "the end of a part": "--\r\nContent-Type: text/html\r\n\r\n<b>c</b>\r\n----"
}

/** Random text of whole characters, between marks. */
const anything = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => `「${text}」`)
const text = fc.record({ zh: anything, en: anything })

/** Random letters. */
export const letters: fc.Arbitrary<Letter> = fc
  .record({ title: text, body: fc.array(text, { minLength: 1, maxLength: 3 }) })
  .map((more) => sampleLetter(more))
