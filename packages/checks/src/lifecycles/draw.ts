import { type Card, chipWidth, type } from "./Card.ts"
import type { Guard } from "./Lifecycle.ts"

/** A text as it is written in SVG. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

/** Draws the id of a guard; `x` and `y` are the upper left corner. */
export const chip = (guard: Guard, x: number, y: number): string => {
  const width = chipWidth(guard)
  return (
    `<g class="${guard.denies ? "denies" : "tells"}"><rect x="${x}" y="${y}" width="${width}" height="${type.chipHeight}" rx="8"/>` +
    `<text class="chip" x="${x + width / 2}" y="${y + 12}">${guard.norm}</text></g>`
  )
}

const chipRow = (guards: ReadonlyArray<Guard>, middle: number, y: number): string => {
  let x = middle - guards.reduce((sum, one) => sum + chipWidth(one) + type.chipGap, -type.chipGap) / 2
  return guards
    .map((guard) => {
      const drawn = chip(guard, x, y)
      x += chipWidth(guard) + type.chipGap
      return drawn
    })
    .join("")
}

/** Draws a box around its middle. */
export const box = (card: Card, x: number, y: number): string => {
  const top = y - card.height / 2
  let line = top + 7
  const text = (className: string, step: number, words: string): string => {
    line += step
    return `<text class="${className}" x="${x}" y="${line - step * 0.28}">${escaped(words)}</text>`
  }
  const parts = [
    `<rect class="card" x="${x - card.width / 2}" y="${top}" width="${card.width}" height="${card.height}" rx="${card.kind === "position" || card.kind === "initial" ? 14 : 4}"/>`,
    ...card.zh.map((words) => text("zh", type.lineZh, words)),
    ...card.en.map((words) => text("en", type.lineEn, words)),
    ...card.guards.map((row, index) => chipRow(row, x, line + 2 + index * (type.chipHeight + type.chipGap)))
  ]
  return `<g class="${card.kind}">${parts.join("")}</g>`
}

/** Draws boxes in rows from the left, as many in a row as there is room for. */
export const flow = (
  cards: ReadonlyArray<Card>,
  width: number,
  top: number
): { readonly drawn: string; readonly bottom: number } => {
  let x = 0
  let y = top
  let tallest = 0
  const drawn = cards.map((card) => {
    if (x > 0 && x + card.width > width) {
      x = 0
      y += tallest + 12
      tallest = 0
    }
    const one = box(card, x + card.width / 2, y + card.height / 2)
    x += card.width + 12
    tallest = Math.max(tallest, card.height)
    return one
  })
  return { drawn: drawn.join("\n"), bottom: y + tallest }
}

/** Draws a line of text from its left end. */
export const left = (className: string, text: string, x: number, y: number): string =>
  `<text class="${className} left" x="${x}" y="${y}">${escaped(text)}</text>`
