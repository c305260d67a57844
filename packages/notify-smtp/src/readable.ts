/** What can be seen in the place of a character that cannot: `␀` for NUL; tabs and line breaks stay. */
const picture = (character: string): string => {
  const code = character.charCodeAt(0)
  return code === 0x7f ? "␡" : code < 0x20 ? String.fromCharCode(0x2400 + code) : "\u{FFFD}"
}

/** A text whose control characters can be seen, whose line breaks are those of a mail, and in which no half of a character stands. */
export const readable = (text: string): string =>
  // most have none of them
  /[\p{Cc}\p{Cs}]/u.test(text)
    ? Buffer.from(text)
        .toString()
        .replace(/\r\n?|\n/g, "\n")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them
        .replace(/[\0-\x08\x0B-\x1F\x7F-\x84\x86-\x9F]/g, picture)
        .replaceAll("\n", "\r\n")
    : text

/** A text on one line, cut to so many characters. */
export const inOneLine = (text: string, most: number): string => {
  // what is cut away is not looked at
  const line = [
    ...readable(text.slice(0, 2 * most + 2))
      .replace(/[\r\n\t\u0085\u2028\u2029]+/g, " ")
      .trim()
  ]
  return line.length > most ? `${line.slice(0, most - 1).join("")}…` : line.join("")
}
