import type { Algorithm, Hash } from "./Hash.ts"

/** What is hashed where. Each use has a tag of its own, so nothing that was hashed for one can stand for another. */
type Use = "leaf" | "start" | "event" | "place" | "head" | "node" | "none" | "checkpoint"

/** A part of a message: bytes, a text (its UTF-8), or a whole number (its decimal digits). */
type Part = Uint8Array | string | number

const utf8 = new TextEncoder()

/** Where messages are put together: an event has many, and each would be room of its own. It grows with the longest. */
let room = new Uint8Array(4096)

/** Views of the beginning of the room by their length, which cost more to make than short messages to hash. */
let views: Array<Uint8Array | undefined> = []

const tags: Readonly<Record<Algorithm, Partial<Record<Use, Uint8Array>>>> = { "sha-256": {}, sm3: {} }

/** The bytes of a tag after their length. */
const tagOf = (algorithm: Algorithm, use: Use): Uint8Array => {
  const known = tags[algorithm][use]
  if (known !== undefined) return known
  const text = utf8.encode(`banfa evidence 1 ${algorithm} ${use}`)
  const made = Uint8Array.of(0, 0, 0, text.length, ...text)
  tags[algorithm][use] = made
  return made
}

/** Makes room for so many bytes after those that are there. */
const reserve = (at: number, bytes: number): void => {
  if (at + bytes <= room.length) return
  const more = new Uint8Array(2 * (at + bytes))
  more.set(room.subarray(0, at))
  room = more
  views = []
}

/** Writes a part after its length, and says where it ends. */
const write = (part: Part, at: number): number => {
  const start = at + 4
  let end: number
  if (part instanceof Uint8Array) {
    reserve(start, part.length)
    // for a digest or a salt, faster than `set`
    if (part.length <= 32) for (let i = 0; i < part.length; i++) room[start + i] = part[i] ?? 0
    else room.set(part, start)
    end = start + part.length
  } else {
    const text = String(part)
    reserve(start, 3 * text.length)
    end = start
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 0x7f) {
        end += utf8.encodeInto(text.slice(i), room.subarray(end)).written
        break
      }
      room[end++] = code
    }
  }
  const length = end - start
  room[at] = length >>> 24
  room[at + 1] = length >>> 16
  room[at + 2] = length >>> 8
  room[at + 3] = length
  return end
}

const put = (algorithm: Algorithm, use: Use, parts: ReadonlyArray<Part>): Uint8Array => {
  const tag = tagOf(algorithm, use)
  room.set(tag)
  let at = tag.length
  for (const part of parts) at = write(part, at)
  if (at >= 1024) return room.subarray(0, at)
  const known = views[at]
  if (known !== undefined) return known
  const view = room.subarray(0, at)
  views[at] = view
  return view
}

/**
 * The one encoding of everything that is hashed or signed: the tag, then the parts, each preceded by its length in four bytes, most significant
 * first. Two lists of parts never give the same bytes.
 */
export const message = (algorithm: Algorithm, use: Use, parts: ReadonlyArray<Part>): Uint8Array =>
  put(algorithm, use, parts).slice()

/** The hash of a message. The function is shown the bytes only for as long as it takes. */
export const hashed = (hash: Hash, use: Use, parts: ReadonlyArray<Part>): Uint8Array =>
  hash.digest(put(hash.algorithm, use, parts))
