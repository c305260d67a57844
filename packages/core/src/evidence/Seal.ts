import type { EventRow } from "../port/EventRow.ts"
import { type Content, type Field, fieldsOf, leafOf, saltAt, saltLength } from "./Field.ts"
import type { Hash } from "./Hash.ts"
import { hashed } from "./message.ts"

/** What is stored beside an event, so that a change of it can be found. */
export interface Seal {
  /**
   * Randomness that the adapter draws for this event alone, {@link saltLength} bytes for each of its fields. Whoever has it can try values on
   * the leaves.
   */
  readonly salt: Uint8Array
  /** Commits to the event and, through the digest before it, to all earlier events of its stream. */
  readonly digest: Uint8Array
  /** Commits to the digest and the position. */
  readonly placed: Uint8Array
  /**
   * The leaves of the fields, in the order of {@link fieldsOf}. Storing them is optional: a change is found without them, with them the
   * field is named too.
   */
  readonly leaves?: ReadonlyArray<Uint8Array>
}

/** An event as it is stored together with its seal. */
export interface SealedRow extends EventRow, Seal {}

/** An event as it is stored: without a seal, where it was stored before there were seals. */
export type StoredRow = SealedRow | (EventRow & { readonly [column in keyof Seal]?: undefined })

/** Whether an event has its seal. */
export const isSealed = (row: StoredRow): row is SealedRow => row.digest !== undefined

/** What the first event of a stream has in the place of a digest before it. */
export const startOf = (hash: Hash): Uint8Array => hashed(hash, "start", [])

/** The leaves of the fields of an event under its salt, in their order. */
export const leavesOf = (hash: Hash, fields: ReadonlyArray<Field>, salt: Uint8Array): ReadonlyArray<Uint8Array> =>
  fields.map((field, i) => leafOf(hash, saltAt(salt, i, fields.length), field))

/** The digest of an event: of the digest before it in its stream, and of its leaves. */
export const digestOf = (hash: Hash, prior: Uint8Array, leaves: ReadonlyArray<Uint8Array>): Uint8Array =>
  hashed(hash, "event", [prior, ...leaves])

/** The digest of an event at a position. */
export const placedOf = (hash: Hash, digest: Uint8Array, position: number): Uint8Array =>
  hashed(hash, "place", [digest, position])

/** Where the adapter draws so many bytes that nobody can foretell. */
export type Random = (bytes: number) => Uint8Array

/** The part of a seal that does not wait for the position; `isCanonical` as in {@link fieldsOf}. */
export const digestedAfter = (
  hash: Hash,
  prior: Uint8Array,
  event: Content,
  random: Random,
  isCanonical?: boolean
): Required<Omit<Seal, "placed">> => {
  const fields = fieldsOf(event, isCanonical)
  const salt = random(saltLength * fields.length)
  const leaves = leavesOf(hash, fields, salt)
  return { salt, leaves, digest: digestOf(hash, prior, leaves) }
}

/** The seal of an event: `prior` is the digest of the event before it in its stream, {@link startOf} for the first. */
export const seal = (hash: Hash, prior: Uint8Array, row: EventRow, random: Random): Required<Seal> => {
  const made = digestedAfter(hash, prior, row, random)
  return { ...made, placed: placedOf(hash, made.digest, row.position) }
}
