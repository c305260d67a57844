import * as Result from "effect/Result"
import type { EventRow } from "../port/EventRow.ts"
import { canonical, isRecord } from "../port/Json.ts"
import { type Hash, hmac } from "./Hash.ts"
import { message } from "./message.ts"

/** An event as far as its digest commits to it: everything but its position. */
export type Content = Omit<EventRow, "position">

/** A part of an event that can be shown or withheld by itself. */
export interface Field {
  /** `stream`, `version`, `id`, `type`, `recordedAt`, `command`, or `data.` before a key of `data`. */
  readonly name: string
  /** Its value as canonical JSON (RFC 8785). */
  readonly value: string
}

/**
 * The fields of an event, in order of their names (by UTF-16 code units, as canonical JSON orders keys). Data that are not the canonical
 * JSON of an object, as `prepare` of the port never gives them, are one field `data`, whose value is their text as a JSON string: whatever
 * the text is, each of its bytes is committed to.
 */
export const fieldsOf = ({ command, id, json, recordedAt, stream, type, version }: Content): ReadonlyArray<Field> => {
  const header = Object.entries({ command, id, recordedAt, stream, type, version }).map(([name, value]) => ({
    name,
    value: JSON.stringify(value)
  }))
  return [...header, ...dataFields(json)].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const dataFields = (json: string): ReadonlyArray<Field> => {
  const data = parse(json)
  const whole = canonical(data)
  return isRecord(data) && Result.isSuccess(whole) && whole.success === json
    ? Object.entries(data).map(([key, value]) => ({
        name: `data.${key}`,
        value: Result.getOrThrow(canonical(value))
      }))
    : [{ name: "data", value: JSON.stringify(json) }]
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The salts of the fields of one event, by name: drawn from its own salt, so that knowing one tells nothing of the others. */
export const saltsOf = (hash: Hash, eventSalt: Uint8Array): ((name: string) => Uint8Array) => {
  const drawn = hmac(hash, eventSalt)
  return (name) => drawn(message(hash.algorithm, "salt", [name]))
}

/** The leaf of one field: commits to its name and value, and without the salt nobody can try values on it. */
export const leafOf = (hash: Hash, salt: Uint8Array, { name, value }: Field): Uint8Array =>
  hash.digest(message(hash.algorithm, "leaf", [salt, name, value]))
