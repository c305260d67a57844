/** Ids that look like an id, each under how it differs: no two of them are equal. */
export const lookAlikes = (id: string): ReadonlyArray<readonly [how: string, looksLike: string]> => {
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
  const letter = id.charAt(0)
  const found: ReadonlyArray<readonly [string, string]> = [
    ["full-width letters", fullWidth(id)],
    ["one full-width letter", `${fullWidth(letter)}${id.slice(1)}`],
    ["a letter of another script", id.replace("i", "\u0456").replace("e", "\u0435")],
    ["a zero-width space", `${letter}\u200b${id.slice(1)}`],
    ["a zero-width joiner behind it", `${id}\u200d`],
    ["a mark that turns the writing round", `\u202e${id}`],
    ["a combining accent", `${letter}\u0301${id.slice(1)}`],
    ["a capital", `${letter.toUpperCase()}${id.slice(1)}`],
    ["a space behind it", `${id} `],
    ["a space before it", ` ${id}`],
    ["a no-break space behind it", `${id}\u00a0`],
    ["a NUL behind it", `${id}\0`]
  ]
  return found.filter(([, looksLike]) => looksLike !== id)
}
