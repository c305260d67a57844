import * as Result from "effect/Result"
import type { EventRow } from "../port/EventRow.ts"
import { canonical, isRecord } from "../port/Json.ts"
import { entriesOf } from "./canonicalEntries.ts"
import type { Hash } from "./Hash.ts"
import { hashed } from "./message.ts"

/** An event as far as its digest commits to it: everything but its position. */
export type Content = Omit<EventRow, "position">

/** A part of an event that can be shown or withheld by itself. */
export interface Field {
  /** `header`, or `data.` before a key of `data`. */
  readonly name: string
  /** Its value as canonical JSON (RFC 8785). */
  readonly value: string
}

/**
 * The fields of an event, in order of their names (by UTF-16 code units, as canonical JSON orders keys): each key of its data, and the rest of
 * it as one. Data that are not the canonical JSON of an object, as `prepare` of the port never gives them, are one field `data`, whose value is
 * their text as a JSON string: whatever the text is, each of its bytes is committed to. Whoever has just had the text from `prepare` may say
 * that it is canonical.
 */
export const fieldsOf = (
  { command, id, json, recordedAt, stream, type, version }: Content,
  isCanonical = isCanonicalObject(json)
): ReadonlyArray<Field> => {
  const fields: Array<Field> = isCanonical ? entriesOf(json) : [{ name: "data", value: JSON.stringify(json) }]
  // the keys in their order
  fields.push({ name: "header", value: JSON.stringify({ command, id, recordedAt, stream, type, version }) })
  return fields
}

const isCanonicalObject = (json: string): boolean => {
  const data = parse(json)
  const whole = canonical(data)
  return isRecord(data) && Result.isSuccess(whole) && whole.success === json
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Bytes of randomness of one field: nobody tries as many values as they can have. */
export const saltLength = 16

/** The salt of the field at a place among so many. The last has whatever is left, so that each byte is committed to. */
export const saltAt = (salt: Uint8Array, i: number, count: number): Uint8Array =>
  salt.subarray(saltLength * i, i === count - 1 ? salt.length : saltLength * (i + 1))

/** The leaf of one field: commits to its name and value, and without the salt nobody can try values on it. */
export const leafOf = (hash: Hash, salt: Uint8Array, { name, value }: Field): Uint8Array =>
  hashed(hash, "leaf", [salt, name, value])
