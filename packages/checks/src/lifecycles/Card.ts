import type { Text } from "@banfa/core/regulation"
import type { Act, Guard } from "./Lifecycle.ts"

/** A box of the diagram: its lines of text, its guards, its size in pixels. */
export interface Card {
  readonly kind: "initial" | "position" | "text" | "library" | "derived"
  readonly zh: ReadonlyArray<string>
  readonly en: ReadonlyArray<string>
  readonly guards: ReadonlyArray<ReadonlyArray<Guard>>
  readonly width: number
  readonly height: number
}

/** Sizes in pixels. */
export const type = { zh: 14, en: 11, chip: 10, lineZh: 19, lineEn: 14, chipHeight: 16, chipGap: 4 } as const

const isWide = (character: string): boolean => /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/u.test(character)

/** How wide a text is set, whatever font there is: a Chinese character is as wide as it is high. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + size * (isWide(character) ? 1 : 0.56), 0)

/** Breaks a text into lines of at most so many pixels: English between words, Chinese anywhere but before closing punctuation. */
const lines = (text: string, size: number, width: number): ReadonlyArray<string> => {
  const out: Array<string> = []
  let line = ""
  for (const piece of text.match(
    /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef][，。、；：）》”]*|[^\s\u2e80-\u9fff]+\s*|\s+/gu
  ) ?? []) {
    if (line !== "" && widthOf((line + piece).trimEnd(), size) > width) {
      out.push(line.trimEnd())
      line = ""
    }
    line += piece
  }
  return [...out, line.trimEnd()]
}

/** How wide the chip of a guard is. */
export const chipWidth = ({ norm }: Guard): number => Math.round(widthOf(norm, type.chip)) + 10

const inRows = (guards: ReadonlyArray<Guard>, width: number): ReadonlyArray<ReadonlyArray<Guard>> => {
  const rows: Array<Array<Guard>> = []
  let used = Number.POSITIVE_INFINITY
  for (const guard of guards) {
    const next = chipWidth(guard) + type.chipGap
    if (used + next > width + type.chipGap) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(guard)
    used += next
  }
  return rows
}

const widest = (texts: ReadonlyArray<string>, size: number): number =>
  Math.max(...texts.map((text) => widthOf(text, size)))

const card = (kind: Card["kind"], name: Text, all: ReadonlyArray<Guard>): Card => {
  const zh = lines(name.zh, type.zh, 190)
  const en = lines(name.en, type.en, 170)
  const guards = inRows(all, 190)
  const chips = guards.map((row) => row.reduce((sum, one) => sum + chipWidth(one) + type.chipGap, -type.chipGap))
  const width = Math.max(widest(zh, type.zh), widest(en, type.en), ...chips) + 24
  const height =
    zh.length * type.lineZh + en.length * type.lineEn + guards.length * (type.chipHeight + type.chipGap) + 14
  return { kind, zh, en, guards, width: Math.ceil(Math.max(width, 96)), height }
}

/** The box of a position. */
export const positionCard = (name: Text, initial: boolean): Card => card(initial ? "initial" : "position", name, [])

/** The box of an act of another lifecycle. */
export const derivedCard = (name: Text): Card => card("derived", name, [])

/** The box of an act. */
export const actCard = ({ guards, name, row }: Act): Card => card(row.source, name, guards)
