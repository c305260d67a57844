/** The name of an entry, from the entry itself up to the root: one text for each step, the same for names that mean the same. */
export type DistinguishedName = ReadonlyArray<string>

const type = /^\s*([a-z][a-z\d-]*|\d+(?:\.\d+)*)\s*=/i
const special = ' "#+,;<=>\\'
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** What makes no difference to a server: the case of ASCII letters, and spaces at the ends or several in a row. Everything else does. */
const folded = (value: string): string =>
  value
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/ +/g, " ")
    .replace(/^ | $/g, "")

/** A value up to the `,` or `+` behind it, without its escapes; `undefined` where it is written in no way that can be read. */
const valueIn = (text: string, start: number): { readonly value: string; readonly end: number } | undefined => {
  const bytes: Array<number> = []
  let at = start
  while (text[at] === " ") at++
  // a value in the hexadecimal form of its encoding: nothing to compare with
  if (text[at] === "#") return undefined
  while (at < text.length && text[at] !== "," && text[at] !== "+") {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (character !== "\\") {
      if ('";<>\0'.includes(character)) return undefined
      bytes.push(...new TextEncoder().encode(character))
      at += character.length
      continue
    }
    const hex = /^[\da-f]{2}/i.exec(text.slice(at + 1, at + 3))?.[0]
    const next = text[at + 1]
    if (hex === undefined && (next === undefined || !special.includes(next))) return undefined
    bytes.push(hex === undefined ? special.charCodeAt(special.indexOf(next ?? "")) : Number.parseInt(hex, 16))
    at += hex === undefined ? 2 : 3
  }
  try {
    return { value: folded(utf8.decode(Uint8Array.from(bytes))), end: at }
  } catch {
    return undefined
  }
}

/**
 * Reads the name of an entry (RFC 4514). Names that differ in the case of ASCII letters, in spaces, in how they are escaped or in the order within a
 * step are the same; letters that only look alike are not. `undefined` where it is none.
 */
export const distinguishedName = (text: string): DistinguishedName | undefined => {
  if (/\p{Cs}/u.test(text)) return undefined
  if (text.trim() === "") return []
  const steps: Array<string> = []
  let [step, at]: [Array<string>, number] = [[], 0]
  for (;;) {
    const [whole, attribute] = type.exec(text.slice(at)) ?? []
    if (whole === undefined || attribute === undefined) return undefined
    const read = valueIn(text, at + whole.length)
    if (read === undefined || read.value === "") return undefined
    step.push(JSON.stringify([attribute.toLowerCase(), read.value]))
    at = read.end
    if (text[at] !== "+") {
      steps.push(step.toSorted().join("+"))
      step = []
    }
    if (at >= text.length) return steps
    at++
  }
}

/** Whether an entry is another one, or lies below it. */
export const isWithin = (name: DistinguishedName, ancestor: DistinguishedName): boolean =>
  name.length >= ancestor.length && ancestor.every((step, i) => step === name[name.length - ancestor.length + i])

/** A table by names of entries, however these are written. */
export interface NameTable<A> {
  /** What stands under this very entry. */
  readonly of: (name: DistinguishedName) => A | undefined
  /** What stands under the entry or the nearest one above it. */
  readonly above: (name: DistinguishedName) => A | undefined
}

/** Makes a table whose keys are names of entries; `undefined` where one is none, or two are the same. */
export const nameTable = <A>(table: Readonly<Record<string, A>>): NameTable<A> | undefined => {
  const byName = new Map<string, A>()
  for (const [text, value] of Object.entries(table)) {
    const name = distinguishedName(text)
    if (name === undefined || name.length === 0 || byName.has(name.join())) return undefined
    byName.set(name.join(), value)
  }
  return {
    of: (name) => byName.get(name.join()),
    above: (name) => {
      for (let i = 0; i < name.length; i++) {
        const found = byName.get(name.slice(i).join())
        if (found !== undefined) return found
      }
      return undefined
    }
  }
}
