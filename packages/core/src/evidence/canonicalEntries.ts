import type { Field } from "./Field.ts"

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]

/** The place of the quote that ends the text which begins with the one at `from`. */
const endOfText = (json: string, from: number): number => {
  let end = json.indexOf('"', from + 1)
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1)
  return end
}

const isEscaped = (json: string, at: number): boolean => {
  let before = at
  while (json.charCodeAt(before - 1) === backslash) before -= 1
  return (at - before) % 2 === 1
}

/** The place after the value that begins at `from`: of the comma, or the bracket, that follows it. */
const endOfValue = (json: string, from: number): number => {
  let depth = 0
  for (let at = from; ; at++) {
    const code = json.charCodeAt(at)
    if (code === quote) at = endOfText(json, at)
    else if (code === comma && depth === 0) return at
    else if (code === 0x7b || code === 0x5b) depth += 1
    else if ((code === 0x7d || code === 0x5d) && --depth < 0) return at
  }
}

/** The keys of an object with the texts of their values, as they stand in its canonical JSON. Another text must not be handed in. */
export const entriesOf = (json: string): Array<Field> => {
  const fields: Array<Field> = []
  for (let at = 1; at < json.length - 1; ) {
    const colon = endOfText(json, at) + 1
    const end = endOfValue(json, colon + 1)
    const name = json.slice(at + 1, colon - 1)
    const key = name.includes("\\") ? (JSON.parse(`"${name}"`) as string) : name
    fields.push({ name: `data.${key}`, value: json.slice(colon + 1, end) })
    at = end + 1
  }
  return fields
}
