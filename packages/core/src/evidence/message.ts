import type { Algorithm } from "./Hash.ts"

/** What is hashed where. Each use has a tag of its own, so nothing that was hashed for one can stand for another. */
type Use = "salt" | "leaf" | "start" | "event" | "place" | "head" | "node" | "none" | "checkpoint"

/** A part of a message: bytes, a text (its UTF-8), or a whole number (its decimal digits). */
type Part = Uint8Array | string | number

const utf8 = new TextEncoder()

const bytesOf = (part: Part): Uint8Array => (part instanceof Uint8Array ? part : utf8.encode(String(part)))

/**
 * The one encoding of everything that is hashed or signed: the tag, then the parts, each preceded by its length in four bytes, most significant
 * first. Two lists of parts never give the same bytes.
 */
export const message = (algorithm: Algorithm, use: Use, parts: ReadonlyArray<Part>): Uint8Array => {
  const pieces = [bytesOf(`banfa evidence 1 ${algorithm} ${use}`), ...parts.map(bytesOf)]
  let length = 0
  for (const piece of pieces) length += 4 + piece.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole[at] = piece.length >>> 24
    whole[at + 1] = piece.length >>> 16
    whole[at + 2] = piece.length >>> 8
    whole[at + 3] = piece.length
    whole.set(piece, at + 4)
    at += 4 + piece.length
  }
  return whole
}
